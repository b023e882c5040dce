/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-zone-private.h"
#include "brine-zone-rules.h"

struct _BrineIcalZone
{
  gatomicrefcount ref_count;
  GTimeZone *named; /* NULL: described by a file */
  int before;       /* the offset before the first onset */
  GArray *onsets;   /* BrineIcalOnset, by time; NULL: named */
};

static BrineIcalZone *
make_zone (void)
{
  BrineIcalZone *self = g_new0 (BrineIcalZone, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

BrineIcalZone *
brine_ical_zone_new (GTimeZone *zone)
{
  BrineIcalZone *self;

  g_return_val_if_fail (zone != NULL, NULL);

  self = make_zone ();
  self->named = g_time_zone_ref (zone);
  return self;
}

BrineIcalZone *
brine_ical_zone_new_described (int before, GArray *onsets)
{
  BrineIcalZone *self;

  g_return_val_if_fail (onsets != NULL, NULL);

  self = make_zone ();
  self->before = before;
  self->onsets = onsets;
  return self;
}

BrineIcalZone *
brine_ical_zone_ref (BrineIcalZone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
brine_ical_zone_unref (BrineIcalZone *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->named, g_time_zone_unref);
  g_clear_pointer (&self->onsets, g_array_unref);
  g_free (self);
}

/* Times --------------------------------------------------------------------------------- */

static int
get_offset (gconstpointer zone, int64_t unix_seconds)
{
  const BrineIcalZone *self = zone;
  guint low = 0, high = self->onsets->len;

  /* The number of onsets that are not after the instant. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (self->onsets, BrineIcalOnset, middle).unix_seconds <= unix_seconds)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_array_index (self->onsets, BrineIcalOnset, low - 1).offset : self->before;
}

BrineInstant
brine_ical_zone_resolve (const BrineIcalZone *self, BrineLocal local)
{
  g_return_val_if_fail (self != NULL, (BrineInstant){ 0 });

  if (self->named != NULL)
    return brine_zone_resolve (self->named, local);
  return brine_zone_resolve_by (get_offset, self, local);
}

BrineLocal
brine_ical_zone_get_local (const BrineIcalZone *self, BrineInstant instant)
{
  int64_t seconds;

  g_return_val_if_fail (self != NULL, ((BrineLocal){ 0, 0 }));

  if (self->named != NULL)
    return brine_zone_get_local (self->named, instant, NULL);
  seconds = instant.unix_ms / 1000 - (instant.unix_ms % 1000 < 0);
  return brine_local_add_seconds ((BrineLocal){ 0, 0 }, seconds + get_offset (self, seconds));
}

gboolean
brine_ical_zone_is_same (const BrineIcalZone *self, GTimeZone *zone)
{
  g_return_val_if_fail (self != NULL && zone != NULL, FALSE);

  return self->named != NULL
         && g_str_equal (brine_zone_get_name (self->named), brine_zone_get_name (zone));
}
