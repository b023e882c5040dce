/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle-private.h"

#include "brine-decision.h"

#define GONE_MS (12 * HOUR_MS)
#define LATE_MS (15 * MINUTE_MS)

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
  oracle->drawn = g_hash_table_new (NULL, NULL);
  return oracle;
}

void
oracle_free (Oracle *oracle)
{
  g_ptr_array_unref (oracle->items);
  g_hash_table_unref (oracle->ledger);
  g_hash_table_unref (oracle->drawn);
  g_free (oracle->drawn_for);
  g_free (oracle);
}

int64_t
oracle_get_now (Oracle *oracle)
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
  int64_t now = oracle_get_now (oracle);
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

/* Quiet hours "22:00-07:00", or a pause of reminders. */
static gboolean
is_on_hold_at (Oracle *oracle, int64_t now_ms)
{
  const char *quiet = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_QUIET);
  const char *paused = g_hash_table_lookup (oracle->world->settings, BRINE_SETTING_FOCUS);
  GTimeZone *zone = brine_clock_get_zone (oracle->world->clock);
  int minute =
      brine_local_get_minute_of_day (brine_zone_get_local (zone, (BrineInstant){ now_ms }, NULL));
  BrineInstant until;

  if (paused != NULL && brine_instant_parse (paused, zone, &until) && until.unix_ms > now_ms)
    return TRUE;
  if (quiet == NULL)
    return FALSE;
  int from = atoi (quiet) * 60 + atoi (quiet + 3);
  int to = atoi (quiet + 6) * 60 + atoi (quiet + 9);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

static gboolean
is_on_hold (Oracle *oracle)
{
  return is_on_hold_at (oracle, oracle_get_now (oracle));
}

static void
drop (Oracle *oracle, Entry *entry)
{
  if (entry->shown_now)
    oracle_complain (oracle, entry, "shown, though nothing is to be said of it");
  entry->status = DROPPED;
  entry->dropped_at_ms = oracle_get_now (oracle);
  oracle->n_dropped++;
}

static gboolean
is_able (Oracle *oracle)
{
  return oracle->world->available && !oracle->world->show_fails && !is_on_hold (oracle);
}

/* Whoever holds something back has to wake up when that ends. */
static void
check_wake (Oracle *oracle, const Entry *entry)
{
  BrineInstant wake;

  if (!brine_reminder_engine_get_wake (oracle->world->engine, &wake)
      || (wake.unix_ms - MINUTE_MS > oracle_get_now (oracle)
          && !is_on_hold_at (oracle, wake.unix_ms - MINUTE_MS)))
    oracle_complain (oracle, entry, "held back, and the end of that is slept through");
}

/* It is due, and was not shown. */
static void
judge_kept_back (Oracle *oracle, Entry *entry, const OracleItem *item)
{
  Attention attention = ATTENTION_NORMAL;

  if (entry->source == BRINE_DUE_PLAN || entry->source == BRINE_DUE_QUOTA)
    attention = oracle_get_attention (oracle, item);
  if (attention == ATTENTION_UNSURE)
    entry->optional = TRUE;
  else if (attention == ATTENTION_NORMAL)
    {
      if (!entry->optional && is_able (oracle))
        oracle_complain (oracle, entry, "MISSED");
      if (!entry->optional && is_on_hold (oracle))
        check_wake (oracle, entry);
    }
  else if (!is_on_hold (oracle))
    {
      if (attention == ATTENTION_ASK && !entry->optional)
        oracle->must_ask_now = entry;
      drop (oracle, entry);
    }
}

static void
judge_pending (Oracle *oracle, Entry *entry)
{
  int64_t now = oracle_get_now (oracle);
  Due due;

  if (!oracle_find_due (oracle, entry, &due))
    {
      drop (oracle, entry);
      return;
    }
  if (due.at_ms > now)
    return;
  if (oracle_is_silent (oracle, &due) || now - due.at_ms > GONE_MS
      || (due.source == BRINE_DUE_WIND_DOWN && now - due.at_ms > LATE_MS
          && oracle_resolve (oracle, due.start) <= now))
    drop (oracle, entry);
  else
    judge_kept_back (oracle, entry, due.item);
}

static void
judge_snoozed (Oracle *oracle, Entry *entry)
{
  Status status;

  if (oracle_is_over (oracle, entry, &status))
    {
      entry->status = status;
      entry->ended_turn = oracle->turn;
    }
  else if (!entry->optional && entry->until_ms <= oracle_get_now (oracle) && is_able (oracle))
    oracle_complain (oracle, entry, "MISSED after it was snoozed");
}

