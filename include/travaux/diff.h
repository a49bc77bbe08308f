// Document × Document -> what changed, item by item and mandate by mandate, and the redline that shows it in place.
//
// Everything here is a value computed from two documents whose instruments were resolved together. What each kind of change means
// is said in the README ("What counts as a change"); thresholds stand in one options struct.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "travaux/model.h"

namespace travaux {

/// The kinds of change of sections, items and citations; several may hold at once.
enum class Change : std::uint16_t {
  kAdded,
  kRemoved,
  kEdited,
  kEditorial,
  kMoved,
  kRenumbered,
  kSplit,
  kMerged,
  kStatus,
  kRetitled,
  kRelabelled,
};

/// "added", "removed", …: the name in reports and JSON.
std::string_view name_of(Change change);

/// A set of changes, listed in the enum's order.
class Changes {
 public:
  void add(Change change) { bits_ |= bit(change); }
  void drop(Change change) { bits_ &= static_cast<std::uint16_t>(~bit(change)); }
  bool has(Change change) const { return (bits_ & bit(change)) != 0; }
  bool empty() const { return bits_ == 0; }
  std::vector<Change> list() const;
  friend bool operator==(const Changes&, const Changes&) = default;

 private:
  static std::uint16_t bit(Change change) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(change)); }
  std::uint16_t bits_ = 0;
};

enum class EditClass { kDate, kNumber, kBracket, kSubstantive, kEditorial };
std::string_view name_of(EditClass edit_class);

enum class Strength { kNone, kStrengthened, kWeakened };
std::string_view name_of(Strength strength);

/// Whether what both texts say is denied in the later one only ("shall" -> "shall not"), or in the earlier one only.
enum class Polarity { kNone, kNegated, kAffirmed };
std::string_view name_of(Polarity polarity);

/// Words replaced, inserted (`from` empty) or deleted (`to` empty). Spans are byte offsets into the texts compared (an item's
/// `text`, a passage's, a section's), from the first changed token to the last.
struct Edit {
  std::string from;
  std::string to;
  std::string from_item;  ///< address; empty outside items
  std::string to_item;
  Span from_span;
  Span to_span;
  EditClass edit_class = EditClass::kSubstantive;
  Strength strength = Strength::kNone;
  Polarity polarity = Polarity::kNone;
};

/// How a pair was found.
enum class Match { kNone, kText, kNumber, kLikeness, kParts, kRuled };
std::string_view name_of(Match match);

struct SectionDiff {
  std::vector<std::string> from;          ///< numbers (headings where there is no number); empty: added
  std::vector<std::string> to;            ///< empty: removed
  std::optional<std::size_t> from_index;  ///< into Document::sections
  std::optional<std::size_t> to_index;
  Changes changes;
  std::vector<Edit> edits;       ///< in the heading
  std::vector<Edit> text_edits;  ///< in its own text
};

struct ItemDiff {
  std::vector<std::string> from;  ///< addresses; empty: added
  std::vector<std::string> to;    ///< empty: removed
  std::vector<Place> from_places;
  std::vector<Place> to_places;
  Changes changes;        ///< empty: unchanged
  double similarity = 0;  ///< of the texts, 0 to 1
  Match match = Match::kNone;
  std::vector<Edit> edits;
  /// Of a split or merge: words that the division itself put in or took out, which are no edits: connecting words, phrases that
  /// a part repeats.
  std::vector<Edit> seams;
  /// Of a split or merge: the parts (indices into `to` or `from`) in the order in which the whole has their words.
  std::vector<std::size_t> reading_order;
  std::string from_status, to_status;  ///< set where `changes` has kStatus
};

struct PassageDiff {
  Change change = Change::kEdited;  ///< kAdded, kRemoved, kEdited or kEditorial
  std::optional<std::size_t> from;  ///< index in the citation
  std::optional<std::size_t> to;
  std::string from_text, to_text;
  std::vector<Edit> edits;
};

struct CitationSide {
  std::string item;       ///< address
  Place place;            ///< with `citation` set
  std::size_t index = 0;  ///< 1-based among the item's citations
  std::string heading;
  std::string locator;
};

