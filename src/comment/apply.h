// Changes of words, made so that the text that comes out is well spaced and no mark stands twice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/comment.h"

namespace travaux {

/// A change of one text, as `WantedEdit` has it.
struct TextEdit {
  Span span;
  std::string text;
  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// The side of an insertion's place that it belongs to.
enum class Attach { kBefore, kAfter };

/// Words put in next to a place between two tokens. `at` may lie in the white space between them. A mark that stands at the seam
/// already is not put in again.
TextEdit insertion(std::string_view text, std::size_t at, std::string_view words, Attach attach);
/// Words added at the end of a text: before its full stop where they go on with the sentence, else as a sentence after it.
TextEdit addition(std::string_view text, std::string_view words);
/// Words taken out, with the white space and the comma that nothing is left for.
TextEdit removal(std::string_view text, Span span);
/// Words put in the place of others.
TextEdit replacement(std::string_view text, Span span, std::string_view words);
/// The same as the three above, but every mark as given: for words compared, not quoted.
TextEdit literal_edit(std::string_view text, Span span, std::string_view words);

/// The text with the edits made, whatever their order. Precondition: all are of this text and do not overlap.
std::string apply_wanted(std::string_view text, std::vector<WantedEdit> edits);

}  // namespace travaux
