// The outline of a text: which paragraphs are headings, which begin an item, which go on with one. No citation is read here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/lead.h"
#include "travaux/model.h"
#include "travaux/read.h"

namespace travaux {

enum class LineKind {
  kFront,
  kHeading,      ///< opens a section
  kHeadingMore,  ///< goes on with the heading: an article's title under its number
  kSectionText,
  kItem,  ///< opens an item
  kBody,  ///< goes on with the item before: its text, its points, its citations
  kBack,
};

/// A section as its opening line announces it.
struct SectionSeed {
  std::string number;
  std::string heading;  ///< only where none is printed ("Operative part")
  std::size_t level = 0;
};

/// One paragraph and what the outline makes of it.
struct Line {
  Paragraph paragraph;
  std::string_view text;  ///< of the paragraph; refers to the source
  std::optional<Lead> lead;
  LineKind kind = LineKind::kFront;
  std::optional<SectionSeed> opens;  ///< the section that begins with this line
  bool point = false;                ///< a plain number below an item that is numbered in another way
  bool splits = false;               ///< a heading whose item begins on the same line: "Article 1. The Parties shall …"
  std::optional<Lead> inner;         ///< where it splits: the item's own number in the rest, "Artículo 4.- 1. Las Partes …"
  std::string number;                ///< of an item, as printed
  std::string address;               ///< of an item, before repeated ones are told apart

  /// The paragraph without its lead.
  std::string_view rest() const { return lead ? text.substr(lead->span.end) : text; }
};

struct Outline {
  Family family = Family::kUnnumbered;
  std::vector<Line> lines;
  std::vector<Diagnostic> diagnostics;
};

/// The outline of a text that the read floor returned, as one of the family that is said, else of the one that it is recognised
/// to be of. Line views refer to `source`, which must outlive it.
Outline outline_of(std::string_view source, std::optional<Family> said = std::nullopt);

/// Takes away leads that number only in a sequence and stand in none: "2010.", "First.". Near-linear.
void drop_doubtful_leads(std::vector<Line>& lines);

/// Makes the clauses of a text without articles its articles: "Section 1.", "Cláusula 2.", "§ 3". Linear.
void promote_clauses(std::vector<Line>& lines);

// One recogniser for each family; each sets the lines' kinds. They expect fresh lines with their leads found.
void outline_plan(Outline& outline);
void outline_treaty(Outline& outline);
void outline_resolution(Outline& outline);
void outline_unnumbered(Outline& outline);

// What the recognisers share.

/// A numbered paragraph; an indented one is a point of a list under another.
bool is_arabic(const Line& line);
/// Without a number and like a title: what may stand under the number of an article or a part.
bool is_title_line(const Line& line);
/// An article's heading, not a sentence that begins with the word.
bool is_article_heading(const Line& line);
/// A preambular paragraph: begins with one of its verbs, in or out of emphasis and brackets.
bool is_preambular(const Line& line);
/// A verb of the preamble that introduces its paragraphs: "CONSIDERING:", "CONSIDERANDO QUE:".
bool introduces_preamble(const Line& line);
/// "The General Assembly,", "Les États parties,": who speaks.
bool names_body(const Line& line);
/// "RESOLVES:", "Have agreed as follows:".
bool opens_operative_part(const Line& line);
/// An operative paragraph: begins with one of its verbs, "Decides to …", in or out of emphasis and brackets.
bool is_operative(const Line& line);
/// The label of an alternative, after which numbers begin afresh: "Option 2:", "[Alternative B]".
bool opens_option(const Line& line);
/// The same, with nothing behind it: it stands over what follows, and is no words of what stands before.
bool is_option_heading(const Line& line);
/// Marks the preamble in lines [first, last): its opening words as section text, each of its paragraphs as an item PP1, PP2, …
/// Lines before it become front matter.
void mark_preamble(Outline& outline, std::size_t first, std::size_t last);
/// Where a preamble begins in lines [0, last); `last` where there is none.
std::size_t find_preamble(const Outline& outline, std::size_t last);
/// The first line of back matter: "ANNEX I", "Done at …".
bool opens_back(const Line& line);
/// The heading of what is annexed: "ANNEX I", "Schedule 2 – Fees"; no sentence, no closing formula.
bool heads_annex(const Line& line);
/// Marks an annex whose numbers begin anew, from its heading on, as back matter.
void mark_annex(Outline& outline);
/// Marks what follows the last item's own text as back matter: an annex, a closing formula.
void mark_back(Outline& outline);

}  // namespace travaux
