/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-checkin-card.h"

#include "brine-checkin-details.h"
#include "brine-format.h"
#include "brine-mood-scale.h"
#include "brine-parts.h"
#include "brine-reader.h"

#include <glib/gi18n.h>

/* A second face within this time corrects the first; later it is a check-in of its own. */
#define CORRECTION_MS (15 * 60 * 1000)
/* Own factors of the last weeks are offered again. */
#define KNOWN_FACTOR_DAYS 28
#define REVEAL_MS 200

/**
 * BrineCheckinCard:
 *
 * "How are you?": one click on a face is a check-in and already saved. Its details show below and
 * are saved into the same check-in as they change.
 */
struct _BrineCheckinCard
{
  AdwBin parent_instance;

  const BrineActs *acts; /* borrowed from the page */
  BrineDay day;
  BrineCheckin *current; /* latest of the day; NULL: none */
  GPtrArray *earlier;    /* BrineCheckin of the day before current, in order of time */
  GPtrArray *factors;    /* char *: the user's own, lately used */
  BrineReader *reader;   /* NULL once disposed */
  gboolean arriving;     /* what is shown is still of the day before */
  gboolean narrow;

  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *status;
  GtkWidget *scale;
  GtkWidget *revealer;
  GtkWidget *details;
};

G_DEFINE_FINAL_TYPE (BrineCheckinCard, brine_checkin_card, ADW_TYPE_BIN)

static BrineStore *
get_store (BrineCheckinCard *self)
{
  return brine_history_get_store (self->acts->history);
}

static gboolean
is_today (BrineCheckinCard *self)
{
  return self->day
         == brine_clock_get_today (self->acts->clock,
                                   brine_store_get_day_start_minutes (get_store (self)));
}

static gboolean
current_is_fresh (BrineCheckinCard *self)
{
  int64_t age_ms;

  if (self->current == NULL)
    return FALSE;
  age_ms = brine_clock_get_now (self->acts->clock).unix_ms - self->current->at.instant.unix_ms;
  return age_ms >= 0 && age_ms < CORRECTION_MS;
}

/* Showing ---------------------------------------------------------------------------------- */

/* "Good, logged 13:05 · earlier today: Okay" */
static char *
dup_status (BrineCheckinCard *self)
{
  g_autofree char *time = brine_format_time (brine_moment_get_local (&self->current->at));
  const char *mood = brine_mood_get_name (self->current->mood);
  g_autoptr (GString) earlier = g_string_new (NULL);

  if (self->narrow)
    /* Translators: a mood and a time: "Okay at 08:10". */
    return g_strdup_printf (_ ("%s at %s"), mood, time);
  if (self->earlier->len == 0)
    /* Translators: a mood and a time: "Good, logged 13:05". */
    return g_strdup_printf (_ ("%s, logged %s"), mood, time);
  for (guint i = 0; i < self->earlier->len; i++)
    {
      const BrineCheckin *checkin = g_ptr_array_index (self->earlier, i);

      if (i > 0)
        g_string_append (earlier, ", ");
      g_string_append (earlier, brine_mood_get_name (checkin->mood));
    }
  if (is_today (self))
    /* Translators: a mood, a time, and the moods before: "Good, logged 13:05 · earlier today:
     * Okay". */
    return g_strdup_printf (_ ("%s, logged %s · earlier today: %s"), mood, time, earlier->str);
  return g_strdup_printf (_ ("%s, logged %s · before: %s"), mood, time, earlier->str);
}

static void
show_checkin (BrineCheckinCard *self, gboolean reveal, gboolean at_once)
{
  g_autofree char *status = NULL;

  /* On a narrow window an old check-in leaves its place to the next one. */
  brine_mood_scale_set_mood (BRINE_MOOD_SCALE (self->scale),
                             self->current != NULL && (reveal || !self->narrow)
                                 ? self->current->mood
                                 : 0);
  gtk_widget_set_visible (self->status, self->current != NULL);
  if (at_once)
    brine_reveal_at_once (self->revealer, self->current != NULL && reveal);
  else
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), self->current != NULL && reveal);
  if (self->current == NULL)
    return;
  status = dup_status (self);
  gtk_label_set_text (GTK_LABEL (self->status), status);
  brine_checkin_details_set_checkin (BRINE_CHECKIN_DETAILS (self->details), self->current,
                                     self->factors);
}

