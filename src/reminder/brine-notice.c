/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-notice.h"

#include "brine-decision.h"

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const BrineDue *const *)a)->key, (*(const BrineDue *const *)b)->key);
}

char *
brine_notice_make_id (const GPtrArray *dues)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_return_val_if_fail (dues != NULL, NULL);

  for (guint i = 0; i < dues->len; i++)
    g_ptr_array_add (sorted, dues->pdata[i]);
  g_ptr_array_sort (sorted, compare_keys);
  for (guint i = 0; i < sorted->len; i++)
    {
      const BrineDue *due = sorted->pdata[i];

      g_checksum_update (sum, (const guchar *)due->key, (gssize)strlen (due->key) + 1);
    }
  /* 128 bits are plenty for the notifications of one screen. */
  return g_strdup_printf ("brine-%.32s", g_checksum_get_string (sum));
}

static gboolean
is_late (const GPtrArray *dues, BrineInstant now)
{
  for (guint i = 0; i < dues->len; i++)
    {
      const BrineDue *due = dues->pdata[i];

      if (now.unix_ms - due->at.unix_ms > BRINE_REMINDER_LATE_MINUTES * INT64_C (60000))
        return TRUE;
    }
  return FALSE;
}

static BrineNotice *
notice_alloc (BrineNoticeKind kind, GPtrArray *dues, const BrineReminderSettings *settings)
{
  BrineNotice *notice = g_atomic_rc_box_new0 (BrineNotice);

  notice->kind = kind;
  notice->dues = dues;
  notice->deliveries = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_delivery_free);
  notice->private_text = settings->private_text;
  notice->sound = settings->sound;
  return notice;
}

BrineNotice *
brine_notice_new (const char *id, BrineNoticeKind kind, GPtrArray *dues,
                  const BrineReminderSettings *settings, BrineInstant now)
{
  g_return_val_if_fail (dues != NULL && dues->len > 0, NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  BrineNotice *notice = notice_alloc (kind, dues, settings);
  notice->id = id != NULL ? g_strdup (id) : brine_notice_make_id (dues);
  notice->late = is_late (dues, now);
  for (guint i = 0; i < dues->len; i++)
    {
      BrineDelivery *delivery =
          brine_due_make_delivery (dues->pdata[i], BRINE_DELIVERY_CLAIMED, now);

      delivery->notice_id = g_strdup (notice->id);
      g_ptr_array_add (notice->deliveries, delivery);
    }
  return notice;
}

BrineNotice *
brine_notice_new_test (const BrineReminderSettings *settings)
{
  g_return_val_if_fail (settings != NULL, NULL);

  BrineNotice *notice =
      notice_alloc (BRINE_NOTICE_TEST,
                    g_ptr_array_new_with_free_func ((GDestroyNotify)brine_due_free), settings);
  notice->id = g_strdup (BRINE_NOTICE_TEST_ID);
  return notice;
}

BrineNotice *
brine_notice_ref (BrineNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  return g_atomic_rc_box_acquire (notice);
}

static void
notice_clear (gpointer data)
{
  BrineNotice *notice = data;

  g_free (notice->id);
  g_ptr_array_unref (notice->dues);
  g_ptr_array_unref (notice->deliveries);
  g_strfreev (notice->withdraw);
}

void
brine_notice_unref (BrineNotice *notice)
{
  g_return_if_fail (notice != NULL);

  g_atomic_rc_box_release_full (notice, notice_clear);
}
