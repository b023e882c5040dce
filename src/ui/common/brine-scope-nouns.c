/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-scope-words.h"

/*
 * Translators: what stands here is what is moved, changed or removed: the object in "Moves %s to
 * 18:00", "Changes %s", "Removes %s". So it is in the accusative where there is one.
 */

static char *
dup_this (BrinePractice practice)
{
  switch (practice)
    {
    case BRINE_PRACTICE_MEAL:
      return g_strdup (_ ("this meal"));
    case BRINE_PRACTICE_SLEEP:
      return g_strdup (_ ("this night"));
    case BRINE_PRACTICE_MEDITATION:
      return g_strdup (_ ("this meditation"));
    case BRINE_PRACTICE_BREATHWORK:
      return g_strdup (_ ("this breathing exercise"));
    case BRINE_PRACTICE_WALK:
      return g_strdup (_ ("this walk"));
    case BRINE_PRACTICE_OWN:
    default:
      return g_strdup (_ ("this entry"));
    }
}

static char *
dup_this_and_later (BrinePractice practice, int n)
{
  switch (practice)
    {
    case BRINE_PRACTICE_MEAL:
      return g_strdup_printf (ngettext ("this and %d later meal", "this and %d later meals", n), n);
    case BRINE_PRACTICE_SLEEP:
      return g_strdup_printf (ngettext ("this and %d later night", "this and %d later nights", n),
                              n);
    case BRINE_PRACTICE_MEDITATION:
      return g_strdup_printf (ngettext ("this and %d later meditation",
                                        "this and %d later meditations", n),
                              n);
    case BRINE_PRACTICE_BREATHWORK:
      return g_strdup_printf (ngettext ("this and %d later breathing exercise",
                                        "this and %d later breathing exercises", n),
                              n);
    case BRINE_PRACTICE_WALK:
      return g_strdup_printf (ngettext ("this and %d later walk", "this and %d later walks", n), n);
    case BRINE_PRACTICE_OWN:
    default:
      return g_strdup_printf (ngettext ("this and %d later entry", "this and %d later entries", n),
                              n);
    }
}

static char *
dup_later (BrinePractice practice, int n)
{
  switch (practice)
    {
    case BRINE_PRACTICE_MEAL:
      return g_strdup_printf (ngettext ("%d later meal", "%d later meals", n), n);
    case BRINE_PRACTICE_SLEEP:
      return g_strdup_printf (ngettext ("%d later night", "%d later nights", n), n);
    case BRINE_PRACTICE_MEDITATION:
      return g_strdup_printf (ngettext ("%d later meditation", "%d later meditations", n), n);
    case BRINE_PRACTICE_BREATHWORK:
      return g_strdup_printf (ngettext ("%d later breathing exercise",
                                        "%d later breathing exercises", n),
                              n);
    case BRINE_PRACTICE_WALK:
      return g_strdup_printf (ngettext ("%d later walk", "%d later walks", n), n);
    case BRINE_PRACTICE_OWN:
    default:
      return g_strdup_printf (ngettext ("%d later entry", "%d later entries", n), n);
    }
}

static char *
dup_this_and_every_later (BrinePractice practice)
{
  switch (practice)
    {
    case BRINE_PRACTICE_MEAL:
      return g_strdup (_ ("this and every later meal"));
    case BRINE_PRACTICE_SLEEP:
      return g_strdup (_ ("this and every later night"));
    case BRINE_PRACTICE_MEDITATION:
      return g_strdup (_ ("this and every later meditation"));
    case BRINE_PRACTICE_BREATHWORK:
      return g_strdup (_ ("this and every later breathing exercise"));
    case BRINE_PRACTICE_WALK:
      return g_strdup (_ ("this and every later walk"));
    case BRINE_PRACTICE_OWN:
    default:
      return g_strdup (_ ("this and every later entry"));
    }
}

static char *
dup_every_later (BrinePractice practice)
{
  switch (practice)
    {
    case BRINE_PRACTICE_MEAL:
      return g_strdup (_ ("every later meal"));
    case BRINE_PRACTICE_SLEEP:
      return g_strdup (_ ("every later night"));
    case BRINE_PRACTICE_MEDITATION:
      return g_strdup (_ ("every later meditation"));
    case BRINE_PRACTICE_BREATHWORK:
      return g_strdup (_ ("every later breathing exercise"));
    case BRINE_PRACTICE_WALK:
      return g_strdup (_ ("every later walk"));
    case BRINE_PRACTICE_OWN:
    default:
      return g_strdup (_ ("every later entry"));
    }
}

static char *
dup_all (BrinePractice practice, int n)
{
  switch (practice)
    {
    case BRINE_PRACTICE_MEAL:
      return g_strdup_printf (ngettext ("%d meal", "all %d meals", n), n);
    case BRINE_PRACTICE_SLEEP:
      return g_strdup_printf (ngettext ("%d night", "all %d nights", n), n);
    case BRINE_PRACTICE_MEDITATION:
      return g_strdup_printf (ngettext ("%d meditation", "all %d meditations", n), n);
    case BRINE_PRACTICE_BREATHWORK:
      return g_strdup_printf (ngettext ("%d breathing exercise", "all %d breathing exercises", n),
                              n);
    case BRINE_PRACTICE_WALK:
      return g_strdup_printf (ngettext ("%d walk", "all %d walks", n), n);
    case BRINE_PRACTICE_OWN:
    default:
      return g_strdup_printf (ngettext ("%d entry", "all %d entries", n), n);
    }
}

static char *
dup_every (BrinePractice practice)
{
  switch (practice)
    {
    case BRINE_PRACTICE_MEAL:
      return g_strdup (_ ("every meal"));
    case BRINE_PRACTICE_SLEEP:
      return g_strdup (_ ("every night"));
    case BRINE_PRACTICE_MEDITATION:
      return g_strdup (_ ("every meditation"));
    case BRINE_PRACTICE_BREATHWORK:
      return g_strdup (_ ("every breathing exercise"));
    case BRINE_PRACTICE_WALK:
      return g_strdup (_ ("every walk"));
    case BRINE_PRACTICE_OWN:
    default:
      return g_strdup (_ ("every entry"));
    }
}

char *
brine_scope_dup_object (const BrineEditImpact *impact, BrineScope scope, BrinePractice practice)
{
  g_return_val_if_fail (impact != NULL, NULL);

  if (scope == BRINE_SCOPE_THIS)
    return dup_this (practice);
  if (scope == BRINE_SCOPE_ALL)
    return impact->endless ? dup_every (practice) : dup_all (practice, impact->n_total);
  if (impact->endless)
    return impact->changes_this ? dup_this_and_every_later (practice) : dup_every_later (practice);
  if (impact->n_later == 0)
    return dup_this (practice);
  return impact->changes_this ? dup_this_and_later (practice, impact->n_later)
                              : dup_later (practice, impact->n_later);
}
