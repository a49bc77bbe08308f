#include "report/docx_body.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/docx_style.h"
#include "report/docx_xml.h"

namespace travaux::report {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Where an edit's comment hangs: pieces by their order in the flow.
struct Anchor {
  std::size_t block = kNone, first = 0, last = 0;
  bool gone = true;  ///< all of its words are deleted
};

/// Each edit's comment hangs on what shows it in one block: the first where words of it stay, else the first.
std::map<std::size_t, Anchor> anchors_of(const std::vector<DocxParagraph>& flow, const DocxCredits& credits) {
  std::map<std::size_t, Anchor> anchors;
  std::size_t place = 0;
  for (const DocxParagraph& paragraph : flow) {
    for (const DocxPiece& piece : paragraph.pieces) {
      const bool gone = piece.kind == RunKind::kDeleted;
      for (const std::size_t edit : credits.asked_for(*piece.run)) {
        Anchor& anchor = anchors[edit];
        if (anchor.block == piece.block) {
          anchor.last = place;
          anchor.gone = anchor.gone && gone;
        } else if (anchor.block == kNone || (anchor.gone && !gone)) {
          anchor = {piece.block, place, place, gone};
        }
      }
      ++place;
    }
  }
  return anchors;
}

/// The moves that leave one place and come to another.
std::set<std::size_t> whole_moves(const std::vector<RedlineBlock>& blocks) {
  std::set<std::size_t> left, came, whole;
  for (const RedlineBlock& block : blocks) {
    if (block.move != 0 && !block.runs.empty()) (block.from_side ? left : came).insert(block.move);
  }
  std::set_intersection(left.begin(), left.end(), came.begin(), came.end(), std::inserter(whole, whole.end()));
  return whole;
}

class BodyWriter {
 public:
  BodyWriter(const Redline& redline, const std::vector<DocxParagraph>& flow, const DocxCredits& credits,
             const DocxOptions& options)
      : redline_(redline), flow_(flow), credits_(credits), styles_(redline) {
    if (options.moves) moves_ = whole_moves(redline.blocks);
    for (const DocxParagraph& paragraph : flow) {
      for (const DocxPiece& piece : paragraph.pieces) blocks_.push_back(piece.block);
    }
    for (const auto& [edit, anchor] : anchors_of(flow, credits)) {
      opens_[anchor.first].push_back(edit);
      closes_[anchor.last].push_back(edit);
    }
  }

  DocxBody write() {
    for (const DocxParagraph& paragraph : flow_) write_paragraph(paragraph);
    return {std::move(out_), std::move(comments_)};
  }

 private:
  // --- who, when, which ---

  /// ` w:id="7" w:author="…" w:date="…"`.
  std::string signed_by(const std::string& author, std::size_t id) const {
    std::string xml;
    add_attribute(xml, "w:id", std::to_string(id));
    add_attribute(xml, "w:author", author);
    if (!credits_.date().empty()) add_attribute(xml, "w:date", credits_.date());
    return xml;
  }

  bool is_moved(std::size_t block) const { return moves_.contains(redline_.blocks[block].move); }

  static std::string_view element_of(RunKind kind, bool moved) {
    if (kind == RunKind::kDeleted) return moved ? "w:moveFrom" : "w:del";
    return moved ? "w:moveTo" : "w:ins";
  }

  // --- paragraphs ---

  void write_paragraph(const DocxParagraph& paragraph) {
    out_ += "<w:p>";
    write_properties(paragraph);
    for (const DocxPiece& piece : paragraph.pieces) write_piece(piece, styles_.run_properties(paragraph, piece));
    out_ += "</w:p>";
    if (open_move_ != 0 && (place_ == blocks_.size() || blocks_[place_] != open_block_)) end_move();
    out_ += '\n';
  }

  void write_properties(const DocxParagraph& paragraph) {
    out_ += "<w:pPr>";
    out_ += styles_.properties_of(paragraph);
    if (paragraph.mark != RunKind::kKept) write_mark(paragraph);
    out_ += "</w:pPr>";
  }

  /// A changed mark is by whom the words before it are, where they change alike.
  void write_mark(const DocxParagraph& paragraph) {
    const DocxPiece* last = paragraph.pieces.empty() ? nullptr : &paragraph.pieces.back();
    const bool alike = last != nullptr && last->kind == paragraph.mark;
    const std::string author = alike ? credits_.author_of(*last->run) : credits_.drafter();
    out_.append("<w:rPr><").append(element_of(paragraph.mark, alike && is_moved(last->block)));
    out_.append(signed_by(author, next_id_++)).append("/></w:rPr>");
  }

