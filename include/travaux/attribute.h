// DocumentDiff × proposals × rulings -> who asked for each edit, and what became of each proposal.
//
// To credit a group with what it did not ask for is the worst error: below the thresholds an edit has no source.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "travaux/comment.h"
#include "travaux/diff.h"
#include "travaux/model.h"

namespace travaux {

/// How a source matches its edit.
enum class How {
  kVerbatim,  ///< in the words asked for
  kAdapted,   ///< in other words, in part, or in another place
  kPrinted,   ///< its name is printed in the draft's own bracket
  kRuled,     ///< a person said so
};
std::string_view name_of(How how);

/// What became of a proposal.
enum class ProposalFate {
  kNone,  ///< remarks, support, reservations
  kAccepted,
  kAcceptedInPart,
  kNotTakenUp,
  kOvertaken,
  kUnplaced,
  kWithdrawn,
};
std::string_view name_of(ProposalFate fate);

/// What an edit changes.
enum class EditTarget { kText, kItem, kCitation, kSection, kFront, kBack };
std::string_view name_of(EditTarget target);

/// A proposal by its place in what `attribute` was given.
struct ProposalRef {
  std::size_t comment = 0;
  std::size_t proposal = 0;
  friend auto operator<=>(const ProposalRef&, const ProposalRef&) = default;
};

/// A proposal that an edit is traced to.
struct Source {
  std::string by;
  std::optional<ProposalRef> proposal;  ///< empty: printed in the draft, or ruled without one
  double score = 0;                     ///< 0 to 1
  How how = How::kVerbatim;
  std::string evidence;  ///< the words that show it
};

/// One change between two drafts, as the differ reports it, with who asked for it.
struct AttributedEdit {
  std::string from_item, to_item;  ///< addresses; empty: no counterpart, or outside items
  std::string section;             ///< of section edits: its number or heading, in the later draft where it is there
  EditTarget target = EditTarget::kText;
  std::string
      change;  ///< "edited", "editorial", "added", "removed", "moved", "split", "merged", "relabelled", "retitled", "status", …
  std::string from, to;    ///< words, or the text of what came or went
  std::string instrument;  ///< of citation edits
  EditClass edit_class = EditClass::kSubstantive;
  Strength strength = Strength::kNone;
  std::vector<Source> sources;  ///< best first
  // Where it stands in the diff, so that other reports can find it.
  std::optional<std::size_t> item, citation, passage, section_index;  ///< indices into DocumentDiff
  std::optional<std::size_t> edit;                                    ///< index into the edits of that entry
  std::vector<std::string> groups() const;                            ///< of the sources, each once, best first
};

/// A proposal with its fate.
struct FatedProposal {
  ProposalRef proposal;
  ProposalFate fate = ProposalFate::kNone;
  std::vector<std::size_t> edits;      ///< indices into Attribution::edits
  std::vector<ProposalRef> competing;  ///< other wishes for the same words
  std::string why;                     ///< a sentence: what stands there now, what was left out
  bool ruled = false;
};

/// Every edit and every proposal, also those without a counterpart.
struct Attribution {
  std::vector<AttributedEdit> edits;
  std::vector<FatedProposal> proposals;  ///< in the order of the comments given
  std::vector<Diagnostic> notes;         ///< rulings that no longer fit
};

/// A comment with the draft that it is on.
struct CommentOn {
  const Comment* comment = nullptr;
  /// The draft it is on where that is an earlier one than `from`; nullptr: it is on `from`. Its instruments are resolved.
  const Document* earlier = nullptr;
  bool withdrawn = false;
};

enum class RulingKind {
  kSource,    ///< these groups asked for the edit
  kNoSource,  ///< nobody asked for the edit, or not this group
  kFate,      ///< this became of the proposal
};

/// A person's correction.
struct Ruling {
  std::string id;  ///< its hash in the record
  RulingKind kind = RulingKind::kSource;
  std::string from_item, to_item;  ///< addresses in the two drafts
  std::string from, to;            ///< the old and new words of the edit; empty: what it has
  std::string by;                  ///< the group
  std::string comment;             ///< its path or name; empty: none
  std::string number;              ///< of the proposal in it
  ProposalFate fate = ProposalFate::kNone;
  std::string reason;
};

/// Thresholds; the defaults are what reports are made with.
struct AttributeOptions {
  /// Share of an edit's inserted words of content (weighted by rarity, stems and synonyms alike), 0 to 1, that a proposal at the
  /// same place must account for.
  double words_here = 0.50;
  /// The same for a proposal that asked for it elsewhere. Lower: false credits.
  double words_elsewhere = 0.80;
  /// Likeness of an added item's text to the text proposed.
  double item_likeness = 0.45;
  /// Whom the names printed in brackets mean; the groups of the comments are known besides.
  Speakers speakers = {};
};

/// Traces every edit of `changes` (= diff(from, to)) to the proposals of `comments`, and says what became of each proposal. All
/// instruments must have been resolved together. Deterministic.
Attribution attribute(const Document& from, const Document& to, const DocumentDiff& changes,
                      const std::vector<CommentOn>& comments, const std::vector<Ruling>& rulings = {},
                      const AttributeOptions& options = {});

/// What concerns one group alone, since comments are often confidential: the edits it is a source of, without the other sources;
/// its own proposals, without those that compete with them. No notes, which may tell of others.
Attribution only_of(const Attribution& attribution, std::string_view group, const std::vector<CommentOn>& comments);

/// The redline with its changed runs told apart by the edit they show (`Run::edits`): runs are divided where edits meet, and
/// their texts joined are what they were. `redline` and `attribution` came from the same comparison. Linear.
Redline credited(Redline redline, const Document& from, const Document& to, const DocumentDiff& changes,
                 const Attribution& attribution);

/// Which of a draft's comments can lie behind an edit from `from` to `to`.
struct Candidate {
  std::string on;    ///< label of the draft it is on
  std::string date;  ///< ISO 8601; empty: undated
};
/// Whether a comment is on the draft compared or one before it (`chain`: their labels), and dated no later than the later draft.
/// Dates are compared as far as both say them: "2011-05" is not later than "2011-05-19". Undated ones are allowed.
bool is_candidate(const Candidate& comment, const std::vector<std::string>& chain, std::string_view date_of_later);

}  // namespace travaux
