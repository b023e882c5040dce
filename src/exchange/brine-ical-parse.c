/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-error.h"
#include "brine-ical-private.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Bytes → logical lines → tree, in one pass and without recursion. The stack holds the open
 * components, root first. In streaming use an item (a component right below VCALENDAR) is handed
 * over and freed as soon as it is closed, and lines outside items are dropped.
 */
typedef struct
{
  const char *data;
  gsize length;
  gsize at;
  char terminator; /* LF, or CR in a file without any LF */
  guint number;    /* physical lines read so far */
  GPtrArray *stack;
  guint excess; /* BEGINs beyond the depth limit that are still open */
  guint n_components;
  BrineImportReport *report;
  const BrineIcalWalk *walk; /* NULL: the whole tree is wanted */
  gsize told;                /* up to where progress was told */
  gboolean stopped;          /* error says why */
  GError *error;
} Parser;

#define TELL_EVERY_BYTES (64u * 1024)

/* Lines --------------------------------------------------------------------------------- */

typedef struct
{
  gsize start; /* of the content */
  gsize end;   /* of the content */
  gsize next;  /* first byte of the next physical line */
} Physical;

static Physical
read_physical (const Parser *parser, gsize at)
{
  const char *start = parser->data + at;
  const char *stop = memchr (start, parser->terminator, parser->length - at);
  Physical physical = { at, 0, 0 };

  physical.end = stop != NULL ? (gsize)(stop - parser->data) : parser->length;
  physical.next = stop != NULL ? physical.end + 1 : parser->length;
  if (parser->terminator == '\n')
    while (physical.end > at && parser->data[physical.end - 1] == '\r')
      physical.end--;
  return physical;
}

static gboolean
is_continued (const Parser *parser, gsize next)
{
  return next < parser->length && (parser->data[next] == ' ' || parser->data[next] == '\t');
}

/* Joins the physical lines of a folded one; beyond the limit nothing is kept. */
static void
unfold (Parser *parser, BrineIcalLine *line, Physical first)
{
  g_autoptr (GString) text = g_string_new_len (parser->data + first.start, first.end - first.start);
  gsize next = first.next;

  while (is_continued (parser, next))
    {
      Physical more = read_physical (parser, next);
      parser->number++;
      next = more.next;
      if (text->len + (more.end - more.start) > BRINE_ICAL_MAX_LINE)
        line->too_long = TRUE;
      if (!line->too_long && more.end > more.start)
        g_string_append_len (text, parser->data + more.start + 1, more.end - more.start - 1);
    }
  line->raw_length = parser->data + next - line->raw;
  parser->at = next;
  line->text_length = text->len;
  line->owned = g_string_free (g_steal_pointer (&text), FALSE);
  line->text = line->owned;
}

static BrineIcalLine *
read_line (Parser *parser)
{
  BrineIcalLine *line;
  Physical first;
  gsize at = parser->at;

  if (at >= parser->length)
    return NULL;

  line = g_new0 (BrineIcalLine, 1);
  line->kind = BRINE_ICAL_NODE_LINE;
  line->number = ++parser->number;
  line->raw = parser->data + at;
  if (at == 0 && parser->length >= 3 && memcmp (parser->data, "\xef\xbb\xbf", 3) == 0)
    at = 3;
  first = read_physical (parser, at);
  line->too_long = first.end - first.start > BRINE_ICAL_MAX_LINE;
  if (is_continued (parser, first.next))
    unfold (parser, line, first);
  else
    {
      line->raw_length = parser->data + first.next - line->raw;
      line->text = parser->data + first.start;
      line->text_length = first.end - first.start;
      parser->at = first.next;
    }
  if (line->too_long)
    {
      g_clear_pointer (&line->owned, g_free);
      line->text = "";
      line->text_length = 0;
    }
  return line;
}

/* Tree ---------------------------------------------------------------------------------- */

static BrineIcalComponent *
top (const Parser *parser)
{
  return parser->stack->pdata[parser->stack->len - 1];
}

static gboolean
is_container (const BrineIcalComponent *component)
{
  return component->name[0] == '\0' || g_str_equal (component->name, "VCALENDAR");
}

