/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include "brine-catalogue-loader.h"

#include <glib/gi18n.h>

#define MIN_ID_PREFIX 4

gboolean
brine_cli_open (BrineCli *cli, BrineOpenMode mode, GError **error)
{
  g_autofree char *dir = NULL;

  if (cli->store != NULL)
    return TRUE;

  dir = cli->data_dir != NULL ? g_strdup (cli->data_dir) : brine_store_dup_default_dir ();
  cli->store = brine_store_open (dir, mode, error);
  return cli->store != NULL;
}

gboolean
brine_cli_apply (BrineCli *cli, BrineChange *change, GError **error)
{
  g_autoptr (BrineChange) inverse = brine_store_apply (cli->store, change, error);

  return inverse != NULL;
}

BrineCatalogue *
brine_cli_get_catalogue (BrineCli *cli, GError **error)
{
  if (cli->catalogue == NULL)
    cli->catalogue = brine_catalogue_load (error);

  return cli->catalogue;
}

int
brine_cli_get_day_start (BrineCli *cli)
{
  return cli->store != NULL ? brine_store_get_day_start_minutes (cli->store)
                            : BRINE_DAY_START_DEFAULT_MINUTES;
}

int
brine_cli_get_first_weekday (BrineCli *cli)
{
  g_autofree char *setting =
      cli->store != NULL ? brine_store_dup_setting (cli->store, BRINE_SETTING_WEEK_START) : NULL;

  if (g_strcmp0 (setting, "sunday") == 0)
    return 7;
  if (g_strcmp0 (setting, "saturday") == 0)
    return 6;

  /* Scripts get ISO weeks whatever the locale says. */
  return 1;
}

/* The item whose id is @prefix or, when that is unique, begins with it. */
static BrinePlanItem *
find_item (BrineCli *cli, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  const BrinePlanItem *found = NULL;
  BrinePlanItem *item = brine_store_load_item (cli->store, prefix, NULL);

  if (item != NULL)
    return item;

  items = brine_store_load_items (cli->store, error);
  if (items == NULL)
    return NULL;
  for (guint i = 0; strlen (prefix) >= MIN_ID_PREFIX && i < items->len; i++)
    {
      const BrinePlanItem *candidate = g_ptr_array_index (items, i);

      if (!g_str_has_prefix (candidate->id, prefix))
        continue;
      if (found != NULL)
        {
          g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                       _ ("More than one plan item begins with “%s”; write more of the id."),
                       prefix);
          return NULL;
        }
      found = candidate;
    }

  if (found == NULL)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND,
                   _ ("There is no plan item “%s”; “brinectl plan list” shows them."), prefix);
      return NULL;
    }
  return brine_plan_item_copy (found);
}

BrinePlanItem *
brine_cli_find_occurrence (BrineCli *cli, const char *text, BrineLocal *out_start,
                           gboolean *out_has_start, GError **error)
{
  const char *at = strchr (text, '@');
  g_autofree char *id = at != NULL ? g_strndup (text, at - text) : g_strdup (text);
  g_autoptr (BrinePlanItem) item = NULL;
  g_autoptr (BrineRecurrence) recurrence = NULL;
  BrineLocal start = { 0 };
  BrineDay day;

  if (at == NULL && out_has_start == NULL)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("“%s” names no occurrence; write ID@START, such as 1a2b@2026-11-23T08:00."),
                   text);
      return NULL;
    }
  item = find_item (cli, id, error);
  if (item == NULL)
    return NULL;
  if (out_has_start != NULL)
    *out_has_start = at != NULL;
  if (at == NULL)
    return g_steal_pointer (&item);

  if (item->quota_per_week > 0 && brine_day_parse (at + 1, &day))
    start = brine_local (day, 0, 0);
  else if (!brine_cli_parse_local ("START", at + 1, &start, error))
    return NULL;

  recurrence = brine_plan_item_get_recurrence (item);
  if (item->quota_per_week == 0 && !brine_recurrence_contains (recurrence, start))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND,
                   _ ("The plan item has no occurrence that starts at %s."), at + 1);
      return NULL;
    }

  *out_start = start;
  return g_steal_pointer (&item);
}
