/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRINE_SERVICE_ID "org.brineapp.Brine.Service"

/* What the program ends with when another one delivers the reminders already. The unit of systemd
 * knows it. */
#define BRINE_SERVICE_EXIT_TAKEN 3

/**
 * BrineService:
 *
 * The application that reminds: owns the name of the service, holds the lock of the diary, and puts
 * the diary, the notification server and the engine of reminders together. It has no window and no
 * toolkit, and so no frames to miss: its main thread waits for the answer of whoever shows
 * notifications, and for nothing else.
 */
#define BRINE_TYPE_SERVICE (brine_service_get_type ())
G_DECLARE_FINAL_TYPE (BrineService, brine_service, BRINE, SERVICE, GApplication)

/**
 * brine_service_new:
 *
 * Returns: (transfer full): the application; run it with g_application_run()
 */
BrineService *brine_service_new (void);

G_END_DECLS
