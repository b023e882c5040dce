/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nicks of enums, private to core. */
gboolean brine_nick_find (const char *const *nicks, guint n_nicks, const char *nick,
                          guint *out_index);

/* Both directions between an enum and its array NAME_nicks. */
#define BRINE_DEFINE_NICKS(Type, name)                                                             \
  const char *brine_##name##_to_nick (Type value)                                                  \
  {                                                                                                \
    g_return_val_if_fail ((guint)value < G_N_ELEMENTS (name##_nicks), name##_nicks[0]);            \
    return name##_nicks[value];                                                                    \
  }                                                                                                \
  gboolean brine_##name##_from_nick (const char *nick, Type *out_value)                            \
  {                                                                                                \
    guint index;                                                                                   \
    g_return_val_if_fail (out_value != NULL, FALSE);                                               \
    if (!brine_nick_find (name##_nicks, G_N_ELEMENTS (name##_nicks), nick, &index))                \
      return FALSE;                                                                                \
    *out_value = (Type)index;                                                                      \
    return TRUE;                                                                                   \
  }

G_END_DECLS
