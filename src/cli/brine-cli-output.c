/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <math.h>

void
brine_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

/* The name of a file may be any bytes; JSON is UTF-8. */
void
brine_cli_add_string (JsonBuilder *builder, const char *key, const char *value)
{
  g_autofree char *text = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

  json_builder_set_member_name (builder, key);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
brine_cli_add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

void
brine_cli_add_double (JsonBuilder *builder, const char *key, double value)
{
  json_builder_set_member_name (builder, key);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
brine_cli_add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

void
brine_cli_add_day (JsonBuilder *builder, const char *key, BrineDay day)
{
  g_autofree char *text = brine_day_to_string (day);

  brine_cli_add_string (builder, key, text);
}

void
brine_cli_add_local (JsonBuilder *builder, const char *key, BrineLocal local)
{
  g_autofree char *text = brine_local_to_string (local);

  brine_cli_add_string (builder, key, text);
}

void
brine_cli_add_moment (JsonBuilder *builder, const char *key, const BrineMoment *moment)
{
  g_autofree char *text = brine_instant_to_string (moment->instant, moment->offset_seconds);

  brine_cli_add_string (builder, key, text);
}

void
brine_cli_print_id (BrineCli *cli, const char *id)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      g_print ("%s\n", id);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "id", id);
  json_builder_end_object (builder);
  brine_cli_print_json (builder);
}

/* A title or the name of a file must not drive the terminal: no escape sequences, neither as C0 nor
 * as C1 controls (U+0080 to U+009F, which are 0xC2 and a byte below 0xA0). */
char *
brine_cli_dup_line (const char *text)
{
  char *line = g_utf8_make_valid (text, -1);

  for (guchar *c = (guchar *)line; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c))
        *c = ' ';
      else if (*c == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0)
        {
          *c++ = ' ';
          *c = ' ';
        }
    }
  return line;
}

void
brine_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  line = brine_cli_dup_line (text);
  g_print ("%s\n", line);
}

void
brine_cli_print_done (BrineCli *cli, const char *key, const char *value, const char *sentence)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      brine_cli_print ("%s", sentence);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  brine_cli_add_string (builder, key, value);
  json_builder_end_object (builder);
  brine_cli_print_json (builder);
}
