/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-actions.h"

#include <string.h>

#define ID_PREFIX "brine-"
#define ID_MAX_LETTERS 40
#define LATER_MAX_MINUTES (24 * 60)
/* Numbers do not belong to these actions. */
#define NO_NUMBER 0

/* One row an action. */
static const struct
{
  const char *name;
  gboolean opens;
  BrineActKind act;
  int min; /* of the number; both NO_NUMBER: there is none */
  int max;
} table[] = {
  { BRINE_REMINDER_ACTION_DONE, FALSE, BRINE_ACT_DONE, NO_NUMBER, NO_NUMBER },
  { BRINE_REMINDER_ACTION_LATER, FALSE, BRINE_ACT_LATER, BRINE_LATER_EVENING, LATER_MAX_MINUTES },
  { BRINE_REMINDER_ACTION_SKIP, FALSE, BRINE_ACT_SKIP, NO_NUMBER, NO_NUMBER },
  { BRINE_REMINDER_ACTION_MOOD, FALSE, BRINE_ACT_MOOD, 1, 5 },
  { BRINE_REMINDER_ACTION_KEEP, FALSE, BRINE_ACT_KEEP, NO_NUMBER, NO_NUMBER },
  { BRINE_REMINDER_ACTION_DROP, FALSE, BRINE_ACT_DROP, NO_NUMBER, NO_NUMBER },
  { BRINE_REMINDER_ACTION_OPEN, TRUE, BRINE_ACT_DISMISS, NO_NUMBER, NO_NUMBER },
};

typedef struct
{
  const BrineReminderActionFuncs *funcs;
  gpointer user_data;
  guint row;
} Binding;

gboolean
brine_reminder_notice_id_is_valid (const char *id)
{
  gsize length;

  if (id == NULL || !g_str_has_prefix (id, ID_PREFIX))
    return FALSE;
  id += strlen (ID_PREFIX);
  length = strnlen (id, ID_MAX_LETTERS + 1);
  if (length == 0 || length > ID_MAX_LETTERS)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (id[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_number (guint row)
{
  return table[row].min != table[row].max;
}

/* Zero minutes are no later. */
static gboolean
is_in_range (guint row, int number)
{
  return number >= table[row].min && number <= table[row].max
         && (number != 0 || table[row].act != BRINE_ACT_LATER);
}

gboolean
brine_reminder_actions_find (const char *name, const char *notice_id, int number,
                             BrineActKind *out_act)
{
  g_return_val_if_fail (out_act != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (!table[i].opens && g_strcmp0 (table[i].name, name) == 0)
      {
        *out_act = table[i].act;
        return brine_reminder_notice_id_is_valid (notice_id)
               && (has_number (i) ? is_in_range (i, number) : number == 0);
      }
  return FALSE;
}

static void
on_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Binding *binding = user_data;
  const char *notice_id = NULL;
  int number = 0;

  if (has_number (binding->row))
    g_variant_get (parameter, "(&si)", &notice_id, &number);
  else
    notice_id = g_variant_get_string (parameter, NULL);
  if (!brine_reminder_notice_id_is_valid (notice_id)
      || (has_number (binding->row) && !is_in_range (binding->row, number)))
    g_info ("%s came with something that is no notice", table[binding->row].name);
  else if (table[binding->row].opens)
    binding->funcs->open (notice_id, binding->user_data);
  else
    binding->funcs->act (notice_id, table[binding->row].act, number, binding->user_data);
}

static void
binding_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
brine_reminder_actions_add (GActionMap *map, const BrineReminderActionFuncs *funcs,
                            gpointer user_data)
{
  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (funcs != NULL && funcs->act != NULL && funcs->open != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new (table[i].name,
                               has_number (i) ? G_VARIANT_TYPE ("(si)") : G_VARIANT_TYPE_STRING);
      Binding *binding = g_new (Binding, 1);

      *binding = (Binding){ funcs, user_data, i };
      g_signal_connect_data (action, "activate", G_CALLBACK (on_activate_cb), binding, binding_free,
                             0);
      g_action_map_add_action (map, G_ACTION (action));
    }
}
