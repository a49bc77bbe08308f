// Results -> JSON, text for a terminal, and the redline as a page.
//
// Values in, strings out: nothing here reads a terminal, a clock or the environment, and the same values always give the same
// bytes. Reports print what the other floors found and decide nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/attribute.h"
#include "travaux/blame.h"
#include "travaux/check.h"
#include "travaux/comment.h"
#include "travaux/diff.h"
#include "travaux/error.h"
#include "travaux/ledger.h"
#include "travaux/mandates.h"
#include "travaux/model.h"
#include "travaux/table.h"
#include "travaux/trace.h"

namespace travaux {

// ---------------------------------------------------------------------------------------------------------------------
// What a report is made from

/// A draft that a report is made from.
struct OriginDraft {
  std::string label;
  std::string hash;  ///< SHA-256 of the bytes as received, lower-case hexadecimal
  std::string date;  ///< ISO 8601, to the day, month or year; empty: not known
  std::string by;    ///< who tabled it; empty: not known
  std::optional<int> round;
  bool constructed = false;  ///< an example, no historical document
};

/// What a report states of its making. No file name, path or user. (`Origin` says whether a draft is historical: record.h.)
struct ReportOrigin {
  std::vector<OriginDraft> drafts;  ///< as they were compared, the earlier first
  std::string version;              ///< of travaux: "0.4.0"
};

// ---------------------------------------------------------------------------------------------------------------------
// JSON. Two-space indented, UTF-8, a final line feed; schemas stand in src/report/schemas. Control and direction characters
// are always written as \u escapes, so that the output is safe to show.

/// `travaux/draft/1`. `label` is how the caller names the draft. Precondition: `resolve_instruments` was called.
/// `notices`: what a reader must know of the draft (that it was constructed), under that key.
std::string document_json(const Document& document, std::string_view label, const std::vector<std::string>& notices = {});

/// One place of a draft: `travaux/item/1` for an item, `travaux/section/1` for a section (`place.item` empty).
std::string item_json(const Document& document, const Place& place, std::string_view label);

struct BracketDiff;  // travaux/bracket_diff.h

struct DiffJsonOptions {
  bool all = false;  ///< list what did not change too; its `change` is empty
  /// The ledger of the same comparison: counts of words in the summary; null: none.
  const Ledger* ledger = nullptr;
  bool facts = false;  ///< list the facts of the ledger
  std::vector<std::string> notices = {};
  ReportOrigin origin = {};
  /// What became of brackets and options, by the same comparison; null: not told.
  const BracketDiff* brackets = nullptr;
};

/// `travaux/diff/1`.
std::string diff_json(const DocumentDiff& changes, const Document& from, const Document& to, const DiffJsonOptions& options = {});

/// What reports say of a draft that a life leads through.
struct TracedDraft {
  const Document* document = nullptr;
  std::string label;
  std::optional<int> round;
  std::string date, by;  ///< empty: not said
};

/// `travaux/trace/1`. `drafts` are those that were traced, in the same order.
std::string trace_json(const Trace& trace, const std::vector<TracedDraft>& drafts, const std::vector<std::string>& notices = {},
                       const ReportOrigin& origin = {});

/// `travaux/check/1`: the findings in their order.
std::string check_json(const std::vector<Finding>& findings, std::string_view label,
                       const std::vector<std::string>& notices = {}, const ReportOrigin& origin = {});

/// `travaux/comment/1`: what a comment asks for. `draft` is the one that it was placed in.
std::string comment_json(const Comment& comment, const Document& draft, const std::vector<std::string>& notices = {});

/// The item at an address, else the section of that number; a trailing dot, case and white space are forgiven. Empty: none.
std::optional<Place> find_address(const Document& document, std::string_view address);

// ---------------------------------------------------------------------------------------------------------------------
// Text with meanings. Reports say what words *are*; `render` alone knows colours, marks and line width.

enum class Style : std::uint8_t {
  kPlain,
  kHeading,    ///< of the report, or of a section
  kAddress,    ///< the number of an item, the name of an instrument
  kAdded,      ///< a line about something that came: its text says so without colour
  kRemoved,    ///< a line about something that went
  kMoved,      ///< a line about something that moved
  kInserted,   ///< words of the text that came in: {+…+} where there is no colour
  kDeleted,    ///< words of the text that went out: [-…-] where there is no colour
  kMovedFrom,  ///< moved words at the place they left: [<…<]
  kMovedTo,    ///< moved words at the place they came to: {>…>}
  kTag,        ///< what kind of change
  kNote,       ///< a remark of the report
  kWarning,    ///< a remark that must not be missed
  kDim,        ///< what only helps to find one's way
  kVoice1,     ///< words told apart by who brought them in: six hues, again from the first where there are more
  kVoice2,
  kVoice3,
  kVoice4,
  kVoice5,
  kVoice6,
};

/// "plain", "heading", …: the name in the debug rendering.
std::string_view name_of(Style style);

struct StyledRun {
  Style style = Style::kPlain;
  std::string text;  ///< without line feeds
  friend bool operator==(const StyledRun&, const StyledRun&) = default;
};

/// A line, however long; white space in it may become a line break when it is wrapped.
struct StyledLine {
  std::vector<StyledRun> runs;
  std::size_t indent = 0;  ///< columns before the first word
  std::size_t hang = 0;    ///< columns before the first word of each further line it is wrapped into
  bool wraps = true;       ///< false: a row of a table, left as it is
};

using StyledText = std::vector<StyledLine>;

struct RenderOptions {
  bool color = false;     ///< ANSI colours; without, inserted and deleted words are put between marks
  std::size_t width = 0;  ///< columns to wrap at; 0: never
  bool escape = true;     ///< control and direction characters are made visible; for a terminal always
};

std::string render(const StyledText& text, const RenderOptions& options = {});

/// The meanings themselves: "[deleted]shall[/] [inserted]may[/]". For tests.
std::string render_debug(const StyledText& text);

/// Columns that a text takes on a terminal: wide East Asian characters two, marks that combine none.
std::size_t display_width(std::string_view text);

/// C0 and C1 controls, DEL, line separators, direction overrides and invisible tags made visible as "\x1b", "\u202e"; line feeds
/// stay, and a tab becomes a space. What is not UTF-8 becomes U+FFFD.
std::string escape_controls(std::string_view text);

// ---------------------------------------------------------------------------------------------------------------------
// Text reports

/// One item with its status, sub-items and citations; or a section with its items (`place.item` empty).
StyledText item_text(const Document& document, const Place& place);

struct DiffTextOptions {
  std::size_t context = 5;  ///< kept words shown on either side of an edit
  /// The ledger of the same comparison: the summary counts words too; null: it does not.
  const Ledger* ledger = nullptr;
  /// What became of brackets and options, by the same comparison; null: not told.
  const BracketDiff* brackets = nullptr;
};

/// What changed, by the later draft's sections; then the summary. "No difference." where nothing did.
StyledText diff_text(const DocumentDiff& changes, const Document& from, const Document& to, const DiffTextOptions& options = {});

/// Only the summary. `ledger`: that of the same comparison, to count words; null: they are not counted. `brackets` likewise.
StyledText diff_summary_text(const DocumentDiff& changes, const Ledger* ledger = nullptr, const BracketDiff* brackets = nullptr);

struct TraceTextOptions {
  bool full = false;        ///< print the text as it stood in each draft
  std::size_t context = 5;  ///< kept words shown on either side of an edit
};

/// The life of an item or section, a paragraph for each draft, branches indented. `drafts` are those that were traced, in the
/// same order.
StyledText trace_text(const Trace& trace, const std::vector<TracedDraft>& drafts, const TraceTextOptions& options = {});

/// The findings in their order, with the rule of each; "Nothing looks wrong." where there is none.
StyledText check_text(const std::vector<Finding>& findings);

/// What a comment asks for, a line for each proposal; what was not placed and why; the lines that could not be read.
StyledText comment_text(const Comment& comment);

// ---------------------------------------------------------------------------------------------------------------------
// The redline

/// The statement in plain text: "Made with travaux 0.4.0 from:", then a line for each draft with its hash. Empty: nothing is known.
std::vector<std::string> origin_lines(const ReportOrigin& origin);
/// The same to be put under a report, an empty line before it.
StyledText origin_text(const ReportOrigin& origin);

/// Who asked for the changes of a redline.
struct RedlineCredits {
  const Attribution* attribution = nullptr;  ///< null: groups are not named
  const std::vector<CommentOn>* comments = nullptr;
  std::string only = {};  ///< the one group that may be named (`only_of`); empty: all
};

/// A draft on the way that led to the later one, for the timeline of a redline.
struct ChainDraft {
  OriginDraft draft;
  std::optional<std::size_t> changes = {};   ///< edits since the draft before; empty: not counted
  std::optional<std::size_t> comments = {};  ///< sent in on the draft before; empty: not counted, or not to be told
};

/// What the page or the text says about its drafts besides what they contain.
struct RedlineNotes {
  /// Printed at the top, each a sentence: "rev. 1 is a constructed example, not a historical document."
  std::vector<std::string> notices;
  /// BCP 47, for `lang`; empty: the later draft's language, else "en".
  std::string language;
  ReportOrigin origin = {};
  RedlineCredits credits = {};  ///< with them, the redline is `credited` (attribute.h)
  /// The drafts from the first to the last, with the two compared among them; empty: only those of `origin` are told.
  std::vector<ChainDraft> chain = {};
};

/// The whole redline as text: words inserted, deleted and moved in their places.
StyledText redline_text(const Redline& redline, const RedlineNotes& notes = {});

/// The redline as one self-contained HTML page that fetches nothing, and reads whole without its scripts: these add filters, both
/// drafts side by side, keys, and the sources of an edit beside the text. In `<article class="redline">` stand the words of the two
/// drafts and no others: without its `<del>` elements it is the later draft, without its `<ins>` the earlier, token for token.
std::string redline_html(const Redline& redline, const DocumentDiff& changes, const Document& from, const Document& to,
                         const RedlineNotes& notes = {});

struct DocxOptions {
  bool moves = true;  ///< moved text is a tracked move; false: a deletion and an insertion
};

/// The redline as a Word file (ECMA-376) with tracked changes, its bytes. All changes accepted, its body is the later draft, all
/// rejected the earlier: word for word in comparison form, paragraph for paragraph; numbers are text. What is said of the drafts
/// stands in header and footer. A change is by the groups that asked for it where `notes.credits` says so, with a margin comment
/// for each edit, else by whom the later draft is by; its date is that draft's, none where no day is known. Characters that XML
/// cannot hold are shown as U+FFFD, and the header says so. Fails only for want of memory. Linear.
Result<std::string> redline_docx(const Redline& redline, const Document& from, const Document& to, const RedlineNotes& notes = {},
                                 const DocxOptions& options = {});

/// How much of a redline is printed.
struct RedlineForm {
  bool changes_only = false;  ///< only what changed, under its headings; "…" where text is left out
  std::size_t context = 12;   ///< then: kept words shown on either side of a change
};

/// The redline as an A4 PDF with bookmarks, any script, and the same bytes for the same values and fonts. Insertions are
/// underlined, deletions struck through, moved words doubly underlined or struck in italics; change bars, labels and sources
/// stand in the margin. Fails with `kInput` where no font is installed, with `kInternal` where the page description cannot be
/// written.
Result<std::string> redline_pdf(const Redline& redline, const DocumentDiff& changes, const Document& from, const Document& to,
                                const RedlineNotes& notes = {}, const RedlineForm& form = {});

/// The redline in Markdown (CommonMark with GitHub's strikethrough and footnotes). Between its two rules stand the words of the
/// drafts; what is said about them stands in `<sub>` or in footnotes. No character of a draft is taken for markup.
std::string redline_markdown(const Redline& redline, const DocumentDiff& changes, const Document& from, const Document& to,
                             const RedlineNotes& notes = {}, const RedlineForm& form = {});

// ---------------------------------------------------------------------------------------------------------------------
// Items × instruments, and what changed in it. `notices` as for the redline.

/// By item its instruments, by instrument its items, and the items without a mandate: what fits 80 columns.
StyledText mandates_text(const MandateTable& table, const std::vector<std::string>& notices = {});
/// What changed by item and by instrument, and how much.
StyledText mandates_text(const MandatesDiff& changes, const std::vector<std::string>& notices = {});

/// The table itself: RFC 4180, UTF-8, one header row, a row an item, a column an instrument. A cell that a spreadsheet would take
/// for a formula has an apostrophe before it; control and direction characters are made visible.
std::string mandates_csv(const MandateTable& table);
/// A row for an item and its counterpart; a cell says what became of the citations in it.
std::string mandates_csv(const MandatesDiff& changes);

/// A workbook (Office Open XML, .xlsx): the table as `mandates_csv` has it, then the instruments, then what it is made from. Counts
/// are numbers, everything else is text and never a formula; a text beyond a cell's 32,767 characters is cut where it says so.
/// Byte-identical on every run. Fails with `kIo` where there is no room for it.
Result<std::string> mandates_xlsx(const MandateTable& table, const std::vector<std::string>& notices = {},
                                  const ReportOrigin& origin = {});
Result<std::string> mandates_xlsx(const MandatesDiff& changes, const std::vector<std::string>& notices = {},
                                  const ReportOrigin& origin = {});

/// One self-contained page: nothing fetched, no script. A table of more than 20,000 cells is left out, and the page says so.
std::string mandates_html(const MandateTable& table, const std::vector<std::string>& notices = {}, const ReportOrigin& origin = {});
std::string mandates_html(const MandatesDiff& changes, const std::vector<std::string>& notices = {}, const ReportOrigin& origin = {});

/// `travaux/mandates/1`: one table; or both under "from" and "to", and "changes".
std::string mandates_json(const MandateTable& table, const std::vector<std::string>& notices = {}, const ReportOrigin& origin = {});
std::string mandates_json(const MandatesDiff& changes, const std::vector<std::string>& notices = {}, const ReportOrigin& origin = {});

// ---------------------------------------------------------------------------------------------------------------------
// The negotiation table

/// A table with what it counts.
struct TablePapers {
  const NegotiationTable& table;
  const Attribution& attribution;
  const std::vector<CommentOn>& comments;
  std::vector<std::string> notices = {};
  ReportOrigin origin = {};
};

/// By item who asked for what and got it; then a summary for each group, to be sent to it.
StyledText table_text(const TablePapers& papers);
/// The same in Markdown (GitHub's, for its tables).
std::string table_markdown(const TablePapers& papers);
/// One self-contained page: nothing fetched, no script.
std::string table_html(const TablePapers& papers);
/// RFC 4180, a row for each group and item; cells that a spreadsheet would take for a formula are made harmless.
std::string table_csv(const TablePapers& papers);
/// A workbook as that of the mandates: the rows of `table_csv`, every proposal with its fate, the groups' counts.
Result<std::string> table_xlsx(const TablePapers& papers);
/// `travaux/table/1`.
std::string table_json(const TablePapers& papers);

// ---------------------------------------------------------------------------------------------------------------------
// Blame. `drafts` are those that were blamed, in the same order, and `draft` the one whose words they are.

/// The texts with their words between marks that a legend explains: "{b|may}"; words as tabled stand without.
StyledText blame_text(const Blame& blame, const std::vector<BlameDraft>& drafts, std::size_t draft);

/// `travaux/blame/1`.
std::string blame_json(const Blame& blame, const std::vector<BlameDraft>& drafts, std::size_t draft,
                       const std::vector<std::string>& notices = {}, const ReportOrigin& origin = {});

/// One self-contained page: nothing fetched, no script. In `<article class="blame">` stand the words of the texts and no others.
std::string blame_html(const Blame& blame, const std::vector<BlameDraft>& drafts, std::size_t draft,
                       const std::vector<std::string>& notices = {}, const ReportOrigin& origin = {});

// ---------------------------------------------------------------------------------------------------------------------
// Who asked for what. `comments` are those that `attribute` was given.

struct AttributionReport {
  std::string from_label, to_label;
  std::vector<std::string> notices = {};
  std::string only = {};  ///< the one group that it is about (`only_of`); empty: all
  ReportOrigin origin = {};
};

/// `travaux/attribution/1`.
std::string attribution_json(const Attribution& attribution, const std::vector<CommentOn>& comments, const AttributionReport& report);

/// The edits item by item with who asked for them, what nobody asked for, the proposals by group with their fates and why, wishes
/// that compete, and the counts.
StyledText attribution_text(const Attribution& attribution, const Document& from, const Document& to,
                            const std::vector<CommentOn>& comments, const AttributionReport& report);

}  // namespace travaux
