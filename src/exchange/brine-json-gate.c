/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-error.h"
#include "brine-json-gate-private.h"

#include <math.h>
#include <string.h>

/* An open object or array, for the path of an error. */
typedef struct
{
  gboolean is_object;
  guint index;      /* in an array */
  GHashTable *keys; /* of an object */
  const char *key;  /* the present one, owned by keys */
} Level;

typedef struct
{
  const char *at;
  const char *start;
  const char *end;
  Level levels[BRINE_JSON_MAX_DEPTH];
  int depth;
  GString *string; /* the last one, unescaped */
  GError **error;
} Gate;

static gboolean scan_value (Gate *gate);

static char *
describe_path (const Gate *gate)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (int i = 0; i < gate->depth; i++)
    {
      const Level *level = &gate->levels[i];
      if (!level->is_object)
        g_string_append_printf (path, "[%u]", level->index);
      else if (level->key != NULL)
        {
          g_autofree char *key = brine_error_shorten (level->key);
          g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", key);
        }
    }
  return g_strdup (path->len > 0 ? path->str : "the file");
}

static gboolean
fail (Gate *gate, const char *sentence)
{
  g_autofree char *path = describe_path (gate);
  guint line = 1;

  for (const char *c = gate->start; c < gate->at; c++)
    line += *c == '\n';
  if (gate->error != NULL && *gate->error == NULL)
    g_set_error (gate->error, BRINE_ERROR, BRINE_ERROR_INVALID, "%s: %s (line %u)", path, sentence,
                 line);
  return FALSE;
}

static void
skip_space (Gate *gate)
{
  while (gate->at < gate->end && strchr (" \t\r\n", *gate->at) != NULL && *gate->at != '\0')
    gate->at++;
}

static gboolean
skip_char (Gate *gate, char c)
{
  if (gate->at >= gate->end || *gate->at != c)
    return FALSE;
  gate->at++;
  return TRUE;
}

/* Strings ------------------------------------------------------------------------------- */

static gboolean
scan_hex (Gate *gate, gunichar *out_unit)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    {
      if (gate->at >= gate->end || !g_ascii_isxdigit (*gate->at))
        return fail (gate, "“\\u” must be followed by four hexadecimal digits.");
      unit = unit * 16 + (gunichar)g_ascii_xdigit_value (*gate->at++);
    }
  *out_unit = unit;
  return TRUE;
}

static gboolean
scan_unicode (Gate *gate)
{
  gunichar unit, low;

  if (!scan_hex (gate, &unit))
    return FALSE;
  if (unit == 0)
    return fail (gate, "A text holds a NUL character.");
  if (unit >= 0xdc00 && unit < 0xe000)
    return fail (gate, "A text holds half of a surrogate pair.");
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      if (!skip_char (gate, '\\') || !skip_char (gate, 'u') || !scan_hex (gate, &low)
          || low < 0xdc00 || low >= 0xe000)
        return fail (gate, "A text holds half of a surrogate pair.");
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  g_string_append_unichar (gate->string, unit);
  return TRUE;
}

static gboolean
scan_escape (Gate *gate)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  const char *name;

  if (gate->at >= gate->end)
    return fail (gate, "A text is never ended.");
  if (skip_char (gate, 'u'))
    return scan_unicode (gate);
  name = strchr (names, *gate->at);
  if (name == NULL || *gate->at == '\0')
    return fail (gate, "A text holds an unknown escape.");
  g_string_append_c (gate->string, values[name - names]);
  gate->at++;
  return TRUE;
}

static gboolean
scan_string (Gate *gate)
{
  if (!skip_char (gate, '"'))
    return fail (gate, "A key in quotes was expected.");
  g_string_truncate (gate->string, 0);
  while (gate->at < gate->end && *gate->at != '"')
    {
      const char *run = gate->at;
      while (gate->at < gate->end && *gate->at != '"' && *gate->at != '\\'
             && (guchar)*gate->at >= 0x20)
        gate->at++;
      g_string_append_len (gate->string, run, gate->at - run);
      if (gate->at >= gate->end || *gate->at == '"')
        break;
      if (*gate->at != '\\')
        return fail (gate, "A text holds a control character.");
      gate->at++;
      if (!scan_escape (gate))
        return FALSE;
    }
  return skip_char (gate, '"') || fail (gate, "A text is never ended.");
}

/* Numbers ------------------------------------------------------------------------------- */

static gboolean
scan_digits (Gate *gate)
{
  const char *start = gate->at;

  while (gate->at < gate->end && g_ascii_isdigit (*gate->at))
    gate->at++;
  return gate->at > start;
}

