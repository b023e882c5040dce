/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-print-operation.h"

#include <glib/gi18n.h>

#include "brine-print-paint.h"

#define MARGIN_MM 12

typedef struct
{
  BrinePrintRequest request;
  BrinePrintPainter *painter; /* NULL until the paper is known */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->painter, brine_print_painter_free);
  g_object_unref (job->request.agenda);
  g_clear_object (&job->request.busy);
  g_free (job);
}

static void
on_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  const BrinePrintRequest *request = &job->request;
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  BrinePrintPlan *plan = brine_print_plan_new (request->period, request->date,
                                               request->first_weekday, request->day_start_minutes,
                                               request->agenda, request->busy, height > width);

  g_clear_pointer (&job->painter, brine_print_painter_free);
  job->painter = brine_print_painter_new (plan, pango, width, height,
                                          gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, brine_print_painter_get_n_pages (job->painter));
}

static void
on_draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  if (job->painter != NULL && page < brine_print_painter_get_n_pages (job->painter))
    brine_print_painter_draw (job->painter, gtk_print_context_get_cairo_context (context), page);
}

static GtkPageSetup *
make_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  return setup;
}

GtkPrintOperation *
brine_print_operation_new (const BrinePrintRequest *request)
{
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkPrintOperation *operation;
  Job *job;

  g_return_val_if_fail (request != NULL && G_IS_LIST_MODEL (request->agenda), NULL);

  operation = gtk_print_operation_new ();
  setup = make_page_setup ();
  job = g_new0 (Job, 1);
  job->request = *request;
  g_object_ref (job->request.agenda);
  if (job->request.busy != NULL)
    g_object_ref (job->request.busy);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  /* Translators: name of a printed document in the list of print jobs */
  gtk_print_operation_set_job_name (operation, _ ("Brine Plan"));
  g_object_set_data_full (G_OBJECT (operation), "brine-print-job", job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_cb), job);
  return operation;
}
