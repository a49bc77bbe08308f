// Building styled text: lines put together from runs.
#pragma once

#include <string>
#include <string_view>

#include "travaux/report.h"

namespace travaux::report {

/// Adds to a text line by line. A run's line feeds start new lines with the same indents.
class Writer {
 public:
  explicit Writer(StyledText& text) : text_(text) {}

  /// Starts a line.
  Writer& line(std::size_t indent = 0, std::size_t hang = 0);
  /// Starts a line that is never wrapped.
  Writer& row(std::size_t indent = 0);
  /// Adds words to the line that was started last. Precondition: one was.
  Writer& add(Style style, std::string_view words);
  Writer& add(std::string_view words) { return add(Style::kPlain, words); }
  /// An empty line, unless the last one is empty or there is none.
  Writer& gap();

 private:
  StyledText& text_;
};

}  // namespace travaux::report