/* The details of the day that one comes from say nothing about this one. */
static gboolean
is_revealed (BrineCheckinCard *self)
{
  return !self->arriving && gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

static gboolean
should_reveal (BrineCheckinCard *self)
{
  return self->current != NULL && (!self->narrow || current_is_fresh (self));
}

/* Loading ---------------------------------------------------------------------------------- */

static gboolean
is_own_factor (const char *factor)
{
  return !g_strv_contains (brine_factor_get_defaults (), factor)
         && !g_strv_contains (brine_factor_get_more (), factor);
}

static void
remember_factors (BrineCheckinCard *self, const BrineCheckin *checkin)
{
  for (int i = 0; checkin->factors != NULL && checkin->factors[i] != NULL; i++)
    if (is_own_factor (checkin->factors[i])
        && !g_ptr_array_find_with_equal_func (self->factors, checkin->factors[i], g_str_equal,
                                              NULL))
      g_ptr_array_add (self->factors, g_strdup (checkin->factors[i]));
}

static void
take_checkins (BrineCheckinCard *self, GPtrArray *checkins)
{
  BrineCheckin *latest = NULL;

  g_ptr_array_set_size (self->earlier, 0);
  g_ptr_array_set_size (self->factors, 0);
  for (guint i = 0; i < checkins->len; i++)
    {
      BrineCheckin *checkin = g_ptr_array_index (checkins, i);

      remember_factors (self, checkin);
      if (checkin->at.day != self->day)
        continue;
      if (latest != NULL)
        g_ptr_array_add (self->earlier, brine_checkin_copy (latest));
      latest = checkin;
    }
  g_clear_pointer (&self->current, brine_checkin_free);
  if (latest != NULL)
    self->current = brine_checkin_copy (latest);
}

static void
show_arrived (BrineCheckinCard *self, gboolean reveal)
{
  show_checkin (self, reveal, self->arriving);
  self->arriving = FALSE;
}

static void
load (gpointer owner, BrineStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  BrineCheckinCard *self = owner;

  brine_store_load_checkins_async (store, self->day - KNOWN_FACTOR_DAYS, self->day, cancellable,
                                   callback, user_data);
}

static void
take (gpointer owner, GPtrArray *checkins)
{
  BrineCheckinCard *self = owner;

  if (checkins == NULL)
    {
      show_arrived (self, FALSE);
      return;
    }
  /* What is on its way to the disk is newer than what was read; its commit reads again. */
  if (brine_history_is_busy (self->acts->history))
    return;
  take_checkins (self, checkins);
  show_arrived (self, should_reveal (self) || (is_revealed (self) && self->current != NULL));
}

static const BrineReaderSource source = {
  .kinds = 1u << BRINE_KIND_CHECKIN,
  .load = load,
  .finish = brine_store_load_checkins_finish,
  .take = take,
};

static void
on_busy_changed_cb (BrineCheckinCard *self)
{
  if (self->reader != NULL && !brine_history_is_busy (self->acts->history))
    brine_reader_refresh (self->reader);
}

/* Saving ----------------------------------------------------------------------------------- */

static void
save (BrineCheckinCard *self, const char *label)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_checkin (change, self->current);
  brine_history_apply (self->acts->history, label, change);
}

static void
on_edited_cb (BrineCheckinCard *self)
{
  if (self->current == NULL)
    return;
  brine_checkin_details_read (BRINE_CHECKIN_DETAILS (self->details), self->current);
  save (self, NULL);
}

/* Now; on another day the same time of that day. */
static BrineMoment
get_moment (BrineCheckinCard *self)
{
  int day_start = brine_store_get_day_start_minutes (get_store (self));
  GTimeZone *zone = brine_clock_get_zone (self->acts->clock);
  BrineLocal local = brine_clock_get_local (self->acts->clock);

  local.day += self->day - brine_clock_get_today (self->acts->clock, day_start);
  return brine_moment_new (is_today (self) ? brine_clock_get_now (self->acts->clock)
                                           : brine_zone_resolve (zone, local),
                           zone, day_start);
}

static void
start_checkin (BrineCheckinCard *self)
{
  brine_checkin_details_flush (BRINE_CHECKIN_DETAILS (self->details));
  if (self->current != NULL)
    g_ptr_array_add (self->earlier, g_steal_pointer (&self->current));
  self->current = brine_checkin_new ();
  self->current->at = get_moment (self);
}

