#include "model/known.h"

#include "model/title.h"

namespace travaux {

KnownInstruments::KnownInstruments(const Registry& registry) {
  for (const Instrument& instrument : registry.instruments) enter(instrument);
}

void KnownInstruments::enter(const Instrument& instrument) {
  const std::string id = instrument.symbol.empty() ? instrument.id : instrument.symbol;
  ids_.insert(id);
  if (!instrument.symbol.empty()) {
    const std::optional<Symbol> symbol = find_symbol(instrument.symbol);
    symbols_[symbol ? symbol->name : instrument.symbol] = id;
  }
  know(instrument.title, {id, instrument.year});
  for (const std::string& alias : instrument.aliases) know(alias, {id, instrument.year});
}

void KnownInstruments::know(std::string_view title, const Known& known) {
  const HeadingParts parts = take_apart(title);
  for (const std::string& words : {parts.title, parts.acronym, std::string(title)}) {
    const std::string form = normal_title(words);
    if (!form.empty()) titles_[form].insert(known);
  }
}

std::string KnownInstruments::by_symbol(const std::string& symbol) const {
  const auto found = symbols_.find(symbol);
  return found == symbols_.end() ? symbol : found->second;
}

std::set<std::string> KnownInstruments::matching(const std::string& form, const std::string& year) const {
  std::set<std::string> ids;
  const auto found = titles_.find(form);
  if (form.empty() || found == titles_.end()) return ids;
  for (const Known& known : found->second) {
    if (year.empty() || known.year.empty() || known.year == year) ids.insert(known.id);
  }
  return ids;
}

std::string KnownInstruments::one(const std::string& form, const std::string& year) const {
  std::set<std::string> ids = matching(form, year);
  if (ids.size() > 1) std::erase_if(ids, [](const std::string& id) { return !find_symbol(id); });
  return ids.size() == 1 ? *ids.begin() : std::string();
}

}  // namespace travaux
