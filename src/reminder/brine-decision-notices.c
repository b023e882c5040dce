/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-decision-private.h"

#define MINUTE_MS INT64_C (60000)
#define NOON_MINUTES 720
#define EVENING_MINUTES 1080

/* Notices before it is known whether there are too many of them. */
typedef struct
{
  GPtrArray *plain;    /* BrineNotice: they may be put together */
  GPtrArray *special;  /* BrineNotice: each by itself */
  GPtrArray *late;     /* BrineDue, owned: of the digest */
  GPtrArray *replaced; /* utf8: notices of which the digest takes what was snoozed */
} Drafts;

static GPtrArray *
dues_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)brine_due_free);
}

/* As people read them: by when they are due, those of one moment by their titles. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const BrineDue *x = *(const BrineDue *const *)a;
  const BrineDue *y = *(const BrineDue *const *)b;
  int order = brine_instant_compare (x->at, y->at);

  if (order == 0)
    order = brine_local_compare (x->start, y->start);
  if (order == 0)
    order = g_utf8_collate (x->title, y->title);
  return order != 0 ? order : brine_due_compare (x, y);
}

static BrineNoticeKind
get_kind (const GPtrArray *dues)
{
  const BrineDue *first = dues->pdata[0];

  switch (first->source)
    {
    case BRINE_DUE_CHECKIN:
      return BRINE_NOTICE_CHECKIN;
    case BRINE_DUE_LOOK_BACK:
      return BRINE_NOTICE_LOOK_BACK;
    case BRINE_DUE_ASK:
      return BRINE_NOTICE_ASK;
    case BRINE_DUE_PLAN:
    case BRINE_DUE_QUOTA:
    case BRINE_DUE_WIND_DOWN:
      break;
    }
  return dues->len > 1 ? BRINE_NOTICE_GROUP : BRINE_NOTICE_ONE;
}

/* @dues: (transfer full) */
static BrineNotice *
make_notice (const BrineDeciding *self, const char *id, BrineNoticeKind kind, GPtrArray *dues)
{
  g_ptr_array_sort (dues, compare_lines);
  return brine_notice_new (id, kind, dues, &self->facts->settings, self->now);
}

/* What was shown before ------------------------------------------------------------------------- */

static BrineDue *
dup_due_of (const BrineDeciding *self, const BrineDelivery *delivery)
{
  const BrineDue *due = g_hash_table_lookup (self->by_key, delivery->key);

  return due != NULL ? brine_due_copy (due) : brine_due_new_from_delivery (delivery, self->zone);
}

/* The new record goes on from the one there is. */
static void
take_over (BrineNotice *notice, const GPtrArray *deliveries)
{
  for (guint i = 0; i < notice->deliveries->len; i++)
    for (guint j = 0; j < deliveries->len; j++)
      {
        BrineDelivery *to = notice->deliveries->pdata[i];
        const BrineDelivery *from = deliveries->pdata[j];

        if (strcmp (to->key, from->key) == 0)
          {
            to->shown = from->shown;
            to->until = from->until;
          }
      }
}

/* One notice for each that showed some of @deliveries, under the id that it had. */
static void
add_again (const BrineDeciding *self, const GPtrArray *deliveries, Drafts *drafts)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < deliveries->len; i++)
    {
      const BrineDelivery *first = deliveries->pdata[i];
      const char *id = first->notice_id != NULL ? first->notice_id : first->key;
      GPtrArray *dues;
      gboolean late = FALSE;

      if (!g_hash_table_add (done, (gpointer)id))
        continue;
      dues = dues_new ();
      for (guint j = i; j < deliveries->len; j++)
        {
          const BrineDelivery *delivery = deliveries->pdata[j];

          if (g_strcmp0 (delivery->notice_id, first->notice_id) != 0)
            continue;
          g_ptr_array_add (dues, dup_due_of (self, delivery));
          late |= brine_deciding_get_lateness_ms (self, brine_deciding_get_last_at (self, delivery))
                  > BRINE_REMINDER_LATE_MINUTES * MINUTE_MS;
        }
      BrineNoticeKind kind = get_kind (dues);
      if (kind == BRINE_NOTICE_GROUP && late)
        kind = BRINE_NOTICE_DIGEST;
      BrineNotice *notice = make_notice (self, first->notice_id, kind, dues);
      take_over (notice, deliveries);
      g_ptr_array_add (kind <= BRINE_NOTICE_DIGEST ? drafts->plain : drafts->special, notice);
    }
}

