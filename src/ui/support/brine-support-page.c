/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-support-page.h"

#include "brine-contact-dialog.h"
#include "brine-helplines.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-reader.h"
#include "brine-support-rows.h"

#include <glib/gi18n.h>
#include <locale.h>

#define PAGE_WIDTH 1080
#define SIDE_WIDTH 356

struct _BrineSupportPage
{
  BrineNarrowPage parent_instance;

  BrineHistory *history; /* nullable */
  BrineClock *clock;
  BrineHelplines *helplines;
  GPtrArray *countries;       /* codes; same index as the drop-down */
  GPtrArray *contacts;        /* BrineContact; NULL until loaded */
  BrineReader *people_reader; /* NULL: there is no diary */
  BrineReader *pauses_reader; /* the same */
  gulong changed_id;

  GtkWidget *columns;
  GtkWidget *side;
  GtkWidget *emergency_box; /* words, then number and button */
  GtkWidget *emergency;
  GtkWidget *emergency_copy; /* in a bin, made anew with the number */
  GtkWidget *people;
  GtkWidget *country;
  GtkWidget *lines;
  GtkWidget *plan;
  GtkWidget *rest; /* GtkButton */
};

G_DEFINE_FINAL_TYPE (BrineSupportPage, brine_support_page, BRINE_TYPE_NARROW_PAGE)

enum
{
  SIGNAL_COPIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_narrow (BrineSupportPage *self)
{
  return brine_narrow_page_is_narrow (BRINE_NARROW_PAGE (self));
}

/* Of the user's diary; without one the day of the calendar. */
static BrineDay
get_today (BrineSupportPage *self)
{
  return brine_clock_get_today (self->clock, self->history != NULL
                                                 ? brine_store_get_day_start_minutes (
                                                     brine_history_get_store (self->history))
                                                 : 0);
}

/* Helplines ------------------------------------------------------------------------------- */

static const char *
get_country (BrineSupportPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->country));

  return selected < self->countries->len ? g_ptr_array_index (self->countries, selected) : "";
}

static void
show_emergency (BrineSupportPage *self, const char *number)
{
  gtk_label_set_text (GTK_LABEL (self->emergency), number);
  adw_bin_set_child (ADW_BIN (self->emergency_copy),
                     brine_support_copy_button (number, _ ("the emergency number")));
}

static void
show_helplines (BrineSupportPage *self)
{
  const char *country = get_country (self);
  BrineDay today = get_today (self);

  brine_clear_children (self->lines);
  /* 112 reaches help from any mobile telephone in most countries that are not listed. */
  show_emergency (self, "112");
  for (guint i = 0; i < self->helplines->lines->len; i++)
    {
      const BrineHelpline *line = g_ptr_array_index (self->helplines->lines, i);

      if (!g_str_equal (line->country, country))
        continue;
      if (line->kind == BRINE_HELPLINE_EMERGENCY)
        show_emergency (self, line->number);
      else
        gtk_list_box_append (GTK_LIST_BOX (self->lines),
                             brine_support_helpline_row (line,
                                                         brine_helpline_needs_mark (self->helplines,
                                                                                    line, today),
                                                         is_narrow (self)));
    }
  if (gtk_widget_get_first_child (self->lines) == NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->lines),
                         brine_support_text_row (
                             *country != '\0'
                                 ? _ ("Brine knows no line there; the addresses below list more.")
                                 : _ ("Choose your country to see the lines that Brine knows.")));
}

static void
on_country_changed_cb (BrineSupportPage *self)
{
  BrineChange *change;
  g_autofree char *old = NULL;

  show_helplines (self);
  if (self->history == NULL)
    return;

  old = brine_store_dup_setting (brine_history_get_store (self->history), BRINE_SETTING_COUNTRY);
  if (g_strcmp0 (old, get_country (self)) == 0)
    return;
  change = brine_change_new ();
  brine_change_put_setting (change, BRINE_SETTING_COUNTRY, get_country (self));
  brine_history_apply (self->history, NULL, change);
}

static guint
find_country (BrineSupportPage *self)
{
  g_autofree char *code = NULL;

  if (self->history != NULL)
    code = brine_store_dup_setting (brine_history_get_store (self->history), BRINE_SETTING_COUNTRY);
  if (code == NULL)
    code = brine_helplines_country_of_locale (setlocale (LC_MONETARY, NULL));
  if (code == NULL)
    code = brine_helplines_country_of_locale (setlocale (LC_MESSAGES, NULL));
  for (guint i = 0; code != NULL && i < self->countries->len; i++)
    if (g_str_equal (g_ptr_array_index (self->countries, i), code))
      return i;

  return 0;
}

