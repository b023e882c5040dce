/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-records.h"

BrineMoment
brine_moment_new (BrineInstant instant, GTimeZone *zone, int day_start_minutes)
{
  BrineMoment moment = { instant, 0, 0 };
  BrineLocal local;

  g_return_val_if_fail (zone != NULL, moment);

  local = brine_zone_get_local (zone, instant, &moment.offset_seconds);
  moment.day = brine_civil_day_of_local (local, day_start_minutes);

  return moment;
}

BrineLocal
brine_moment_get_local (const BrineMoment *moment)
{
  int64_t unix_ms, seconds;

  g_return_val_if_fail (moment != NULL, (BrineLocal){ 0 });

  unix_ms = moment->instant.unix_ms;
  seconds = unix_ms / 1000 - (unix_ms % 1000 < 0 ? 1 : 0);

  return brine_local_add_seconds ((BrineLocal){ 0, 0 }, seconds + moment->offset_seconds);
}

static gboolean
moment_equal (const BrineMoment *a, const BrineMoment *b)
{
  return a->instant.unix_ms == b->instant.unix_ms && a->offset_seconds == b->offset_seconds
         && a->day == b->day;
}

static gboolean
string_equal (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static gboolean
strings_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *)a, (const char *const *)b);
}

BrineLog *
brine_log_new (void)
{
  BrineLog *log = g_new0 (BrineLog, 1);

  log->id = brine_id_new ();
  log->state = BRINE_STATE_DONE;
  return log;
}

BrineLog *
brine_log_copy (const BrineLog *log)
{
  BrineLog *copy;

  g_return_val_if_fail (log != NULL, NULL);

  copy = g_memdup2 (log, sizeof *log);
  copy->id = g_strdup (log->id);
  copy->item_id = g_strdup (log->item_id);
  copy->title = g_strdup (log->title);
  copy->recipe_id = g_strdup (log->recipe_id);
  copy->plants = g_strdup (log->plants);
  copy->feel = g_strdup (log->feel);
  copy->note = g_strdup (log->note);
  return copy;
}

void
brine_log_free (BrineLog *log)
{
  if (log == NULL)
    return;

  g_free (log->id);
  g_free (log->item_id);
  g_free (log->title);
  g_free (log->recipe_id);
  g_free (log->plants);
  g_free (log->feel);
  g_free (log->note);
  g_free (log);
}

gboolean
brine_log_equal (const BrineLog *a, const BrineLog *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return string_equal (a->id, b->id) && string_equal (a->item_id, b->item_id)
         && brine_local_equal (a->original, b->original) && a->practice == b->practice
         && string_equal (a->title, b->title) && a->state == b->state && a->reason == b->reason
         && a->amount.value == b->amount.value && a->amount.unit == b->amount.unit
         && moment_equal (&a->at, &b->at) && string_equal (a->recipe_id, b->recipe_id)
         && a->live_servings == b->live_servings && string_equal (a->plants, b->plants)
         && string_equal (a->feel, b->feel) && string_equal (a->note, b->note);
}

BrineCheckin *
brine_checkin_new (void)
{
  BrineCheckin *checkin = g_new0 (BrineCheckin, 1);

  checkin->id = brine_id_new ();
  return checkin;
}

BrineCheckin *
brine_checkin_copy (const BrineCheckin *checkin)
{
  BrineCheckin *copy;

  g_return_val_if_fail (checkin != NULL, NULL);

  copy = g_memdup2 (checkin, sizeof *checkin);
  copy->id = g_strdup (checkin->id);
  copy->factors = g_strdupv (checkin->factors);
  copy->note = g_strdup (checkin->note);
  return copy;
}

void
brine_checkin_free (BrineCheckin *checkin)
{
  if (checkin == NULL)
    return;

  g_free (checkin->id);
  g_strfreev (checkin->factors);
  g_free (checkin->note);
  g_free (checkin);
}

gboolean
brine_checkin_equal (const BrineCheckin *a, const BrineCheckin *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return string_equal (a->id, b->id) && moment_equal (&a->at, &b->at) && a->mood == b->mood
         && a->energy == b->energy && a->stress == b->stress && a->gut == b->gut
         && strings_equal (a->factors, b->factors) && string_equal (a->note, b->note);
}

BrineNight *
brine_night_new (void)
{
  BrineNight *night = g_new0 (BrineNight, 1);

  night->id = brine_id_new ();
  return night;
}

BrineNight *
brine_night_copy (const BrineNight *night)
{
  BrineNight *copy;

  g_return_val_if_fail (night != NULL, NULL);

  copy = g_memdup2 (night, sizeof *night);
  copy->id = g_strdup (night->id);
  copy->note = g_strdup (night->note);
  return copy;
}

void
brine_night_free (BrineNight *night)
{
  if (night == NULL)
    return;

  g_free (night->id);
  g_free (night->note);
  g_free (night);
}

gboolean
brine_night_equal (const BrineNight *a, const BrineNight *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return string_equal (a->id, b->id) && moment_equal (&a->bed, &b->bed)
         && moment_equal (&a->wake, &b->wake) && a->rested == b->rested
         && string_equal (a->note, b->note);
}

int
brine_night_get_minutes (const BrineNight *night)
{
  g_return_val_if_fail (night != NULL, 0);

  return (int)CLAMP ((night->wake.instant.unix_ms - night->bed.instant.unix_ms) / 60000, 0,
                     G_MAXINT);
}

BrinePause *
brine_pause_new (void)
{
  BrinePause *pause = g_new0 (BrinePause, 1);

  pause->id = brine_id_new ();
  return pause;
}

BrinePause *
brine_pause_copy (const BrinePause *pause)
{
  BrinePause *copy;

  g_return_val_if_fail (pause != NULL, NULL);

  copy = g_memdup2 (pause, sizeof *pause);
  copy->id = g_strdup (pause->id);
  copy->note = g_strdup (pause->note);
  return copy;
}

void
brine_pause_free (BrinePause *pause)
{
  if (pause == NULL)
    return;

  g_free (pause->id);
  g_free (pause->note);
  g_free (pause);
}

gboolean
brine_pause_equal (const BrinePause *a, const BrinePause *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return string_equal (a->id, b->id) && a->from == b->from && a->to == b->to
         && a->reason == b->reason && string_equal (a->note, b->note);
}

BrineContact *
brine_contact_new (void)
{
  BrineContact *contact = g_new0 (BrineContact, 1);

  contact->id = brine_id_new ();
  return contact;
}

BrineContact *
brine_contact_copy (const BrineContact *contact)
{
  BrineContact *copy;

  g_return_val_if_fail (contact != NULL, NULL);

  copy = g_memdup2 (contact, sizeof *contact);
  copy->id = g_strdup (contact->id);
  copy->name = g_strdup (contact->name);
  copy->detail = g_strdup (contact->detail);
  copy->number = g_strdup (contact->number);
  return copy;
}

void
brine_contact_free (BrineContact *contact)
{
  if (contact == NULL)
    return;

  g_free (contact->id);
  g_free (contact->name);
  g_free (contact->detail);
  g_free (contact->number);
  g_free (contact);
}

gboolean
brine_contact_equal (const BrineContact *a, const BrineContact *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return string_equal (a->id, b->id) && string_equal (a->name, b->name)
         && string_equal (a->detail, b->detail) && string_equal (a->number, b->number)
         && a->position == b->position;
}
