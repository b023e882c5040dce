/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What helplines.tsv tells of the lines, for translators. Not compiled. */
/* clang-format off */

/* Translators: what is known of a helpline; stands in small letters below its name. */
N_ ("call, text or chat, any time")
N_ ("call or text, English and French, any time")
N_ ("free, any time, also if you only want to talk")
N_ ("by text message, any time")
N_ ("free, any time")
N_ ("by text message")
N_ ("any time")
N_ ("limited hours")
N_ ("free")
N_ ("Dutch")
N_ ("French")
N_ ("call or text")
