/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-delivering-words.h"

#include <glib/gi18n.h>

gboolean
brine_delivering_is_yes (BrineDelivering delivering)
{
  return delivering == BRINE_DELIVERING_WORKS || delivering == BRINE_DELIVERING_THIS_SESSION
         || delivering == BRINE_DELIVERING_READ_ONLY;
}

const char *
brine_delivering_get_title (BrineDelivering delivering)
{
  switch (delivering)
    {
    case BRINE_DELIVERING_UNKNOWN:
      return _ ("Asking…");
    case BRINE_DELIVERING_WORKS:
      return _ ("Reminders Arrive");
    case BRINE_DELIVERING_THIS_SESSION:
      return _ ("Reminders Arrive Until You Log Out");
    case BRINE_DELIVERING_READ_ONLY:
      return _ ("Reminders Arrive, Answers Are Not Kept");
    default:
      return _ ("Reminders Do Not Arrive");
    }
}

const char *
brine_delivering_get_reason (BrineDelivering delivering)
{
  switch (delivering)
    {
    case BRINE_DELIVERING_UNKNOWN:
      return "";
    case BRINE_DELIVERING_WORKS:
      return _ ("Also while this window is closed, and after the next login");
    case BRINE_DELIVERING_THIS_SESSION:
      return _ ("After the next login they wait for this window, unless Brine starts at login");
    case BRINE_DELIVERING_NO_SERVER:
      return _ ("Nothing on this desktop shows notifications. What is due waits for it.");
    case BRINE_DELIVERING_NOT_SHOWN:
      return _ ("This desktop did not take the last notification: they may not be allowed for "
                "Brine in its settings. What is due waits, and is tried again.");
    case BRINE_DELIVERING_OTHER_DIARY:
      return _ ("The program that delivers them minds the diary of another folder");
    case BRINE_DELIVERING_READ_ONLY:
      return _ ("Your diary can only be read, so what you press in a notification is not written. "
                "When it can be written again, log out and in.");
    case BRINE_DELIVERING_NO_DIARY:
      return _ ("The program that delivers them cannot open your diary. It is tried again.");
    default:
      return _ ("The program that delivers them does not run and could not be started. It comes "
                "with Brine when that is installed as a whole.");
    }
}