/* What was snoozed comes again as it was; what should have come half a day ago is in the digest. */
static void
draft_snoozed (BrineDeciding *self, Drafts *drafts)
{
  g_autoptr (GPtrArray) again = g_ptr_array_new ();

  for (guint i = 0; i < self->snoozed->len; i++)
    {
      const BrineDelivery *delivery = self->snoozed->pdata[i];

      if (brine_deciding_get_lateness_ms (self, delivery->until)
              <= BRINE_REMINDER_GONE_MINUTES * MINUTE_MS
          || delivery->source >= BRINE_DUE_CHECKIN)
        g_ptr_array_add (again, (gpointer)delivery);
      else
        {
          g_ptr_array_add (drafts->late, dup_due_of (self, delivery));
          if (delivery->notice_id != NULL)
            g_ptr_array_add (drafts->replaced, g_strdup (delivery->notice_id));
        }
    }
  add_again (self, again, drafts);
}

/* What is new ----------------------------------------------------------------------------------- */

static gboolean
is_late (const BrineDeciding *self, const BrineDue *due)
{
  return brine_deciding_get_lateness_ms (self, due->at) > BRINE_REMINDER_LATE_MINUTES * MINUTE_MS;
}

static gboolean
can_be_bundled (const BrineDeciding *self, const BrineDue *due)
{
  return self->facts->settings.bundle
         && (due->source == BRINE_DUE_PLAN || due->source == BRINE_DUE_QUOTA);
}

/* What comes together: a part of a civil day when bundled, else a minute of the wall clock. */
static int64_t
get_bucket (const BrineDeciding *self, const BrineDue *due)
{
  int minute = brine_local_get_minute_of_day (due->nominal);
  BrineDay day = brine_civil_day_of_local (due->nominal, self->facts->day_start_minutes);
  int part = minute < NOON_MINUTES ? 0 : minute < EVENING_MINUTES ? 1 : 2;

  if (!can_be_bundled (self, due))
    return (int64_t)due->nominal.day * BRINE_MINUTES_PER_DAY + minute;
  /* After midnight the evening goes on until days start. Buckets of parts are negative. */
  return -(((int64_t)day - BRINE_DAY_MIN) * 3 + (day < due->nominal.day ? 2 : part) + 1);
}

static GPtrArray *
get_bucket_list (GHashTable *buckets, GPtrArray *order, int64_t bucket)
{
  GPtrArray *dues = g_hash_table_lookup (buckets, &bucket);

  if (dues == NULL)
    {
      dues = dues_new ();
      g_hash_table_insert (buckets, g_memdup2 (&bucket, sizeof bucket), dues);
      g_ptr_array_add (order, dues);
    }
  return dues;
}

static gboolean
is_fired_late (const BrineDeciding *self, int64_t bucket)
{
  for (guint i = 0; i < self->fire->len; i++)
    {
      const BrineDue *due = self->fire->pdata[i];

      if (is_late (self, due) && can_be_bundled (self, due) && get_bucket (self, due) == bucket)
        return TRUE;
    }
  return FALSE;
}

/* The rest of a part of the day comes with its first. */
static void
pull_bundle (BrineDeciding *self, GHashTable *buckets, Drafts *drafts)
{
  for (guint i = 0; self->facts->settings.bundle && i < self->dues->len; i++)
    {
      const BrineDue *due = self->dues->pdata[i];
      int64_t bucket;

      if (!can_be_bundled (self, due) || brine_instant_compare (due->at, self->now) <= 0
          || brine_due_is_quiet (due) || g_hash_table_contains (self->delivered, due->key)
          || brine_deciding_get_attention (self, due) != BRINE_ATTENTION_NORMAL)
        continue;
      bucket = get_bucket (self, due);
      GPtrArray *dues = g_hash_table_lookup (buckets, &bucket);
      if (dues != NULL)
        g_ptr_array_add (dues, brine_due_copy (due));
      else if (is_fired_late (self, bucket))
        g_ptr_array_add (drafts->late, brine_due_copy (due));
    }
}

static void
draft_prompts (BrineDeciding *self, BrineDueSource source, Drafts *drafts)
{
  GPtrArray *dues = dues_new ();

  for (guint i = 0; i < self->fire->len; i++)
    {
      const BrineDue *due = self->fire->pdata[i];

      if (due->source == source)
        g_ptr_array_add (dues, brine_due_copy (due));
    }
  if (dues->len > 0)
    g_ptr_array_add (drafts->special, make_notice (self, NULL, get_kind (dues), dues));
  else
    g_ptr_array_unref (dues);
}

