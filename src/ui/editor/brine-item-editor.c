/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-item-editor.h"

#include <glib/gi18n.h>

#include "brine-editable.h"
#include "brine-editor-overlap.h"
#include "brine-format.h"
#include "brine-item-editor-private.h"
#include "brine-parts.h"
#include "brine-scope-dialog.h"

/*
 * One entry of the plan as a form. Keys: Ctrl+S or Ctrl+Return saves, Escape cancels (and asks
 * when something was typed).
 */

G_DEFINE_FINAL_TYPE (BrineItemEditor, brine_item_editor, ADW_TYPE_WINDOW)

#define WIDTH 500
#define HEIGHT 680

/* What is shown ------------------------------------------------------------------------------- */

/* The item as its occurrence is: moved, renamed or with another recipe. */
static BrinePlanItem *
make_shown (const BrinePlanItem *item, BrineLocal original)
{
  BrinePlanItem *shown = brine_plan_item_copy (item);
  const BrineException *exception = brine_plan_item_find_exception (item, original);

  if (item->quota_per_week == 0)
    shown->start = original;
  if (exception == NULL || exception->cancelled)
    return shown;
  shown->start = exception->start;
  shown->minutes = exception->minutes;
  if (exception->title != NULL)
    {
      g_free (shown->title);
      shown->title = g_strdup (exception->title);
    }
  if (exception->notes != NULL)
    {
      g_free (shown->notes);
      shown->notes = g_strdup (exception->notes);
    }
  if (exception->recipe_id != NULL)
    {
      g_free (shown->recipe_id);
      shown->recipe_id = g_strdup (exception->recipe_id);
    }
  return shown;
}

/* Whether anything was changed that one occurrence cannot have for itself. */
static gboolean
changes_series (BrineItemEditor *self, const BrinePlanItem *wanted)
{
  g_autoptr (BrinePlanItem) alike = brine_plan_item_copy (wanted);

  alike->start = self->shown->start;
  alike->minutes = self->shown->minutes;
  g_free (alike->title);
  alike->title = g_strdup (self->shown->title);
  g_free (alike->notes);
  alike->notes = g_strdup (self->shown->notes);
  g_free (alike->recipe_id);
  alike->recipe_id = g_strdup (self->shown->recipe_id);
  return !brine_plan_item_equal (alike, self->shown);
}

static gboolean
is_changed (BrineItemEditor *self)
{
  g_autoptr (BrinePlanItem) wanted = brine_item_editor_collect (self);

  return !brine_plan_item_equal (wanted, self->shown);
}

/* Saving -------------------------------------------------------------------------------------- */

