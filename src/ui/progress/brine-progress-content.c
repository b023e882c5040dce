/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-content.h"

#include "brine-menu-button.h"
#include "brine-progress-cells.h"
#include "brine-progress-chart.h"
#include "brine-progress-table.h"
#include "brine-progress-words.h"
#include "brine-stat-card.h"

#include <glib/gi18n.h>

#define CLAMP_WIDTH 1180
#define MOST_CARDS 5 /* in a line */

struct _BrineProgressContent
{
  AdwBin parent_instance;

  BrineProgressData *data;
  GtkWidget *summary;
  GtkWidget *chart;
  GtkWidget *table;
  GtkWidget *stack; /* chart or table */
  GtkWidget *card;
  GtkWidget *cards;
  GtkWidget *stats[BRINE_N_PRACTICES];
  GtkWidget *plants;
  GPtrArray *quotas;             /* BrineStatCard, borrowed from the box: those of the last data */
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (BrineProgressContent, brine_progress_content, ADW_TYPE_BIN)

/* Saving ------------------------------------------------------------------------------------ */

static void
tell_failure (GtkWindow *window, const char *reason)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("The Table Was Not Saved"), reason);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)
      && gtk_widget_get_root (self) != NULL)
    tell_failure (GTK_WINDOW (gtk_widget_get_root (self)), error->message);
}

static void
on_place_chosen_cb (GtkNativeDialog *dialog, int response, BrineProgressContent *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *csv;

  if (response == GTK_RESPONSE_ACCEPT && self->data != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      csv = brine_progress_dup_csv (self->data);
      bytes = g_bytes_new_take (csv, strlen (csv));
      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                           on_saved_cb, g_object_ref (self));
    }
}

void
brine_progress_content_save_table (BrineProgressContent *self)
{
  g_autofree char *name = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GtkRoot *root;

  g_return_if_fail (BRINE_IS_PROGRESS_CONTENT (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (self->data == NULL || root == NULL || self->chooser != NULL)
    return;
  from = brine_day_to_string (self->data->range.from);
  to = brine_day_to_string (self->data->range.to);
  name = g_strdup_printf ("brine-%s-%s.csv", from, to);
  self->chooser = gtk_file_chooser_native_new (_ ("Save Table"), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Build ------------------------------------------------------------------------------------- */

static GtkWidget *
make_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = brine_menu_button_new ("view-more-symbolic", _ ("More"));

  g_menu_append (menu, _ ("_Save Table…"), "progress.save-table");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_table_button (void)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-list-bullet-symbolic");
  brine_set_tooltip (button, _ ("Show as Table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show as Table"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "progress.table");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_head (BrineProgressContent *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->summary = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_widget_add_css_class (self->summary, "secondary");
  gtk_widget_add_css_class (self->summary, "numeric");
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), make_table_button ());
  gtk_box_append (GTK_BOX (box), make_menu_button ());
  return box;
}

static GtkWidget *
make_card (BrineProgressContent *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->chart = brine_progress_chart_new ();
  self->table = brine_progress_table_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (GTK_STACK (self->stack), 150);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->chart);
  gtk_stack_add_child (GTK_STACK (self->stack), self->table);
  gtk_box_append (GTK_BOX (self->card), make_head (self));
  gtk_box_append (GTK_BOX (self->card), self->stack);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "chart-card");
  return self->card;
}

/* Cards are read, not activated: none takes the focus. */
static void
add_card (BrineProgressContent *self, GtkWidget *card, int position)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->cards), child, position);
}

static GtkWidget *
make_cards (BrineProgressContent *self)
{
  self->cards = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->cards), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->cards), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->cards), 12);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->cards), BRINE_N_PRACTICES);
  gtk_widget_add_css_class (self->cards, "stat-cards");
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      self->stats[practice] = brine_stat_card_new (practice);
      add_card (self, self->stats[practice], practice);
    }
  self->plants = brine_stat_card_new_plants ();
  add_card (self, self->plants, BRINE_N_PRACTICES);
  return self->cards;
}

static void
brine_progress_content_dispose (GObject *object)
{
  BrineProgressContent *self = BRINE_PROGRESS_CONTENT (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->quotas, g_ptr_array_unref);
  g_clear_pointer (&self->data, brine_progress_data_unref);
  G_OBJECT_CLASS (brine_progress_content_parent_class)->dispose (object);
}

static void
brine_progress_content_class_init (BrineProgressContentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_progress_content_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "progresscontent");
}

