/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drives one fuzz target without any fuzzing toolchain: takes well-formed inputs, breaks them in
 * a few places by a seeded generator, and hands them over. On a find the input is written to
 * fuzz-find.bin in the working directory; give it as an argument to see the find again.
 *
 * Usage: fuzz-NAME [--runs N | --seconds N] [--seed S] [--corpus FOLDER] [FILE…]
 */
#include "fuzz.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#define HANG_SECONDS 10
#define MAX_SIZE 65536
#define MAX_CHANGES 12

static const char *current_data;
static gsize current_size;

static void
keep_find (void)
{
  int file = open ("fuzz-find.bin", O_WRONLY | O_CREAT | O_TRUNC, 0600);

  if (file < 0 || write (file, current_data, current_size) < 0)
    return;
  close (file);
}

static void
on_signal (int number)
{
  static const char words[] = "find: the input is in fuzz-find.bin\n";

  keep_find ();
  if (write (STDERR_FILENO, words, sizeof words - 1) < 0)
    _exit (2);
  signal (number, SIG_DFL);
  raise (number);
}

static GPtrArray *
load_inputs (const char *corpus)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GDir) dir = corpus == NULL ? NULL : g_dir_open (corpus, 0, NULL);
  const char *name;

  for (gsize i = 0; fuzz_seeds[i] != NULL; i++)
    g_ptr_array_add (inputs, g_bytes_new (fuzz_seeds[i], strlen (fuzz_seeds[i])));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (corpus, name, NULL);
      g_autofree char *content = NULL;
      gsize size;

      if (g_file_get_contents (path, &content, &size, NULL))
        g_ptr_array_add (inputs, g_bytes_new (content, size));
    }
  return inputs;
}

static const char *
random_word (GRand *random)
{
  return fuzz_words[g_rand_int_range (random, 0, (int)g_strv_length ((char **)fuzz_words))];
}

/* One change at a random place. */
static void
break_once (GRand *random, GString *text, GPtrArray *inputs)
{
  gsize place = text->len == 0 ? 0 : g_rand_int (random) % text->len;
  gsize wanted = 1 + g_rand_int (random) % 40;
  gsize length = MIN (text->len - place, wanted);

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      if (text->len > 0)
        text->str[place] ^= (char)(1 << g_rand_int_range (random, 0, 8));
      break;
    case 1:
      g_string_erase (text, (gssize)place, (gssize)length);
      break;
    case 2:
      {
        g_autofree char *piece = g_strndup (text->str + place, length);

        for (int times = g_rand_int_range (random, 1, 60); times > 0; times--)
          g_string_insert (text, (gssize)place, piece);
        break;
      }
    case 3:
    case 4:
      g_string_insert (text, (gssize)place, random_word (random));
      break;
    case 5:
      {
        g_autofree char *number =
            g_strdup_printf ("%" G_GINT64_FORMAT, (gint64)g_rand_int (random)
                                                      << g_rand_int_range (random, 0, 32));

        g_string_insert (text, (gssize)place, number);
        break;
      }
    case 6:
      g_string_truncate (text, place);
      break;
    default:
      {
        GBytes *other = g_ptr_array_index (inputs, g_rand_int (random) % inputs->len);
        gsize size;
        const char *data = g_bytes_get_data (other, &size);
        gsize from = size == 0 ? 0 : g_rand_int (random) % size;

        g_string_insert_len (text, (gssize)place, data + from, (gssize)(size - from));
      }
    }
  g_string_truncate (text, MIN (text->len, MAX_SIZE));
}

/* Of its own time: that a busy machine does other things is no find. */
static void
set_alarm (int seconds)
{
  struct itimerval timer = { .it_value.tv_sec = seconds };

  setitimer (ITIMER_PROF, &timer, NULL);
}

static void
take (const char *data, gsize size)
{
  current_data = data;
  current_size = size;
  set_alarm (HANG_SECONDS);
  fuzz_take (data, size);
  set_alarm (0);
}

static gint64
break_and_take (GPtrArray *inputs, guint32 seed, gint64 runs, int seconds)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  gint64 run = 0;

  while (seconds > 0 ? g_get_monotonic_time () < end : run < runs)
    {
      GBytes *input = g_ptr_array_index (inputs, g_rand_int (random) % inputs->len);
      gsize size;
      const char *data = g_bytes_get_data (input, &size);
      g_autoptr (GString) text = g_string_new_len (data, (gssize)size);

      for (int left = g_rand_int_range (random, 1, MAX_CHANGES); left > 0; left--)
        break_once (random, text, inputs);
      take (text->str, text->len);
      run++;
    }
  return run;
}

int
main (int argc, char *argv[])
{
  g_autofree char *corpus = NULL;
  g_auto (GStrv) files = NULL;
  int runs = 2000, seconds = 0, seed = 0;
  GOptionEntry entries[] = {
    { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "How many inputs", "N" },
    { "seconds", 0, 0, G_OPTION_ARG_INT, &seconds, "How long instead", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Seed of the changes", "S" },
    { "corpus", 0, 0, G_OPTION_ARG_FILENAME, &corpus, "More inputs", "FOLDER" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE…" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inputs = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  signal (SIGABRT, on_signal);
  signal (SIGSEGV, on_signal);
  signal (SIGPROF, on_signal);
  for (gsize i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *content = NULL;
      gsize size;

      if (!g_file_get_contents (files[i], &content, &size, &error))
        g_error ("%s", error->message);
      take (content, size);
    }
  if (files != NULL)
    return 0;

  inputs = load_inputs (corpus);
  for (guint i = 0; i < inputs->len; i++)
    {
      gsize size;
      const char *data = g_bytes_get_data (g_ptr_array_index (inputs, i), &size);

      take (data, size);
    }
  if (seed == 0)
    seed = (int)(g_random_int () >> 1) + 1;
  g_print ("# seed %d\n", seed);
  g_print ("# %" G_GINT64_FORMAT " inputs taken\n",
           break_and_take (inputs, (guint32)seed, runs, seconds));
  return 0;
}