static void
draft_new (BrineDeciding *self, Drafts *drafts)
{
  g_autoptr (GHashTable) buckets =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < self->fire->len; i++)
    {
      const BrineDue *due = self->fire->pdata[i];

      if (due->source == BRINE_DUE_CHECKIN || due->source == BRINE_DUE_LOOK_BACK)
        continue;
      g_ptr_array_add (is_late (self, due)
                           ? drafts->late
                           : get_bucket_list (buckets, order, get_bucket (self, due)),
                       brine_due_copy (due));
    }
  pull_bundle (self, buckets, drafts);
  for (guint i = 0; i < order->len; i++)
    {
      GPtrArray *dues = order->pdata[i];

      g_ptr_array_add (drafts->plain, make_notice (self, NULL, get_kind (dues), dues));
    }
}

/* Not too many ---------------------------------------------------------------------------------- */

static void
steal_strings (GPtrArray *from, GPtrArray *to)
{
  g_ptr_array_extend_and_steal (to, g_ptr_array_ref (from));
}

/* Turns the list of strings into what a notice holds; NULL when it is empty. */
static char **
to_strv (const GPtrArray *strings)
{
  char **strv = strings->len > 0 ? g_new0 (char *, strings->len + 1) : NULL;

  for (guint i = 0; i < strings->len; i++)
    strv[i] = g_strdup (strings->pdata[i]);
  return strv;
}

static void
draft_digest (BrineDeciding *self, Drafts *drafts)
{
  BrineNotice *digest;
  GPtrArray *dues = drafts->late;

  if (dues->len == 0)
    return;
  drafts->late = dues_new ();
  digest = make_notice (self, NULL, dues->len > 1 ? BRINE_NOTICE_DIGEST : BRINE_NOTICE_ONE, dues);
  digest->withdraw = to_strv (drafts->replaced);
  take_over (digest, self->snoozed);
  g_ptr_array_add (drafts->plain, digest);
}

static gboolean
is_snoozed (const BrineDeciding *self, const char *key)
{
  for (guint i = 0; i < self->snoozed->len; i++)
    if (strcmp (((const BrineDelivery *)self->snoozed->pdata[i])->key, key) == 0)
      return TRUE;
  return FALSE;
}

/* All of @plain in one. */
static void
merge (BrineDeciding *self, Drafts *drafts)
{
  GPtrArray *dues = dues_new ();
  g_autoptr (GPtrArray) replaced = g_ptr_array_new_with_free_func (g_free);
  gboolean late = FALSE;

  for (guint i = 0; i < drafts->plain->len; i++)
    {
      const BrineNotice *notice = drafts->plain->pdata[i];

      late |= notice->kind == BRINE_NOTICE_DIGEST || notice->late;
      for (guint j = 0; j < notice->dues->len; j++)
        {
          const BrineDue *due = notice->dues->pdata[j];

          g_ptr_array_add (dues, brine_due_copy (due));
          if (is_snoozed (self, due->key))
            g_ptr_array_add (replaced, g_strdup (notice->id));
        }
    }
  steal_strings (drafts->replaced, replaced);
  BrineNotice *merged =
      make_notice (self, NULL, late ? BRINE_NOTICE_DIGEST : BRINE_NOTICE_GROUP, dues);
  merged->withdraw = to_strv (replaced);
  take_over (merged, self->snoozed);
  g_ptr_array_set_size (drafts->plain, 0);
  g_ptr_array_add (drafts->plain, merged);
}

static void
draft_ask (BrineDeciding *self, Drafts *drafts)
{
  GPtrArray *dues;

  if (self->ask == NULL || drafts->plain->len + drafts->special->len >= BRINE_REMINDER_MAX_NOTICES)
    return;
  dues = dues_new ();
  g_ptr_array_add (dues, g_steal_pointer (&self->ask));
  g_ptr_array_add (drafts->special, make_notice (self, NULL, BRINE_NOTICE_ASK, dues));
}

void
brine_deciding_make_notices (BrineDeciding *self)
{
  Drafts drafts = {
    .plain = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_notice_unref),
    .special = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_notice_unref),
    .late = dues_new (),
    .replaced = g_ptr_array_new_with_free_func (g_free),
  };

  if (self->claimed->len > 0)
    add_again (self, self->claimed, &drafts);
  else
    {
      draft_snoozed (self, &drafts);
      draft_new (self, &drafts);
      draft_digest (self, &drafts);
      draft_prompts (self, BRINE_DUE_CHECKIN, &drafts);
      draft_prompts (self, BRINE_DUE_LOOK_BACK, &drafts);
      if (drafts.plain->len > 1
          && drafts.plain->len + drafts.special->len > BRINE_REMINDER_MAX_NOTICES)
        merge (self, &drafts);
      draft_ask (self, &drafts);
    }
  g_ptr_array_extend_and_steal (self->out->notices, g_steal_pointer (&drafts.plain));
  g_ptr_array_extend_and_steal (self->out->notices, g_steal_pointer (&drafts.special));
  g_ptr_array_unref (drafts.late);
  g_ptr_array_unref (drafts.replaced);
}
