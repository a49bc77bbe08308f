// Pango's and Cairo's objects as values that clean up after themselves.
#pragma once

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>

namespace travaux::report {

struct Release {
  void operator()(PangoLayout* object) const { g_object_unref(object); }
  void operator()(PangoContext* object) const { g_object_unref(object); }
  void operator()(PangoFontMap* object) const { g_object_unref(object); }
  void operator()(PangoFont* object) const { g_object_unref(object); }
  void operator()(PangoFontDescription* object) const { pango_font_description_free(object); }
  void operator()(PangoAttrList* object) const { pango_attr_list_unref(object); }
  void operator()(PangoTabArray* object) const { pango_tab_array_free(object); }
  void operator()(PangoLayoutIter* object) const { pango_layout_iter_free(object); }
  void operator()(cairo_t* object) const { cairo_destroy(object); }
  void operator()(cairo_surface_t* object) const { cairo_surface_destroy(object); }
  void operator()(cairo_font_options_t* object) const { cairo_font_options_destroy(object); }
};

template <typename T>
using Handle = std::unique_ptr<T, Release>;

}  // namespace travaux::report