struct CitationDiff {
  std::string instrument;
  Changes changes;  ///< empty: unchanged (listed so that the redline can pair them)
  std::optional<CitationSide> from;
  std::optional<CitationSide> to;
  std::vector<PassageDiff> passages;
  /// Which passage became which, the unchanged too: (from, to) indices.
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
};

/// How many there are of each kind; "unchanged" is counted too. An entry with two changes counts under both.
using Tally = std::map<std::string, std::size_t>;

struct DocumentDiff {
  std::string from_label, to_label;
  std::vector<Edit> front, back;
  std::vector<SectionDiff> sections;    ///< every section of both sides, unchanged too
  std::vector<ItemDiff> items;          ///< every item of both sides, unchanged too
  std::vector<CitationDiff> citations;  ///< every citation of both sides, unchanged too
  std::optional<std::string> degraded;  ///< why the answer is coarser than it could be; empty: it is not

  Tally section_tally() const;
  Tally item_tally() const;
  Tally citation_tally() const;
  /// Whether the comparison forms of the two drafts differ at all.
  bool empty() const;
};

/// By what sections and items are matched. Likenesses are shares of weighted words, 0 to 1 (Dice's coefficient over stems; rare
/// words weigh more). Lower thresholds: more pairs, and more false ones.
struct MatchOptions {
  /// Likeness from which two items are one, reworded, with nothing else to go by; sensible from 0.25 to 0.45.
  double likeness = 0.29;
  /// How much more two texts of a word must be alike; falls to nothing at `enough_words` words of content.
  double likeness_if_short = 0.20;
  std::size_t enough_words = 7;
  /// Items of one draft are different items: what is no more alike than an item is to its neighbours says nothing. Up to here
  /// that counts; beyond, two texts are one.
  double crowded_cap = 0.60;
  /// How much less alike they may be at the same number under matched sections.
  double in_place = 0.10;
  /// The same between neighbours that are matched, in matched sections.
  double in_order = 0.08;
  /// Likeness needed at the same number between the same neighbours, however crowded it is.
  double likeness_if_in_place_and_order = 0.22;
  /// Likeness where they cite largely the same (`cited_alike`), or the same (`cited_same`) and `cited_enough` of it.
  double likeness_if_cited_alike = 0.22;
  double likeness_if_cited_same = 0.15;
  /// Where both cite, and nothing in common: this, and the more the more crowded it is.
  double likeness_if_cited_apart = 0.40;
  /// Items at different places that share only how they begin, or end: this share of the words of both lies beyond what they
  /// share (`end_apart`).
  double likeness_if_begun_alike = 0.60;
  double end_apart = 0.40;
  double cited_alike = 0.6;
  double cited_same = 0.8;
  std::size_t cited_enough = 3;  ///< instruments and passages

  /// What tips the balance between pairs nearly as alike: added to the likeness, for citations times their overlap.
  double citation_bonus = 0.50;
  double place_bonus = 0.06;    ///< the same number under matched sections
  double section_bonus = 0.04;  ///< matched sections
  double order_bonus = 0.01;    ///< the same depth; the same place in the order of the whole

  /// Likeness from which items are paired before divided and joined ones are looked for.
  double surely_alike = 0.6;
  /// Share of a whole's weighted words that the parts of a split or merge must cover together, and one part alone.
  double parts_cover = 0.70;
  double part_own = 0.12;
  /// Share of a part's words that must stand in the whole.
  double part_contained = 0.42;
  /// The same of parts that stand next to each other, as those of a divided item do.
  double parts_cover_adjacent = 0.60;
  double part_contained_adjacent = 0.30;
  /// How many times more of a part must stand in the whole than in any other item whose words went elsewhere; no more than in
  /// any other from `part_surely` on, and of one next to the whole's counterpart. And the share of a part that cites, as the
  /// whole does, but nothing of what the whole cites.
  double part_distinct = 1.25;
  double part_surely = 0.85;
  double part_contained_cited_apart = 0.70;
  /// Share of the words that only one part has which must stand in stretches of the whole, a stretch a part.
  double parts_segregated = 0.80;

