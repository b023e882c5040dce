/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle-private.h"

/* So many in a row are left alone, then it is asked. */
#define ASKED_AFTER 3
/* As far as the engine has to remember; whatever is nearly as old may be forgotten or not. */
#define REMEMBERED_MS (55 * DAY_MS)
#define PAST_MS (7 * DAY_MS)
#define AHEAD_MS (2 * DAY_MS)

/* Entries that are kept of each item beside the last ten days. */
#define KEPT_PER_ITEM 12

static BrineDay
get_day_of_instant (Oracle *oracle, int64_t at_ms)
{
  return brine_civil_day_of_instant ((BrineInstant){ at_ms },
                                     brine_clock_get_zone (oracle->world->clock),
                                     oracle->world->day_start_minutes);
}

/* Its day, the day on which it was shown, and the day of what it is about are over. */
static gboolean
is_day_over (Oracle *oracle, const Entry *entry, const Due *due)
{
  int64_t now = oracle_get_now (oracle);
  BrineDay last = get_day_of_instant (oracle, MIN (entry->shown_at_ms, now));

  last = MAX (last, oracle_get_civil_day (oracle, entry->nominal));
  last = MAX (last, oracle_get_civil_day (oracle, due->start));
  return get_day_of_instant (oracle, now) > last;
}

gboolean
oracle_is_over (Oracle *oracle, const Entry *entry, Status *out_status)
{
  int64_t now = oracle_get_now (oracle);
  int64_t nominal_ms = oracle_resolve (oracle, entry->nominal);
  Due due;
  gboolean known = oracle_find_due (oracle, entry, &due) && due.at_ms >= now - PAST_MS
                   && due.at_ms < now + AHEAD_MS;

  *out_status = ANSWERED;
  if (!known && nominal_ms >= now + AHEAD_MS)
    return FALSE;
  if (!known && nominal_ms < now - PAST_MS)
    {
      *out_status = IGNORED;
      return TRUE;
    }
  if (!known || oracle_is_silent (oracle, &due))
    return TRUE;
  *out_status = IGNORED;
  return entry->status == SHOWN && is_day_over (oracle, entry, &due);
}

static gboolean
is_logged_since (Oracle *oracle, const OracleItem *item, BrineLocal original)
{
  for (guint i = 0; i < oracle->world->logs->len; i++)
    {
      const BrineLog *log = oracle->world->logs->pdata[i];

      if (g_strcmp0 (log->item_id, item->id) == 0
          && brine_local_compare (log->original, original) >= 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return brine_local_compare ((*(const Entry *const *)b)->original,
                              (*(const Entry *const *)a)->original);
}

static gboolean
is_of (const Entry *entry, const OracleItem *item)
{
  return (entry->source == BRINE_DUE_PLAN || entry->source == BRINE_DUE_QUOTA)
         && g_strcmp0 (entry->item_id, item->id) == 0;
}

/* What was shown of @item since the question before, the latest first. */
static GPtrArray *
list_shown (Oracle *oracle, const OracleItem *item)
{
  GPtrArray *shown = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, oracle->ledger);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      if (entry->was_shown && is_of (entry, item)
          && (!item->ask.asked || brine_local_compare (entry->nominal, item->ask.nominal) > 0))
        g_ptr_array_add (shown, entry);
    }
  g_ptr_array_sort (shown, compare_latest_first);
  return shown;
}

static gboolean
is_unsure (Oracle *oracle, const Entry *entry)
{
  Status status;

  if (entry->unsure || oracle_get_now (oracle) - entry->shown_at_ms > REMEMBERED_MS)
    return TRUE;
  if (entry->status == SHOWN)
    return oracle_is_over (oracle, entry, &status);
  return entry->status != SNOOZED && entry->ended_turn == oracle->turn;
}

static Attention
judge_chain (Oracle *oracle, const OracleItem *item, const GPtrArray *shown)
{
  const Entry *last = NULL;
  gboolean unsure = FALSE;
  int n = 0;

  for (guint i = 0; i < shown->len; i++)
    {
      const Entry *entry = shown->pdata[i];
      gboolean other = last == NULL || !brine_local_equal (entry->original, last->original);

      if (n == ASKED_AFTER && other)
        break;
      unsure |= is_unsure (oracle, entry);
      if (entry->status == SHOWN || entry->status == SNOOZED)
        continue;
      if (entry->status != IGNORED && !unsure)
        return ATTENTION_NORMAL;
      n += other;
      last = entry;
    }
  if (unsure)
    return ATTENTION_UNSURE;
  return n == ASKED_AFTER && !is_logged_since (oracle, item, last->original) ? ATTENTION_ASK
                                                                             : ATTENTION_NORMAL;
}

Attention
oracle_get_attention (Oracle *oracle, const OracleItem *item)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (item->ask.asked && !item->ask.kept && item->ask.revision == item->revision
      && !is_logged_since (oracle, item, item->ask.original))
    return ATTENTION_SILENT;
  shown = list_shown (oracle, item);
  return judge_chain (oracle, item, shown);
}

void
oracle_note_ask (Oracle *oracle, const BrineNotice *notice)
{
  const BrineDelivery *delivery = notice->deliveries->pdata[0];
  OracleItem *item = oracle_find_item (oracle, delivery->item_id);
  Entry what = { .source = BRINE_DUE_ASK,
                 .item_id = delivery->item_id,
                 .original = delivery->original,
                 .nominal = delivery->nominal };

  if (notice->deliveries->len != 1 || item == NULL)
    oracle_complain (oracle, &what, "asked about nothing");
  oracle->n_asked_now++;
  if (item->ask.may_repeat && g_strcmp0 (item->ask.notice_id, notice->id) == 0)
    {
      item->ask.may_repeat = FALSE;
      oracle->n_again++;
      return;
    }
  switch (oracle_get_attention (oracle, item))
    {
    case ATTENTION_SILENT:
      oracle_complain (oracle, &what, "asked twice");
    case ATTENTION_NORMAL:
      oracle_complain (oracle, &what, "asked, though it was not ignored three times");
    case ATTENTION_ASK:
    case ATTENTION_UNSURE:
      break;
    }
  oracle->n_asks++;
  g_free (item->ask.notice_id);
  g_free (item->ask.key);
  item->ask = (OracleAsk){ .asked = TRUE,
                           .original = delivery->original,
                           .nominal = delivery->nominal,
                           .revision = item->revision,
                           .notice_id = g_strdup (notice->id),
                           .key = g_strdup (delivery->key) };
}

void
oracle_note_kept (Oracle *oracle, const BrineDelivery *delivery)
{
  OracleItem *item = oracle_find_item (oracle, delivery->item_id);

  if (item != NULL && g_strcmp0 (item->ask.key, delivery->key) == 0)
    item->ask.kept = TRUE;
}

gboolean
oracle_is_remembered (Oracle *oracle, const Entry *entry)
{
  const OracleItem *item = oracle_find_item (oracle, entry->item_id);
  g_autoptr (GPtrArray) shown = NULL;

  if (!entry->was_shown || item == NULL || !is_of (entry, item))
    return FALSE;
  shown = list_shown (oracle, item);
  for (guint i = 0; i < MIN (shown->len, KEPT_PER_ITEM); i++)
    if (shown->pdata[i] == entry)
      return TRUE;
  return FALSE;
}
