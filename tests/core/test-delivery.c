/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-delivery.h"

static BrineDelivery *
make_delivery (void)
{
  BrineDelivery *delivery = brine_delivery_new ("plan|a|b|c", BRINE_DUE_PLAN);

  delivery->item_id = g_strdup ("a");
  delivery->original = brine_local (20780, 12, 30);
  delivery->nominal = brine_local (20780, 12, 20);
  delivery->day = 20780;
  delivery->practice = BRINE_PRACTICE_WALK;
  delivery->title = g_strdup ("Walk");
  delivery->state = BRINE_DELIVERY_SNOOZED;
  delivery->at.unix_ms = 1000;
  delivery->until.unix_ms = 2000;
  delivery->notice_id = g_strdup ("brine-1");
  return delivery;
}

static void
replace (char **text)
{
  g_free (*text);
  *text = g_strdup ("other");
}

/* Changes one field; FALSE: there is none of that number. */
static gboolean
change (BrineDelivery *delivery, int field)
{
  switch (field)
    {
    case 0:
      replace (&delivery->key);
      return TRUE;
    case 1:
      delivery->source = BRINE_DUE_ASK;
      return TRUE;
    case 2:
      g_clear_pointer (&delivery->item_id, g_free);
      return TRUE;
    case 3:
      delivery->original.second++;
      return TRUE;
    case 4:
      delivery->nominal.day++;
      return TRUE;
    case 5:
      delivery->day++;
      return TRUE;
    case 6:
      delivery->practice = BRINE_PRACTICE_MEAL;
      return TRUE;
    case 7:
      replace (&delivery->title);
      return TRUE;
    case 8:
      delivery->state = BRINE_DELIVERY_EXPIRED;
      return TRUE;
    case 9:
      delivery->shown = TRUE;
      return TRUE;
    case 10:
      delivery->at.unix_ms++;
      return TRUE;
    case 11:
      delivery->until.unix_ms++;
      return TRUE;
    case 12:
      replace (&delivery->notice_id);
      return TRUE;
    default:
      return FALSE;
    }
}

/* A copy is equal, and a change to any field makes it unequal both ways. */
static void
test_laws (void)
{
  g_autoptr (BrineDelivery) delivery = make_delivery ();
  int n_fields = 0;

  for (gboolean changed = TRUE; changed; n_fields++)
    {
      g_autoptr (BrineDelivery) copy = brine_delivery_copy (delivery);

      g_assert_true (brine_delivery_equal (delivery, copy));
      changed = change (copy, n_fields);
      g_assert_cmpint (brine_delivery_equal (delivery, copy), ==, !changed);
      g_assert_cmpint (brine_delivery_equal (copy, delivery), ==, !changed);
    }
  g_assert_cmpint (n_fields, ==, 14);
  brine_delivery_free (NULL);
}

static void
test_nicks (void)
{
  static const char *const states[] = { "claimed", "shown",     "snoozed", "done",
                                        "skipped", "dismissed", "expired" };
  static const char *const sources[] = { "plan",     "quota",     "wind-down",
                                         "check-in", "look-back", "ask" };
  BrineDeliveryState state = BRINE_DELIVERY_DONE;
  BrineDueSource source = BRINE_DUE_ASK;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpstr (brine_delivery_state_to_nick (i), ==, states[i]);
      g_assert_true (brine_delivery_state_from_nick (states[i], &state));
      g_assert_cmpuint (state, ==, i);
      g_assert_cmpint (brine_delivery_state_is_open (state), ==, i < 3);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_assert_cmpstr (brine_due_source_to_nick (i), ==, sources[i]);
      g_assert_true (brine_due_source_from_nick (sources[i], &source));
      g_assert_cmpuint (source, ==, i);
    }
  g_assert_false (brine_delivery_state_from_nick ("Claimed", &state));
  g_assert_false (brine_due_source_from_nick (NULL, &source));
  g_assert_cmpint (source, ==, BRINE_DUE_ASK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/delivery/laws", test_laws);
  g_test_add_func ("/delivery/nicks", test_nicks);

  return g_test_run ();
}
