/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-welcome-page.h"

#include "brine-parts.h"
#include "brine-translate.h"
#include "brine-week-preview.h"
#include "brine-wishes-form.h"

#include <glib/gi18n.h>

#define PAGE_WIDTH 900
#define FORM_WIDTH 640

struct _BrineWelcomePage
{
  BrineNarrowPage parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
  GPtrArray *items; /* the plan on show; NULL before */
  BrineFirstWeekWishes wishes;

  GtkWidget *stack;
  GtkWidget *form;
  GtkWidget *week; /* AdwBin: the preview, made anew for each plan */
  GtkWidget *summary;
  GtkWidget *buttons[2]; /* of the form and of the preview */
};

G_DEFINE_FINAL_TYPE (BrineWelcomePage, brine_welcome_page, BRINE_TYPE_NARROW_PAGE)

enum
{
  SIGNAL_FINISHED,
  SIGNAL_SAMPLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Steps ----------------------------------------------------------------------------------- */

static void
show_step (BrineWelcomePage *self, const char *step)
{
  GtkStack *stack = GTK_STACK (self->stack);

  gtk_stack_set_visible_child_name (stack, step);
  /* From nowhere: with the focus inside it would go on to the second control. */
  gtk_root_set_focus (gtk_widget_get_root (self->stack), NULL);
  gtk_widget_child_focus (gtk_stack_get_visible_child (stack), GTK_DIR_TAB_FORWARD);
}

/* In two columns where there is room, so that the buttons stay in sight. */
static void
arrange_summary (BrineWelcomePage *self)
{
  gboolean narrow = brine_narrow_page_is_narrow (BRINE_NARROW_PAGE (self));
  GtkWidget *rows = adw_bin_get_child (ADW_BIN (self->summary));

  if (rows == NULL)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (rows),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (rows), !narrow);
}

static void
show_preview (BrineWelcomePage *self)
{
  int day_start = brine_store_get_day_start_minutes (brine_history_get_store (self->history));
  BrineDay today = brine_clock_get_today (self->clock, day_start);

  self->wishes = brine_wishes_form_get_wishes (BRINE_WISHES_FORM (self->form));
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = brine_first_week_make (&self->wishes, self->catalogue,
                                       brine_clock_get_local (self->clock), brine_translate);
  adw_bin_set_child (ADW_BIN (self->week), brine_week_preview_new (self->items, today + 1));
  adw_bin_set_child (ADW_BIN (self->summary), brine_week_summary_new (self->items));
  arrange_summary (self);
  show_step (self, "preview");
}

static void
show_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_step (BRINE_WELCOME_PAGE (widget), "form");
}

static void
show_greeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_step (BRINE_WELCOME_PAGE (widget), "greeting");
}

static void
show_preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_preview (BRINE_WELCOME_PAGE (widget));
}

/* Escape: a step back, nothing that was told is lost. */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineWelcomePage *self = BRINE_WELCOME_PAGE (widget);
  const char *step = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  show_step (self, g_strcmp0 (step, "preview") == 0 ? "form" : "greeting");
}

static void
plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineWelcomePage *self = BRINE_WELCOME_PAGE (widget);
  BrineRemindGroup *remind = brine_wishes_form_get_remind (BRINE_WISHES_FORM (self->form));
  BrineChange *change = brine_change_new ();
  g_autofree char *diet = brine_diet_to_string (&self->wishes.diet);
  g_autoptr (GHashTable) stored =
      brine_store_dup_settings (brine_history_get_store (self->history));

  for (guint i = 0; i < self->items->len; i++)
    brine_change_put_item (change, g_ptr_array_index (self->items, i));
  brine_change_put_setting (change, BRINE_SETTING_DIET, diet);
  brine_change_put_setting (change, BRINE_SETTING_LIVE_GOAL,
                            brine_diet_has_live_goal (&self->wishes.diet) ? "1" : "0");
  brine_remind_group_put (remind, stored, change);
  brine_remind_group_apply_login (remind);
  brine_history_apply (self->history, _ ("Your week is planned"), change);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
skip_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_FINISHED], 0);
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SAMPLE], 0);
}

/* Parts ----------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Large text takes a second line. */
static GtkWidget *
make_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkLabel *words = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (words, TRUE);
  gtk_label_set_justify (words, GTK_JUSTIFY_CENTER);

  return button;
}