  // --- pieces ---

  void write_piece(const DocxPiece& piece, std::string_view properties) {
    if (open_move_ != 0 && piece.block != open_block_) end_move();
    if (open_move_ == 0 && is_moved(piece.block)) begin_move(piece.block);
    for (const std::size_t edit : edits_at(opens_)) {
      comment_ids_[edit] = next_id_;
      out_.append("<w:commentRangeStart w:id=\"").append(std::to_string(next_id_++)).append("\"/>");
    }
    write_words(piece, properties);
    for (const std::size_t edit : edits_at(closes_)) write_comment(edit);
    ++place_;
  }

  const std::vector<std::size_t>& edits_at(const std::map<std::size_t, std::vector<std::size_t>>& places) const {
    static const std::vector<std::size_t> kNobody;
    const auto found = places.find(place_);
    return found == places.end() ? kNobody : found->second;
  }

  void write_words(const DocxPiece& piece, std::string_view properties) {
    const std::string text = DocxStyles::words_of(piece, redline_.blocks[piece.block]);
    if (piece.kind == RunKind::kKept) return add_runs(out_, text, "w:t", properties);
    const bool moved = is_moved(piece.block);
    const std::string_view element = element_of(piece.kind, moved);
    out_.append("<").append(element).append(signed_by(credits_.author_of(*piece.run), next_id_++)).append(">");
    add_runs(out_, text, element == "w:del" ? "w:delText" : "w:t", properties);
    out_.append("</").append(element).append(">");
  }

  // --- moves ---

  void begin_move(std::size_t block) {
    const RedlineBlock& moved = redline_.blocks[block];
    open_block_ = block;
    open_move_ = next_id_++;
    out_.append(moved.from_side ? "<w:moveFromRangeStart" : "<w:moveToRangeStart");
    out_ += signed_by(moved.runs.empty() ? credits_.drafter() : credits_.author_of(moved.runs.front()), open_move_);
    add_attribute(out_, "w:name", "move" + std::to_string(moved.move));
    out_ += "/>";
  }

  void end_move() {
    out_.append(redline_.blocks[open_block_].from_side ? "<w:moveFromRangeEnd" : "<w:moveToRangeEnd");
    add_attribute(out_, "w:id", std::to_string(open_move_));
    out_ += "/>";
    open_move_ = 0;
  }

  // --- comments ---

  void write_comment(std::size_t edit) {
    const std::string id = std::to_string(comment_ids_[edit]);
    out_.append("<w:commentRangeEnd w:id=\"").append(id).append("\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>");
    out_.append("<w:commentReference w:id=\"").append(id).append("\"/></w:r>");
    comments_.append("<w:comment").append(signed_by(credits_.askers_of(edit), comment_ids_[edit])).append(">");
    bool first = true;
    for (const std::string& words : credits_.evidence_of(edit)) {
      comments_ += "<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/>";
      if (runs_right_to_left(words)) comments_ += "<w:bidi/>";
      comments_ += "</w:pPr>";
      if (first) comments_ += "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>";
      first = false;
      add_runs(comments_, words, "w:t");
      comments_ += "</w:p>";
    }
    comments_ += "</w:comment>\n";
  }

  const Redline& redline_;
  const std::vector<DocxParagraph>& flow_;
  const DocxCredits& credits_;
  DocxStyles styles_;
  std::set<std::size_t> moves_;
  std::map<std::size_t, std::vector<std::size_t>> opens_, closes_;  ///< edits by the piece where their comments begin and end
  std::map<std::size_t, std::size_t> comment_ids_;
  std::string out_, comments_;
  std::size_t next_id_ = 1;
  std::size_t place_ = 0;            ///< of the next piece
  std::vector<std::size_t> blocks_;  ///< of each piece
  std::size_t open_move_ = 0;        ///< id of the move that is being written; 0: none
  std::size_t open_block_ = 0;       ///< that it is of
};

}  // namespace

DocxBody docx_body(const Redline& redline, const std::vector<DocxParagraph>& flow, const DocxCredits& credits,
                   const DocxOptions& options) {
  return BodyWriter(redline, flow, credits, options).write();
}

}  // namespace travaux::report
