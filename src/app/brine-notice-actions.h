/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @open: somebody pressed a notification and wants to see what it is about
 * @unanswered: what was pressed could not be handed to the service, so nothing was written */
typedef struct
{
  void (*open) (const char *notice_id, gpointer user_data);
  void (*unanswered) (gpointer user_data);
} BrineNoticeFuncs;

/* Exports the actions of notifications. In a sandbox the portal calls the application that the
 * sandbox is named after, so they are here as well as in the service. The service carries them out:
 * one program writes what notifications say, and the window needs no diary for it. Main thread.
 * @application: before it is registered; @funcs, @user_data: live as long as it
 * @folder: of the diary, absolute: a service that minds another one has nothing to say here */
void brine_notice_actions_add (GApplication *application, const char *folder,
                               const BrineNoticeFuncs *funcs, gpointer user_data);

G_END_DECLS
