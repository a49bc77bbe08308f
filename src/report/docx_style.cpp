#include "report/docx_style.h"

#include <algorithm>

#include "report/docx_xml.h"
#include "travaux/text.h"

namespace travaux::report {

namespace {

constexpr std::size_t kHeadings = 5, kItems = 4;  // styles for depths
constexpr std::size_t kDeeper = 567;              // twips, a centimetre

std::string numbered(std::string_view style, std::size_t depth, std::size_t styles) {
  return std::string(style) + std::to_string(std::min(depth + 1, styles));
}

/// Citations, passages and status lines of a sub-item stand under it: twips from the margin; 0: as their style says.
std::size_t indent_of(const RedlineBlock& block) {
  if (block.depth == 0) return 0;
  const std::size_t deeper = kDeeper * std::min(block.depth, kItems - 1);
  switch (block.role) {
    case Role::kStatus:
      return 720 + deeper;
    case Role::kCitation:
      return 1080 + deeper;
    case Role::kPassage:
      return 1440 + deeper;
    default:
      return 0;
  }
}

}  // namespace

DocxStyles::DocxStyles(const Redline& redline) : redline_(redline), title_(fold_white_space(redline.title)) {}

/// The title may be several paragraphs of the front matter. Its style is not Word's own "Title": pandoc takes that for what is
/// said about a text, and out of it.
bool DocxStyles::is_title(const DocxParagraph& paragraph) {
  if (title_.empty()) return false;
  std::string later, earlier;
  for (const DocxPiece& piece : paragraph.pieces) (piece.kind == RunKind::kDeleted ? earlier : later) += piece.text;
  const std::string words = fold_white_space(later.empty() ? earlier : later);
  if (words.empty() || !title_.starts_with(words)) return false;
  title_ = fold_white_space(std::string_view(title_).substr(words.size()));
  return true;
}

std::string DocxStyles::style_of(const DocxParagraph& paragraph, const RedlineBlock& block) {
  switch (block.role) {
    case Role::kFront:
      return is_title(paragraph) ? "DocumentTitle" : "FrontMatter";
    case Role::kSectionHeading:
      return numbered("Heading", block.depth, kHeadings);
    case Role::kItem:
      return numbered(paragraph.first ? "Item" : "ItemText", block.depth, kItems);
    case Role::kStatus:
      return "ItemStatus";
    case Role::kCitation:
      return "CitationHeading";
    case Role::kPassage:
      return "Passage";
    case Role::kSectionText:
    case Role::kBack:
      break;
  }
  return "BodyText";
}

std::string DocxStyles::properties_of(const DocxParagraph& paragraph) {
  if (paragraph.pieces.empty()) return "<w:pStyle w:val=\"DocumentEnd\"/>";
  const RedlineBlock& block = redline_.blocks[paragraph.pieces.front().block];
  std::string words;
  for (const DocxPiece& piece : paragraph.pieces) words += piece.text;
  std::string xml = "<w:pStyle w:val=\"" + style_of(paragraph, block) + "\"/>";
  if (is_heading_with_text(paragraph)) xml += "<w:keepNext w:val=\"0\"/>";
  if (runs_right_to_left(words)) xml += "<w:bidi/>";
  if (block.role == Role::kSectionHeading && !paragraph.first) xml += "<w:spacing w:before=\"0\"/>";
  const std::size_t indent = indent_of(block);
  if (indent != 0) xml += "<w:ind w:left=\"" + std::to_string(indent) + "\"/>";
  return xml;
}

bool DocxStyles::is_heading_with_text(const DocxParagraph& paragraph) const {
  const Role role = redline_.blocks[paragraph.pieces.front().block].role;
  if (role != Role::kCitation && role != Role::kSectionHeading) return false;
  return std::any_of(paragraph.pieces.begin(), paragraph.pieces.end(),
                     [&](const DocxPiece& piece) { return redline_.blocks[piece.block].role != role; });
}

std::string_view DocxStyles::run_properties(const DocxParagraph& paragraph, const DocxPiece& piece) const {
  const Role role = redline_.blocks[paragraph.pieces.front().block].role;
  const bool heading = role == Role::kCitation || role == Role::kSectionHeading;
  return heading && redline_.blocks[piece.block].role != role ? "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>" : "";
}

std::string DocxStyles::words_of(const DocxPiece& piece, const RedlineBlock& block) {
  const bool number = piece.run->number && block.role == Role::kItem && piece.text.ends_with(' ');
  return number ? piece.text.substr(0, piece.text.find_last_not_of(' ') + 1) + "\t" : piece.text;
}

}  // namespace travaux::report
