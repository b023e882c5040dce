/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-format-portion.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-translate.h"

static char *
format_measure (const BrinePortion *portion)
{
  g_autofree char *number = brine_format_isolate (portion->number);
  unsigned long n = brine_portion_get_plural (portion);

  switch (portion->unit)
    {
    case BRINE_KITCHEN_UNIT_G:
      return g_strdup_printf (_ ("%s g"), number);
    case BRINE_KITCHEN_UNIT_ML:
      return g_strdup_printf (_ ("%s ml"), number);
    case BRINE_KITCHEN_UNIT_LITRE:
      return g_strdup_printf (ngettext ("%s litre", "%s litres", n), number);
    case BRINE_KITCHEN_UNIT_TBSP:
      /* Translators: tablespoons */
      return g_strdup_printf (_ ("%s tbsp"), number);
    case BRINE_KITCHEN_UNIT_TSP:
      /* Translators: teaspoons */
      return g_strdup_printf (_ ("%s tsp"), number);
    case BRINE_KITCHEN_UNIT_PINCH:
      return g_strdup_printf (ngettext ("%s pinch", "%s pinches", n), number);
    case BRINE_KITCHEN_UNIT_SLICE:
      return g_strdup_printf (ngettext ("%s slice", "%s slices", n), number);
    case BRINE_KITCHEN_UNIT_STALK:
      return g_strdup_printf (ngettext ("%s stalk", "%s stalks", n), number);
    case BRINE_KITCHEN_UNIT_CLOVE:
      /* Translators: of garlic */
      return g_strdup_printf (ngettext ("%s clove", "%s cloves", n), number);
    case BRINE_KITCHEN_UNIT_SHEET:
      /* Translators: of dried seaweed */
      return g_strdup_printf (ngettext ("%s sheet", "%s sheets", n), number);
    case BRINE_KITCHEN_UNIT_BULB:
      /* Translators: of fennel or garlic */
      return g_strdup_printf (ngettext ("%s bulb", "%s bulbs", n), number);
    case BRINE_KITCHEN_UNIT_SMALL:
      /* Translators: so many small pieces of the ingredient that follows */
      return g_strdup_printf (_ ("%s small"), number);
    case BRINE_KITCHEN_UNIT_MEDIUM:
      /* Translators: so many pieces of medium size of the ingredient that follows */
      return g_strdup_printf (_ ("%s medium"), number);
    case BRINE_KITCHEN_UNIT_OTHER:
      return g_strdup_printf ("%s %s", number, portion->word);
    case BRINE_KITCHEN_UNIT_PIECE:
    default:
      return g_steal_pointer (&number);
    }
}

char *
brine_format_portion (const BrinePortion *portion)
{
  g_autofree char *measure = NULL;

  g_return_val_if_fail (portion != NULL, NULL);

  measure = format_measure (portion);
  if (portion->state == NULL)
    return g_steal_pointer (&measure);

  /* Translators: an amount and how the ingredient is then, as in “1 tsp, grated” */
  return g_strdup_printf (_ ("%s, %s"), measure, brine_translate ("state", portion->state));
}