static void
judge_shown (Oracle *oracle, Entry *entry)
{
  Status status;

  if (!oracle_is_over (oracle, entry, &status))
    return;
  entry->unsure |= entry->may_repeat;
  entry->status = status;
  entry->ended_turn = oracle->turn;
}

void
oracle_judge (Oracle *oracle)
{
  GHashTableIter iter;
  gpointer value;
  int64_t now = oracle_get_now (oracle);

  if (oracle_get_setting (oracle, BRINE_SETTING_BUNDLE, 0) != 0)
    oracle->bundle_until_ms = now + DAY_MS;
  if (!oracle->world->available || oracle->world->show_fails || is_on_hold (oracle))
    oracle->able_since_ms = G_MAXINT64;
  else
    oracle->able_since_ms = MIN (oracle->able_since_ms, now);

  g_hash_table_iter_init (&iter, oracle->ledger);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      if (entry->status == PENDING)
        judge_pending (oracle, entry);
      else if (entry->status == SNOOZED)
        judge_snoozed (oracle, entry);
      else if (entry->status == SHOWN)
        judge_shown (oracle, entry);
      entry->shown_now = FALSE;
    }
  if (oracle->must_ask_now != NULL && oracle->n_asked_now == 0 && is_able (oracle)
      && oracle->n_at_once < BRINE_REMINDER_MAX_NOTICES)
    oracle_complain (oracle, oracle->must_ask_now,
                     "nobody was asked, though it was ignored three times");
  oracle->n_at_once = oracle->n_asked_now = 0;
  oracle->must_ask_now = NULL;
  oracle->turn++;
}

static gboolean
is_forgotten (Oracle *oracle, const Entry *entry)
{
  return entry->status != SNOOZED && entry->status != SHOWN
         && oracle_get_now (oracle) - oracle_resolve (oracle, entry->nominal) > 10 * DAY_MS
         && !oracle_is_remembered (oracle, entry);
}

/* Nobody asks for it any more, and the ledger stays short. */
void
oracle_forget_old (Oracle *oracle)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, oracle->ledger);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (is_forgotten (oracle, value))
      g_hash_table_iter_remove (&iter);
}

/* The screen
 * ------------------------------------------------------------------------------------
 */

static void
check_lateness (Oracle *oracle, const BrineNotice *notice, const Entry *entry, const Due *due)
{
  int64_t late_ms = oracle_get_now (oracle) - due->at_ms;

  if (late_ms > GONE_MS && !entry->was_snoozed)
    oracle_complain (oracle, entry, "shown more than twelve hours late");
  if (entry->status == SNOOZED || entry->may_repeat)
    return;
  if (due->at_ms > oracle->able_since_ms && late_ms > 0)
    oracle_complain (oracle, entry, "shown %d s late, though nothing kept it",
                     (int)(late_ms / 1000));
  if (late_ms > LATE_MS)
    {
      oracle->n_late++;
      if (notice->kind != BRINE_NOTICE_CHECKIN && notice->kind != BRINE_NOTICE_LOOK_BACK
          && notice->kind != (notice->dues->len > 1 ? BRINE_NOTICE_DIGEST : BRINE_NOTICE_ONE))
        oracle_complain (oracle, entry, "late, and neither alone nor in a digest");
    }
}

static gboolean
is_of_bundle (Oracle *oracle, const BrineNotice *notice, const Due *due)
{
  return (oracle_get_now (oracle) <= oracle->bundle_until_ms
          || oracle_get_setting (oracle, BRINE_SETTING_BUNDLE, 0) != 0)
         && (due->source == BRINE_DUE_PLAN || due->source == BRINE_DUE_QUOTA);
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
  if (entry->status == SNOOZED && entry->until_ms <= oracle_get_now (oracle))
    {
      if (entry->until_ms > oracle->able_since_ms && entry->until_ms < oracle_get_now (oracle))
        oracle_complain (oracle, entry, "snoozed, and late though nothing kept it");
      oracle->n_snoozed++;
      return;
    }
  /* What was dropped by a clock that was ahead is to come again. */
  if (entry->status == DROPPED && entry->dropped_at_ms > oracle_get_now (oracle))
    entry->status = PENDING;
  if (entry->status != PENDING)
    oracle_complain (oracle, entry, "DOUBLED: shown before under %s, now under %s",
                     entry->notice_id, notice->id);
}