  /// Share of a whole that its parts have, and of each part that stands in the whole, from which nothing else is asked before
  /// anything is paired by likeness.
  double parts_sure = 0.90;
  /// What an item has at one end and its counterpart has not, against the free neighbour of the counterpart at that end: likeness
  /// from which the two are its parts; the same where the whole cites all that the neighbour cites; where it cites none of it.
  double rest_alike = 0.22;
  double rest_alike_if_cited = 0.12;
  double rest_alike_if_cited_apart = 0.40;
  std::size_t rest_words = 3;   ///< words of content that such a rest has at least
  std::size_t rest_within = 2;  ///< places from the counterpart

  /// Of sections: score of heading, shared items and shared words together; share of words in items matched between the two;
  /// likeness of all that the two hold, and the same where they bear one number.
  double section_score = 0.30;
  double section_votes = 0.30;
  double section_words = 0.40;
  double section_words_same_number = 0.25;
  /// The same between neighbours that are matched.
  double section_words_between = 0.15;

  /// Beyond this many on a side, items or sections that are alike, one with another, are paired best first, and items of one
  /// text in the order in which they stand (`degraded`).
  std::size_t assign_limit = 400;
  /// Candidates looked at for one item; more are alike only where hundreds of items say the same (`degraded`).
  std::size_t most_candidates = 64;
};

/// A person's ruling on two items: that they are one, or that they are not. Addresses in the two drafts; a ruling on what is not
/// there is passed over.
struct RuledPair {
  std::string from, to;
  bool same = true;
};

/// Thresholds and limits; the defaults are what reports are made with.
struct DiffOptions {
  MatchOptions match;
  std::vector<RuledPair> ruled;  ///< obeyed before anything is compared; of two that contradict each other, the first
  /// Likeness from which two passages are one passage reworded.
  double passage_likeness = 0.50;
  /// Tokens of one text (both sides together) beyond which words are compared by a coarser method.
  std::size_t word_limit = 40'000;
};

/// Compares two drafts. Precondition: `resolve_instruments` was called on both together. Deterministic; `diff(b, a)` mirrors it.
/// Time: linear in unchanged text, quadratic in the number of changed items until they are so many and so alike that only their
/// rarest words tell which are held against which (`degraded`): near-linear from there on.
DocumentDiff diff(const Document& from, const Document& to, const DiffOptions& options = {});

/// Word edits between two texts, grouped into phrases. Empty when their comparison forms agree.
std::vector<Edit> diff_words(std::string_view from, std::string_view to, const DiffOptions& options = {});

// ---------------------------------------------------------------------------------------------------------------------
// The redline

enum class RunKind { kKept, kInserted, kDeleted };

/// Words shown in one manner. Kept words print as in the later draft.
struct Run {
  RunKind kind = RunKind::kKept;
  std::string text;     ///< with the white space that separates it from the next run of its side; LF between paragraphs
  bool number = false;  ///< the printed number; its own run
  /// Indices into Attribution::edits of those it shows, the most particular first; told by `credited` (attribute.h), else empty.
  std::vector<std::size_t> edits = {};
};

/// A paragraph or heading of the redline.
struct RedlineBlock {
  Role role = Role::kFront;
  std::size_t depth = 0;    ///< of sections and sub-items
  std::vector<Run> runs;    ///< the printed number is part of them
  std::string address;      ///< of the item it belongs to, else the section number; in the draft whose words it shows
  std::size_t section = 0;  ///< index into Redline::sections of the section it stands under
  /// For moved text: an id shared by the deleted and the inserted copy; 0 for all else.
  std::size_t move = 0;
  bool from_side = false;  ///< of moved text: the place it left
  Changes changes;         ///< of the item, citation or section it belongs to
  /// Where its words stand in the two drafts; empty for the side that has none of them here.
  std::optional<Place> from_place, to_place;
  /// How many tokens of the same role and place stand before it on each side, numbers left out.
  std::size_t from_token = 0, to_token = 0;
};

/// Both drafts in one text: without the deleted runs it is the later draft, without the inserted ones the earlier, token for
/// token.
struct Redline {
  struct Heading {
    std::string number, heading;
    bool changed = false;  ///< anything under it differs
  };
  std::string from_label, to_label, title;
  std::vector<Heading> sections;  ///< for navigation; the first stands for the front matter
  std::vector<RedlineBlock> blocks;
};

/// Interleaves two drafts by what `diff` found. `changes` must come from the same two documents.
Redline build_redline(const Document& from, const Document& to, const DocumentDiff& changes, const DiffOptions& options = {});

}  // namespace travaux
