/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-notification.h"

BrineNotification *
brine_notification_new (const char *id, const char *title, const char *body, const char *icon_name)
{
  BrineNotification *self;

  g_return_val_if_fail (id != NULL && title != NULL && body != NULL && icon_name != NULL, NULL);

  self = g_atomic_rc_box_new0 (BrineNotification);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->body = g_strdup (body);
  self->icon_name = icon_name;
  return self;
}

BrineNotification *
brine_notification_ref (BrineNotification *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
notification_clear (gpointer data)
{
  BrineNotification *self = data;

  for (guint i = 0; i < self->n_buttons; i++)
    {
      g_free (self->buttons[i].label);
      g_variant_unref (self->buttons[i].target);
    }
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
}

void
brine_notification_unref (BrineNotification *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, notification_clear);
}

void
brine_notification_add_button (BrineNotification *self, const char *label, const char *action,
                               GVariant *target)
{
  BrineNotificationButton *button;

  g_return_if_fail (self != NULL && label != NULL && action != NULL && target != NULL);
  g_return_if_fail (self->n_buttons < BRINE_NOTIFICATION_MAX_BUTTONS);

  button = &self->buttons[self->n_buttons++];
  button->label = g_strdup (label);
  button->action = action;
  button->target = g_variant_ref_sink (target);
}

static void
add_string (GVariantBuilder *builder, const char *key, const char *value)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_string (value));
}

/* Whoever shows it calls the actions of the application by the part behind "app.". */
static void
add_action (GVariantBuilder *builder, const char *key, const char *target_key, const char *action,
            GVariant *target)
{
  g_variant_builder_add (builder, "{sv}", key,
                         g_variant_new_take_string (g_strconcat ("app.", action, NULL)));
  g_variant_builder_add (builder, "{sv}", target_key, target);
}

GVariant *
brine_notification_serialize (const BrineNotification *self)
{
  GVariantBuilder builder;
  g_autoptr (GIcon) icon = NULL;
  g_autoptr (GVariant) icon_value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  icon = g_themed_icon_new (self->icon_name);
  icon_value = g_icon_serialize (icon);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  add_string (&builder, "title", self->title);
  if (*self->body != '\0')
    add_string (&builder, "body", self->body);
  g_variant_builder_add (&builder, "{sv}", "icon", icon_value);
  add_string (&builder, "priority", "normal");
  add_action (&builder, "default-action", "default-action-target", BRINE_NOTIFICATION_BODY_ACTION,
              g_variant_new_string (self->id));
  if (self->n_buttons > 0)
    {
      GVariantBuilder buttons;

      g_variant_builder_init (&buttons, G_VARIANT_TYPE ("aa{sv}"));
      for (guint i = 0; i < self->n_buttons; i++)
        {
          g_variant_builder_open (&buttons, G_VARIANT_TYPE_VARDICT);
          add_string (&buttons, "label", self->buttons[i].label);
          add_action (&buttons, "action", "target", self->buttons[i].action,
                      self->buttons[i].target);
          g_variant_builder_close (&buttons);
        }
      g_variant_builder_add (&builder, "{sv}", "buttons", g_variant_builder_end (&buttons));
    }
  return g_variant_builder_end (&builder);
}
