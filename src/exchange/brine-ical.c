/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-private.h"

#include <string.h>

static void
node_free (gpointer node)
{
  if (*(BrineIcalNodeKind *)node == BRINE_ICAL_NODE_LINE)
    brine_ical_line_free (node);
  else
    brine_ical_component_free (node);
}

BrineIcalComponent *
brine_ical_component_take (char *name, BrineIcalLine *begin)
{
  BrineIcalComponent *component = g_new0 (BrineIcalComponent, 1);

  component->kind = BRINE_ICAL_NODE_COMPONENT;
  component->name = name;
  component->begin = begin;
  component->number = begin != NULL ? begin->number : 0;
  component->children = g_ptr_array_new_with_free_func (node_free);
  return component;
}

BrineIcalComponent *
brine_ical_component_new (const char *name)
{
  BrineIcalComponent *component;

  g_return_val_if_fail (name != NULL, NULL);

  component = brine_ical_component_take (g_strdup (name), NULL);
  if (*name != '\0')
    {
      g_autofree char *begin = g_strconcat ("BEGIN:", name, NULL);
      g_autofree char *end = g_strconcat ("END:", name, NULL);
      component->begin = brine_ical_line_new (begin);
      component->end = brine_ical_line_new (end);
    }
  return component;
}

void
brine_ical_component_free (BrineIcalComponent *component)
{
  if (component == NULL)
    return;

  g_ptr_array_unref (component->children);
  brine_ical_line_free (component->begin);
  brine_ical_line_free (component->end);
  g_clear_pointer (&component->source, g_bytes_unref);
  g_free (component->name);
  g_free (component->fault);
  g_free (component);
}

const char *
brine_ical_component_get_name (const BrineIcalComponent *component)
{
  g_return_val_if_fail (component != NULL, NULL);

  return component->name;
}

guint
brine_ical_component_get_line_number (const BrineIcalComponent *component)
{
  g_return_val_if_fail (component != NULL, 0);

  return component->number;
}

const char *
brine_ical_component_get_fault (const BrineIcalComponent *component)
{
  g_return_val_if_fail (component != NULL, NULL);

  return component->fault;
}

gboolean
brine_ical_component_get_child (BrineIcalComponent *component, guint index,
                                BrineIcalLine **out_line, BrineIcalComponent **out_component)
{
  gpointer node;

  g_return_val_if_fail (component != NULL && out_line != NULL && out_component != NULL, FALSE);

  if (index >= component->children->len)
    return FALSE;
  node = component->children->pdata[index];
  *out_line = *(BrineIcalNodeKind *)node == BRINE_ICAL_NODE_LINE ? node : NULL;
  *out_component = *out_line == NULL ? node : NULL;
  return TRUE;
}

BrineIcalLine *
brine_ical_component_find (BrineIcalComponent *component, const char *name)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  g_return_val_if_fail (component != NULL && name != NULL, NULL);

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (line != NULL && brine_ical_line_is (line, name))
      return line;
  return NULL;
}

BrineIcalComponent *
brine_ical_component_find_child (BrineIcalComponent *component, const char *name)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  g_return_val_if_fail (component != NULL && name != NULL, NULL);

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (child != NULL && g_ascii_strcasecmp (child->name, name) == 0)
      return child;
  return NULL;
}

void
brine_ical_component_remove (BrineIcalComponent *component, guint index)
{
  g_return_if_fail (component != NULL && index < component->children->len);

  g_ptr_array_remove_index (component->children, index);
}

static void
insert_node (BrineIcalComponent *component, guint index, gpointer node)
{
  g_ptr_array_insert (component->children, index < component->children->len ? (int)index : -1,
                      node);
}

void
brine_ical_component_insert_line (BrineIcalComponent *component, guint index, const char *text)
{
  g_return_if_fail (component != NULL && text != NULL);

  insert_node (component, index, brine_ical_line_new (text));
}

void
brine_ical_component_insert_child (BrineIcalComponent *component, guint index,
                                   BrineIcalComponent *child)
{
  g_return_if_fail (component != NULL && child != NULL);

  insert_node (component, index, child);
}

/* Writing ------------------------------------------------------------------------------- */

#define FOLD_OCTETS 75

void
brine_ical_append_folded (GString *out, const char *text, gssize length)
{
  gsize left = length < 0 ? strlen (text) : (gsize)length;
  gsize room = FOLD_OCTETS;

  while (left > room)
    {
      gsize n = room;
      /* Step back to the first octet of the sequence that would be cut. */
      while (n > room - 4 && ((guchar)text[n] & 0xc0) == 0x80)
        n--;
      g_string_append_len (out, text, n);
      g_string_append (out, "\r\n ");
      text += n;
      left -= n;
      room = FOLD_OCTETS - 1;
    }
  g_string_append_len (out, text, left);
  g_string_append (out, "\r\n");
}

static void
append_line (GString *out, const BrineIcalLine *line)
{
  if (line == NULL)
    return;
  /* The last line of a file may lack its end; what is put after it needs one. */
  if (out->len > 0 && out->str[out->len - 1] != '\n' && out->str[out->len - 1] != '\r')
    g_string_append (out, "\r\n");
  if (line->raw != NULL)
    g_string_append_len (out, line->raw, line->raw_length);
  else
    brine_ical_append_folded (out, line->text, line->text_length);
}

static void
append_component (GString *out, const BrineIcalComponent *component)
{
  append_line (out, component->begin);
  for (guint i = 0; i < component->children->len; i++)
    {
      gpointer node = component->children->pdata[i];
      if (*(BrineIcalNodeKind *)node == BRINE_ICAL_NODE_LINE)
        append_line (out, node);
      else
        append_component (out, node);
    }
  append_line (out, component->end);
}

GBytes *
brine_ical_serialise (const BrineIcalComponent *component)
{
  GString *out;

  g_return_val_if_fail (component != NULL, NULL);

  out = g_string_new (NULL);
  append_component (out, component);
  return g_string_free_to_bytes (out);
}
