// The texts of a draft, each by its field and place: what quoted words are looked for in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/comment.h"
#include "travaux/model.h"

namespace travaux {

/// One text of a draft.
struct DraftText {
  Field field = Field::kItem;
  Place place;
  std::string_view text;  ///< the draft's own
};

/// The text that a field and place name. Precondition: they name one of the draft.
std::string_view text_of(const Document& draft, Field field, const Place& place);

/// Every text of the draft, in document order: front, headings, sections' and items' own texts, citations' headings and passages,
/// back. Linear.
std::vector<DraftText> texts_of(const Document& draft);

/// Whether `place` is `above` or stands under it.
bool stands_under(const Place& place, const Place& above);

/// Where a text is, for people: "2.1", "the citation of AG/RES. 2551 under 2.1", "the heading of section 4".
std::string describe(const Document& draft, Field field, const Place& place);

}  // namespace travaux
