/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-template.h"

#include "brine-title.h"

BrineTemplate *
brine_template_new (const char *name)
{
  BrineTemplate *template = g_new0 (BrineTemplate, 1);

  template->id = brine_id_new ();
  template->name = g_strdup (name != NULL ? name : "");
  template->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_entry_free);
  return template;
}

static gpointer
copy_entry (gconstpointer entry, gpointer user_data)
{
  return brine_plan_entry_copy (entry);
}

BrineTemplate *
brine_template_copy (const BrineTemplate *template)
{
  BrineTemplate *copy;

  g_return_val_if_fail (template != NULL, NULL);

  copy = g_new (BrineTemplate, 1);
  *copy = *template;
  copy->id = g_strdup (template->id);
  copy->name = g_strdup (template->name);
  copy->entries = g_ptr_array_copy (template->entries, (GCopyFunc)copy_entry, NULL);
  return copy;
}

void
brine_template_free (BrineTemplate *template)
{
  if (template == NULL)
    return;
  g_free (template->id);
  g_free (template->name);
  g_ptr_array_unref (template->entries);
  g_free (template);
}

gboolean
brine_template_equal (const BrineTemplate *a, const BrineTemplate *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->name, b->name) != 0
      || a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    if (!brine_plan_entry_equal (a->entries->pdata[i], b->entries->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
fail (GError **error, const char *problem)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID, problem);
  return FALSE;
}

/* An entry is valid where what it plans is. */
static gboolean
validate_entry (const BrinePlanEntry *entry, GError **error)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = NULL;

  if (entry->day < 0 || entry->day > 6)
    return fail (error, "The day of an entry of a template is 0 for Monday to 6 for Sunday.");
  if (entry->day_offset < -366 || entry->day_offset > 366)
    return fail (error, "An entry of a template begins at most a year from its day.");
  if (entry->second < 0 || entry->second >= 86400)
    return fail (error, "The time of an entry of a template is a second of the day.");
  if (entry->goals->len > 1)
    return fail (error, "An entry of a template has one goal at most.");
  g_ptr_array_add (entries, (gpointer)entry);
  items = brine_plan_paste (entries, 0, nothing);
  return brine_plan_item_validate (items->pdata[0], error);
}

gboolean
brine_template_validate (const BrineTemplate *template, GError **error)
{
  g_return_val_if_fail (template != NULL, FALSE);

  if (template->name == NULL || *template->name == '\0')
    return fail (error, "A template needs a name.");
  if (!g_utf8_validate (template->name, -1, NULL))
    return fail (error, "The name of a template is not valid UTF-8.");
  if (!brine_title_fits (template->name))
    return fail (error, "The name of a template has more than 500 characters.");
  if (template->entries->len > BRINE_TEMPLATE_MAX_ENTRIES)
    return fail (error, "A template has at most 1000 entries.");
  for (guint i = 0; i < template->entries->len; i++)
    if (!validate_entry (template->entries->pdata[i], error))
      return FALSE;
  return TRUE;
}
