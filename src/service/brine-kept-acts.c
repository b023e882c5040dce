/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-kept-acts.h"

#include "brine-reminder-actions.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME "service-answers"
#define MAGIC "brine-answers 1"
/* One copy: BRINE_KEPT_ACTS_MAX lines of less than 100 bytes, and what stands before them. */
#define SLOT_BYTES 8192
#define N_SLOTS 2
#define FILE_BYTES (SLOT_BYTES * N_SLOTS)
/* The end of the year 9999. */
#define MAX_INSTANT_MS INT64_C (253402300799999)
#define DISMISS_NAME "dismiss"

struct _BrineKeptActs
{
  int fd;           /* -1: nothing is kept */
  guint64 sequence; /* of the copy that was written last */
  char *text;       /* what it says */
};

static const char *const names[] = {
  [BRINE_ACT_DONE] = BRINE_REMINDER_ACTION_DONE,
  [BRINE_ACT_LATER] = BRINE_REMINDER_ACTION_LATER,
  [BRINE_ACT_SKIP] = BRINE_REMINDER_ACTION_SKIP,
  [BRINE_ACT_MOOD] = BRINE_REMINDER_ACTION_MOOD,
  [BRINE_ACT_DISMISS] = DISMISS_NAME,
  [BRINE_ACT_KEEP] = BRINE_REMINDER_ACTION_KEEP,
  [BRINE_ACT_DROP] = BRINE_REMINDER_ACTION_DROP,
};

void
brine_kept_act_free (BrineKeptAct *act)
{
  g_return_if_fail (act != NULL);

  g_free (act->notice_id);
  g_free (act);
}

/* Text ------------------------------------------------------------------------------------- */

static char *
print_acts (const GPtrArray *acts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (acts->len, BRINE_KEPT_ACTS_MAX); i++)
    {
      const BrineKeptAct *act = acts->pdata[i];

      g_string_append_printf (text, "%s %s %d %" G_GINT64_FORMAT "\n", act->notice_id,
                              names[act->act], act->argument, act->pressed.unix_ms);
    }
  return g_string_free (text, FALSE);
}

/* (nullable): the line is none of ours. */
static BrineKeptAct *
parse_act (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  g_autoptr (BrineKeptAct) act = g_new0 (BrineKeptAct, 1);
  gint64 number;

  if (g_strv_length (words) != 4
      || !g_ascii_string_to_signed (words[2], 10, G_MININT, G_MAXINT, &number, NULL)
      || !g_ascii_string_to_signed (words[3], 10, 0, MAX_INSTANT_MS, &act->pressed.unix_ms, NULL))
    return NULL;
  act->argument = (int)number;
  if (g_str_equal (words[1], DISMISS_NAME) && brine_reminder_notice_id_is_valid (words[0]))
    act->act = BRINE_ACT_DISMISS;
  else if (!brine_reminder_actions_find (words[1], words[0], act->argument, &act->act))
    return NULL;
  act->notice_id = g_strdup (words[0]);
  return g_steal_pointer (&act);
}

static GPtrArray *
parse_acts (const char *text)
{
  GPtrArray *acts = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_kept_act_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", BRINE_KEPT_ACTS_MAX + 1);

  for (guint i = 0; lines[i] != NULL && i < BRINE_KEPT_ACTS_MAX; i++)
    {
      BrineKeptAct *act = parse_act (lines[i]);

      if (act != NULL)
        g_ptr_array_add (acts, act);
    }
  return acts;
}

/* Copies ----------------------------------------------------------------------------------- */

static char *
dup_checksum (guint64 sequence, const char *text)
{
  g_autofree char *all = g_strdup_printf ("%" G_GUINT64_FORMAT "\n%s", sequence, text);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
}

/* What a copy says. (nullable): it is not whole, or none was written there. */
static char *
read_slot (const char *slot, guint64 *out_sequence)
{
  g_autofree char *text = g_strndup (slot, SLOT_BYTES);
  char *end = strchr (text, '\n');
  g_autofree char *checksum = NULL;
  g_auto (GStrv) words = NULL;

  if (end == NULL || !g_str_has_prefix (text, MAGIC " "))
    return NULL;
  *end = '\0';
  words = g_strsplit (text + strlen (MAGIC " "), " ", 3);
  if (g_strv_length (words) != 2
      || !g_ascii_string_to_unsigned (words[0], 10, 1, G_MAXUINT64 - 1, out_sequence, NULL))
    return NULL;
  checksum = dup_checksum (*out_sequence, end + 1);
  return g_str_equal (checksum, words[1]) ? g_strdup (end + 1) : NULL;
}