static GtkWidget *
make_country_list (BrineSupportPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *list;

  for (guint i = 0; i < self->countries->len; i++)
    {
      const char *code = g_ptr_array_index (self->countries, i);

      gtk_string_list_append (names, *code != '\0' ? brine_helplines_get_country_name (code)
                                                   : _ ("Choose a Country"));
    }
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_add_css_class (list, "flat");
  brine_set_tooltip (list, _ ("Country"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Country"), -1);

  return list;
}

/* One's own people and plan ----------------------------------------------------------------- */

static void
show_people (BrineSupportPage *self)
{
  brine_clear_children (self->people);
  for (guint i = 0; self->contacts != NULL && i < self->contacts->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->people),
                         brine_support_contact_row (g_ptr_array_index (self->contacts, i),
                                                    is_narrow (self)));
  if (gtk_widget_get_first_child (self->people) == NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->people),
                         brine_support_text_row (
                             _ ("Somebody you can call: a friend, a sister, your doctor.")));
}

static void
show_plan (BrineSupportPage *self)
{
  gboolean any = FALSE;

  brine_clear_children (self->plan);
  for (gsize i = 0; self->history != NULL && i < G_N_ELEMENTS (brine_hard_days_fields); i++)
    {
      g_autofree char *text = brine_store_dup_setting (brine_history_get_store (self->history),
                                                       brine_hard_days_fields[i].key);
      GtkWidget *label;

      if (text == NULL)
        continue;
      any = TRUE;
      gtk_box_append (GTK_BOX (self->plan),
                      brine_text_new (_ (brine_hard_days_fields[i].title), "heading"));
      label = brine_text_new (text, "secondary");
      gtk_widget_set_margin_bottom (label, 6);
      gtk_box_append (GTK_BOX (self->plan), label);
    }
  if (!any)
    gtk_box_append (
        GTK_BOX (self->plan),
        brine_text_new (_ ("Write down, on a good day, what tells you that a hard one comes, "
                           "what helps then, and who and what you can turn to."),
                        "secondary"));
}

static void
load_people (gpointer owner, BrineStore *store, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer user_data)
{
  brine_store_load_contacts_async (store, cancellable, callback, user_data);
}

static void
take_people (gpointer owner, GPtrArray *contacts)
{
  BrineSupportPage *self = owner;

  if (contacts == NULL)
    return;
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts = g_ptr_array_ref (contacts);
  show_people (self);
}

static const BrineReaderSource people_source = {
  .kinds = 1u << BRINE_KIND_CONTACT,
  .load = load_people,
  .finish = brine_store_load_contacts_finish,
  .take = take_people,
};

static void
load_pauses (gpointer owner, BrineStore *store, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer user_data)
{
  BrineDay today = get_today (owner);

  brine_store_load_pauses_async (store, today, today, cancellable, callback, user_data);
}

/* A day that rests already needs no second pause. */
static void
take_pauses (gpointer owner, GPtrArray *pauses)
{
  if (pauses != NULL)
    gtk_widget_action_set_enabled (GTK_WIDGET (owner), "support.rest", pauses->len == 0);
}

static const BrineReaderSource pauses_source = {
  .kinds = 1u << BRINE_KIND_PAUSE,
  .load = load_pauses,
  .finish = brine_store_load_pauses_finish,
  .take = take_pauses,
};

static void
on_store_changed_cb (BrineStore *store, guint kinds, BrineSupportPage *self)
{
  if ((kinds & (1u << BRINE_KIND_SETTING)) != 0)
    show_plan (self);
}

/* Actions ----------------------------------------------------------------------------------- */

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  g_signal_emit (widget, signals[SIGNAL_COPIED], 0);
}

static void
edit_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineSupportPage *self = BRINE_SUPPORT_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  const BrineContact *contact = NULL;
  guint n = self->contacts != NULL ? self->contacts->len : 0;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (((BrineContact *)g_ptr_array_index (self->contacts, i))->id, id))
      contact = g_ptr_array_index (self->contacts, i);
  if (self->history != NULL)
    brine_contact_dialog_present (widget, self->history, contact, n);
}

static void
edit_plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineSupportPage *self = BRINE_SUPPORT_PAGE (widget);

  if (self->history != NULL)
    brine_hard_days_dialog_present (widget, self->history);
}

