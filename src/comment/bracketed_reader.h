// The reader of bracketed texts, between its passes: what each knows of the text and of the draft.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comment/brackets.h"
#include "comment/fields.h"
#include "comment/paragraph_index.h"
#include "comment/redraft_places.h"
#include "comment/targets.h"
#include "comment/unwrap.h"
#include "travaux/comment.h"

namespace travaux {

/// Likeness of an item's words to the draft's of that number, to be the same item.
inline constexpr double kSameItem = 0.4;

/// A paragraph of the text, without its number.
struct TextParagraph {
  std::string text;
  std::size_t line = 0;  ///< 1-based
  const LineOwner* owner = nullptr;
  std::string number;  ///< printed before it; empty: none
};

/// One that the draft has.
struct Reproduced {
  TextParagraph paragraph;
  const DraftParagraph* drafted = nullptr;
};

/// Reads one text, once.
class BracketedReader {
 public:
  BracketedReader(Comment& comment, const Document& draft, const Registry& registry, const Speakers& speakers);
  void run();

 private:
  // bracketed_text.cpp: its paragraphs, and where the draft has them

  void collect();
  /// A block of the text, with its number: the draft's, or one that the parse places.
  void take(const Block& block, TextParagraph paragraph);
  /// What others put into a paragraph that one proposes: taken out of it, and their own.
  void take_nested(TextParagraph& paragraph);
  /// "[CARICOM: delete] 2.2 Exempt …": the number before the bracket.
  static void put_number_first(std::string& text);
  /// The brackets that a number stands in and that end after it: "[2.4 Map all shelters.]".
  static std::string opened_in(const std::string& number);
  std::optional<std::size_t> look_up(const TextParagraph& paragraph, PrintedParagraph printed) const;
  /// Headings and citations that stand where the draft has such are left to the parse.
  bool take_reproduced(const Block& block, TextParagraph& paragraph, std::size_t index);
  /// The place of the last paragraph before a line that the draft has in an item or a section.
  std::optional<Place> standing_before(std::size_t line) const;
  void stands(std::size_t line, Place place);
  /// What stands under the number of one of the draft's, and is not its text.
  void collect_asides();
  const std::vector<TextParagraph>& paragraphs(Role role, const Place& place) const;
  const LineOwner& owner_of_line(std::size_t line) const;

  // bracketed.cpp: paragraphs that the draft has, sections, citations

  /// What the text seems to change in a line that the draft has word for word is no change of it.
  void drop_drafted_lines();
  Proposal& add(Ask asks, const std::vector<std::string>& by, std::size_t line, std::string_view words);
  void set_line(Proposal& p, std::size_t line) const;
  void want(Proposal& p, Field field, const Place& place, Span span, const std::string& text) const;
  Target target(const Place& place) const;
  void read_reproduced(const Reproduced& reproduced);
  /// Says so where brackets do not match that the draft has not just so.
  void tell_unbalanced(const Reproduced& reproduced);
  /// Reads paragraphs without an owner against a text of the draft.
  void read_inline(const std::vector<TextParagraph>& list, Field field, const Place& place, const std::string& heading = {});
  std::optional<Place> section_of(std::size_t index) const;
  void read_section(std::size_t index);
  void retitle(const Place& place, const Section& section, const TextParagraph& heading);
  void read_section_text(const std::vector<TextParagraph>& list, const Place& place);
  /// A paragraph in a named bracket, after a text's own.
  void add_paragraph(const TextParagraph& paragraph, Field field, const Place& place);
  void read_citation(const Citation& citation, const Place& place);
  void cite(const Citation& citation, const std::vector<std::string>& by, const Place& cited, std::size_t line,
            const std::string& passage);
  void read_passage(const Citation& citation, const Passage& passage, Place cited);
  void read_matter(Role role);

  // bracketed_items.cpp: items in brackets

  void read_item(const Item& item, const Place& place);
  /// A paragraph in a named bracket that the parse takes for more of an item: in an excerpt it may be one of its own.
  void read_following(const TextParagraph& paragraph);
  static std::string joined(const std::vector<TextParagraph>& list);
  /// An item that stands whole in a named bracket: new, or other words for the draft's of that number, or for two of them.
  void read_owned(const Item& item, const Place& place, const std::vector<TextParagraph>& list);
  /// The neighbours whose own words the text has taken up.
  std::vector<Target> merged_with(const Place& place, const std::string& text) const;
  /// Whether the comment reproduces an item of the draft.
  bool stands_in_text(const Item& drafted) const;
  void add_item(const Item& item, const Place& place, const std::vector<TextParagraph>& list, const std::vector<std::string>& by);
  /// After the item before it that the draft has, else in its section.
  void set_destination(Proposal& p, const Place& place, const std::string& number) const;
  /// After the item, at or above a place, that has a number of the same kind: "2.4" does not follow on "(b)", "(a)" is in "2.3".
  void set_destination_beside(Proposal& p, const Place& place, const std::string& number) const;

  // bracketed_asides.cpp: what is no text of the draft

  /// A paragraph that the draft has not, and that stands in no named bracket as a whole.
  void read_stray(const TextParagraph& paragraph);
  /// "CARICOM: proposes to delete", "Brazil reserves its position.", "Delete paragraph 2.3." without a bracket.
  bool read_as_aside(const TextParagraph& paragraph);
  /// "[CARICOM: one text] [SICA: another]" alone in a paragraph.
  void read_lone_brackets(const TextParagraph& paragraph, const std::vector<Bracket>& brackets);
  /// A named bracket in a paragraph of which nobody knows where it stands.
  void read_lost_bracket(const TextParagraph& paragraph, const Bracket& bracket);
  /// The item that an aside is on: the one of its number, else the last before it.
  std::optional<Place> item_of(const Aside& aside) const;
  /// The item whose words an option is another form of; else the one of the option before it, else that which stands before it.
  std::optional<Place> item_of_option(const Aside& option);
  static Field field_of(const Place& place);
  void read_aside(const Aside& aside);
  void read_request(const Aside& aside, const std::optional<Place>& place);
  /// A merger that is announced and whose text stands before it is one proposal.
  bool fuse(const Proposal& merge);

  Comment& comment_;
  const Document& draft_;
  const Registry& registry_;
  const Speakers& speakers_;
  TargetIndex index_;
  ParagraphIndex drafted_;
  std::string drafted_form_;  ///< of the whole draft, to compare
  Unwrapped unwrapped_;
  Document text_;
  std::map<Role, std::map<Place, std::vector<TextParagraph>, PlaceOrder>> paragraphs_;
  std::vector<Reproduced> reproduced_;        ///< in the order of the text
  std::map<std::size_t, Place> standing_;     ///< line -> the draft's item or section that stands there
  std::size_t option_line_ = 0;               ///< of the option read last; 0: none
  std::optional<Place> option_place_;         ///< what it is an option of
  std::string alone_;                         ///< the number that stands alone on the line before
  std::size_t last_ = 0;                      ///< index of the draft's paragraph reproduced last
  std::vector<Span> lines_;                   ///< of the comment's text
  std::map<std::size_t, Place> sections_;     ///< of the text -> of the draft
  std::map<Place, Place, PlaceOrder> items_;  ///< likewise
  std::vector<Proposal> proposals_, requests_;
};

}  // namespace travaux