static void
check_attention (Oracle *oracle, const Entry *entry, const OracleItem *item)
{
  if (entry->source != BRINE_DUE_PLAN && entry->source != BRINE_DUE_QUOTA)
    return;
  switch (oracle_get_attention (oracle, item))
    {
    case ATTENTION_ASK:
      oracle_complain (oracle, entry,
                       "shown, though it was ignored three times: a question is due");
    case ATTENTION_SILENT:
      oracle_complain (oracle, entry, "shown, though it was asked about");
    case ATTENTION_NORMAL:
    case ATTENTION_UNSURE:
      break;
    }
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
      if (!oracle_find_due (oracle, entry, &due))
        oracle_complain (oracle, entry, "shown by %s, though there is no such thing", notice->id);
      if (!is_of_bundle (oracle, notice, &due))
        oracle_complain (oracle, entry, "shown by %s, though it is not due for %d s", notice->id,
                         (int)((due.at_ms - oracle_get_now (oracle)) / 1000));
    }
  check_repeated (oracle, notice, entry);
  if (!oracle_find_due (oracle, entry, &due))
    oracle_complain (oracle, entry, "shown, though it is gone");
  check_lateness (oracle, notice, entry, &due);
  if (oracle_is_silent (oracle, &due))
    oracle_complain (oracle, entry, "shown, though nothing is to be said of it");
  if (entry->status == PENDING)
    {
      oracle->n_must++;
      check_attention (oracle, entry, due.item);
    }
  oracle->n_by_source[entry->source]++;
  entry->status = SHOWN;
  entry->shown_now = entry->was_shown = TRUE;
  entry->unsure = FALSE;
  entry->shown_at_ms = oracle_get_now (oracle);
  g_free (entry->notice_id);
  entry->notice_id = g_strdup (notice->id);
  g_free (entry->key);
  entry->key = g_strdup (delivery->key);
}

void
oracle_note_show (Oracle *oracle, const BrineNotice *notice)
{
  g_assert_cmpuint (notice->deliveries->len, ==, notice->dues->len);
  oracle->n_shown++;
  oracle->n_at_once++;
  g_assert_cmpint (oracle->n_at_once, <=, 2 * BRINE_REMINDER_MAX_NOTICES);
  oracle->n_digests += notice->kind == BRINE_NOTICE_DIGEST;
  if (is_on_hold (oracle) || !oracle->world->available)
    g_error ("seed %u: shown while nothing may be", oracle->seed);
  if (notice->kind == BRINE_NOTICE_ASK)
    {
      oracle_note_ask (oracle, notice);
      return;
    }
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
  entry->ended_turn = 0; /* it is written already */
}

void
oracle_note_skipped_day (Oracle *oracle, const BrineDelivery *delivery)
{
  OracleItem *item = oracle_find_item (oracle, delivery->item_id);

  if (item != NULL)
    g_hash_table_add (item->skipped, GINT_TO_POINTER (delivery->original.day));
}

/* Its place was taken by a question, or may have been. */
static gboolean
is_asked_about (Oracle *oracle, const Entry *entry, const OracleItem *item)
{
  return (entry->source == BRINE_DUE_PLAN || entry->source == BRINE_DUE_QUOTA)
         && oracle_get_attention (oracle, item) != ATTENTION_NORMAL;
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
      Status status;
      Due due;

      if (entry->status == SHOWN && oracle_is_over (oracle, entry, &status))
        entry->unsure = TRUE;
      /* The process may have written down that it passes, or have been killed
     * before. */
      if ((entry->status == PENDING || entry->status == SNOOZED)
          && (!oracle_find_due (oracle, entry, &due) || oracle_is_silent (oracle, &due)
              || is_asked_about (oracle, entry, due.item)))
        entry->optional = TRUE;
      /* Nor is it known whether it wrote down what was just planned into the past. */
      if (entry->status == DROPPED && entry->dropped_at_ms == oracle_get_now (oracle))
        {
          entry->status = PENDING;
          entry->optional = TRUE;
        }
      if (entry->status == SHOWN && g_hash_table_contains (oracle->world->unconfirmed, entry->key))
        entry->may_repeat = entry->unsure = TRUE;
      entry->shown_now = FALSE;
    }
  for (guint i = 0; i < oracle->items->len; i++)
    {
      OracleAsk *ask = &((OracleItem *)oracle->items->pdata[i])->ask;

      ask->may_repeat |= ask->asked && g_hash_table_contains (oracle->world->unconfirmed, ask->key);
    }
  g_hash_table_remove_all (oracle->world->unconfirmed);
  oracle->n_at_once = oracle->n_asked_now = 0;
  oracle->must_ask_now = NULL;
  oracle->able_since_ms = G_MAXINT64;
}