/* A day that counts for nothing: the diary stays open, the figures rest. */
static void
rest_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineSupportPage *self = BRINE_SUPPORT_PAGE (widget);
  g_autoptr (BrinePause) pause = brine_pause_new ();
  BrineChange *change;

  if (self->history == NULL)
    return;
  pause->from = get_today (self);
  pause->to = pause->from;
  pause->reason = BRINE_PAUSE_OTHER;
  change = brine_change_new ();
  brine_change_put_pause (change, pause);
  brine_history_apply (self->history, _ ("Today rests"), change);
}

/* Parts of the page ------------------------------------------------------------------------- */

static GtkWidget *
make_emergency (BrineSupportPage *self)
{
  GtkWidget *box, *words;
  GtkWidget *card = brine_support_card (&box);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *body;

  self->emergency_box = box;
  gtk_box_set_spacing (GTK_BOX (box), 18);
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words),
                  brine_text_new (_ ("In danger now, or someone with you is?"), "title-4"));
  body = brine_text_new (_ ("Call the emergency number. You can also go to the nearest "
                            "emergency department."),
                         "secondary");
  gtk_box_append (GTK_BOX (words), body);

  self->emergency = brine_text_new ("", "support-emergency");
  gtk_widget_add_css_class (self->emergency, "numeric");
  gtk_label_set_wrap (GTK_LABEL (self->emergency), FALSE);
  self->emergency_copy = adw_bin_new ();

  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (line), self->emergency);
  gtk_box_append (GTK_BOX (line), self->emergency_copy);
  gtk_box_append (GTK_BOX (box), line);

  return card;
}

static GtkWidget *
make_main_column (BrineSupportPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *add = brine_icon_button_new ("list-add-symbolic", _ ("Add"), "support.edit-contact");
  GtkWidget *messages = brine_boxed_list_new ();
  GtkWidget *more;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (add), "s", "");
  gtk_widget_add_css_class (add, "flat");
  brine_set_tooltip (add, _ ("Add a Person"));
  self->people = brine_boxed_list_new ();
  self->lines = brine_boxed_list_new ();
  self->country = make_country_list (self);

  gtk_box_append (GTK_BOX (column), make_emergency (self));
  gtk_box_append (GTK_BOX (column), brine_support_heading (_ ("My people"), add));
  gtk_box_append (GTK_BOX (column), self->people);
  gtk_box_append (GTK_BOX (column), brine_support_heading (_ ("Helplines"), self->country));
  gtk_box_append (GTK_BOX (column), self->lines);
  gtk_box_append (GTK_BOX (column),
                  brine_support_heading (_ ("A first message, if words are hard"), NULL));
  gtk_list_box_append (GTK_LIST_BOX (messages),
                       brine_support_message_row (
                           _ ("“I am having a hard time. Can you call me tonight?”")));
  gtk_list_box_append (GTK_LIST_BOX (messages),
                       brine_support_message_row (
                           _ ("“Could you sit with me for a while? You need not say anything.”")));
  gtk_box_append (GTK_BOX (column), messages);
  more =
      brine_text_new (_ ("More lines, by country: findahelpline.com, iasp.info, befrienders.org"),
                      "secondary");
  gtk_widget_set_margin_top (more, 12);
  gtk_box_append (GTK_BOX (column), more);

  return column;
}

static GtkWidget *
make_plan_card (BrineSupportPage *self)
{
  GtkWidget *box, *head, *title, *words, *edit;
  GtkWidget *card = brine_support_card (&box);

  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), brine_text_new (_ ("My plan for hard days"), "title-4"));
  title = brine_text_new (_ ("Your own words. Only on this computer."), "caption");
  gtk_widget_add_css_class (title, "secondary");
  gtk_box_append (GTK_BOX (words), title);
  edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_valign (edit, GTK_ALIGN_START);
  brine_set_tooltip (edit, _ ("Edit My Plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Edit My Plan"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "support.edit-plan");
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), edit);
  self->plan = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_margin_top (self->plan, 6);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->plan);

  return card;
}

static GtkWidget *
make_side_column (BrineSupportPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (column), make_plan_card (self));
  brine_support_append_card (
      column,
      _ ("Thoughts of not wanting to live are common when mood is low, and they can be "
         "treated."),
      _ ("Telling one person today is a good step. Brine does not watch for danger, tells "
         "nobody, and cannot say that you are safe."),
      NULL);
  brine_support_append_card (
      column, _ ("Food and weight on your mind a lot?"),
      _ ("That can be treated as well. Your doctor, or any line on this page, can tell "
         "you who helps with eating disorders near you."),
      NULL);
  brine_support_append_card (column, _ ("Less of Brine for a while"),
                             _ ("Nothing of today is counted; your diary stays open."),
                             brine_icon_button_new ("brine-pause-symbolic", _ ("Rest for a Day"),
                                                    "support.rest"));
  brine_support_append_card (
      column, _ ("Not a medical device"),
      _ ("Do not start, stop or change a medicine because of anything you see here. Ask "
         "your doctor or pharmacist."),
      NULL);

  return column;
}

