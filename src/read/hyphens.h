// How the two halves of a line break are put together again.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "read/lines.h"

namespace travaux {

/// Knows the words of a text, as far as they tell a hyphen of the word ("pre-/trial") from one of the line break
/// ("coopera-/tion").
class Hyphens {
 public:
  explicit Hyphens(const std::vector<SourceLine>& lines);

  /// Adds a line to a paragraph: after one space, or none after a hyphen or dash joined to a letter; a soft hyphen goes.
  void append(std::string& paragraph, std::string_view line) const;

 private:
  bool cut_by_line_break(std::string_view left, std::string_view right) const;

  std::unordered_set<std::string> words_;  ///< of the words that line ends might have cut, those met elsewhere, folded
};

}  // namespace travaux
