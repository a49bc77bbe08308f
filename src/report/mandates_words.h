// What the reports of items × instruments say alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/styled.h"
#include "travaux/mandates.h"

namespace travaux::report {

/// The citations of one instrument under one item.
struct MandateCell {
  std::size_t instrument = 0;
  std::vector<std::size_t> citations;  ///< indices into MandateTable::citations
};

/// An item's cells, in the order of their first citations.
std::vector<MandateCell> cells_of(const MandateTable& table, const MandateItem& item);

/// "1 item", "2 items".
std::string counted(std::size_t number, std::string_view noun);

/// "2 quotations, 1 paraphrase"; "no passage".
std::string words_of(const PassageCount& passages);

/// "2 quotations, 1 paraphrase; Demand Reduction": passages, then where in the instrument.
std::string words_of(const CitedMandate& citation);

PassageCount passages_of(const MandateTable& table, const MandateCell& cell);

/// Where in the instrument: "Demand Reduction; Supply Reduction". Empty: nothing says it.
std::string locators_of(const MandateTable& table, const MandateCell& cell);

/// Of a whole cell; of several citations: "2 citations: 3 quotations; paragraph 4; paragraph 9".
std::string words_of(const MandateTable& table, const MandateCell& cell);

/// Its title, with the year where that is not part of it.
std::string title_of(const Instrument& instrument);

/// The id, where the title does not show it.
std::string id_beside(const Instrument& instrument);

/// Title and, dimmed, the id where the title does not show it.
void add_instrument(Writer& out, const Instrument& instrument, Style style = Style::kPlain);

/// Of an item without citations of its own: what it rests on instead, or that it has no mandate. Empty for others.
std::string words_of_basis(const MandateTable& table, std::size_t item);

/// The addresses of an instrument's items; those that cite it more than once with how often: "1.1, 2.3 (2)".
std::string addresses_of(const MandateTable& table, const MandateInstrument& instrument);

/// Addresses of items, in order.
std::vector<std::string> addresses_of(const MandateTable& table, const std::vector<std::size_t>& items);

/// The beginning of a text, white space folded, cut at a space and with "…" where it goes on.
std::string beginning_of(std::string_view text, std::size_t columns);

/// "2  Prevention"; empty where nothing is printed.
std::string name_of(const MandateTable::Section& section);

// --- mentions ---

/// How reports mark what is mentioned and not cited.
inline constexpr std::string_view kMentionedMark = "(mentioned)";

/// What `mandates` looked for, where it found nothing.
inline constexpr std::string_view kLookedFor =
    "Looked for: citations under the items; in their words, symbols (AG/RES. 2543, A/RES/70/1, resolution 1325 (2000)) and the "
    "titles of instruments that the registry knows.";

/// Of what an item's words name, the instruments that it does not cite: indices into MandateTable::mentioned.
std::vector<std::size_t> mentioned_beside(const MandateTable& table, const MandateItem& item);

/// The items whose words name an instrument and that do not cite it.
std::vector<std::size_t> items_beside(const MandateTable& table, const MentionedInstrument& mentioned);

const Instrument& instrument_of(const MandatesDiff& changes, const MentionChange& mention);

/// Instruments that are mentioned, here or there, and cited nowhere: columns behind those of the cited.
std::vector<const Instrument*> mentioned_only(const MandateTable& table);
std::vector<const Instrument*> mentioned_only(const MandatesDiff& changes);

/// "98 citations of 28 instruments in 23 items: 100 quotations, 30 paraphrases".
std::string totals_of(const MandateTable& table);

// --- of a comparison ---

/// The section that a row is listed under: the later draft's, where it has one.
const MandateTable::Section& section_of(const MandatesDiff& changes, const MandateRow& row);
/// Whether two rows are listed under one section.
bool same_section(const MandateRow& a, const MandateRow& b);

/// "2.1 → 2.2"; as `from_to` of addresses.
std::string addresses_of(const MandatesDiff& changes, const MandateRow& row);

const Instrument& instrument_of(const MandatesDiff& changes, const MandateColumn& column);

/// Whether a row came or went, or a citation in it did not stay as it was.
bool is_changed(const MandatesDiff& changes, const MandateRow& row);
bool is_changed(const MandatesDiff& changes, const MandateColumn& column);

/// Whether a citation moved out of this row into another.
bool left(const MandateChange& change, std::size_t row);

/// "4 → 5 items", "4 items" where both are the same.
std::string counted(std::size_t from, std::size_t to, std::string_view noun);

/// The columns in which a citation changed: what is newly cited or no longer cited at all first.
std::vector<std::size_t> changed_columns(const MandatesDiff& changes);

/// "1 passage reworded"; empty where none is.
std::string words_of_reworded(const MandateChange& change);

/// What a citation holds: the later draft's words, with the earlier's where they differ: "2 quotations (was 1 quotation); 1
/// passage reworded".
std::string words_of(const MandatesDiff& changes, const MandateChange& change);

/// The counts of both tables: "items 23 → 26", each with its name.
std::vector<std::pair<std::string, std::string>> totals_of(const MandatesDiff& changes);

}  // namespace travaux::report
