/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool of the build: draws the symbolic icons once, in the sizes they are shown in, as the
 * pictures that GTK tints without help. Loading the drawings themselves would bring a whole SVG
 * library into each start of the program.
 *
 * Usage: encode-icons OUT.gresource.xml FOLDER ICON.svg…
 * Each picture is twice as large as its folder says: sharp on dense screens, halved on others.
 */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

#define PREFIX "/org/brineapp/Brine/icons/"

/* Folders of the hicolor theme, and the pixels of a picture in them: 16 for buttons and rows, 20
 * for marks (the folder serves 20 to 24), 30 for faces (30 to 34), 128 for empty pages. */
static const struct
{
  int folder;
  int pixels;
} sizes[] = { { 16, 32 }, { 22, 40 }, { 32, 60 }, { 128, 256 } };

/* Only the shape counts: GTK reads colour channels as other tints. */
static void
keep_shape (GdkPixbuf *picture)
{
  guchar *pixels = gdk_pixbuf_get_pixels (picture);
  int stride = gdk_pixbuf_get_rowstride (picture);

  g_assert (gdk_pixbuf_get_n_channels (picture) == 4);
  for (int y = 0; y < gdk_pixbuf_get_height (picture); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (picture); x++)
      {
        guchar *pixel = pixels + y * stride + 4 * x;

        pixel[0] = pixel[1] = pixel[2] = 0;
      }
}

static gboolean
encode (const char *drawing, const char *folder, GString *list, guint size, GError **error)
{
  g_autofree char *name = g_path_get_basename (drawing);
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;

  *strrchr (name, '.') = '\0';
  file = g_strdup_printf ("%s-%d.png", name, sizes[size].folder);
  path = g_build_filename (folder, file, NULL);
  picture =
      gdk_pixbuf_new_from_file_at_size (drawing, sizes[size].pixels, sizes[size].pixels, error);
  if (picture == NULL)
    return FALSE;
  keep_shape (picture);
  if (!gdk_pixbuf_save (picture, path, "png", error, "compression", "9", NULL))
    return FALSE;
  g_string_append_printf (list, "    <file alias=\"%s.symbolic.png\">%s</file>\n", name, file);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) list = g_string_new ("<gresources>\n");

  if (argc < 4)
    return 2;
  g_mkdir_with_parents (argv[2], 0755);
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      g_string_append_printf (list, "  <gresource prefix=\"" PREFIX "%dx%d/actions\">\n",
                              sizes[size].folder, sizes[size].folder);
      for (int i = 3; i < argc; i++)
        if (!encode (argv[i], argv[2], list, size, &error))
          {
            g_printerr ("encode-icons: %s: %s\n", argv[i], error->message);
            return 1;
          }
      g_string_append (list, "  </gresource>\n");
    }
  g_string_append (list, "</gresources>\n");
  if (!g_file_set_contents (argv[1], list->str, -1, &error))
    {
      g_printerr ("encode-icons: %s\n", error->message);
      return 1;
    }
  return 0;
}
