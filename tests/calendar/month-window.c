/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with the month or the year alone, for tests that drive it by pointer and by keys, and
 * for looking at it: month-window [--year] [--narrow] [--dir FOLDER] [--date DATE]. Without a
 * folder the diary is a week that is thrown away. What was asked for last stands in the title.
 */
#include "config.h"

#include <adwaita.h>
#include <glib-unix.h>
#include <libintl.h>

#include "brine-month-view.h"
#include "brine-year-view.h"
#include "fixture.h"
#include "sample-week.h"

static gboolean narrow;
static gboolean year_view;
static gboolean adherence;
static gboolean numbers;
static char *folder;
static char *translations;
static char *date_text;
static int first_weekday = 1;
static int practices = BRINE_FILTER_ALL_PRACTICES;
static int states = BRINE_FILTER_ALL_STATES;

static const GOptionEntry options[] = {
  { "narrow", 0, 0, G_OPTION_ARG_NONE, &narrow, "as on a telephone", NULL },
  { "year", 0, 0, G_OPTION_ARG_NONE, &year_view, "a year, no month", NULL },
  { "adherence", 0, 0, G_OPTION_ARG_NONE, &adherence, "of the year, no mood", NULL },
  { "numbers", 0, 0, G_OPTION_ARG_NONE, &numbers, "in all days of the year", NULL },
  { "dir", 0, 0, G_OPTION_ARG_FILENAME, &folder, "an existing diary", "FOLDER" },
  { "translations", 0, 0, G_OPTION_ARG_FILENAME, &translations, "as in build/po", "FOLDER" },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_text, "the day chosen", "DATE" },
  { "first-weekday", 0, 0, G_OPTION_ARG_INT, &first_weekday, "1 Monday to 7 Sunday", "N" },
  { "practices", 0, 0, G_OPTION_ARG_INT, &practices, "bits of the practices shown", "MASK" },
  { "states", 0, 0, G_OPTION_ARG_INT, &states, "bits of the states shown", "MASK" },
  { NULL },
};

typedef struct
{
  BrineStore *store;
  BrineHistory *history;
  BrineClock *clock;
  BrineDayModel *days;
  BrineAgendaModel *agenda;
  GtkWidget *window;
  GtkWidget *view;
  BrineDay date;
  BrineDay today;
} Host;

static void
show_month (Host *host)
{
  BrineDay first;
  int n_days;

  brine_month_view_get_range (host->date, first_weekday, &first, &n_days);
  brine_day_model_set_range (host->days, first, first + n_days - 1);
  brine_agenda_model_set_range (host->agenda, first, first + n_days - 1);
  brine_month_view_show (BRINE_MONTH_VIEW (host->view), host->date, host->today, first_weekday);
}

static void
show_year (Host *host)
{
  int year;

  brine_day_get_ymd (host->date, &year, NULL, NULL);
  brine_day_model_set_range (host->days, brine_day_from_ymd (year, 1, 1),
                             brine_day_from_ymd (year, 12, 31));
  brine_year_view_show (BRINE_YEAR_VIEW (host->view), year, host->date, host->today, first_weekday);
}

static void
show (Host *host)
{
  if (year_view)
    show_year (host);
  else
    show_month (host);
}

static void
say (Host *host, const char *what, int day)
{
  g_autofree char *date = brine_day_to_string (day);
  g_autofree char *title = g_strdup_printf ("%s %s", what, date);

  gtk_window_set_title (GTK_WINDOW (host->window), title);
}

static void
on_activate_day_cb (Host *host, int day)
{
  say (host, "open", day);
}

static void
on_menu_cb (Host *host, int day)
{
  say (host, "menu", day);
}

static void
on_select_day_cb (Host *host, int day)
{
  host->date = day;
  say (host, "select", day);
  show (host);
}

static void
on_step_cb (Host *host, int direction)
{
  host->date = brine_day_add_months (host->date, year_view ? 12 * direction : direction);
  say (host, "step", host->date);
  show (host);
}

static void
add_view (Host *host)
{
  BrineCalendarFilter filter = { (unsigned)practices, (unsigned)states };

  if (year_view)
    {
      host->view = brine_year_view_new ();
      brine_year_view_set_filter (BRINE_YEAR_VIEW (host->view), filter);
      brine_year_view_set_measure (BRINE_YEAR_VIEW (host->view),
                                   adherence ? BRINE_YEAR_ADHERENCE : BRINE_YEAR_MOOD);
      brine_year_view_set_show_numbers (BRINE_YEAR_VIEW (host->view), numbers);
      brine_year_view_set_model (BRINE_YEAR_VIEW (host->view), G_LIST_MODEL (host->days));
      return;
    }
  host->view = brine_month_view_new ();
  brine_month_view_set_filter (BRINE_MONTH_VIEW (host->view), filter);
  brine_month_view_set_models (BRINE_MONTH_VIEW (host->view), G_LIST_MODEL (host->days),
                               G_LIST_MODEL (host->agenda));
}

static void
on_activate_cb (GtkApplication *app, Host *host)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/brineapp/Brine/icons");
  host->window = adw_application_window_new (app);
  add_view (host);
  g_object_set (host->view, "narrow", narrow, "vexpand", TRUE, NULL);
  g_signal_connect_swapped (host->view, "activate-day", G_CALLBACK (on_activate_day_cb), host);
  g_signal_connect_swapped (host->view, "select-day", G_CALLBACK (on_select_day_cb), host);
  g_signal_connect_swapped (host->view, "step", G_CALLBACK (on_step_cb), host);
  g_signal_connect_swapped (host->view, "menu", G_CALLBACK (on_menu_cb), host);
  gtk_window_set_title (GTK_WINDOW (host->window), year_view ? "Year" : "Month");
  gtk_window_set_default_size (GTK_WINDOW (host->window), narrow ? 360 : 1180, 800);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), host->view);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (host->window), box);
  show (host);
  gtk_window_present (GTK_WINDOW (host->window));
}

static gboolean
on_term_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_REMOVE;
}

static void
open_diary (Host *host, const char *dir)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  BrineInstant now;

  brine_instant_parse (SAMPLE_NOW, zone, &now);
  host->store = fixture_open (dir);
  host->history = brine_history_new (host->store);
  host->clock = brine_clock_new_fixed (now, zone);
  host->days = brine_day_model_new (host->store, host->clock);
  host->agenda = brine_agenda_model_new (host->store, host->clock);
  host->today = brine_clock_get_today (host->clock, BRINE_DAY_START_DEFAULT_MINUTES);
  host->date = host->today;
  if (date_text != NULL && !brine_day_parse (date_text, &host->date))
    g_error ("%s is no date", date_text);
  if (folder == NULL)
    sample_week_fill (host->store);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = NULL;
  Host host = { 0 };

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  if (translations != NULL)
    bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  dir = folder == NULL ? fixture_make_dir () : g_strdup (folder);
  open_diary (&host, dir);
  GtkApplication *app =
      GTK_APPLICATION (adw_application_new ("org.brineapp.Brine", G_APPLICATION_NON_UNIQUE));
  g_signal_connect (app, "activate", G_CALLBACK (on_activate_cb), &host);
  g_unix_signal_add (SIGTERM, on_term_cb, app);
  int status = g_application_run (G_APPLICATION (app), 0, NULL);

  g_object_unref (app);
  g_object_unref (host.agenda);
  g_object_unref (host.days);
  g_object_unref (host.history);
  g_object_unref (host.clock);
  g_object_unref (host.store);
  if (folder == NULL)
    fixture_remove_dir (g_steal_pointer (&dir));
  return status;
}
