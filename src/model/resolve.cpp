// Headings to instruments. Three passes over all citations of all documents together: what titles the documents themselves tie
// to symbols; each heading by its symbol, else by its title; ids for what is left.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/known.h"
#include "model/title.h"
#include "travaux/model.h"

namespace travaux {

namespace {

struct Cited {
  Citation* citation = nullptr;
  Document* document = nullptr;
  HeadingParts parts;
};

/// "AG/RES." and "AG/DEC.": the body is the same, the kind of paper differs.
bool same_number(const Symbol& symbol, const std::string& id) {
  const std::optional<Symbol> other = find_symbol(id);
  return other && !other->series.empty() && other->series != symbol.series && other->number == symbol.number &&
         other->series.substr(0, other->series.find('/')) == symbol.series.substr(0, symbol.series.find('/'));
}

class Resolver {
 public:
  Resolver(const std::vector<Document*>& documents, const Registry& registry) : known_(registry) {
    for (Document* document : documents) collect(*document);
    learn();
  }

  void run() {
    for (Cited& cited : cited_) {
      if (!by_symbol(cited) && !by_title(cited)) unknown_.push_back(&cited);
    }
    name_unknown();
  }

 private:
  void collect(Document& document) {
    for (Section& section : document.sections) collect(document, section.items);
  }

  void collect(Document& document, std::vector<Item>& items) {
    for (Item& item : items) {
      for (Citation& citation : item.citations) cited_.push_back({&citation, &document, take_apart(citation.heading)});
      collect(document, item.items);
    }
  }

  /// A heading with symbol and title says which title is meant where the symbol is left out.
  void learn() {
    for (const Cited& cited : cited_) {
      if (!cited.parts.symbol || cited.parts.title.empty()) continue;
      const std::string& name = cited.parts.symbol->name;
      if (!known_.has_symbol(name) && is_slip(cited)) continue;
      known_.tie(normal_title(cited.parts.title), {known_.by_symbol(name), cited.parts.year});
    }
  }

  /// The title bears the same number in another series: a slip of the typist's.
  bool is_slip(const Cited& cited) const {
    const std::set<std::string> ids = known_.matching(normal_title(cited.parts.title), cited.parts.year);
    return ids.size() == 1 && same_number(*cited.parts.symbol, *ids.begin()) &&
           (known_.has_symbol(*ids.begin()) || cited.parts.symbol->name > *ids.begin());
  }

  bool by_symbol(Cited& cited) {
    if (!cited.parts.symbol) return false;
    const std::string& name = cited.parts.symbol->name;
    std::string id = known_.by_symbol(name);
    if (!cited.parts.title.empty() && !known_.has_symbol(name) && is_slip(cited)) {
      id = *known_.matching(normal_title(cited.parts.title), cited.parts.year).begin();
      note(cited, fmt::format("{} is a slip for {}, which bears this title", name, id));
    }
    settle(cited, id, cited.parts.locator);
    if (!known_.has_id(id) && told_.insert({cited.document, id}).second) {
      note(cited, fmt::format("{} is not in the registry of instruments", id));
    }
    return true;
  }

  bool by_title(Cited& cited) {
    const HeadingParts& parts = cited.parts;
    for (const std::string& title : {parts.title, parts.acronym}) {
      if (const std::string id = known_.one(normal_title(title), parts.year); !id.empty())
        return settle(cited, id, parts.locator);
    }
    for (const auto& [title, rest] : subdivided(parts.title)) {
      const HeadingParts head = take_apart(title);
      const std::string id = known_.one(normal_title(head.title), head.year.empty() ? parts.year : head.year);
      if (!id.empty()) return settle(cited, id, parts.locator.empty() ? rest : rest + ", " + parts.locator);
    }
    return false;
  }

  static bool settle(Cited& cited, const std::string& id, const std::string& locator) {
    cited.citation->instrument = id;
    cited.citation->locator = locator.empty() ? std::nullopt : std::optional(locator);
    return true;
  }

  static void note(Cited& cited, std::string message) {
    cited.document->diagnostics.push_back({cited.citation->line, Severity::kNote, std::move(message)});
  }

  // --- what nothing explains ---

  /// Headings of one title are one instrument; a heading without year joins the only year there is.
  void name_unknown() {
    std::map<std::string, std::map<std::string, std::vector<Cited*>>> clusters;
    for (Cited* cited : unknown_) {
      split_subdivision(*cited);
      clusters[normal_title(cited->parts.title)][cited->parts.year].push_back(cited);
    }
    for (auto& [form, years] : clusters) {
      if (years.size() == 2 && years.contains("")) {
        std::vector<Cited*> undated = std::move(years[""]);
        years.erase("");
        std::vector<Cited*>& dated = years.begin()->second;
        dated.insert(dated.end(), undated.begin(), undated.end());
      }
      for (auto& [year, members] : years) name_cluster(members, year);
    }
  }

  /// "Regional Drug Strategy, Demand Reduction": a subdivision where the title is cited without it too, or its last word says so.
  void split_subdivision(Cited& cited) {
    for (const auto& [title, rest] : subdivided(cited.parts.title)) {
      const std::string form = normal_title(title);
      const bool cited_alone = std::any_of(unknown_.begin(), unknown_.end(),
                                           [&form](const Cited* other) { return normal_title(other->parts.title) == form; });
      if (!cited_alone && !ends_in_kind(title)) continue;
      cited.parts.locator = cited.parts.locator.empty() ? rest : rest + ", " + cited.parts.locator;
      cited.parts.title = title;
      return;
    }
  }

  void name_cluster(const std::vector<Cited*>& members, const std::string& year) {
    std::string id;
    for (const Cited* cited : members) {
      const std::string made = made_id(cited->parts.title, year);
      if (id.empty() || made < id) id = made;
    }
    for (Cited* cited : members) {
      settle(*cited, id, cited->parts.locator);
      if (!told_.insert({cited->document, id}).second) continue;
      note(*cited, fmt::format("\"{}\" is in no registry of instruments; it goes by the id {}", cited->parts.title, id));
    }
  }

  std::vector<Cited> cited_;
  std::vector<Cited*> unknown_;
  KnownInstruments known_;
  std::set<std::pair<const Document*, std::string>> told_;
};

}  // namespace

void resolve_instruments(const std::vector<Document*>& documents, const Registry& registry) {
  Resolver(documents, registry).run();
}

}  // namespace travaux
