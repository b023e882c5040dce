/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle-private.h"

#include "brine-decision.h"

#define GONE_MS (12 * HOUR_MS)
#define LATE_MS (15 * MINUTE_MS)

typedef enum
{
  PENDING, /* due, or it will be */
  SHOWN,
  SNOOZED,
  ANSWERED,
  DROPPED, /* passed, and is not to be shown */
} Status;

/* One due time in the ledger. */
typedef struct
{
  BrineDueSource source;
  char *item_id;
  BrineLocal original;
  BrineLocal nominal;
  char *key; /* of the delivery, once it was shown */
  Status status;
  gboolean optional;    /* it may be shown, or not */
  gboolean shown_now;   /* in this turn */
  gboolean was_snoozed; /* asked for, however late it gets */
  gboolean may_repeat;  /* the process was killed before the screen was confirmed */
  int64_t dropped_at_ms;
  int64_t until_ms;
  char *notice_id;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->item_id);
  g_free (entry->key);
  g_free (entry->notice_id);
  g_free (entry);
}

static char *
make_name (BrineDueSource source, const char *item_id, BrineLocal original, BrineLocal nominal)
{
  return g_strdup_printf ("%d/%s/%d.%d/%d.%d", source, item_id != NULL ? item_id : "-",
                          original.day, original.second, nominal.day, nominal.second);
}

Oracle *
oracle_new (FakeWorld *world, guint32 seed)
{
  Oracle *oracle = g_new0 (Oracle, 1);

  oracle->world = world;
  oracle->seed = seed;
  oracle->able_since_ms = G_MAXINT64;
  oracle->items = g_ptr_array_new_with_free_func ((GDestroyNotify)oracle_item_free);
  oracle->ledger = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  return oracle;
}

void
oracle_free (Oracle *oracle)
{
  g_ptr_array_unref (oracle->items);
  g_hash_table_unref (oracle->ledger);
  g_free (oracle);
}

static int64_t
get_now (Oracle *oracle)
{
  return brine_clock_get_now (oracle->world->clock).unix_ms;
}

/* Occurrences that were moved are looked for at their original day. */
#define MOVED_DAYS 3

static BrineDay
get_today (Oracle *oracle)
{
  return brine_clock_get_local (oracle->world->clock).day;
}

/* The ledger
 * ------------------------------------------------------------------------------------
 */

typedef struct
{
  Status status;
  gboolean optional;
  gboolean reopen; /* what was dropped by a clock that was wrong */
} Adding;

static void
add_to_ledger (Oracle *oracle, const Due *due, gpointer user_data)
{
  const Adding *adding = user_data;
  const char *item_id = due->item != NULL ? due->item->id : NULL;
  int64_t now = get_now (oracle);
  char *name;
  Entry *entry;

  if (due->at_ms > now || due->at_ms < now - 2 * DAY_MS)
    return;
  name = make_name (due->source, item_id, due->original, due->nominal);
  entry = g_hash_table_lookup (oracle->ledger, name);
  if (entry != NULL)
    {
      if (adding->reopen && entry->status == DROPPED && entry->dropped_at_ms > now)
        entry->status = PENDING;
      g_free (name);
      return;
    }
  entry = g_new0 (Entry, 1);
  entry->source = due->source;
  entry->item_id = g_strdup (item_id);
  entry->original = due->original;
  entry->nominal = due->nominal;
  entry->status = adding->status;
  entry->optional = adding->optional;
  entry->dropped_at_ms = now;
  g_hash_table_insert (oracle->ledger, name, entry);
}

static void
scan (Oracle *oracle, Status status, gboolean optional, gboolean reopen)
{
  Adding adding = { status, optional, reopen };
  BrineDay today = get_today (oracle);

  oracle_each_due (oracle, today - 2 - MOVED_DAYS, today + 1 + MOVED_DAYS, add_to_ledger, &adding);
}

void
oracle_pass_time (Oracle *oracle)
{
  scan (oracle, PENDING, FALSE, TRUE);
}

void
oracle_note_edit (Oracle *oracle, gboolean watched)
{
  oracle->able_since_ms = G_MAXINT64;
  scan (oracle, watched ? DROPPED : PENDING, !watched, FALSE);
}

void
oracle_note_jump (Oracle *oracle)
{
  oracle->able_since_ms = G_MAXINT64;
  scan (oracle, PENDING, FALSE, TRUE);
}

/* Judging
 * ---------------------------------------------------------------------------------------
 */

