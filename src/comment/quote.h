// Words that a comment quotes, found in a text of the draft.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/text.h"

namespace travaux {

/// How closely the text has the words.
enum class Closeness {
  kExact,  ///< in comparison form
  kCase,   ///< but for upper and lower case
  kEdges,  ///< but for marks at their ends: “laws,” for laws
  kMarks,  ///< but for marks anywhere
  kNotFound,
};

struct Found {
  Closeness closeness = Closeness::kNotFound;
  std::vector<Span> spans;  ///< in order, not overlapping; whole tokens
};

/// Words prepared for looking up in many texts.
class Quote {
 public:
  /// Quotation marks around the words are no part of them. An ellipsis ("…", "...", "[...]") stands for any words; at the end,
  /// for all that follows in the paragraph.
  explicit Quote(std::string_view words);

  bool empty() const { return segments_.empty(); }
  bool has_ellipsis() const { return has_ellipsis_; }
  /// Where the text has the words, at the closest that it has them at all. Linear in the text for each segment.
  Found find(std::string_view text) const;
  /// The spans at one closeness.
  std::vector<Span> find(std::string_view text, Closeness closeness) const;

 private:
  /// The words between two ellipses: forms, folded forms.
  struct Segment {
    std::vector<std::string> forms, folded, loose;
  };
  std::vector<Segment> segments_;
  bool has_ellipsis_ = false, open_end_ = false;
};

/// Words without quotation marks around them, and without white space at their ends.
std::string_view unquoted(std::string_view words);

}  // namespace travaux