/* A fault spoils what it stands in, up to the item. */
static void G_GNUC_PRINTF (3, 4) spoil (Parser *parser, guint number, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  va_start (args, format);
  if (parser->report != NULL)
    brine_import_report_add_va (parser->report, number, format, args);
  va_end (args);
  for (guint i = 1; i < parser->stack->len; i++)
    {
      BrineIcalComponent *component = parser->stack->pdata[i];
      if (!is_container (component) && component->fault == NULL)
        component->fault = g_strdup (sentence);
    }
}

static void
close_top (Parser *parser)
{
  BrineIcalComponent *component = top (parser);
  BrineIcalComponent *parent;

  g_ptr_array_set_size (parser->stack, parser->stack->len - 1);
  parser->excess = 0;
  parent = top (parser);
  if (parser->walk == NULL || is_container (component) || !is_container (parent))
    return;
  if (!parser->stopped)
    parser->stopped =
        g_cancellable_set_error_if_cancelled (parser->walk->cancellable, &parser->error)
        || !parser->walk->func (component, parser->walk->user_data, &parser->error);
  g_ptr_array_set_size (parent->children, parent->children->len - 1);
}

static void
close_unfinished (Parser *parser)
{
  BrineIcalComponent *component = top (parser);
  g_autofree char *name = brine_error_shorten (component->name);

  /* Translators: %s is the name of a part of a calendar file, such as VEVENT */
  spoil (parser, component->number, N_ ("“%s” is never ended."), name);
  close_top (parser);
}

/* Components that never lie in one another: a BEGIN of one tells that the END of the other is
 * missing, so that only that one is lost. */
static gboolean
is_item_name (const char *name)
{
  static const char *const names[] = { "VEVENT",    "VTODO",     "VJOURNAL", "VFREEBUSY",
                                       "VTIMEZONE", "VCALENDAR", NULL };

  return g_strv_contains (names, name);
}

static void
handle_begin (Parser *parser, BrineIcalLine *line, char *name)
{
  BrineIcalComponent *component;

  if (is_item_name (name))
    while (!is_container (top (parser)))
      close_unfinished (parser);
  if (parser->stack->len > BRINE_ICAL_MAX_DEPTH)
    {
      if (parser->excess++ == 0)
        spoil (parser, line->number, N_ ("Components are nested too deeply."));
      g_ptr_array_add (top (parser)->children, line);
      g_free (name);
      return;
    }
  component = brine_ical_component_take (name, line);
  g_ptr_array_add (top (parser)->children, component);
  g_ptr_array_add (parser->stack, component);
  parser->n_components++;
}

static gboolean
is_open (const Parser *parser, const char *name)
{
  for (guint i = 1; i < parser->stack->len; i++)
    if (g_str_equal (((BrineIcalComponent *)parser->stack->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

static void
handle_end (Parser *parser, BrineIcalLine *line, const char *name)
{
  if (parser->excess > 0 && !is_item_name (name))
    {
      parser->excess--;
      g_ptr_array_add (top (parser)->children, line);
      return;
    }
  if (!is_open (parser, name))
    {
      g_autofree char *shown = brine_error_shorten (name);
      spoil (parser, line->number, N_ ("“END:%s” ends nothing."), shown);
      g_ptr_array_add (top (parser)->children, line);
      return;
    }
  while (!g_str_equal (top (parser)->name, name))
    close_unfinished (parser);
  top (parser)->end = line;
  close_top (parser);
}

static void
handle_line (Parser *parser, BrineIcalLine *line)
{
  gboolean begins = brine_ical_line_is (line, "BEGIN");

  if (begins || brine_ical_line_is (line, "END"))
    {
      g_autofree char *value = brine_ical_line_dup_value (line);
      g_autofree char *name = g_ascii_strup (g_strstrip (value), -1);
      if (begins)
        handle_begin (parser, line, g_steal_pointer (&name));
      else
        handle_end (parser, line, name);
      return;
    }
  if (line->too_long)
    spoil (parser, line->number, N_ ("The line is longer than 1 MB."));
  if (parser->walk != NULL && is_container (top (parser)))
    brine_ical_line_free (line);
  else
    g_ptr_array_add (top (parser)->children, line);
}

/* Entry --------------------------------------------------------------------------------- */

/* UTF-16 is told by its mark or by the zero beside the first letter. */
GBytes *
brine_ical_decode (GBytes *bytes, BrineImportReport *report, GError **error)
{
  gsize length, written;
  const guchar *data = g_bytes_get_data (bytes, &length);
  const char *charset = NULL;
  char *text;

  if (length > BRINE_ICAL_MAX_BYTES)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX,
                           "The calendar file is larger than 128 MB.");
      return NULL;
    }
  if (length >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] != 0 && data[1] == 0)))
    charset = "UTF-16LE";
  else if (length >= 2 && ((data[0] == 0xfe && data[1] == 0xff) || (data[0] == 0 && data[1] != 0)))
    charset = "UTF-16BE";
  if (charset == NULL)
    return g_bytes_ref (bytes);

  text = g_convert ((const char *)data, length, "UTF-8", charset, NULL, &written, NULL);
  if (text == NULL)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           "The file looks like UTF-16 text, but cannot be decoded.");
      return NULL;
    }
  if (report != NULL)
    brine_import_report_add_once (report, 0, N_ ("The file is UTF-16 text and was converted."));
  return g_bytes_new_take (text, written);
}