static void
on_picked_cb (BrineCheckinCard *self, int mood)
{
  gboolean again = current_is_fresh (self) && self->current->mood == mood;
  g_autofree char *label = NULL;

  if (again)
    {
      show_checkin (self, !is_revealed (self), FALSE);
      return;
    }
  if (!current_is_fresh (self))
    start_checkin (self);
  self->current->mood = mood;
  /* Translators: toast; %s is a mood such as "Good". */
  label = g_strdup_printf (_ ("Mood logged: %s"), brine_mood_get_name (mood));
  save (self, label);
  show_arrived (self, TRUE);
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_checkin_card_dispose (GObject *object)
{
  BrineCheckinCard *self = BRINE_CHECKIN_CARD (object);

  g_clear_pointer (&self->reader, brine_reader_free);
  g_clear_pointer (&self->current, brine_checkin_free);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  G_OBJECT_CLASS (brine_checkin_card_parent_class)->dispose (object);
}

static void
brine_checkin_card_class_init (BrineCheckinCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_checkin_card_dispose;
}

static GtkWidget *
make_head (BrineCheckinCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->heading = gtk_label_new (_ ("How are you?"));
  gtk_widget_add_css_class (self->heading, "title-4");
  self->status = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->status, "secondary");
  gtk_widget_add_css_class (self->status, "caption");
  gtk_widget_set_hexpand (self->status, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->status), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->status), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->status, FALSE);
  gtk_box_append (GTK_BOX (head), self->heading);
  gtk_box_append (GTK_BOX (head), self->status);
  return head;
}

static GtkWidget *
make_revealer (BrineCheckinCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->details = brine_checkin_details_new ();
  gtk_widget_add_css_class (self->details, "card-foot");
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->details);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_duration (GTK_REVEALER (self->revealer), REVEAL_MS);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  g_signal_connect_object (self->details, "edited", G_CALLBACK (on_edited_cb), self,
                           G_CONNECT_SWAPPED);
  return self->revealer;
}

static void
brine_checkin_card_init (BrineCheckinCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_checkin_free);
  self->factors = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "card-body");
  self->scale = brine_mood_scale_new ();
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), self->scale);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), self->box);
  gtk_box_append (GTK_BOX (card), make_revealer (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How are you?"), -1);
  g_signal_connect_object (self->scale, "picked", G_CALLBACK (on_picked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), card);
}

GtkWidget *
brine_checkin_card_new (const BrineActs *acts)
{
  BrineCheckinCard *self = g_object_new (BRINE_TYPE_CHECKIN_CARD, NULL);

  self->acts = acts;
  self->reader = brine_reader_new (self, &source, get_store (self));
  g_signal_connect_object (acts->history, "notify::busy", G_CALLBACK (on_busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
brine_checkin_card_set_day (BrineCheckinCard *self, BrineDay day)
{
  g_return_if_fail (BRINE_IS_CHECKIN_CARD (self));

  if (day != self->day)
    {
      brine_checkin_details_flush (BRINE_CHECKIN_DETAILS (self->details));
      g_clear_pointer (&self->current, brine_checkin_free);
      g_ptr_array_set_size (self->earlier, 0);
      self->day = day;
      self->arriving = TRUE;
      gtk_label_set_text (GTK_LABEL (self->heading),
                          is_today (self) ? _ ("How are you?") : _ ("How were you?"));
    }
  brine_reader_restart (self->reader);
}

void
brine_checkin_card_pick (BrineCheckinCard *self, int mood)
{
  g_return_if_fail (BRINE_IS_CHECKIN_CARD (self));
  g_return_if_fail (mood >= 1 && mood <= 5);

  brine_mood_scale_set_mood (BRINE_MOOD_SCALE (self->scale), mood);
  on_picked_cb (self, mood);
}

void
brine_checkin_card_set_narrow (BrineCheckinCard *self, gboolean narrow)
{
  g_return_if_fail (BRINE_IS_CHECKIN_CARD (self));

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  brine_mood_scale_set_narrow (BRINE_MOOD_SCALE (self->scale), narrow);
  brine_checkin_details_set_narrow (BRINE_CHECKIN_DETAILS (self->details), narrow);
  show_checkin (self, should_reveal (self), TRUE);
}
