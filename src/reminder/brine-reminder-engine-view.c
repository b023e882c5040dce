/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-engine-private.h"

const char *
brine_reminder_problem_to_nick (BrineReminderProblem problem)
{
  static const char *const nicks[] = { "none", "no-server", "not-shown", "diary" };

  g_return_val_if_fail ((guint)problem < G_N_ELEMENTS (nicks), NULL);
  return nicks[problem];
}

/* What it knows --------------------------------------------------------------------------------- */

gboolean
brine_reminder_engine_is_busy (BrineReminderEngine *self)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_ENGINE (self), FALSE);
  return self->busy;
}

BrineReminderProblem
brine_reminder_engine_get_problem (BrineReminderEngine *self)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_ENGINE (self), BRINE_REMINDER_PROBLEM_NONE);
  return self->problem;
}

BrineInstant
brine_reminder_engine_get_last_check (BrineReminderEngine *self)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_ENGINE (self), (BrineInstant){ 0 });
  return self->last_check;
}

gboolean
brine_reminder_engine_get_wake (BrineReminderEngine *self, BrineInstant *out_wake)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_ENGINE (self), FALSE);

  if (self->decision == NULL || !self->decision->has_wake)
    return FALSE;
  if (out_wake != NULL)
    *out_wake = self->decision->wake;
  return TRUE;
}

GPtrArray *
brine_reminder_engine_dup_coming (BrineReminderEngine *self, guint count)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_ENGINE (self), NULL);

  if (self->facts == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)brine_due_free);
  return brine_dues_list_coming (self->facts, brine_clock_get_now (self->clock), count, self->zone);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const BrineDelivery *x = *(const BrineDelivery *const *)a;
  const BrineDelivery *y = *(const BrineDelivery *const *)b;
  int order = brine_instant_compare (y->at, x->at);

  return order != 0 ? order : strcmp (x->key, y->key);
}

GPtrArray *
brine_reminder_engine_dup_recent (BrineReminderEngine *self, guint count)
{
  g_return_val_if_fail (BRINE_IS_REMINDER_ENGINE (self), NULL);

  GPtrArray *recent = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_delivery_free);
  for (guint i = 0; self->facts != NULL && i < self->facts->deliveries->len; i++)
    g_ptr_array_add (recent, brine_delivery_copy (self->facts->deliveries->pdata[i]));
  g_ptr_array_sort (recent, compare_newest_first);
  if (recent->len > count)
    g_ptr_array_set_size (recent, (int)count);
  return recent;
}
