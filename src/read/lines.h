// A decoded text as lines: what ends a line, what is its edge of white space, where a page begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace travaux {

/// One line of the source. The views point into the decoded text.
struct SourceLine {
  std::string_view raw;     ///< the line without its end
  std::string_view text;    ///< `raw` without surrounding white space
  std::string_view typed;   ///< `text` before its typography was set right: what a wrapper measured
  std::size_t source = 0;   ///< 1-based line of the source, as an editor counts
  std::size_t indent = 0;   ///< columns of white space before the text
  bool page_break = false;  ///< a form feed, or furniture that was dropped, stands before it or in its place

  bool blank() const { return text.empty(); }
};

/// Splits at LF, CR, CRLF, U+0085, U+2028, U+2029, VT and FF. A form feed next to a line end makes no line of its own. VT and FF
/// do not count in `source`. A final line end begins no line.
std::vector<SourceLine> split_lines(std::string_view text);

/// Without white space (Unicode's, and stray byte order marks) at its ends.
std::string_view trim(std::string_view text);

}  // namespace travaux