static void G_GNUC_PRINTF (3, 4) G_GNUC_NORETURN
    complain (Oracle *oracle, const Entry *entry, const char *format, ...)
{
  g_autofree char *now = brine_local_to_string (brine_clock_get_local (oracle->world->clock));
  g_autofree char *nominal = brine_local_to_string (entry->nominal);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_error ("seed %u, %s in %s: %s of %s, nominal %s, original day %d.%d, status %d, "
           "optional %d: %s",
           oracle->seed, now,
           g_time_zone_get_identifier (brine_clock_get_zone (oracle->world->clock)),
           brine_due_source_to_nick (entry->source), entry->item_id, nominal, entry->original.day,
           entry->original.second, entry->status, entry->optional, what);
}

OracleItem *
oracle_find_item (Oracle *oracle, const char *id)
{
  for (guint i = 0; i < oracle->items->len; i++)
    {
      OracleItem *item = oracle->items->pdata[i];

      if (g_strcmp0 (item->id, id) == 0)
        return item;
    }
  return NULL;
}

typedef struct
{
  const Entry *entry;
  gboolean found;
  Due due;
} Search;

static void
match (Oracle *oracle, const Due *due, gpointer user_data)
{
  Search *search = user_data;

  if (!search->found && due->source == search->entry->source
      && brine_local_equal (due->nominal, search->entry->nominal)
      && brine_local_equal (due->original, search->entry->original))
    {
      search->found = TRUE;
      search->due = *due;
    }
}

/* The due time of @entry as the plan has it now; FALSE: it is gone. */
static gboolean
find_due (Oracle *oracle, const Entry *entry, Due *out_due)
{
  Search search = { .entry = entry };

  if (entry->source == BRINE_DUE_CHECKIN)
    oracle_each_checkin (oracle, entry->original.day, match, &search);
  else
    {
      OracleItem *item = oracle_find_item (oracle, entry->item_id);

      if (item != NULL)
        oracle_each_of_occurrence (oracle, item, entry->original.day, match, &search);
    }
  *out_due = search.due;
  return search.found;
}

