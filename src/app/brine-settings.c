/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-settings.h"

GSettings *
brine_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettings *settings;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, BRINE_APP_ID, TRUE);
  if (schema == NULL)
    return NULL;
  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_delay (settings);
  return settings;
}
