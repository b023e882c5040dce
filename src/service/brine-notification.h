/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRINE_NOTIFICATION_MAX_BUTTONS 3
/* What a press on the body does: this action, with the id of the notification as its target. */
#define BRINE_NOTIFICATION_BODY_ACTION "reminder-open"

/* Something to press: @action is the name of an action of the application, without "app.". */
typedef struct
{
  char *label;
  const char *action;
  GVariant *target; /* owned */
} BrineNotificationButton;

/**
 * BrineNotification:
 *
 * What is to be shown, in no particular protocol: GNotification without a GApplication, so that it
 * can be sent over a connection that tells what became of it. Texts are plain, never markup. Reference
 * counted, and not changed any more once it is shown.
 */
typedef struct
{
  char *id;
  char *title;
  char *body;             /* may be empty */
  const char *icon_name;  /* static */
  const char *sound_name; /* static, of the sound naming specification; NULL: none */
  BrineNotificationButton buttons[BRINE_NOTIFICATION_MAX_BUTTONS];
  guint n_buttons;
} BrineNotification;

/**
 * brine_notification_new:
 * @icon_name: a static string
 *
 * Returns: (transfer full): a notification without buttons
 */
BrineNotification *brine_notification_new (const char *id, const char *title, const char *body,
                                           const char *icon_name);
BrineNotification *brine_notification_ref (BrineNotification *self);
void brine_notification_unref (BrineNotification *self);

/**
 * brine_notification_add_button:
 * @action: a static string
 * @target: a floating reference is taken
 *
 * Adds one of at most %BRINE_NOTIFICATION_MAX_BUTTONS.
 */
void brine_notification_add_button (BrineNotification *self, const char *label, const char *action,
                                    GVariant *target);

/**
 * brine_notification_serialize:
 *
 * Writes it down as GNotification does for org.gtk.Notifications and for the portal.
 *
 * Returns: (transfer floating): of type a{sv}
 */
GVariant *brine_notification_serialize (const BrineNotification *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineNotification, brine_notification_unref)

G_END_DECLS