static void
brine_progress_content_init (BrineProgressContent *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->quotas = g_ptr_array_new ();
  gtk_widget_add_css_class (box, "page-content");
  gtk_box_append (GTK_BOX (box), make_card (self));
  gtk_box_append (GTK_BOX (box), make_cards (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CLAMP_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), CLAMP_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
brine_progress_content_new (void)
{
  return g_object_new (BRINE_TYPE_PROGRESS_CONTENT, NULL);
}

/* Rows are made only for a table that is looked at, and kept until there are others. */
static void
fill_table (BrineProgressContent *self)
{
  if (brine_progress_content_get_table (self))
    brine_progress_table_set_data (BRINE_PROGRESS_TABLE (self->table), self->data);
}

static void
show_card (BrineProgressContent *self, GtkWidget *card, gboolean wanted, int first_weekday)
{
  gtk_widget_set_visible (gtk_widget_get_parent (card), wanted);
  if (wanted)
    brine_stat_card_show (BRINE_STAT_CARD (card), self->data, first_weekday);
}

static void
remove_quotas (BrineProgressContent *self)
{
  for (guint i = 0; i < self->quotas->len; i++)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->cards),
                         gtk_widget_get_parent (self->quotas->pdata[i]));
  g_ptr_array_set_size (self->quotas, 0);
}

static gboolean
has_cards_of (const GPtrArray *cards, const GPtrArray *quotas)
{
  if (cards->len != quotas->len)
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      const BrineQuotaFigure *quota = quotas->pdata[i];

      if (brine_stat_card_get_practice (cards->pdata[i]) != quota->practice)
        return FALSE;
    }
  return TRUE;
}

/* There are few, and rarely others. */
static void
show_quotas (BrineProgressContent *self)
{
  const GPtrArray *quotas = self->data->quotas;

  if (!has_cards_of (self->quotas, quotas))
    {
      remove_quotas (self);
      for (guint i = 0; i < quotas->len; i++)
        {
          const BrineQuotaFigure *quota = quotas->pdata[i];
          GtkWidget *card = brine_stat_card_new_quota (quota->practice);

          add_card (self, card, BRINE_N_PRACTICES + (int)i);
          g_ptr_array_add (self->quotas, card);
        }
    }
  for (guint i = 0; i < quotas->len; i++)
    brine_stat_card_show_quota (self->quotas->pdata[i], quotas->pdata[i], self->data->today);
}

static void
show_cards (BrineProgressContent *self, int first_weekday)
{
  gboolean plants = self->data->plants.weeks > 0;
  guint n = plants + self->data->quotas->len;

  show_card (self, self->plants, plants, first_weekday);
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      gboolean wanted = brine_stat_card_is_wanted (self->data, practice);

      show_card (self, self->stats[practice], wanted, first_weekday);
      n += wanted;
    }
  show_quotas (self);
  /* Six are two lines of three, not five and one. */
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->cards),
                                          n > MOST_CARDS ? MIN ((n + 1) / 2, MOST_CARDS)
                                                         : MAX (n, 1));
}

void
brine_progress_content_set_data (BrineProgressContent *self, BrineProgressData *data,
                                 int first_weekday)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (BRINE_IS_PROGRESS_CONTENT (self));
  g_return_if_fail (data != NULL);

  g_clear_pointer (&self->data, brine_progress_data_unref);
  self->data = brine_progress_data_ref (data);
  /* Our own words and numbers only; nothing of the diary's text is in it. */
  markup = brine_progress_words_summary_markup (data);
  gtk_label_set_markup (GTK_LABEL (self->summary), markup);
  brine_progress_chart_set_first_weekday (BRINE_PROGRESS_CHART (self->chart), first_weekday);
  brine_progress_chart_set_data (BRINE_PROGRESS_CHART (self->chart), data);
  fill_table (self);
  show_cards (self, first_weekday);
}

void
brine_progress_content_set_narrow (BrineProgressContent *self, gboolean narrow)
{
  g_return_if_fail (BRINE_IS_PROGRESS_CONTENT (self));

  brine_progress_chart_set_narrow (BRINE_PROGRESS_CHART (self->chart), narrow);
  if (narrow)
    gtk_widget_add_css_class (self->card, "narrow");
  else
    gtk_widget_remove_css_class (self->card, "narrow");
}

gboolean
brine_progress_content_get_table (BrineProgressContent *self)
{
  g_return_val_if_fail (BRINE_IS_PROGRESS_CONTENT (self), FALSE);

  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->table;
}

void
brine_progress_content_set_table (BrineProgressContent *self, gboolean table)
{
  g_return_if_fail (BRINE_IS_PROGRESS_CONTENT (self));

  gtk_stack_set_visible_child (GTK_STACK (self->stack), table ? self->table : self->chart);
  fill_table (self);
}