static GtkWidget *
make_pill (const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = make_button (label);

  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_link (const char *label, const char *action)
{
  GtkWidget *button = make_button (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

/* Buttons side by side; one above the other where there is no room. */
static GtkWidget *
make_buttons (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);

  return box;
}

static GtkWidget *
make_greeting (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *icon = gtk_image_new_from_icon_name (BRINE_APP_ID);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *quiet;

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 128);
  gtk_widget_add_css_class (icon, "icon-dropshadow");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (buttons, 12);
  gtk_box_append (GTK_BOX (buttons), make_pill (_ ("Plan My First Week"), "welcome.form", TRUE));
  gtk_box_append (GTK_BOX (buttons),
                  make_pill (_ ("Look Around with Sample Data"), "welcome.sample", FALSE));
  quiet = make_label (_ ("Everything stays on this computer. Brine is not a medical device."),
                      "secondary");

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label (_ ("Welcome to Brine"), "title-1"));
  gtk_box_append (
      GTK_BOX (box),
      make_label (_ ("Plan a week of fermented food, sleep, quiet minutes and walks. Tick off what "
                     "you did, say how you are, and see honestly how the two go together."),
                  "body"));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), make_link (_ ("Begin with an Empty Diary"), "welcome.skip"));
  gtk_box_append (GTK_BOX (box), quiet);

  return brine_page_scroller_new (box, FORM_WIDTH);
}

static GtkWidget *
make_form (BrineWelcomePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->form = brine_wishes_form_new ();
  gtk_box_append (GTK_BOX (box), make_label (_ ("A Few Words about Your Week"), "title-1"));
  gtk_box_append (GTK_BOX (box), self->form);
  self->buttons[0] = make_buttons (make_pill (_ ("Back"), "welcome.greeting", FALSE),
                                   make_pill (_ ("See My Week"), "welcome.preview", TRUE));
  gtk_box_append (GTK_BOX (box), self->buttons[0]);

  return brine_page_scroller_new (box, FORM_WIDTH);
}

static GtkWidget *
make_preview (BrineWelcomePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->week = adw_bin_new ();
  self->summary = adw_bin_new ();
  gtk_box_append (GTK_BOX (titles), make_label (_ ("Your First Week"), "title-1"));
  gtk_box_append (GTK_BOX (titles),
                  make_label (_ ("Made from what you told Brine. Change anything, now or later."),
                              "secondary"));
  gtk_box_append (GTK_BOX (box), titles);
  gtk_box_append (GTK_BOX (box), self->week);
  gtk_box_append (GTK_BOX (box), self->summary);
  self->buttons[1] = make_buttons (make_pill (_ ("Change Something"), "welcome.form", FALSE),
                                   make_pill (_ ("Use This Plan"), "welcome.plan", TRUE));
  gtk_box_append (GTK_BOX (box), self->buttons[1]);

  return brine_page_scroller_new (box, PAGE_WIDTH);
}

/* Seven columns cannot be read on a telephone; the rows say the same. */
static void
brine_welcome_page_arrange (BrineNarrowPage *page, gboolean narrow)
{
  BrineWelcomePage *self = BRINE_WELCOME_PAGE (page);

  gtk_widget_set_visible (self->week, !narrow);
  arrange_summary (self);
  for (gsize i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons[i]),
                                    narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
brine_welcome_page_dispose (GObject *object)
{
  BrineWelcomePage *self = BRINE_WELCOME_PAGE (object);

  g_clear_object (&self->history);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (brine_welcome_page_parent_class)->dispose (object);
}

/* Whoever only has keys begins with what most want. */
static void
brine_welcome_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (brine_welcome_page_parent_class)->map (widget);
  gtk_widget_child_focus (BRINE_WELCOME_PAGE (widget)->stack, GTK_DIR_TAB_FORWARD);
}

static void
brine_welcome_page_class_init (BrineWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_welcome_page_dispose;
  BRINE_NARROW_PAGE_CLASS (klass)->arrange = brine_welcome_page_arrange;

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAMPLE] = g_signal_new ("sample", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  widget_class->map = brine_welcome_page_map;
  gtk_widget_class_set_css_name (widget_class, "welcomepage");
  gtk_widget_class_install_action (widget_class, "welcome.greeting", NULL, show_greeting_action);
  gtk_widget_class_install_action (widget_class, "welcome.form", NULL, show_form_action);
  gtk_widget_class_install_action (widget_class, "welcome.preview", NULL, show_preview_action);
  gtk_widget_class_install_action (widget_class, "welcome.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "welcome.back", NULL);
  gtk_widget_class_install_action (widget_class, "welcome.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "welcome.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "welcome.sample", NULL, sample_action);
}

static void
brine_welcome_page_init (BrineWelcomePage *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (GTK_STACK (self->stack), 150);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_greeting (), "greeting");
  gtk_stack_add_named (GTK_STACK (self->stack), make_form (self), "form");
  gtk_stack_add_named (GTK_STACK (self->stack), make_preview (self), "preview");
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

GtkWidget *
brine_welcome_page_new (BrineHistory *history, BrineClock *clock, BrineCatalogue *catalogue,
                        BrineServiceLink *link)
{
  BrineWelcomePage *self;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (BRINE_TYPE_WELCOME_PAGE, NULL);
  g_set_object (&self->history, history);
  g_set_object (&self->clock, clock);
  g_set_object (&self->catalogue, catalogue);
  brine_remind_group_set_link (brine_wishes_form_get_remind (BRINE_WISHES_FORM (self->form)), link);

  return GTK_WIDGET (self);
}
