// What a draft consists of: sections, items, citations, passages; and the registry of the instruments that drafts cite.
//
// A Document owns its text. Its blocks tile that text in order, so nothing of the input is ever lost; sections, items and
// citations hold what is printed of them, white space folded, and every block says to which of them it belongs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/error.h"
#include "travaux/text.h"

namespace travaux {

enum class PassageForm {
  kQuotation,   ///< in quotation marks
  kParaphrase,  ///< not
};

/// What is cited from an instrument.
struct Passage {
  PassageForm form = PassageForm::kParaphrase;
  std::string text;  ///< as printed, white space folded; several paragraphs joined by LF
  std::size_t line = 0;
};

/// A reference, under an item, to an instrument.
struct Citation {
  std::string heading;                 ///< as printed, up to and with its colon
  std::string instrument;              ///< the instrument's id; set by `resolve_instruments`, empty before
  std::optional<std::string> locator;  ///< the subdivision cited: "Demand Reduction", "paragraph 12"; set with `instrument`
  std::vector<Passage> passages;
  std::size_t line = 0;
};

/// The unit that is negotiated.
struct Item {
  std::string number;                 ///< as printed, without a trailing dot: "2.1", "(a)"; empty where none is printed
  std::string address;                ///< where it stands: "2.1", "2.1/(a)", "Article 4/3", "PP1", "¶3"; unique in the document
  std::string text;                   ///< its own words without the number; several paragraphs joined by LF
  std::optional<std::string> status;  ///< a status line, as printed: "(AGREED ad ref.)"
  std::vector<Item> items;            ///< sub-items, to any depth
  std::vector<Citation> citations;
  std::size_t line = 0;
};

/// A heading that holds items. Headings above it (parts, chapters) are sections too, one level up, and hold none.
struct Section {
  std::string number;     ///< "2", "Article 4", "Part II"; empty where none is printed
  std::string heading;    ///< without the number
  std::string text;       ///< its own text, before its items; several paragraphs joined by LF
  std::size_t level = 0;  ///< 0 for the outermost
  std::vector<Item> items;
  std::size_t line = 0;
};

/// What a block of the text is.
enum class Role {
  kFront,
  kSectionHeading,
  kSectionText,
  kItem,
  kStatus,
  kCitation,  ///< a citation's heading
  kPassage,
  kBack,
};

/// Where a block belongs: the section, the way down to the item, its citation and passage. Members that do not apply are empty.
struct Place {
  std::optional<std::size_t> section;
  std::vector<std::size_t> item;  ///< indices, outermost first; empty: the section itself
  std::optional<std::size_t> citation;
  std::optional<std::size_t> passage;
  friend bool operator==(const Place&, const Place&) = default;
};

/// A stretch of the text that plays one role. Blocks follow one another without gap or overlap and cover the whole text.
struct Block {
  Span span;  ///< with the white space that follows
  Role role = Role::kFront;
  Place place;
  Span lead;  ///< the printed number at its start ("1.1", "Article 4"); empty where there is none
};

enum class Family {
  kPlan,        ///< sections and items: 2.1, sub-items 2.1/(a)
  kTreaty,      ///< articles and paragraphs
  kResolution,  ///< preamble and operative part
  kUnnumbered,  ///< no numbers: ¶1, ¶2
};

/// A draft, parsed.
struct Document {
  std::string source;  ///< the text that was parsed; spans refer to it
  Family family = Family::kUnnumbered;
  bool family_said = false;  ///< the family was said (--profile), not recognised
  std::string label;         ///< the version line's: "El Salvador Version, March 7, 2011"; empty where none is printed
  std::string date;          ///< ISO 8601, to the day, month or year that is printed: "2011-03-07"; empty where none is
  std::string title;
  std::string language;  ///< "en", "es", "fr" or "pt", by its words
  std::string front;     ///< text before the first section, white space folded, paragraphs joined by LF
  std::string back;      ///< text after the last
  std::vector<Section> sections;
  std::vector<Block> blocks;
  std::vector<Diagnostic> diagnostics;
};

struct Counts {
  std::size_t sections = 0, items = 0, citations = 0, passages = 0, quotations = 0, instruments = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// What a document holds; items to any depth. Instruments are counted by id, so after `resolve_instruments`.
Counts count(const Document& document);

/// The item at a way of indices in a section. Precondition: the place names an item of the document.
const Item& item_at(const Document& document, const Place& place);

/// A section's number, its heading where it has none.
std::string section_name(const Section& section);

/// An item's address; of a section its name; empty for a place that is in none.
std::string address_at(const Document& document, const Place& place);

/// Calls `visit(item, place)` for every item, in document order, parents before their sub-items.
template <typename Visit>
void for_each_item(const Document& document, Visit visit);

/// One citable mandate.
struct Instrument {
  std::string id;      ///< its symbol where it has one, else a name that stays: "mispa-1"
  std::string symbol;  ///< series and number: "AG/RES. 2551"; empty where it has none
  std::string title;
  std::string year;
  std::string kind;  ///< "resolution", "declaration", "plan", …
  std::vector<std::string> aliases;
  std::string address;  ///< where the text can be found, if known
};

/// The instruments known beforehand.
struct Registry {
  std::vector<Instrument> instruments;
};

/// Reads a registry from JSON (`history/instruments.json` shows the form). `name` is quoted in errors. Fails with `kInput` on bad
/// JSON, a missing title, or one id given twice.
Result<Registry> read_registry(std::string_view json, std::string_view name);

/// The registry as JSON, in the form that `read_registry` reads; stable order.
std::string write_registry(const Registry& registry);

/// The registry that travaux was built with.
const Registry& built_in_registry();

/// Gives every citation of the documents its instrument and locator, all documents together, so that one heading means one
/// instrument across a comparison. A heading that nothing explains gets an id of its own, made from its title, and a diagnostic
/// in its document. Independent of the documents' order.
void resolve_instruments(const std::vector<Document*>& documents, const Registry& registry);

// ---------------------------------------------------------------------------------------------------------------------

namespace detail {

template <typename Visit>
void visit_items(const std::vector<Item>& items, Place& place, Visit& visit) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    place.item.push_back(i);
    visit(items[i], static_cast<const Place&>(place));
    visit_items(items[i].items, place, visit);
    place.item.pop_back();
  }
}

}  // namespace detail

template <typename Visit>
void for_each_item(const Document& document, Visit visit) {
  Place place;
  for (std::size_t s = 0; s < document.sections.size(); ++s) {
    place.section = s;
    detail::visit_items(document.sections[s].items, place, visit);
  }
}

}  // namespace travaux
