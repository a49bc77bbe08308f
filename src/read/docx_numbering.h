// The lists of a Word file, and the numbers that it prints by them.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "read/docx_content.h"
#include "read/docx_number_format.h"
#include "read/docx_styles.h"

namespace travaux {

inline constexpr std::size_t kListLevels = 9;

/// One level of a list: w:lvl.
struct ListLevel {
  int start = 1;
  std::string format = "decimal";
  std::string text;            ///< "%1.%2"
  std::string style;           ///< the paragraph style that means this level
  std::optional<int> restart;  ///< after which level, counted from 1, it begins anew; 0: never; nothing: after any above
  bool legal = false;          ///< all numbers as figures
  bool picture = false;
  bool hidden = false;
};

struct ListOverride {
  std::optional<int> start;
  std::optional<ListLevel> level;
};

class DocxNumbering {
 public:
  using Levels = std::array<std::optional<ListLevel>, kListLevels>;

  DocxNumbering() = default;
  DocxNumbering(const pugi::xml_document& part, const DocxStyles& styles);

  /// The list and the level of a paragraph with these properties: its own, else its style's.
  ListPlace place_of(pugi::xml_node paragraph_properties, std::string_view style, const DocxStyles& styles) const;

  /// The definition that a list follows; empty where there is none. Lists of one definition count on from each other.
  std::string definition_of(const std::string& list) const;
  const ListLevel* level(const ListPlace& place) const;
  /// What a list begins a level with, where it says so itself.
  std::optional<int> start_override(const ListPlace& place) const;

 private:
  struct List {
    std::string definition;
    std::array<ListOverride, kListLevels> overrides;
  };

  std::map<std::string, Levels, std::less<>> definitions_;
  std::map<std::string, List, std::less<>> lists_;
};

/// What is printed before a paragraph. Whatever stands between it and the text (a tab, a space, nothing) becomes a space.
struct PrintedNumber {
  std::string text;  ///< "1.1", "(a)", "•"; empty: nothing
  bool bullet = false;
  std::size_t nested = 0;  ///< how many levels above print in the same manner ("1." under "1.")
};

/// Counts on from paragraph to paragraph, in the order of the text.
class ListCounter {
 public:
  ListCounter(const DocxNumbering& numbering, std::string language) : numbering_(&numbering), printer_(std::move(language)) {}

  PrintedNumber next(const ListPlace& place);

 private:
  using Counts = std::array<std::optional<int>, kListLevels>;

  int first_of(const ListPlace& place) const;
  void count(const ListPlace& place, Counts& counts);
  std::string text_of(const ListPlace& place, const ListLevel& level, const Counts& counts);
  std::size_t nesting_of(const ListPlace& place, const ListLevel& level) const;

  const DocxNumbering* numbering_;
  NumberPrinter printer_;
  std::map<std::string, Counts> counts_;                 ///< by definition
  std::set<std::pair<std::string, std::size_t>> begun_;  ///< lists whose own start of a level was used
};

}  // namespace travaux
