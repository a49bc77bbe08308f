// Items × instruments: which mandates each item of a draft rests on, which items rest on each mandate, and between two drafts
// what changed in that table.
//
// Tables refer to one another by index, never by pointer: an item is a row, an instrument a column, a citation stands where they
// meet. Several citations may stand in one place: one instrument cited twice under an item.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "travaux/diff.h"
#include "travaux/model.h"

namespace travaux {

/// What an item rests on. A point rests on what is cited under the item it is a point of, an item on what its points cite.
enum class Basis {
  kOwn,        ///< citations of its own
  kAbove,      ///< none of its own, but an item that it is a point of has some
  kBelow,      ///< none of its own nor above, but one of its points has some
  kNone,       ///< no mandate at all
  kMentioned,  ///< nothing is cited, but its words name an instrument, or those of an item over it or of one of its points do
};

/// "own", "above", "below", "none", "mentioned": the name in reports and JSON.
std::string_view name_of(Basis basis);

/// Passages by their form.
struct PassageCount {
  std::size_t quotations = 0;
  std::size_t paraphrases = 0;
  std::size_t all() const { return quotations + paraphrases; }
  PassageCount& operator+=(const PassageCount& other);
  friend bool operator==(const PassageCount&, const PassageCount&) = default;
};

PassageCount count_passages(const Citation& citation);

struct CitedMandate {
  std::size_t item = 0;        ///< index into MandateTable::items
  std::size_t instrument = 0;  ///< index into MandateTable::instruments
  std::size_t index = 0;       ///< 1-based among the item's citations
  std::string heading;         ///< as printed
  std::string locator;         ///< the subdivision cited; empty: the instrument as a whole
  PassageCount passages;
};

struct MandateItem {
  std::string address;
  std::string text;
  std::size_t section = 0;  ///< index into MandateTable::sections
  std::size_t depth = 0;    ///< 0: an item; 1: a point of one; and so on
  Basis basis = Basis::kNone;
  std::vector<std::size_t> citations;  ///< its own, in document order
  std::vector<std::size_t> mentions;   ///< of instruments in its own words, each instrument once
};

struct MandateInstrument {
  /// As the registry has it. Where it has no entry: the id that citations bear, its symbol if it is one, and title and year as
  /// printed in the first heading that bears the symbol, else in the first one.
  Instrument instrument;
  bool registered = false;
  std::vector<std::size_t> citations;  ///< in document order
  std::vector<std::size_t> items;      ///< those with a citation of it, each once, in document order
  PassageCount passages;
};

/// An instrument that an item's words name: no citation, and counted by itself.
struct MandateMention {
  std::size_t item = 0;        ///< index into MandateTable::items
  std::size_t instrument = 0;  ///< index into MandateTable::mentioned
  Span span;                   ///< in the item's text, where it is named first
};

struct MentionedInstrument {
  Instrument instrument;  ///< as the registry or its citations have it, else its symbol
  bool registered = false;
  std::optional<std::size_t> cited;  ///< index into MandateTable::instruments, where some item cites it too
  std::vector<std::size_t> items;    ///< those whose words name it, in document order
};

struct MandateTable {
  struct Section {
    std::string number, heading;
  };
  std::string label, title, language;          ///< the draft's
  std::vector<Section> sections;               ///< every section of the draft
  std::vector<MandateItem> items;              ///< every item to any depth, in document order
  std::vector<MandateInstrument> instruments;  ///< under most items first; of equals, the one cited first
  std::vector<CitedMandate> citations;         ///< in document order
  PassageCount passages;
  std::vector<MentionedInstrument> mentioned;  ///< in the order of their first mentions
  std::vector<MandateMention> mentions;        ///< in document order

  /// Items with no mandate at all, in document order.
  std::vector<std::size_t> without_mandate() const;
};

/// The table of one draft. Precondition: `resolve_instruments` was called with the same registry. Mentions are what a
/// `ReferenceFinder` reads in the items' texts. Time: n log n in items and citations, linear in the texts.
MandateTable tabulate_mandates(const Document& document, const Registry& registry);

/// An item with its counterpart: one row, whatever number it bears. Of a split or merge, all its parts.
struct MandateRow {
  std::vector<std::size_t> from;  ///< indices into the earlier table's items; empty: added
  std::vector<std::size_t> to;    ///< empty: removed
  /// The section it is listed under: the later draft's, of a removed item the counterpart of the section it stood in.
  std::optional<std::size_t> to_section;
  std::optional<std::size_t> from_section;  ///< of its first item in the earlier draft, where it has one
  Changes changes;                          ///< of the item
  std::vector<std::size_t> citations;       ///< indices into `citations`: that stand here, came here or left
  std::vector<std::size_t> mentions;        ///< indices into `mentions`
};

/// An instrument on both sides.
struct MandateColumn {
  std::optional<std::size_t> from;     ///< index into the earlier table's instruments; empty: newly cited
  std::optional<std::size_t> to;       ///< empty: no longer cited at all
  std::vector<std::size_t> citations;  ///< indices into `citations`
};

/// A citation on both sides. One that moved stands in two rows and is counted once.
struct MandateChange {
  Changes changes;                  ///< empty: unchanged
  std::size_t column = 0;           ///< index into `columns`
  std::optional<std::size_t> from;  ///< index into the earlier table's citations
  std::optional<std::size_t> to;
  std::size_t reworded = 0;                     ///< passages that stand on both sides in other words
  std::optional<std::size_t> from_row, to_row;  ///< indices into `rows`
};

/// An instrument that the words of a row's items name on one side or on both.
struct MentionChange {
  Changes changes;  ///< added, removed; empty: named on both sides
  std::size_t row = 0;
  std::optional<std::size_t> from;  ///< index into the earlier table's `mentioned`
  std::optional<std::size_t> to;
};

struct MandatesDiff {
  MandateTable from, to;
  std::vector<MandateRow> rows;          ///< in the later draft's order; what is gone stands where it stood
  std::vector<MandateColumn> columns;    ///< the later table's, then those no longer cited
  std::vector<MandateChange> citations;  ///< every citation of both sides, unchanged too, in the comparison's order
  std::vector<MentionChange> mentions;   ///< by row
  Tally item_tally, citation_tally;      ///< as DocumentDiff counts them
  Tally mention_tally;                   ///< the same of `mentions`
  std::optional<std::string> degraded;   ///< why the answer is coarser than it could be

  /// Whether nothing in the table differs: no row came or went, no citation or mention changed.
  bool empty() const;
};

/// What changed in the table. `changes` must come from the same two documents, resolved together with the same registry. Time:
/// n log n in items and citations.
MandatesDiff compare_mandates(const Document& from, const Document& to, const DocumentDiff& changes, const Registry& registry);

}  // namespace travaux
