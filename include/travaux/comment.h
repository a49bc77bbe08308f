// What groups sent in, read: a letter, a marked-up copy, a bracketed text or a whole redraft becomes a list of proposals.
//
// Every line of a comment is read or reported: what is no request is a remark, kept with the line it stands on. A proposal says
// what the paper says (words as quoted, places as printed) and, once placed, where that is in the draft the comment is on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "travaux/error.h"
#include "travaux/model.h"
#include "travaux/read.h"
#include "travaux/text.h"

namespace travaux {

/// What a proposal asks for.
enum class Ask {
  kInsert,     ///< words into a text
  kDelete,     ///< words out of a text
  kReplace,    ///< words by others
  kReword,     ///< a whole text by another
  kAdd,        ///< an item or section
  kRemove,     ///< an item or section
  kMove,       ///< an item, section or citation
  kSplit,      ///< an item into several
  kMerge,      ///< several items into one
  kRetitle,    ///< a section's heading
  kCite,       ///< a citation, or a passage of one
  kUncite,     ///< a citation, or a passage of one, taken out
  kBracket,    ///< words into square brackets
  kUnbracket,  ///< words out of them
  kKeep,       ///< as it stands
  kSupport,    ///< agreement, without a wish
  kReserve,    ///< a reservation
  kRemark,     ///< read by people
};
/// "insert", "delete", …: the name in reports and JSON.
std::string_view name_of(Ask ask);
/// Whether a fate is given to what is asked: remarks, support and reservations have none.
bool has_fate(Ask ask);

enum class CommentForm { kLetter, kMarkedCopy, kBracketed, kRedraft };
std::string_view name_of(CommentForm form);

/// Which text of a draft is meant.
enum class Field {
  kItem,      ///< an item's own text
  kSection,   ///< a section's own text
  kHeading,   ///< a section's heading
  kCitation,  ///< a citation's heading
  kPassage,
  kFront,
  kBack,
};
std::string_view name_of(Field field);

/// A place of the draft, as a comment names it and as it was found.
struct Target {
  std::string printed;         ///< "paragraph 2.1", "section 4", "el párrafo 3": as the comment has it; empty: it names none
  std::string address;         ///< of the item, or the section's number (its heading where it has none); empty: not found
  bool is_section = false;     ///< a section is meant, not an item
  std::optional<Place> place;  ///< where that is in the draft; empty: not found
};

/// A change of words that a proposal wants: in the draft's own text, `span` replaced by `text`. Empty span: an insertion. `span`
/// counts bytes of the text that `field` and `place` name (Item::text, Section::text or heading, Citation::heading,
/// Passage::text, Document::front or back).
struct WantedEdit {
  Field field = Field::kItem;
  Place place;
  Span span;
  std::string text;
};

/// One thing that a comment asks for.
struct Proposal {
  /// As printed in the comment ("2", "(b)"); in a comment that prints none, its order; in one that does, empty for an unnumbered
  /// line.
  std::optional<std::string> number;
  std::vector<std::string> by;  ///< the groups that ask, one or several; empty: an anonymous bracket
  Ask asks = Ask::kRemark;

  // As the comment has it.
  Span span;                          ///< in the comment's text
  std::size_t line = 0;               ///< of the comment's text, 1-based
  std::string words;                  ///< the request itself, white space folded: the evidence
  std::vector<Target> targets;        ///< what is to change: one item for most, several for a merge, a range or "2.4 and 3.1"
  std::optional<Target> destination;  ///< of a move or an addition
  enum class Where { kUnsaid, kBefore, kAfter, kStart, kEnd, kIn } where = Where::kUnsaid;  ///< of `anchor` or `destination`
  std::string old_words;           ///< quoted words that are to go, to be bracketed or freed, or that are commented on
  std::string new_words;           ///< quoted words that are to come: of an addition its text, of a retitling the heading
  std::string anchor;              ///< quoted words next to which the new ones belong
  std::string until;               ///< quoted words at which a stretch ends: "from “old” to “until”", "between “anchor” and “until”"
  std::string portion;             ///< of the text, named and not quoted: "sentence 2", "sentence -1" (the last), "line 3", "rest"
  bool throughout = false;         ///< wherever the old words stand
  std::vector<std::string> parts;  ///< of a split: the texts of its parts, where they are given; of an added section: its items
  std::string heading;             ///< of a citation: the instrument as the comment names it
  std::vector<std::pair<std::string, std::string>> citations;  ///< with an added item: headings and passages that come with it

  // As it was placed.
  std::string instrument;          ///< id of what `heading` names; empty: none
  std::vector<WantedEdit> wanted;  ///< the changes of words that it wants; empty where it concerns whole items or citations
  bool alternatives = false;       ///< the words quoted stand several times: of `wanted`, one is meant
  bool placed = false;             ///< its targets and the words that it quotes were found
  std::string why_unplaced;        ///< a sentence; empty where `placed`, or where it has no target
};

/// A comment, read.
struct Comment {
  std::string id;               ///< what reports call it: its path in the record, else its file's name
  std::vector<std::string> by;  ///< the groups; several for a marked-up copy or a bracketed text
  std::string on;               ///< label of the draft that it is on
  std::string date;             ///< ISO 8601; empty: undated
  CommentForm form = CommentForm::kLetter;
  std::string text;  ///< what `Proposal::span` counts in
  std::vector<Proposal> proposals;
  std::vector<Diagnostic> diagnostics;  ///< lines that could not be read as a request, targets that could not be found
};

/// A group's spellings, as travaux.json keeps them.
struct GroupNames {
  std::string name;
  std::vector<std::string> members;
  std::vector<std::string> aliases;
};

/// Who speaks: the group that a name means. A member that speaks for itself keeps its own name. Names are compared without case,
/// accents, spacing and a leading article.
class Speakers {
 public:
  Speakers() = default;
  explicit Speakers(std::vector<GroupNames> groups);
  /// The group's or member's name as the record spells it; `printed`, white space folded, where nobody bears it.
  std::string resolve(std::string_view printed) const;
  /// The same, but nothing where nobody bears it.
  std::optional<std::string> find(std::string_view printed) const;
  /// The groups that a member belongs to.
  std::vector<std::string> groups_of(std::string_view member) const;
  const std::vector<GroupNames>& groups() const { return groups_; }

 private:
  std::vector<GroupNames> groups_;
};

/// What `read_comment` must know of a comment beside its text.
struct CommentSource {
  std::string id;
  std::string by;                        ///< who sent it; empty: as the text says (its first lines, or its brackets)
  std::string on;                        ///< label of the draft
  std::string date;                      ///< empty: undated
  std::vector<Revision> revisions = {};  ///< of a marked-up copy, as the read floor found them
  std::vector<MarginNote> margin = {};   ///< likewise
  std::optional<CommentForm> form = {};  ///< empty: by its text
};

/// Reads a comment on `draft`. `text` is as the read floor returns it (of a marked-up copy: with all changes accepted). Total: no
/// line is dropped. Instruments are resolved with the draft's. Linear in the comment, but for redrafts, which are compared with
/// the draft as `diff` does.
Comment read_comment(std::string_view text, const CommentSource& source, const Document& draft, const Registry& registry,
                     const Speakers& speakers = {});

/// Finds the targets and quoted words of proposals in a draft, and sets what was placed. For proposals read from elsewhere, or to
/// be placed in another draft of the chain.
void place_proposals(std::vector<Proposal>& proposals, const Document& draft, const Registry& registry);

}  // namespace travaux
