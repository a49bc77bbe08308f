// The marks within a Markdown paragraph: emphasis, links, escapes, entities, HTML tags.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace travaux {

/// Labels of links that the file defines, folded.
using LinkLabels = std::unordered_set<std::string>;

/// How a label is looked up: without regard to case and white space.
std::string label_key(std::string_view label);

/// Whether `target` is an address, as opposed to words in round brackets: `[x](a)` is "[x](a)" in a draft.
bool is_link_target(std::string_view target);

/// The paragraph's text without its marks.
std::string strip_inline_marks(std::string_view paragraph, const LinkLabels& labels);

}  // namespace travaux
