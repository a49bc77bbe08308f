#include "report/pdf_paragraph.h"

#include <algorithm>

#include "travaux/report.h"

namespace travaux::report {

namespace {

constexpr double kUnit = PANGO_SCALE;

int units(double points) { return static_cast<int>(points * kUnit + 0.5); }

Handle<PangoFontDescription> font_of(const Type& type) {
  Handle<PangoFontDescription> font(pango_font_description_new());
  pango_font_description_set_family(font.get(), type.family);
  pango_font_description_set_absolute_size(font.get(), type.size * kUnit);
  pango_font_description_set_weight(font.get(), type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font.get(), type.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return font;
}

class AttributeList {
 public:
  AttributeList() : list_(pango_attr_list_new()) {}

  void add(PangoAttribute* attribute, const MarkedText::Stretch& where) {
    attribute->start_index = static_cast<guint>(where.begin);
    attribute->end_index = static_cast<guint>(where.end);
    pango_attr_list_insert(list_.get(), attribute);
  }

  void color(const Ink& ink, const MarkedText::Stretch& where) {
    const auto part = [](double value) { return static_cast<guint16>(value * 65535); };
    add(pango_attr_foreground_new(part(ink.red), part(ink.green), part(ink.blue)), where);
  }

  void mark(const MarkedText::Stretch& where) {
    switch (where.mark) {
      case Mark::kNone:
        return;
      case Mark::kInserted:
        add(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), where);
        return color(kCameInk, where);
      case Mark::kDeleted:
        add(pango_attr_strikethrough_new(TRUE), where);
        return color(kWentInk, where);
      case Mark::kMovedTo:
        add(pango_attr_underline_new(PANGO_UNDERLINE_DOUBLE), where);
        return color(kMovedInk, where);
      case Mark::kMovedFrom:
        add(pango_attr_strikethrough_new(TRUE), where);
        add(pango_attr_style_new(PANGO_STYLE_ITALIC), where);
        return color(kMovedInk, where);
      case Mark::kSoft:
        return color(kSoftInk, where);
      case Mark::kStrong:
        add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), where);
        return color(kTextInk, where);
    }
  }

  /// A word broken at a line's end gets no hyphen: it would be one more character of the draft.
  void no_hyphens(std::size_t size) { add(pango_attr_insert_hyphens_new(FALSE), {0, size, Mark::kNone}); }

  PangoAttrList* get() const { return list_.get(); }

 private:
  Handle<PangoAttrList> list_;
};

void set_tabs(PangoLayout* layout, double hang) {
  constexpr int kStops = 8;
  constexpr double kFurther = 12;  // a number too wide for its place pushes its text only this far
  const Handle<PangoTabArray> tabs(pango_tab_array_new(kStops, FALSE));
  for (int i = 0; i < kStops; ++i) pango_tab_array_set_tab(tabs.get(), i, PANGO_TAB_LEFT, units(hang + i * kFurther));
  pango_layout_set_tabs(layout, tabs.get());
}

void shape(PangoLayout* layout, const Type& type, const Measure& measure) {
  const Handle<PangoFontDescription> font = font_of(type);
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_width(layout, units(measure.width));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout, static_cast<float>(type.leading));
  pango_layout_set_single_paragraph_mode(layout, TRUE);
  if (measure.at_right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
  if (measure.one_line) pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  if (measure.hang <= 0) return;
  pango_layout_set_indent(layout, -units(measure.hang));
  set_tabs(layout, measure.hang);
}

std::vector<TypeLine> lines_of(PangoLayout* layout) {
  std::vector<TypeLine> lines;
  const Handle<PangoLayoutIter> at(pango_layout_get_iter(layout));
  do {
    PangoRectangle box;
    pango_layout_iter_get_line_extents(at.get(), nullptr, &box);
    TypeLine line;
    line.line = pango_layout_iter_get_line_readonly(at.get());
    line.x = box.x / kUnit;
    line.top = box.y / kUnit;
    line.height = box.height / kUnit;
    line.baseline = pango_layout_iter_get_baseline(at.get()) / kUnit;
    line.begin = static_cast<std::size_t>(line.line->start_index);
    line.end = line.begin + static_cast<std::size_t>(line.line->length);
    lines.push_back(line);
  } while (pango_layout_iter_next_line(at.get()) != FALSE);
  return lines;
}

}  // namespace

void MarkedText::add(Mark mark, std::string_view words) {
  const std::size_t begin = text_.size();
  text_ += escape_controls(words);
  if (text_.size() > begin) stretches_.push_back({begin, text_.size(), mark});
}

Result<Typesetter> Typesetter::make(const std::string& language) {
  Typesetter made;
  made.fonts_.reset(pango_cairo_font_map_new());
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(made.fonts_.get()), 72);
  made.context_.reset(pango_font_map_create_context(made.fonts_.get()));
  // Type as the font has it, on no grid of pixels.
  const Handle<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(made.context_.get(), options.get());
  pango_context_set_round_glyph_positions(made.context_.get(), FALSE);
  pango_context_set_language(made.context_.get(), pango_language_from_string(language.c_str()));
  const Handle<PangoFontDescription> font = font_of(kBody);
  const Handle<PangoFont> loaded(pango_context_load_font(made.context_.get(), font.get()));
  if (loaded == nullptr) {
    return tl::unexpected(Error{ErrorCode::kInput, "there is no font to print with", "", "fontconfig knows none on this computer",
                                "install one (Debian: fonts-dejavu-core)"});
  }
  return made;
}

TypeBlock Typesetter::set(const MarkedText& text, const Type& type, const Measure& measure) {
  TypeBlock block;
  block.layout.reset(pango_layout_new(context_.get()));
  PangoLayout* layout = block.layout.get();
  pango_layout_set_text(layout, text.text().data(), static_cast<int>(text.text().size()));
  shape(layout, type, measure);
  AttributeList attributes;
  for (const MarkedText::Stretch& stretch : text.stretches()) attributes.mark(stretch);
  attributes.no_hyphens(text.text().size());
  pango_layout_set_attributes(layout, attributes.get());
  block.lines = lines_of(layout);
  for (const TypeLine& line : block.lines) block.height = std::max(block.height, line.top + line.height);
  missing_ += static_cast<std::size_t>(pango_layout_get_unknown_glyphs_count(layout));
  return block;
}

void draw_line(cairo_t* page, const TypeLine& line, double x, double y, const Ink& ink) {
  cairo_set_source_rgb(page, ink.red, ink.green, ink.blue);
  cairo_move_to(page, x + line.x, y + line.baseline);
  pango_cairo_show_layout_line(page, line.line);
}

}  // namespace travaux::report
