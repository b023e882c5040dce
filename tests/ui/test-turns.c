/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keeps turns of the main loop short: pages that nobody sees are not visible, lists come bit
 * by bit, hints ask nobody.
 */
#include <adwaita.h>

#include "brine-page-slot.h"
#include "brine-parts.h"
#include "brine-slow-list.h"

#define BOUND_SECONDS 60

static gboolean
on_late_cb (gpointer data)
{
  g_error ("Nothing came of it in a minute");
  return G_SOURCE_REMOVE;
}

static void
wait_for (gboolean (*done) (gpointer data), gpointer data)
{
  guint late = g_timeout_add_seconds (BOUND_SECONDS, on_late_cb, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

/* Lists --------------------------------------------------------------------------------------- */

typedef struct
{
  guint n_turns; /* with rows in them */
  guint most;    /* rows in a turn */
} Turns;

static void
on_items_changed_cb (GListModel *list, guint position, guint removed, guint added, Turns *turns)
{
  turns->n_turns += added > 0;
  turns->most = MAX (turns->most, added);
}

static gboolean
has_ten (gpointer list)
{
  return g_list_model_get_n_items (list) == 10;
}

static gboolean
has_eleven (gpointer list)
{
  return g_list_model_get_n_items (list) == 11;
}

static GListModel *
make_words (guint n)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (words, "word");
  return G_LIST_MODEL (words);
}

static void
test_list_comes (void)
{
  g_autoptr (GListModel) words = make_words (10);
  g_autoptr (BrineSlowList) list = brine_slow_list_new (words, 2, 3);
  Turns turns = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), &turns);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list))
                 == g_list_model_get_item_type (words));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 2));
  wait_for (has_ten, list);
  /* 3, 3 and the last 2 */
  g_assert_cmpuint (turns.n_turns, ==, 3);
  g_assert_cmpuint (turns.most, ==, 3);
  g_autoptr (GObject) last = g_list_model_get_item (G_LIST_MODEL (list), 9);
  g_assert_nonnull (last);
}

/* Once all is there, more is there at once; begun again, it is not. */
static void
test_list_changes (void)
{
  g_autoptr (GListModel) words = make_words (10);
  g_autoptr (BrineSlowList) list = brine_slow_list_new (words, 1, 4);

  wait_for (has_ten, list);
  /* The turn that finds nothing left to come. */
  gtk_string_list_append (GTK_STRING_LIST (words), "more");
  wait_for (has_eleven, list);
  gtk_string_list_append (GTK_STRING_LIST (words), "more");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==,
                    g_list_model_get_n_items (words));
  brine_slow_list_begin (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

/* It goes while rows are still to come. */
static void
test_list_goes (void)
{
  GListModel *words = make_words (10);
  BrineSlowList *list = brine_slow_list_new (words, 1, 1);

  g_assert_finalize_object (list);
  g_assert_finalize_object (words);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Hints --------------------------------------------------------------------------------------- */

static void
test_hint (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("Ring"));

  brine_set_hint (label, "4 of 8 done");
  g_assert_true (gtk_widget_get_has_tooltip (label));
  /* Nothing that a question to the display would be asked for */
  g_assert_null (gtk_widget_get_tooltip_text (label));
  brine_set_hint (label, "5 of 8 done");
  brine_set_hint (label, "5 of 8 done");
  guint signal = g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET);
  g_assert_cmpuint (g_signal_handlers_block_matched (label, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA,
                                                     signal, 0, NULL, NULL, NULL),
                    ==, 1);
  brine_set_hint (label, NULL);
  g_assert_false (gtk_widget_get_has_tooltip (label));
  g_assert_false (g_signal_has_handler_pending (label, signal, 0, TRUE));
  g_assert_finalize_object (label);
}

/* Pages --------------------------------------------------------------------------------------- */

