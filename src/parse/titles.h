// The titles of instruments that a text itself makes known: by a symbol beside them, or by a quotation under them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace travaux {

struct Line;

class Titles {
 public:
  /// Learns from the headings of citations that need no such knowledge to be told. Linear in the text.
  static Titles in(const std::vector<Line>& lines);

  /// Whether a heading's words are a known title: compared in normal form, without symbol, year and subdivision.
  bool hold(std::string_view heading) const;

 private:
  void learn(std::string_view heading);

  std::unordered_set<std::string> forms_;
};

}  // namespace travaux
