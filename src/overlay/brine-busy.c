/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-busy.h"

#include <string.h>

struct _BrineBusy
{
  GObject parent_instance;

  BrineLocal start;
  BrineLocal end;
  gboolean all_day;
  char *title;
  char *calendar;
  int colour;
};

G_DEFINE_FINAL_TYPE (BrineBusy, brine_busy, G_TYPE_OBJECT)

static void
brine_busy_finalize (GObject *object)
{
  BrineBusy *self = BRINE_BUSY (object);

  g_free (self->title);
  g_free (self->calendar);
  G_OBJECT_CLASS (brine_busy_parent_class)->finalize (object);
}

static void
brine_busy_class_init (BrineBusyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_busy_finalize;
}

static void
brine_busy_init (BrineBusy *self)
{
}

BrineBusy *
brine_busy_new (BrineLocal start, BrineLocal end, gboolean all_day, const char *title,
                const char *calendar, int colour)
{
  BrineBusy *self;

  g_return_val_if_fail (title != NULL && calendar != NULL, NULL);
  g_return_val_if_fail (brine_local_compare (start, end) <= 0, NULL);
  g_return_val_if_fail (colour >= 0 && colour < BRINE_BUSY_N_COLOURS, NULL);

  self = g_object_new (BRINE_TYPE_BUSY, NULL);
  self->start = start;
  self->end = end;
  self->all_day = all_day;
  self->title = g_strdup (title);
  self->calendar = g_strdup (calendar);
  self->colour = colour;
  return self;
}

BrineLocal
brine_busy_get_start (BrineBusy *self)
{
  g_return_val_if_fail (BRINE_IS_BUSY (self), ((BrineLocal){ 0, 0 }));

  return self->start;
}

BrineLocal
brine_busy_get_end (BrineBusy *self)
{
  g_return_val_if_fail (BRINE_IS_BUSY (self), ((BrineLocal){ 0, 0 }));

  return self->end;
}

gboolean
brine_busy_is_all_day (BrineBusy *self)
{
  g_return_val_if_fail (BRINE_IS_BUSY (self), FALSE);

  return self->all_day;
}

const char *
brine_busy_get_title (BrineBusy *self)
{
  g_return_val_if_fail (BRINE_IS_BUSY (self), NULL);

  return *self->title != '\0' ? self->title : self->calendar;
}

const char *
brine_busy_get_calendar (BrineBusy *self)
{
  g_return_val_if_fail (BRINE_IS_BUSY (self), NULL);

  return self->calendar;
}

int
brine_busy_get_colour (BrineBusy *self)
{
  g_return_val_if_fail (BRINE_IS_BUSY (self), 0);

  return self->colour;
}

int
brine_busy_compare (BrineBusy *a, BrineBusy *b)
{
  int order;

  g_return_val_if_fail (BRINE_IS_BUSY (a) && BRINE_IS_BUSY (b), 0);

  order = brine_local_compare (a->start, b->start);
  if (order == 0)
    order = brine_local_compare (b->end, a->end);
  if (order == 0)
    order = b->all_day - a->all_day;
  if (order == 0)
    order = strcmp (a->title, b->title);
  if (order == 0)
    order = strcmp (a->calendar, b->calendar);
  return order != 0 ? order : a->colour - b->colour;
}
