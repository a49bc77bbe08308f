// Text that Markdown takes for text.
#pragma once

#include <string>
#include <string_view>

namespace travaux::report {

/// The text such that CommonMark with GitHub's extensions (strikethrough, tables, footnotes, bare links, emoji, formulas) shows
/// these characters and nothing else. One line; `at_start`: a line begins with it. Controls become U+FFFD; marks that change the
/// direction of text are written as numbers, so that the source stays readable.
std::string markdown_escaped(std::string_view text, bool at_start);

}  // namespace travaux::report
