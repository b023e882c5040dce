/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-sample.h"

#include "brine-sample-private.h"

const char *
brine_sample_translate (const BrineSample *sample, const char *context, const char *msgid)
{
  return sample->translate != NULL ? sample->translate (context, msgid) : msgid;
}

char *
brine_sample_id (BrineSample *sample)
{
  guint32 a = g_rand_int (sample->rand);
  guint32 b = g_rand_int (sample->rand);
  guint32 c = g_rand_int (sample->rand);
  guint32 d = g_rand_int (sample->rand);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff,
                          0x8000 | (c >> 18), c & 0xffff, d);
}

gboolean
brine_sample_chance (BrineSample *sample, double probability)
{
  return g_rand_double (sample->rand) < probability;
}

double
brine_sample_normal (BrineSample *sample, double mean, double sd)
{
  double sum = -6.0;

  for (int i = 0; i < 12; i++)
    sum += g_rand_double (sample->rand);

  return mean + sd * sum;
}

BrineChange *
brine_sample_make (BrineCatalogue *catalogue, BrineLocal now, GTimeZone *zone,
                   int day_start_minutes, int weeks, guint32 seed, BrineTranslate translate)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) pauses = NULL;
  BrineSample sample = { 0 };

  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (weeks >= 1 && weeks <= 1040, NULL);

  items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  pauses = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);

  sample.change = brine_change_new ();
  sample.catalogue = catalogue;
  sample.zone = zone;
  sample.rand = rand;
  sample.translate = translate;
  sample.now = now;
  sample.last = brine_civil_day_of_local (now, day_start_minutes);
  sample.first = brine_day_get_week_start (sample.last, 1) - 7 * (weeks - 1);
  sample.day_start_minutes = day_start_minutes;
  sample.items = items;
  sample.pauses = pauses;

  brine_sample_make_plan (&sample);
  brine_sample_make_history (&sample);

  return sample.change;
}
