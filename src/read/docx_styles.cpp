#include "read/docx_styles.h"

#include <algorithm>

#include "read/docx_xml.h"

namespace travaux {

namespace {

/// Word itself allows fewer; a longer chain goes round in a circle.
constexpr std::size_t kLongestChain = 32;

std::optional<bool> hidden_in(pugi::xml_node run_properties) {
  const pugi::xml_node vanish = child_of(run_properties, "vanish");
  return vanish ? std::optional(is_on(vanish)) : std::nullopt;
}

std::string font_in(pugi::xml_node run_properties) {
  const pugi::xml_node fonts = child_of(run_properties, "rFonts");
  const auto ascii = attribute_of(fonts, "ascii");
  return std::string(ascii.empty() ? attribute_of(fonts, "hAnsi") : ascii);
}

DocxStyle read_style(pugi::xml_node node) {
  DocxStyle style;
  style.based_on = value_of(node, "basedOn");
  const pugi::xml_node numbering = child_of(child_of(node, "pPr"), "numPr");
  if (const pugi::xml_node list = child_of(numbering, "numId")) style.list = id_of(list, "val");
  if (const pugi::xml_node level = child_of(numbering, "ilvl"))
    style.level = static_cast<std::size_t>(number_of(attribute_of(level, "val"), 0));
  const pugi::xml_node run_properties = child_of(node, "rPr");
  style.hidden = hidden_in(run_properties);
  style.font = font_in(run_properties);
  return style;
}

}  // namespace

DocxStyles::DocxStyles(const pugi::xml_document& part) {
  for (const pugi::xml_node node : part.document_element().children()) {
    const auto name = local_name(node);
    if (name == "docDefaults") hidden_by_default_ = hidden_in(child_of(child_of(node, "rPrDefault"), "rPr")).value_or(false);
    if (name != "style") continue;
    const std::string id(attribute_of(node, "styleId"));
    const auto is_default = attribute_of(node, "default");
    if (attribute_of(node, "type") == "paragraph" && (is_default == "1" || is_default == "true" || is_default == "on"))
      default_ = id;
    styles_.insert_or_assign(id, read_style(node));
  }
}

const DocxStyle* DocxStyles::find(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? nullptr : &found->second;
}

std::vector<std::string_view> DocxStyles::chain(std::string_view style) const {
  std::vector<std::string_view> ids;
  for (auto found = styles_.find(style); found != styles_.end() && ids.size() < kLongestChain;
       found = styles_.find(found->second.based_on)) {
    ids.push_back(found->first);
  }
  return ids;
}

bool DocxStyles::hidden(pugi::xml_node run_properties, std::string_view paragraph_style) const {
  if (const auto own = hidden_in(run_properties)) return *own;
  for (const auto style : {value_of(run_properties, "rStyle"), paragraph_style}) {
    for (const auto id : chain(style)) {
      if (const auto& said = find(id)->hidden) return *said;
    }
  }
  return hidden_by_default_;
}

std::string_view DocxStyles::font(pugi::xml_node run_properties) const {
  const pugi::xml_node fonts = child_of(run_properties, "rFonts");
  for (const auto name : {"ascii", "hAnsi"}) {
    const auto font = attribute_of(fonts, name);
    if (!font.empty()) return font;
  }
  for (const auto id : chain(value_of(run_properties, "rStyle"))) {
    if (!find(id)->font.empty()) return find(id)->font;
  }
  return {};
}

std::string DocxStyles::list_of_style(std::string_view id) const {
  for (const auto style : chain(id)) {
    if (find(style)->list) return *find(style)->list;
  }
  return {};
}

}  // namespace travaux