static void
look_up (Parser *parser)
{
  if (parser->walk == NULL || parser->at - parser->told < TELL_EVERY_BYTES)
    return;
  parser->told = parser->at;
  if (parser->walk->progress != NULL)
    parser->walk->progress (parser->at, parser->length, parser->walk->user_data);
  parser->stopped =
      parser->stopped
      || g_cancellable_set_error_if_cancelled (parser->walk->cancellable, &parser->error);
}

static void
read_lines (Parser *parser)
{
  BrineIcalLine *line;

  while (!parser->stopped && (line = read_line (parser)) != NULL)
    {
      handle_line (parser, line);
      look_up (parser);
    }
  while (!parser->stopped && parser->stack->len > 1)
    close_unfinished (parser);
}

/* @text: decoded, taken over by the root. */
static BrineIcalComponent *
parse (GBytes *text, guint first_line, BrineImportReport *report, const BrineIcalWalk *walk,
       GError **error)
{
  g_autoptr (BrineIcalComponent) root = brine_ical_component_new ("");
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  Parser parser = { .number = first_line - 1, .report = report, .walk = walk, .stack = stack };

  root->source = text;
  parser.data = g_bytes_get_data (root->source, &parser.length);
  parser.terminator =
      parser.length > 0 && memchr (parser.data, '\n', parser.length) != NULL ? '\n' : '\r';
  g_ptr_array_add (stack, root);
  read_lines (&parser);

  if (parser.error == NULL && parser.n_components == 0)
    g_set_error_literal (&parser.error, BRINE_ERROR, BRINE_ERROR_INVALID,
                         "The file is not a calendar: it has no “BEGIN:VCALENDAR” line.");
  if (parser.error == NULL)
    return g_steal_pointer (&root);
  g_propagate_error (error, parser.error);
  return NULL;
}

BrineIcalComponent *
brine_ical_parse_fragment (const char *text)
{
  g_autofree char *whole = g_strconcat ("BEGIN:X-FRAGMENT\n", text, "\nEND:X-FRAGMENT\n", NULL);
  g_autoptr (BrineIcalComponent) root = NULL;
  BrineIcalComponent *fragment;

  root = parse (g_bytes_new (whole, strlen (whole)), 1, NULL, NULL, NULL);
  if (root == NULL)
    return NULL;
  /* Its lines point into the source, which goes along. */
  fragment = g_ptr_array_steal_index (root->children, 0);
  fragment->source = g_steal_pointer (&root->source);
  return fragment;
}

BrineIcalComponent *
brine_ical_parse (GBytes *bytes, BrineImportReport *report, GError **error)
{
  GBytes *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = brine_ical_decode (bytes, report, error);
  return text != NULL ? parse (text, 1, report, NULL, error) : NULL;
}

gboolean
brine_ical_walk_text (GBytes *text, guint first_line, BrineImportReport *report,
                      const BrineIcalWalk *walk, GError **error)
{
  g_autoptr (BrineIcalComponent) root = parse (g_bytes_ref (text), first_line, report, walk, error);

  return root != NULL;
}

gboolean
brine_ical_foreach_item (GBytes *bytes, BrineImportReport *report, const BrineIcalWalk *walk,
                         GError **error)
{
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (bytes != NULL && walk != NULL && walk->func != NULL, FALSE);

  text = brine_ical_decode (bytes, report, error);
  return text != NULL && brine_ical_walk_text (text, 1, report, walk, error);
}