static void
arrange (BrineSupportPage *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->emergency_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->columns), narrow ? 18 : 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->side), narrow ? PAGE_WIDTH : SIDE_WIDTH);
  /* Beside the main column it ends at the edge of the page. */
  gtk_widget_set_hexpand (self->side, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
brine_support_page_arrange (BrineNarrowPage *page, gboolean narrow)
{
  arrange (BRINE_SUPPORT_PAGE (page), narrow);
  show_helplines (BRINE_SUPPORT_PAGE (page));
  show_people (BRINE_SUPPORT_PAGE (page));
}

static void
brine_support_page_dispose (GObject *object)
{
  BrineSupportPage *self = BRINE_SUPPORT_PAGE (object);

  g_clear_pointer (&self->people_reader, brine_reader_free);
  g_clear_pointer (&self->pauses_reader, brine_reader_free);
  if (self->history != NULL)
    g_clear_signal_handler (&self->changed_id, brine_history_get_store (self->history));
  g_clear_object (&self->history);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (brine_support_page_parent_class)->dispose (object);
}

static void
brine_support_page_finalize (GObject *object)
{
  BrineSupportPage *self = BRINE_SUPPORT_PAGE (object);

  g_clear_pointer (&self->helplines, brine_helplines_free);
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);

  G_OBJECT_CLASS (brine_support_page_parent_class)->finalize (object);
}

static void
brine_support_page_class_init (BrineSupportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_support_page_dispose;
  object_class->finalize = brine_support_page_finalize;
  BRINE_NARROW_PAGE_CLASS (klass)->arrange = brine_support_page_arrange;

  signals[SIGNAL_COPIED] = g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "supportpage");
  gtk_widget_class_install_action (widget_class, "support.copy", "s", copy_action);
  gtk_widget_class_install_action (widget_class, "support.edit-contact", "s", edit_contact_action);
  gtk_widget_class_install_action (widget_class, "support.edit-plan", NULL, edit_plan_action);
  gtk_widget_class_install_action (widget_class, "support.rest", NULL, rest_action);
}

static void
brine_support_page_init (BrineSupportPage *self)
{
  self->helplines = brine_helplines_load ();
  self->countries = brine_helplines_get_countries (self->helplines);
  /* First comes no country, for those whose region is not known. */
  g_ptr_array_insert (self->countries, 0, g_strdup (""));
}

static void
build (BrineSupportPage *self)
{
  GtkWidget *main_column;

  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  main_column = make_main_column (self);
  gtk_widget_set_hexpand (main_column, TRUE);
  self->side = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->side), make_side_column (self));
  gtk_box_append (GTK_BOX (self->columns), main_column);
  gtk_box_append (GTK_BOX (self->columns), self->side);
  adw_bin_set_child (ADW_BIN (self), brine_page_scroller_new (self->columns, PAGE_WIDTH));
}

GtkWidget *
brine_support_page_new (BrineHistory *history, BrineClock *clock)
{
  BrineSupportPage *self;

  g_return_val_if_fail (history == NULL || BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_SUPPORT_PAGE, NULL);
  g_set_object (&self->history, history);
  g_set_object (&self->clock, clock);
  build (self);
  arrange (self, FALSE);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->country), find_country (self));
  show_helplines (self);
  show_people (self);
  show_plan (self);
  g_signal_connect_object (self->country, "notify::selected", G_CALLBACK (on_country_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "support.edit-contact", history != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "support.edit-plan", history != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "support.rest", FALSE);
  if (history != NULL)
    {
      self->changed_id = g_signal_connect (brine_history_get_store (history), "changed",
                                           G_CALLBACK (on_store_changed_cb), self);
      self->people_reader =
          brine_reader_new (self, &people_source, brine_history_get_store (history));
      brine_reader_restart (self->people_reader);
      self->pauses_reader =
          brine_reader_new (self, &pauses_source, brine_history_get_store (history));
      brine_reader_restart (self->pauses_reader);
    }

  return GTK_WIDGET (self);
}