static const char *
get_failure (const GError *error)
{
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_FULL))
    return _ ("It was not saved: the disk is full. Make room and save again.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY))
    return _ ("It was not saved: the diary can only be read.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND))
    return _ ("It was not saved: this entry is no longer in the plan.");
  return _ ("It was not saved. Try again.");
}

/* It waits out of sight until the disk has it. */
static void
apply (BrineItemEditor *self, BrineChange *change, char *label)
{
  g_free (self->label);
  self->label = label;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  brine_history_apply (self->history, label, change);
}

static void
on_applied_cb (BrineHistory *history, const char *label, BrineItemEditor *self)
{
  if (self->label == NULL || g_strcmp0 (label, self->label) != 0)
    return;
  g_clear_pointer (&self->label, g_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_failed_cb (BrineHistory *history, const char *label, GError *error, BrineItemEditor *self)
{
  if (self->label == NULL || g_strcmp0 (label, self->label) != 0)
    return;
  g_clear_pointer (&self->label, g_free);
  brine_item_editor_show_error (self, get_failure (error), NULL);
  gtk_window_present (GTK_WINDOW (self));
}

static void
save_new (BrineItemEditor *self, const BrinePlanItem *wanted)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_item (change, wanted);
  /* Translators: toast; %s is a title */
  apply (self, change, g_strdup_printf (_ ("%s added"), wanted->title));
}

static BrineEdit *
make_edit (BrineItemEditor *self, BrineScope scope, const GArray *logged, GError **error)
{
  g_autoptr (BrinePlanItem) wanted = brine_item_editor_collect (self);

  return brine_plan_item_edit (self->item, self->original, wanted, scope, self->today, logged,
                               error);
}

static void
save_edit (BrineItemEditor *self, BrineScope scope)
{
  g_autoptr (BrinePlanItem) wanted = brine_item_editor_collect (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineEdit) edit = make_edit (self, scope, self->logged, &error);

  if (edit == NULL)
    {
      brine_item_editor_show_error (self, get_failure (error), NULL);
      return;
    }
  BrineChange *change = brine_change_new ();
  brine_change_put_edit (change, self->item->id, edit);
  /* Translators: toast; %s is a title */
  apply (self, change, g_strdup_printf (_ ("%s changed"), wanted->title));
}

/* Which ones --------------------------------------------------------------------------------- */

static BrineEdit *
try_edit (const BrinePlanItem *item, BrineScope scope, const GArray *logged, gpointer data)
{
  return make_edit (data, scope, logged, NULL);
}

static void
on_scope_cb (gboolean cancelled, BrineScope scope, gpointer data)
{
  if (!cancelled)
    save_edit (data, scope);
}

/* Only the time: then the question can say so. */
static BrineScopeVerb
get_verb (BrineItemEditor *self, const BrinePlanItem *wanted)
{
  g_autoptr (BrinePlanItem) alike = brine_plan_item_copy (wanted);

  alike->start = self->shown->start;
  if (brine_plan_item_equal (alike, self->shown))
    return BRINE_SCOPE_VERB_MOVE;
  alike->minutes = self->shown->minutes;
  return brine_plan_item_equal (alike, self->shown) && wanted->minutes > 0
             ? BRINE_SCOPE_VERB_RESIZE
             : BRINE_SCOPE_VERB_CHANGE;
}

static void
on_editable_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BrineItemEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineEditable) editable =
      brine_store_load_editable_finish (BRINE_STORE (source), result, &error);
  g_autoptr (BrinePlanItem) wanted = NULL;

  if (self->history == NULL)
    return;
  if (editable == NULL)
    {
      brine_item_editor_show_error (self, get_failure (error), NULL);
      return;
    }
  wanted = brine_item_editor_collect (self);
  g_clear_pointer (&self->logged, g_array_unref);
  self->logged = g_array_ref (editable->logged);
  BrineScopeQuestion question = {
    .heading = _ ("Change Which Ones?"),
    .item = self->item,
    .original = self->original,
    .logged = self->logged,
    .deed = { get_verb (self, wanted), self->item->practice, self->shown->start, wanted->start,
              wanted->minutes, self->today },
    .series_only = changes_series (self, wanted),
    .edit = try_edit,
  };
  brine_scope_dialog_ask (GTK_WIDGET (self), &question, on_scope_cb, g_object_ref (self),
                          g_object_unref);
}

static void
ask_scope (BrineItemEditor *self)
{
  brine_store_load_editable_async (brine_history_get_store (self->history), self->item->id, NULL,
                                   on_editable_loaded_cb, g_object_ref (self));
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineItemEditor *self = BRINE_ITEM_EDITOR (widget);
  GtkWidget *where;
  const char *sentence = brine_item_editor_check (self, &where);

  if (self->label != NULL)
    return;
  brine_item_editor_show_error (self, sentence, where);
  if (sentence != NULL)
    return;
  g_autoptr (BrinePlanItem) wanted = brine_item_editor_collect (self);
  g_autoptr (GError) error = NULL;
  if (!brine_plan_item_validate (wanted, &error))
    {
      brine_item_editor_show_error (self, error->message, NULL);
      return;
    }
  if (self->item == NULL)
    save_new (self, wanted);
  else if (brine_plan_item_equal (wanted, self->shown))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (brine_plan_item_is_recurring (self->item))
    ask_scope (self);
  else
    save_edit (self, BRINE_SCOPE_ALL);
}

/* Closing ------------------------------------------------------------------------------------- */

