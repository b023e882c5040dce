/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-catalogue-loader.h"
#include "brine-meals-page.h"
#include "brine-preferences-window.h"
#include "brine-prompts-group.h"
#include "brine-recipe-page.h"
#include "brine-support-page.h"
#include "brine-welcome-page.h"
#include "fixture.h"

/* Pages are made, shown wide and narrow, and are gone without a trace: nothing holds a page that
 * the window has dropped. */

static struct
{
  char *dir;
  BrineStore *store;
  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
} world;

static GtkWidget *
make_meals (void)
{
  return brine_meals_page_new (world.history, world.clock, world.catalogue);
}

static GtkWidget *
make_recipe (void)
{
  return brine_recipe_page_new (world.history, world.clock, world.catalogue,
                                brine_catalogue_find_recipe (world.catalogue, "l02"));
}

static GtkWidget *
make_support (void)
{
  return brine_support_page_new (world.history, world.clock);
}

static GtkWidget *
make_support_without_diary (void)
{
  return brine_support_page_new (NULL, world.clock);
}

static GtkWidget *
make_welcome (void)
{
  return brine_welcome_page_new (world.history, world.clock, world.catalogue, NULL);
}

static void
on_gone_cb (gpointer data, GObject *where_the_object_was)
{
  *(gboolean *)data = TRUE;
}

static void
on_notify_cb (GObject *object, GParamSpec *pspec, int *n)
{
  (*n)++;
}

static void
test_page (gconstpointer user_data)
{
  GtkWidget *(*make) (void) = (GtkWidget * (*)(void)) user_data;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = make ();
  gboolean gone = FALSE, narrow = TRUE;
  int n_notified = 0;

  g_object_weak_ref (G_OBJECT (page), on_gone_cb, &gone);
  g_signal_connect (page, "notify::narrow", G_CALLBACK (on_notify_cb), &n_notified);
  g_object_get (page, "narrow", &narrow, NULL);
  g_assert_false (narrow);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  g_object_set (page, "narrow", TRUE, NULL);
  g_object_set (page, "narrow", TRUE, NULL);
  g_assert_cmpint (n_notified, ==, 1);
  gtk_window_present (GTK_WINDOW (window));
  fixture_drain ();
  g_object_set (page, "narrow", FALSE, NULL);
  g_assert_cmpint (n_notified, ==, 2);
  fixture_drain ();

  gtk_window_destroy (GTK_WINDOW (window));
  fixture_wait (&gone);
}

static void
test_preferences (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.brineapp.Brine");
  g_autoptr (BrineServiceLink) link = brine_service_link_new (NULL, "/nowhere", NULL);
  GtkWidget *window = brine_preferences_window_new (world.history, world.clock, settings, link);
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (window), on_gone_cb, &gone);
  gtk_window_present (GTK_WINDOW (window));
  fixture_drain ();
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_wait (&gone);
}

/* What the rows make of a setting is a setting again, and what they cannot show stays. */
static void
test_prompts (void)
{
  static const struct
  {
    BrineCheckinPrompts kind;
    int n;
    int from_minute;
    int to_minute;
    const char *stored;
  } rows[] = {
    { BRINE_CHECKIN_PROMPTS_OFF, 0, 0, 0, NULL },
    { BRINE_CHECKIN_PROMPTS_AT, 2, 0, 0, "07:00 08:00" },
    { BRINE_CHECKIN_PROMPTS_AT, 6, 0, 0, "07:00 08:00 09:00 10:00 11:00 12:00" },
    { BRINE_CHECKIN_PROMPTS_RANDOM, 2, 540, 1260, "random 2 09:00-21:00" },
    { BRINE_CHECKIN_PROMPTS_RANDOM, 9, 540, 1260, "random 9 09:00-21:00" },
    { BRINE_CHECKIN_PROMPTS_RANDOM, 2, 1260, 540, "random 2 21:00-22:00" },
    { BRINE_CHECKIN_PROMPTS_RANDOM, 6, 540, 600, "random 6 09:00-12:00" },
    { BRINE_CHECKIN_PROMPTS_RANDOM, 6, 1380, 1380, "random 6 20:59-23:59" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineReminderSettings settings;
      g_autoptr (GtkWidget) group = g_object_ref_sink (brine_prompts_group_new (world.clock));
      g_autofree char *stored = NULL;

      brine_reminder_settings_parse (NULL, &settings);
      settings.checkin_prompts = rows[i].kind;
      settings.n_checkins = rows[i].n;
      settings.checkin_from_minute = rows[i].from_minute;
      settings.checkin_to_minute = rows[i].to_minute;
      for (int j = 0; j < rows[i].n; j++)
        settings.checkin_minutes[j] = (7 + j) * 60;
      brine_prompts_group_show (BRINE_PROMPTS_GROUP (group), &settings);
      brine_prompts_group_read (BRINE_PROMPTS_GROUP (group), &settings);
      stored = brine_reminder_settings_dup_value (&settings, BRINE_SETTING_CHECKIN_PROMPTS);
      g_assert_cmpstr (stored, ==, rows[i].stored);
      g_assert_true (
          brine_reminder_settings_set (&settings, BRINE_SETTING_CHECKIN_PROMPTS, stored, NULL));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  world.dir = fixture_make_dir ();
  world.store = fixture_open (world.dir);
  world.history = brine_history_new (world.store);
  world.clock = brine_clock_new_from_environment ("2026-11-23T09:00", NULL);
  world.catalogue = brine_catalogue_load (NULL);

  g_test_add_data_func ("/pages/meals", make_meals, test_page);
  g_test_add_data_func ("/pages/recipe", make_recipe, test_page);
  g_test_add_data_func ("/pages/support", make_support, test_page);
  g_test_add_data_func ("/pages/support-without-diary", make_support_without_diary, test_page);
  g_test_add_data_func ("/pages/welcome", make_welcome, test_page);
  g_test_add_func ("/pages/preferences", test_preferences);
  g_test_add_func ("/pages/prompts", test_prompts);

  result = g_test_run ();
  g_assert_finalize_object (world.history);
  brine_store_close (world.store);
  g_assert_finalize_object (world.store);
  g_assert_finalize_object (world.catalogue);
  g_assert_finalize_object (world.clock);
  fixture_remove_dir (world.dir);
  return result;
}
