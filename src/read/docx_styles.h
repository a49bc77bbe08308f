// The styles of a Word file, as far as they say what is printed: numbering, hidden text, fonts of symbols.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace travaux {

struct DocxStyle {
  std::string based_on;
  std::optional<std::string> list;  ///< w:numId; "0" takes an inherited numbering away
  std::optional<std::size_t> level;
  std::optional<bool> hidden;  ///< w:vanish
  std::string font;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(const pugi::xml_document& part);

  /// A paragraph's style and those it is based on, nearest first; of one without a style, the default one's.
  std::vector<std::string_view> chain(std::string_view style) const;
  const DocxStyle* find(std::string_view id) const;
  const std::string& default_paragraph_style() const { return default_; }

  /// Whether a run with these properties in a paragraph of that style is hidden: said by itself, else by its style, else by the
  /// paragraph's.
  bool hidden(pugi::xml_node run_properties, std::string_view paragraph_style) const;
  /// The font that the run's own properties or its character style name.
  std::string_view font(pugi::xml_node run_properties) const;
  /// The w:numId that a numbering style stands for; empty: none.
  std::string list_of_style(std::string_view id) const;

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_;
  bool hidden_by_default_ = false;
};

}  // namespace travaux