static void
on_discard_cb (AdwMessageDialog *dialog, const char *response, BrineItemEditor *self)
{
  if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
brine_item_editor_close_request (GtkWindow *window)
{
  BrineItemEditor *self = BRINE_ITEM_EDITOR (window);

  if (self->label != NULL)
    return TRUE;
  if (!is_changed (self))
    return GTK_WINDOW_CLASS (brine_item_editor_parent_class)->close_request (window);

  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Discard Changes?"),
                                              _ ("What you typed has not been saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep Editing"),
                                    "discard", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_item_editor_dispose (GObject *object)
{
  BrineItemEditor *self = BRINE_ITEM_EDITOR (object);

  g_clear_object (&self->history);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (brine_item_editor_parent_class)->dispose (object);
}

static void
brine_item_editor_finalize (GObject *object)
{
  BrineItemEditor *self = BRINE_ITEM_EDITOR (object);

  g_free (self->label);
  brine_plan_item_free (self->item);
  brine_plan_item_free (self->shown);
  g_clear_pointer (&self->logged, g_array_unref);

  G_OBJECT_CLASS (brine_item_editor_parent_class)->finalize (object);
}

static void
brine_item_editor_class_init (BrineItemEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_item_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = brine_item_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = brine_item_editor_close_request;

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
brine_item_editor_init (BrineItemEditor *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

BrineItemEditor *
brine_item_editor_new (BrineHistory *history, BrineClock *clock, BrineCatalogue *catalogue,
                       const BrinePlanItem *item, BrineLocal original_or_start)
{
  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (catalogue == NULL || BRINE_IS_CATALOGUE (catalogue), NULL);

  BrineItemEditor *self =
      g_object_new (BRINE_TYPE_ITEM_EDITOR, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);
  self->history = g_object_ref (history);
  self->clock = g_object_ref (clock);
  g_set_object (&self->catalogue, catalogue);
  self->original = original_or_start;
  self->today =
      brine_clock_get_today (clock,
                             brine_store_get_day_start_minutes (brine_history_get_store (history)));
  if (item != NULL)
    {
      self->item = brine_plan_item_copy (item);
      self->shown = make_shown (item, original_or_start);
      self->titled = TRUE;
    }
  else
    self->shown =
        brine_plan_item_new (BRINE_PRACTICE_MEAL, brine_practice_get_name (BRINE_PRACTICE_MEAL),
                             original_or_start, 30);
  gtk_window_set_title (GTK_WINDOW (self), item != NULL ? _ ("Edit") : _ ("Add to Plan"));
  brine_item_editor_build (self);
  g_signal_connect_object (history, "applied", G_CALLBACK (on_applied_cb), self, 0);
  g_signal_connect_object (history, "failed", G_CALLBACK (on_failed_cb), self, 0);
  return self;
}

/* What something new begins with is no change of the user's. */
static void
take_as_shown (BrineItemEditor *self)
{
  BrinePlanItem *wanted = brine_item_editor_collect (self);

  brine_plan_item_free (self->shown);
  self->shown = wanted;
}

void
brine_item_editor_set_minutes (BrineItemEditor *self, int minutes)
{
  g_return_if_fail (BRINE_IS_ITEM_EDITOR (self));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), minutes);
  take_as_shown (self);
}

void
brine_item_editor_present (BrineItemEditor *self, GtkWidget *parent)
{
  g_return_if_fail (BRINE_IS_ITEM_EDITOR (self));
  g_return_if_fail (parent == NULL || GTK_IS_WIDGET (parent));

  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  int width = WIDTH;
  int height = HEIGHT;
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      brine_editor_overlap_set_overlay (BRINE_EDITOR_OVERLAP (self->overlap),
                                        brine_editor_overlap_find (GTK_WINDOW (root)));
      if (gtk_widget_get_width (GTK_WIDGET (root)) > 0)
        width = MIN (width, gtk_widget_get_width (GTK_WIDGET (root)));
      if (gtk_widget_get_height (GTK_WIDGET (root)) > 0)
        height = MIN (height, gtk_widget_get_height (GTK_WIDGET (root)));
    }
  brine_fit_buttons (self->header, self->cancel, self->save, width);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  gtk_widget_grab_focus (self->title);
  gtk_window_present (GTK_WINDOW (self));
}