static gboolean
write_at (BrineKeptActs *self, const char *bytes, gsize length, gsize offset)
{
  while (length > 0)
    {
      gssize n = pwrite (self->fd, bytes, length, (off_t)offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      bytes += n;
      length -= (gsize)n;
      offset += (gsize)n;
    }
  return TRUE;
}

/* Zeros that are written, since room that is only promised may need more of it when it is used. */
static gboolean
reserve (BrineKeptActs *self)
{
  g_autofree char *zeros = NULL;
  struct stat status;

  if (fstat (self->fd, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  if (status.st_size == FILE_BYTES)
    return TRUE;
  zeros = g_malloc0 (FILE_BYTES);
  return ftruncate (self->fd, 0) == 0 && write_at (self, zeros, FILE_BYTES, 0)
         && fdatasync (self->fd) == 0;
}

/* The file ---------------------------------------------------------------------------------- */

BrineKeptActs *
brine_kept_acts_new (const char *dir)
{
  g_autofree char *path = NULL;
  BrineKeptActs *self;

  g_return_val_if_fail (dir != NULL, NULL);

  self = g_new0 (BrineKeptActs, 1);
  self->text = g_strdup ("");
  path = g_build_filename (dir, FILE_NAME, NULL);
  self->fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  if (self->fd >= 0 && (fchmod (self->fd, 0600) != 0 || !reserve (self)))
    g_info ("There is no room for answers that the diary does not take: %s", g_strerror (errno));
  return self;
}

void
brine_kept_acts_free (BrineKeptActs *self)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0)
    close (self->fd);
  g_free (self->text);
  g_free (self);
}

GPtrArray *
brine_kept_acts_load (BrineKeptActs *self)
{
  g_autofree char *bytes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = g_malloc0 (FILE_BYTES);
  if (self->fd >= 0 && pread (self->fd, bytes, FILE_BYTES, 0) == FILE_BYTES)
    for (guint i = 0; i < N_SLOTS; i++)
      {
        guint64 sequence;
        char *text = read_slot (bytes + i * SLOT_BYTES, &sequence);

        if (text == NULL || sequence <= self->sequence)
          {
            g_free (text);
            continue;
          }
        self->sequence = sequence;
        g_free (self->text);
        self->text = text;
      }
  return parse_acts (self->text);
}

static void
sync_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  fdatasync (GPOINTER_TO_INT (data));
  close (GPOINTER_TO_INT (data));
  g_task_return_boolean (task, TRUE);
}

/* A disk takes its time, and the process may end meanwhile. */
static void
sync_later (BrineKeptActs *self)
{
  int fd = fcntl (self->fd, F_DUPFD_CLOEXEC, 0);
  g_autoptr (GTask) task = NULL;

  if (fd < 0)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, sync_later);
  g_task_set_task_data (task, GINT_TO_POINTER (fd), NULL);
  g_task_run_in_thread (task, sync_thread);
}

gboolean
brine_kept_acts_save (BrineKeptActs *self, const GPtrArray *acts)
{
  g_autofree char *text = NULL;
  g_autofree char *checksum = NULL;
  g_autofree char *slot = NULL;
  guint64 sequence;

  g_return_val_if_fail (self != NULL && acts != NULL, FALSE);

  text = print_acts (acts);
  if (self->fd < 0 || g_str_equal (text, self->text))
    return self->fd >= 0;
  sequence = self->sequence + 1;
  checksum = dup_checksum (sequence, text);
  slot = g_malloc0 (SLOT_BYTES);
  g_snprintf (slot, SLOT_BYTES, MAGIC " %" G_GUINT64_FORMAT " %s\n%s", sequence, checksum, text);
  if (!reserve (self) || !write_at (self, slot, SLOT_BYTES, (sequence % N_SLOTS) * SLOT_BYTES))
    {
      g_info ("Answers are not kept beside the diary: %s", g_strerror (errno));
      return FALSE;
    }
  sync_later (self);
  self->sequence = sequence;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  return TRUE;
}
