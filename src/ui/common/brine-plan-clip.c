/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-plan-clip.h"

#include <glib/gi18n.h>

#include "brine-format.h"

struct _BrinePlanClip
{
  GObject parent_instance;

  GPtrArray *entries; /* BrinePlanEntry */
  BrineDay first;
  int n_days;
};

G_DEFINE_FINAL_TYPE (BrinePlanClip, brine_plan_clip, G_TYPE_OBJECT)

static void
brine_plan_clip_finalize (GObject *object)
{
  g_ptr_array_unref (BRINE_PLAN_CLIP (object)->entries);
  G_OBJECT_CLASS (brine_plan_clip_parent_class)->finalize (object);
}

static void
brine_plan_clip_class_init (BrinePlanClipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_plan_clip_finalize;
}

static void
brine_plan_clip_init (BrinePlanClip *self)
{
}

GArray *
brine_plan_clip_collect_slots (GPtrArray *occurrences)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  g_return_val_if_fail (occurrences != NULL, slots);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const BrineSlot *slot = brine_occurrence_get_planned (occurrences->pdata[i]);

      if (slot != NULL)
        g_array_append_vals (slots, slot, 1);
    }
  return slots;
}

BrinePlanClip *
brine_plan_clip_new (GPtrArray *occurrences, BrineDay first, int n_days)
{
  g_return_val_if_fail (occurrences != NULL, NULL);
  g_return_val_if_fail (n_days >= 1, NULL);

  BrinePlanClip *self = g_object_new (BRINE_TYPE_PLAN_CLIP, NULL);
  g_autoptr (GArray) slots = brine_plan_clip_collect_slots (occurrences);

  self->entries = brine_plan_copy_days (slots, first, n_days);
  self->first = first;
  self->n_days = n_days;
  return self;
}

const GPtrArray *
brine_plan_clip_get_entries (BrinePlanClip *self)
{
  g_return_val_if_fail (BRINE_IS_PLAN_CLIP (self), NULL);
  return self->entries;
}

int
brine_plan_clip_get_n_days (BrinePlanClip *self)
{
  g_return_val_if_fail (BRINE_IS_PLAN_CLIP (self), 1);
  return self->n_days;
}

/* Text ------------------------------------------------------------------------------------- */

static void
append_entry (GString *text, const BrinePlanEntry *entry, BrineDay day)
{
  BrineLocal start = { day + entry->day_offset, entry->second };
  g_autofree char *range =
      brine_format_time_range (start,
                               brine_local_add_seconds (start, (int64_t)entry->minutes * 60));

  g_string_append_printf (text, "%s  %s\n", range, entry->title);
}

char *
brine_plan_clip_dup_text (BrinePlanClip *self)
{
  g_return_val_if_fail (BRINE_IS_PLAN_CLIP (self), NULL);

  GString *text = g_string_new (NULL);
  int last = -1;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const BrinePlanEntry *entry = self->entries->pdata[i];

      if (entry->day != last)
        {
          /* Today is where it is read, not where it was copied: the date in full. */
          g_autofree char *day = brine_format_day_long (self->first + entry->day, self->first);
          g_string_append_printf (text, "%s%s\n", last >= 0 ? "\n" : "", day);
          last = entry->day;
        }
      append_entry (text, entry, self->first + entry->day);
    }
  return g_string_free (text, FALSE);
}

/* Clipboard -------------------------------------------------------------------------------- */

void
brine_plan_clip_copy (BrinePlanClip *self, GtkWidget *widget)
{
  g_return_if_fail (BRINE_IS_PLAN_CLIP (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_autofree char *text = brine_plan_clip_dup_text (self);
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_typed (BRINE_TYPE_PLAN_CLIP, self),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) content =
      gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

BrinePlanClip *
brine_plan_clip_paste (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, BRINE_TYPE_PLAN_CLIP);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return NULL;
  return g_value_dup_object (&value);
}
