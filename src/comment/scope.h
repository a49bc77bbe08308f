// Quoted words in the texts of a draft: in an item, under it, under one of its citations, or anywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comment/fields.h"
#include "comment/quote.h"

namespace travaux {

/// A text that has the words.
struct Hit {
  DraftText text;
  std::vector<Span> spans;
};

/// All texts that have the words as closely as any has them.
struct Hits {
  Closeness closeness = Closeness::kNotFound;
  std::vector<Hit> in;

  bool empty() const { return in.empty(); }
  std::size_t count() const;
};

class Texts {
 public:
  explicit Texts(const Document& draft);

  /// In a place's own text; where that has not the words, in the one text under it that has them. In several: none.
  Hits near(const Place& place, const Quote& quote) const;
  /// In the headings and passages of a citation.
  Hits cited(const Place& citation, const Quote& quote) const;
  /// In the whole draft.
  Hits anywhere(const Quote& quote) const;

 private:
  std::vector<DraftText> under(const Place& place) const;

  std::vector<DraftText> all_;
  std::vector<std::size_t> sections_;  ///< where each section's texts begin in `all_`
};

}  // namespace travaux
