#include "comment/scope.h"

#include <algorithm>

namespace travaux {
namespace {

Hits look(const std::vector<DraftText>& texts, const Quote& quote) {
  Hits hits;
  if (quote.empty()) return hits;
  for (const DraftText& text : texts) {
    Found found = quote.find(text.text);
    if (found.spans.empty() || found.closeness > hits.closeness) continue;
    if (found.closeness < hits.closeness) hits.in.clear();
    hits.closeness = found.closeness;
    hits.in.push_back({text, std::move(found.spans)});
  }
  return hits;
}

}  // namespace

std::size_t Hits::count() const {
  std::size_t count = 0;
  for (const Hit& hit : in) count += hit.spans.size();
  return count;
}

Texts::Texts(const Document& draft) : all_(texts_of(draft)) {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].field == Field::kHeading) sections_.push_back(i);
  }
  sections_.push_back(all_.size());
}

std::vector<DraftText> Texts::under(const Place& place) const {
  if (!place.section) return all_;
  std::vector<DraftText> texts;
  for (std::size_t i = sections_[*place.section]; i < sections_[*place.section + 1]; ++i) {
    if (stands_under(all_[i].place, place)) texts.push_back(all_[i]);
  }
  return texts;
}

Hits Texts::near(const Place& place, const Quote& quote) const {
  const std::vector<DraftText> texts = under(place);
  std::vector<DraftText> own;
  std::copy_if(texts.begin(), texts.end(), std::back_inserter(own),
               [&](const DraftText& text) { return text.place == place && text.field != Field::kHeading; });
  Hits hits = look(own, quote);
  if (!hits.empty()) return hits;
  hits = look(texts, quote);
  return hits.in.size() == 1 ? hits : Hits();
}

Hits Texts::cited(const Place& citation, const Quote& quote) const { return look(under(citation), quote); }

Hits Texts::anywhere(const Quote& quote) const { return look(all_, quote); }

}  // namespace travaux