static gboolean
is_paused (Oracle *oracle, BrineDay day)
{
  for (guint i = 0; i < oracle->world->pauses->len; i++)
    {
      const BrinePause *pause = oracle->world->pauses->pdata[i];

      if (day >= pause->from && day <= pause->to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_answered_by_checkin (Oracle *oracle, int64_t at_ms)
{
  for (guint i = 0; i < oracle->world->checkins->len; i++)
    {
      const BrineCheckin *checkin = oracle->world->checkins->pdata[i];

      if (checkin->at.instant.unix_ms >= at_ms - HOUR_MS
          && checkin->at.instant.unix_ms <= at_ms + GONE_MS)
        return TRUE;
    }
  return FALSE;
}

/* Nothing is to be said of it now. */
static gboolean
is_silent (Oracle *oracle, const Due *due)
{
  const char *off = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_REMINDERS_OFF);
  BrineLocal counted = due->start;

  if (oracle_get_setting (oracle, BRINE_SETTING_REMINDERS, 1) == 0)
    return TRUE;
  if (due->item == NULL)
    return is_paused (oracle, oracle_get_civil_day (oracle, due->nominal))
           || is_answered_by_checkin (oracle, due->at_ms);
  if (off != NULL && strstr (off, brine_practice_to_nick (due->item->practice)) != NULL)
    return TRUE;
  /* A night counts for the day of waking. */
  if (due->item->practice == BRINE_PRACTICE_SLEEP)
    counted = brine_local_add_seconds (counted, due->item->minutes * 60);
  return is_paused (oracle, oracle_get_civil_day (oracle, counted))
         || g_hash_table_contains (due->item->logged, GINT_TO_POINTER (due->original.day));
}

/* Quiet hours "22:00-07:00", or a pause of reminders. */
static gboolean
is_on_hold (Oracle *oracle)
{
  const char *quiet = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_QUIET);
  const char *paused = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_FOCUS);
  int minute = brine_local_get_minute_of_day (brine_clock_get_local (oracle->world->clock));
  BrineInstant until;

  if (paused != NULL
      && brine_instant_parse (paused, brine_clock_get_zone (oracle->world->clock), &until)
      && until.unix_ms > get_now (oracle))
    return TRUE;
  if (quiet == NULL)
    return FALSE;
  int from = atoi (quiet) * 60 + atoi (quiet + 3);
  int to = atoi (quiet + 6) * 60 + atoi (quiet + 9);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

static void
drop (Oracle *oracle, Entry *entry)
{
  if (entry->shown_now)
    complain (oracle, entry, "shown, though nothing is to be said of it");
  entry->status = DROPPED;
  entry->dropped_at_ms = get_now (oracle);
  oracle->n_dropped++;
}

static void
judge_pending (Oracle *oracle, Entry *entry)
{
  int64_t now = get_now (oracle);
  Due due;

  if (!find_due (oracle, entry, &due))
    {
      drop (oracle, entry);
      return;
    }
  if (due.at_ms > now)
    return;
  if (is_silent (oracle, &due) || now - due.at_ms > GONE_MS
      || (due.source == BRINE_DUE_WIND_DOWN && now - due.at_ms > LATE_MS
          && oracle_resolve (oracle, due.start) <= now))
    drop (oracle, entry);
  else if (!entry->optional && oracle->world->available && !oracle->world->show_fails
           && !is_on_hold (oracle))
    complain (oracle, entry, "MISSED");
}

static void
judge_snoozed (Oracle *oracle, Entry *entry)
{
  int64_t now = get_now (oracle);
  Due due;

  if (!find_due (oracle, entry, &due) || is_silent (oracle, &due)
      || now - oracle_resolve (oracle, entry->nominal) > 7 * DAY_MS)
    entry->status = ANSWERED;
  else if (!entry->optional && entry->until_ms <= now && oracle->world->available
           && !oracle->world->show_fails && !is_on_hold (oracle))
    complain (oracle, entry, "MISSED after it was snoozed");
}

void
oracle_judge (Oracle *oracle)
{
  GHashTableIter iter;
  gpointer value;
  int64_t now = get_now (oracle);

  if (oracle_get_setting (oracle, BRINE_SETTING_BUNDLE, 0) != 0)
    oracle->bundle_until_ms = now + DAY_MS;
  if (!oracle->world->available || oracle->world->show_fails || is_on_hold (oracle))
    oracle->able_since_ms = G_MAXINT64;
  else
    oracle->able_since_ms = MIN (oracle->able_since_ms, now);
  oracle->n_at_once = 0;

  g_hash_table_iter_init (&iter, oracle->ledger);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      if (entry->status == PENDING)
        judge_pending (oracle, entry);
      else if (entry->status == SNOOZED)
        judge_snoozed (oracle, entry);
      entry->shown_now = FALSE;
      /* Nobody asks for it any more, and the ledger stays short. */
      if (entry->status != SNOOZED && now - oracle_resolve (oracle, entry->nominal) > 10 * DAY_MS)
        g_hash_table_iter_remove (&iter);
    }
}

/* The screen
 * ------------------------------------------------------------------------------------
 */

static void
check_lateness (Oracle *oracle, const BrineNotice *notice, const Entry *entry, const Due *due)
{
  int64_t late_ms = get_now (oracle) - due->at_ms;

  if (late_ms > GONE_MS && !entry->was_snoozed)
    complain (oracle, entry, "shown more than twelve hours late");
  if (entry->status == SNOOZED || entry->may_repeat)
    return;
  if (due->at_ms > oracle->able_since_ms && late_ms > 0)
    complain (oracle, entry, "shown %d s late, though nothing kept it", (int)(late_ms / 1000));
  if (late_ms > LATE_MS)
    {
      oracle->n_late++;
      if (notice->kind != BRINE_NOTICE_CHECKIN
          && notice->kind != (notice->dues->len > 1 ? BRINE_NOTICE_DIGEST : BRINE_NOTICE_ONE))
        complain (oracle, entry, "late, and neither alone nor in a digest");
    }
}

static gboolean
is_of_bundle (Oracle *oracle, const BrineNotice *notice, const Due *due)
{
  return (get_now (oracle) <= oracle->bundle_until_ms
          || oracle_get_setting (oracle, BRINE_SETTING_BUNDLE, 0) != 0)
         && due->source == BRINE_DUE_PLAN;
}

/* Twice is once too often, unless it was put off, or nobody knows whether the
 * screen was reached. */
