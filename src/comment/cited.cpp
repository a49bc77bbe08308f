#include "comment/cited.h"

#include <algorithm>
#include <set>

#include "comment/form_words.h"
#include "comment/quote.h"

namespace travaux {
namespace {

/// A name as a heading would have it: no article before it, no quotation marks.
std::string heading_of(std::string_view name) {
  std::string heading = fold_white_space(unquoted(name));
  for (const char* article : {"the ", "la ", "el ", "los ", "las "}) {
    const std::string_view lead(article);
    if (heading.size() > lead.size() && fold_case(heading.substr(0, lead.size())) == lead) heading.erase(0, lead.size());
  }
  return heading;
}

using WordSet = std::set<std::string>;

WordSet words_of(std::string_view text) {
  WordSet words;
  for (const Token& token : tokenize(text)) {
    const std::string word = plain_word(loose_form(token.span.of(text)));
    if (word.size() > 2 || token.kind == TokenKind::kNumber) words.insert(word);
  }
  return words;
}

/// A draft whose one item cites what is named.
Document citing(const std::vector<std::string>& names) {
  Item item;
  for (const std::string& name : names) {
    Citation citation;
    citation.heading = heading_of(name);
    item.citations.push_back(std::move(citation));
  }
  Document document;
  document.sections.emplace_back();
  document.sections.back().items.push_back(std::move(item));
  return document;
}

/// The one instrument of the draft whose headings have all words of a name; empty: none or several.
std::string instrument_with(const WordSet& name, const std::vector<std::pair<WordSet, std::string>>& headings) {
  std::string only;
  for (const auto& [words, id] : headings) {
    if (name.empty() || !std::includes(words.begin(), words.end(), name.begin(), name.end()) || id == only) continue;
    if (!only.empty()) return {};
    only = id;
  }
  return only;
}

}  // namespace

CitedInstruments::CitedInstruments(const Document& draft, const Registry& registry, const std::vector<std::string>& names) {
  Document copy;
  copy.sections = draft.sections;
  copy.language = draft.language;
  Document named = citing(names);
  if (!names.empty()) resolve_instruments({&copy, &named}, registry);
  std::map<std::string, std::string> own;  // ids found here -> as the draft bears them
  std::vector<std::pair<WordSet, std::string>> headings;
  for_each_item(draft, [&](const Item& item, const Place& place) {
    for (std::size_t c = 0; c < item.citations.size(); ++c) {
      Place cited = place;
      cited.citation = c;
      const std::string& found = item_at(copy, place).citations[c].instrument;
      const std::string& id = item.citations[c].instrument.empty() ? found : item.citations[c].instrument;
      places_[id].push_back(cited);
      own.emplace(found, id);
      if (!names.empty()) headings.emplace_back(words_of(item.citations[c].heading), id);
    }
  });
  for (std::size_t n = 0; n < names.size(); ++n) {
    const Citation& citation = named.sections[0].items[0].citations[n];
    const auto known = own.find(citation.instrument);
    std::string id = known != own.end() ? known->second : instrument_with(words_of(citation.heading), headings);
    ids_.emplace(names[n], id.empty() ? citation.instrument : std::move(id));
  }
}

const std::string& CitedInstruments::id_of(const std::string& name) const {
  static const std::string kNone;
  const auto found = ids_.find(name);
  return found == ids_.end() ? kNone : found->second;
}

const std::vector<Place>& CitedInstruments::all(const std::string& instrument) const {
  static const std::vector<Place> kNone;
  const auto found = places_.find(instrument);
  return found == places_.end() ? kNone : found->second;
}

std::vector<Place> CitedInstruments::under(const std::string& instrument, const Place& place) const {
  std::vector<Place> found;
  for (const Place& cited : all(instrument)) {
    if (stands_under(cited, place)) found.push_back(cited);
  }
  return found;
}

}  // namespace travaux