static gboolean
scan_number (Gate *gate)
{
  const char *start = gate->at;
  gboolean whole = TRUE;
  g_autofree char *text = NULL;

  skip_char (gate, '-');
  if (!skip_char (gate, '0') && !scan_digits (gate))
    return fail (gate, "A value was expected.");
  if (skip_char (gate, '.'))
    {
      whole = FALSE;
      if (!scan_digits (gate))
        return fail (gate, "A number ends in a point.");
    }
  if (skip_char (gate, 'e') || skip_char (gate, 'E'))
    {
      whole = FALSE;
      if (!skip_char (gate, '+'))
        skip_char (gate, '-');
      if (!scan_digits (gate))
        return fail (gate, "A number has no exponent.");
    }
  if (gate->at < gate->end && (g_ascii_isalnum (*gate->at) || *gate->at == '.'))
    return fail (gate, "A number is malformed.");
  if (gate->at - start > 400)
    return fail (gate, "A number is too long.");
  text = g_strndup (start, gate->at - start);
  if (!isfinite (g_ascii_strtod (text, NULL))
      || (whole && !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL)))
    return fail (gate, "A number is too large.");
  return TRUE;
}

/* Objects and arrays -------------------------------------------------------------------- */

static gboolean
scan_key (Gate *gate, Level *level)
{
  char *key;

  if (!scan_string (gate))
    return FALSE;
  key = g_strdup (gate->string->str);
  level->key = key;
  if (!g_hash_table_contains (level->keys, key))
    {
      g_hash_table_add (level->keys, key);
      return TRUE;
    }
  fail (gate, "The key is given twice.");
  level->key = NULL;
  g_free (key);
  return FALSE;
}

static gboolean
scan_members (Gate *gate, Level *level)
{
  skip_space (gate);
  if (skip_char (gate, '}'))
    return TRUE;
  for (;;)
    {
      skip_space (gate);
      if (!scan_key (gate, level))
        return FALSE;
      skip_space (gate);
      if (!skip_char (gate, ':'))
        return fail (gate, "A colon was expected after a key.");
      if (!scan_value (gate))
        return FALSE;
      skip_space (gate);
      if (skip_char (gate, '}'))
        return TRUE;
      if (!skip_char (gate, ','))
        return fail (gate, "A comma or “}” was expected.");
    }
}

static gboolean
scan_elements (Gate *gate, Level *level)
{
  skip_space (gate);
  if (skip_char (gate, ']'))
    return TRUE;
  for (;; level->index++)
    {
      if (!scan_value (gate))
        return FALSE;
      skip_space (gate);
      if (skip_char (gate, ']'))
        return TRUE;
      if (!skip_char (gate, ','))
        return fail (gate, "A comma or “]” was expected.");
    }
}

static gboolean
scan_container (Gate *gate, gboolean is_object)
{
  Level *level;
  gboolean done;

  if (gate->depth >= BRINE_JSON_MAX_DEPTH)
    return fail (gate, "Values are nested more than 32 deep.");
  level = &gate->levels[gate->depth++];
  *level = (Level){ .is_object = is_object };
  if (is_object)
    level->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = is_object ? scan_members (gate, level) : scan_elements (gate, level);
  g_clear_pointer (&level->keys, g_hash_table_unref);
  level->key = NULL;
  gate->depth--;
  return done;
}

static gboolean
skip_word (Gate *gate, const char *word)
{
  gsize length = strlen (word);

  if ((gsize)(gate->end - gate->at) < length || strncmp (gate->at, word, length) != 0)
    return FALSE;
  gate->at += length;
  return TRUE;
}

/* Recursive, at most BRINE_JSON_MAX_DEPTH deep. */
static gboolean
scan_value (Gate *gate)
{
  skip_space (gate);
  if (gate->at >= gate->end)
    return fail (gate, "The file ends in the middle.");
  if (skip_char (gate, '{'))
    return scan_container (gate, TRUE);
  if (skip_char (gate, '['))
    return scan_container (gate, FALSE);
  if (*gate->at == '"')
    return scan_string (gate);
  if (skip_word (gate, "true") || skip_word (gate, "false") || skip_word (gate, "null"))
    return TRUE;
  return scan_number (gate);
}

gboolean
brine_json_gate (const char *text, gsize length, GError **error)
{
  g_autoptr (GString) string = g_string_new (NULL);
  Gate gate = { .at = text, .start = text, .end = text + length, .string = string, .error = error };
  const char *bad;

  if (length > BRINE_JSON_MAX_BYTES)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX,
                           "The file is larger than 256 MB.");
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &bad))
    {
      gate.at = bad;
      return fail (&gate, "The text is not valid UTF-8.");
    }
  if (!scan_value (&gate))
    return FALSE;
  skip_space (&gate);
  return gate.at == gate.end || fail (&gate, "There is something after the end of the document.");
}