static void
check_repeated (Oracle *oracle, const BrineNotice *notice, Entry *entry)
{
  if (entry->status == SHOWN && entry->may_repeat && g_strcmp0 (entry->notice_id, notice->id) == 0)
    {
      entry->may_repeat = FALSE;
      oracle->n_again++;
      return;
    }
  if (entry->status == SNOOZED && entry->until_ms <= get_now (oracle))
    {
      if (entry->until_ms > oracle->able_since_ms && entry->until_ms < get_now (oracle))
        complain (oracle, entry, "snoozed, and late though nothing kept it");
      oracle->n_snoozed++;
      return;
    }
  /* What was dropped by a clock that was ahead is to come again. */
  if (entry->status == DROPPED && entry->dropped_at_ms > get_now (oracle))
    entry->status = PENDING;
  if (entry->status != PENDING)
    complain (oracle, entry, "DOUBLED: shown before under %s, now under %s", entry->notice_id,
              notice->id);
}

static void
note_show_one (Oracle *oracle, const BrineNotice *notice, const BrineDelivery *delivery)
{
  g_autofree char *name =
      make_name (delivery->source, delivery->item_id, delivery->original, delivery->nominal);
  Entry *entry = g_hash_table_lookup (oracle->ledger, name);
  Due due;

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->source = delivery->source;
      entry->item_id = g_strdup (delivery->item_id);
      entry->original = delivery->original;
      entry->nominal = delivery->nominal;
      g_hash_table_insert (oracle->ledger, g_strdup (name), entry);
      if (!find_due (oracle, entry, &due))
        complain (oracle, entry, "shown by %s, though there is no such thing", notice->id);
      if (!is_of_bundle (oracle, notice, &due))
        complain (oracle, entry, "shown by %s, though it is not due for %d s", notice->id,
                  (int)((due.at_ms - get_now (oracle)) / 1000));
    }
  check_repeated (oracle, notice, entry);
  if (!find_due (oracle, entry, &due))
    complain (oracle, entry, "shown, though it is gone");
  if (is_on_hold (oracle) || !oracle->world->available)
    complain (oracle, entry, "shown while nothing may be");
  check_lateness (oracle, notice, entry, &due);
  if (is_silent (oracle, &due))
    complain (oracle, entry, "shown, though nothing is to be said of it");
  if (entry->status == PENDING)
    oracle->n_must++;
  entry->status = SHOWN;
  entry->shown_now = TRUE;
  g_free (entry->notice_id);
  entry->notice_id = g_strdup (notice->id);
  g_free (entry->key);
  entry->key = g_strdup (delivery->key);
}

void
oracle_note_show (Oracle *oracle, const BrineNotice *notice)
{
  g_assert_cmpint (notice->kind, !=, BRINE_NOTICE_ASK);
  g_assert_cmpuint (notice->deliveries->len, ==, notice->dues->len);
  oracle->n_shown++;
  oracle->n_at_once++;
  g_assert_cmpint (oracle->n_at_once, <=, 2 * BRINE_REMINDER_MAX_NOTICES);
  oracle->n_digests += notice->kind == BRINE_NOTICE_DIGEST;
  for (guint i = 0; i < notice->deliveries->len; i++)
    note_show_one (oracle, notice, notice->deliveries->pdata[i]);
}

static Entry *
find_entry (Oracle *oracle, const BrineDelivery *delivery)
{
  g_autofree char *name =
      make_name (delivery->source, delivery->item_id, delivery->original, delivery->nominal);

  return g_hash_table_lookup (oracle->ledger, name);
}

void
oracle_note_answer (Oracle *oracle, const BrineDelivery *delivery, BrineInstant until)
{
  Entry *entry = find_entry (oracle, delivery);

  if (entry == NULL)
    return;
  entry->status = until.unix_ms != 0 ? SNOOZED : ANSWERED;
  entry->was_snoozed |= until.unix_ms != 0;
  entry->until_ms = until.unix_ms;
  entry->may_repeat = FALSE;
}

void
oracle_note_kill (Oracle *oracle)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, oracle->ledger);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;
      Due due;

      /* The process may have written down that it passes, or have been killed
     * before. */
      if ((entry->status == PENDING || entry->status == SNOOZED)
          && (!find_due (oracle, entry, &due) || is_silent (oracle, &due)))
        entry->optional = TRUE;
      /* Nor is it known whether it wrote down what was just planned into the past. */
      if (entry->status == DROPPED && entry->dropped_at_ms == get_now (oracle))
        {
          entry->status = PENDING;
          entry->optional = TRUE;
        }
      if (entry->status == SHOWN && g_hash_table_contains (oracle->world->unconfirmed, entry->key))
        entry->may_repeat = TRUE;
      entry->shown_now = FALSE;
    }
  g_hash_table_remove_all (oracle->world->unconfirmed);
  oracle->n_at_once = 0;
  oracle->able_since_ms = G_MAXINT64;
}
