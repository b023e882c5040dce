/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"
#include "brine-records.h"
#include "brine-template.h"

G_BEGIN_DECLS

/**
 * BrineArchive:
 *
 * Everything that a diary holds, as plain records: what the exporters write and the importers
 * give back. The arrays are never NULL and own their records. Not thread safe; any one thread.
 */
typedef struct
{
  GPtrArray *items;     /* BrinePlanItem */
  GPtrArray *logs;      /* BrineLog */
  GPtrArray *checkins;  /* BrineCheckin */
  GPtrArray *nights;    /* BrineNight */
  GPtrArray *pauses;    /* BrinePause */
  GPtrArray *contacts;  /* BrineContact */
  GPtrArray *templates; /* BrineTemplate */
  GHashTable *settings; /* key to value, both char *, owned */
} BrineArchive;

/* An empty one. (transfer full) */
BrineArchive *brine_archive_new (void);
/* @archive: (nullable) */
void brine_archive_free (BrineArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineArchive, brine_archive_free)

/**
 * brine_archive_equal:
 * Returns: TRUE when both hold equal records in the same order and the same settings. Stamps
 * do not count.
 */
gboolean brine_archive_equal (const BrineArchive *a, const BrineArchive *b);

/* How imported plan items met those that were there. */
typedef struct
{
  guint n_added;
  guint n_changed;   /* known by their UID (or id) and different */
  guint n_unchanged; /* known and equal: left out of the result */
} BrineMergeCounts;

/**
 * brine_archive_merge_items:
 * @existing: (element-type BrinePlanItem): the diary's items
 * @imported: (element-type BrinePlanItem): what a file gave
 * @out_counts: (out) (nullable): what became of them
 *
 * Works out what to write so that an import, repeated, changes nothing: an imported item that has
 * the UID of an existing one takes over its id, its stamps of creation and, where it brings none,
 * its foreign lines, goals and link to the earlier half of a split series; one whose id is taken
 * by another UID gets a fresh id. Pure.
 *
 * Returns: (transfer full) (element-type BrinePlanItem): the items to put, new and changed, each
 * UID once (the last one counts)
 */
GPtrArray *brine_archive_merge_items (GPtrArray *existing, GPtrArray *imported,
                                      BrineMergeCounts *out_counts);

/**
 * brine_archive_relink:
 * @imported: an archive that is about to be merged
 * @existing: (element-type BrinePlanItem): the diary's items
 *
 * Gives every imported item that is known by its UID the id that it has here, and lets the imported
 * logs and split series follow it. Call it before brine_archive_merge_items().
 */
void brine_archive_relink (BrineArchive *imported, GPtrArray *existing);

G_END_DECLS
