/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-scope-words.h"

#include <glib/gi18n.h>

#include "brine-format.h"

/* The sentence ----------------------------------------------------------------------------- */

static char *
dup_move (const BrineScopeDeed *deed, const char *object)
{
  g_autofree char *time = brine_format_time (deed->start);
  int days = deed->start.day - deed->was.day;

  if (days > 0)
    /* Translators: "Moves all 84 walks to 18:00, 2 days later" */
    return g_strdup_printf (ngettext ("Moves %s to %s, %d day later",
                                      "Moves %s to %s, %d days later", days),
                            object, time, days);
  if (days < 0)
    /* Translators: "Moves all 84 walks to 18:00, 2 days earlier" */
    return g_strdup_printf (ngettext ("Moves %s to %s, %d day earlier",
                                      "Moves %s to %s, %d days earlier", -days),
                            object, time, -days);
  /* Translators: "Moves this and 12 later walks to 18:00" */
  return g_strdup_printf (_ ("Moves %s to %s"), object, time);
}

static char *
dup_resize (const BrineScopeDeed *deed, const char *object)
{
  g_autofree char *range =
      brine_format_time_range (deed->start,
                               brine_local_add_seconds (deed->start, (int64_t)deed->minutes * 60));

  /* Translators: what and from when to when: "Changes all 84 walks to 18:00 – 18:45" */
  return g_strdup_printf (_ ("Changes %s to %s"), object, range);
}

static char *
dup_only (BrineScopeVerb verb, const char *object)
{
  switch (verb)
    {
    case BRINE_SCOPE_VERB_MOVE:
      /* Translators: "Moves this walk only" */
      return g_strdup_printf (_ ("Moves %s only"), object);
    case BRINE_SCOPE_VERB_REMOVE:
      /* Translators: "Removes this walk only" */
      return g_strdup_printf (_ ("Removes %s only"), object);
    case BRINE_SCOPE_VERB_CHANGE:
    case BRINE_SCOPE_VERB_RESIZE:
    default:
      /* Translators: "Changes this walk only" */
      return g_strdup_printf (_ ("Changes %s only"), object);
    }
}

char *
brine_scope_dup_sentence (const BrineScopeDeed *deed, const BrineEditImpact *impact,
                          BrineScope scope)
{
  g_return_val_if_fail (deed != NULL, NULL);
  g_return_val_if_fail (impact != NULL, NULL);

  g_autofree char *object = brine_scope_dup_object (impact, scope, deed->practice);

  if (scope == BRINE_SCOPE_THIS)
    return dup_only (deed->verb, object);
  if (!impact->endless && impact->n_changed == 0)
    return g_strdup (_ ("Changes nothing"));
  switch (deed->verb)
    {
    case BRINE_SCOPE_VERB_MOVE:
      return dup_move (deed, object);
    case BRINE_SCOPE_VERB_RESIZE:
      return dup_resize (deed, object);
    case BRINE_SCOPE_VERB_REMOVE:
      /* Translators: "Removes this and 12 later walks" */
      return g_strdup_printf (_ ("Removes %s"), object);
    case BRINE_SCOPE_VERB_CHANGE:
    default:
      /* Translators: "Changes all 84 walks" */
      return g_strdup_printf (_ ("Changes %s"), object);
    }
}

/* What stays ------------------------------------------------------------------------------- */

static char *
dup_logged (const BrineScopeDeed *deed, const BrineEditImpact *impact)
{
  if (impact->n_before > 0)
    {
      g_autofree char *day = brine_format_day_medium (impact->from, deed->today);
      /* Translators: "330 before Monday 23 November stay as they were." */
      return g_strdup_printf (ngettext ("%d before %s stays as it was.",
                                        "%d before %s stay as they were.", impact->n_before),
                              impact->n_before, day);
    }
  if (impact->n_logged == 1 && !impact->changes_this)
    return g_strdup (_ ("This one is logged and stays as it was."));
  if (impact->n_logged > 0)
    /* Translators: "30 that are logged stay as they were." */
    return g_strdup_printf (ngettext ("%d that is logged stays as it was.",
                                      "%d that are logged stay as they were.", impact->n_logged),
                            impact->n_logged);
  return NULL;
}

static char *
dup_put (const BrineEditImpact *impact)
{
  if (impact->n_put == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%d that was moved by itself stays where it is.",
                                    "%d that were moved by themselves stay where they are.",
                                    impact->n_put),
                          impact->n_put);
}

static char *
dup_lost (const BrineScopeDeed *deed, const BrineEditImpact *impact)
{
  g_autoptr (GString) days = g_string_new (NULL);
  int n = MIN (impact->n_lost, BRINE_EDIT_IMPACT_N_LOST);

  if (impact->n_lost == 0)
    return NULL;
  for (int i = 0; i < n; i++)
    {
      g_autofree char *day = brine_format_day_medium (impact->lost[i].day, deed->today);
      /* Translators: between the days of a list */
      g_string_append_printf (days, "%s%s", i > 0 ? _ (", ") : "", day);
    }
  if (impact->n_lost > n)
    g_string_append (days, "…");
  /* Translators: "2 changed days cannot be kept: Mon 30 November, Tue 1 December" */
  return g_strdup_printf (ngettext ("%d changed day cannot be kept: %s",
                                    "%d changed days cannot be kept: %s", impact->n_lost),
                          impact->n_lost, days->str);
}

char *
brine_scope_dup_detail (const BrineScopeDeed *deed, const BrineEditImpact *impact)
{
  g_return_val_if_fail (deed != NULL, NULL);
  g_return_val_if_fail (impact != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);
  char *sentences[] = { dup_logged (deed, impact), dup_put (impact), dup_lost (deed, impact) };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (sentences[i] == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, sentences[i]);
      g_free (sentences[i]);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