static gboolean
is_hidden (gpointer page)
{
  return !gtk_widget_get_visible (page);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
test_page_slot (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *slots[2];
  GtkWidget *pages[2];

  for (int i = 0; i < 2; i++)
    {
      slots[i] = brine_page_slot_new ();
      pages[i] = gtk_button_new_with_label ("Page");
      gtk_stack_add_child (GTK_STACK (stack), slots[i]);
      brine_page_slot_set_page (BRINE_PAGE_SLOT (slots[i]), pages[i]);
      g_assert_true (brine_page_slot_get_page (BRINE_PAGE_SLOT (slots[i])) == pages[i]);
    }
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (is_mapped, pages[0]);
  /* The other one is prepared and then invisible */
  wait_for (is_hidden, pages[1]);
  for (int i = 1; i < 6; i++)
    {
      gtk_stack_set_visible_child (GTK_STACK (stack), slots[i % 2]);
      /* at once, so that the focus can go there */
      g_assert_true (gtk_widget_get_visible (pages[i % 2]));
      g_assert_true (gtk_widget_grab_focus (pages[i % 2]));
      wait_for (is_hidden, pages[(i + 1) % 2]);
      g_assert_true (gtk_widget_get_visible (pages[i % 2]));
    }
  /* To and fro before there was time: what is seen stays visible. */
  gtk_stack_set_visible_child (GTK_STACK (stack), slots[0]);
  gtk_stack_set_visible_child (GTK_STACK (stack), slots[1]);
  wait_for (is_hidden, pages[0]);
  g_assert_true (gtk_widget_get_visible (pages[1]));

  /* It goes at once, with the focus in it too: nobody can ask about it who holds no reference. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == pages[1]);
  g_object_add_weak_pointer (G_OBJECT (pages[1]), (gpointer *)&pages[1]);
  brine_page_slot_set_page (BRINE_PAGE_SLOT (slots[1]), NULL);
  g_assert_null (pages[1]);
  g_assert_null (brine_page_slot_get_page (BRINE_PAGE_SLOT (slots[1])));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Before the window shows, the page that it will show first is left as it is. */
static void
test_page_slot_unshown (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *slots[2];
  GtkWidget *pages[2];

  for (int i = 0; i < 2; i++)
    {
      slots[i] = brine_page_slot_new ();
      gtk_stack_add_child (GTK_STACK (stack), slots[i]);
    }
  gtk_window_set_child (GTK_WINDOW (window), stack);
  for (int i = 0; i < 2; i++)
    {
      pages[i] = gtk_button_new_with_label ("Page");
      brine_page_slot_set_page (BRINE_PAGE_SLOT (slots[i]), pages[i]);
    }
  wait_for (is_hidden, pages[1]);
  g_assert_true (gtk_widget_get_visible (pages[0]));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What comes with a page ---------------------------------------------------------------------- */

static void
test_reveal_at_once (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *revealer = gtk_revealer_new ();

  gtk_revealer_set_transition_duration (GTK_REVEALER (revealer), 1000 * BOUND_SECONDS);
  gtk_revealer_set_child (GTK_REVEALER (revealer), gtk_label_new ("Details"));
  gtk_window_set_child (GTK_WINDOW (window), revealer);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (is_mapped, revealer);
  for (int i = 0; i < 4; i++)
    {
      brine_reveal_at_once (revealer, i % 2 == 0);
      g_assert_true (gtk_revealer_get_child_revealed (GTK_REVEALER (revealer)) == (i % 2 == 0));
    }
  /* The next one is seen to move again */
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
  g_assert_false (gtk_revealer_get_child_revealed (GTK_REVEALER (revealer)));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/turns/list-comes", test_list_comes);
  g_test_add_func ("/turns/list-changes", test_list_changes);
  g_test_add_func ("/turns/list-goes", test_list_goes);
  g_test_add_func ("/turns/hint", test_hint);
  g_test_add_func ("/turns/page-slot", test_page_slot);
  g_test_add_func ("/turns/page-slot-unshown", test_page_slot_unshown);
  g_test_add_func ("/turns/reveal-at-once", test_reveal_at_once);
  return g_test_run ();
}
