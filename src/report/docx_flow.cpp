#include "report/docx_flow.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace travaux::report {

namespace {

bool is_on(RunKind kind, bool from_side) { return kind != (from_side ? RunKind::kInserted : RunKind::kDeleted); }

/// Where a token begins, and whether a paragraph ends before it.
struct Begin {
  std::size_t at = 0;
  bool breaks = false;
};

std::vector<Begin> begins_in(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Begin> begins;
  std::size_t end = 0;
  for (const Token& token : tokens) {
    begins.push_back({token.span.begin, text.substr(end, token.span.begin - end).find('\n') != std::string_view::npos});
    end = token.span.end;
  }
  return begins;
}

/// One draft as its redline has it.
class Side {
 public:
  Side(const Redline& redline, const Document& document, bool from_side) : from_side_(from_side) {
    std::string text;
    for (const RedlineBlock& block : redline.blocks) {
      for (const Run& run : block.runs) {
        if (is_on(run.kind, from_side)) text += run.text;
      }
      text += '\n';
    }
    const std::vector<Token> tokens = tokenize(text);
    begins_ = begins_in(text, tokens);
    take_paragraphs(text, tokens, document.source);
  }

  /// Of a run's text, which comes next: where paragraphs end in it. None for a run that this side has not.
  std::vector<std::size_t> breaks_in(const Run& run) const {
    std::vector<std::size_t> places;
    if (!is_on(run.kind, from_side_)) return places;
    for (std::size_t i = next_; i < begins_.size() && begins_[i].at < at_ + run.text.size(); ++i) {
      if (begins_[i].breaks) places.push_back(begins_[i].at - at_);
    }
    return places;
  }

  /// Whether a paragraph's mark is due before the next word.
  bool due() const { return !marked_ && (next_ == begins_.size() || begins_[next_].breaks); }
  /// Whether the words before go on after this place.
  bool goes_on() const { return !marked_ && !due(); }
  void mark() { marked_ = true; }

  void pass(RunKind kind, std::size_t size) {
    if (!is_on(kind, from_side_)) return;
    at_ += size;
    for (; next_ < begins_.size() && begins_[next_].at < at_; ++next_) marked_ = false;
  }
  void end_block() { ++at_; }

 private:
  /// The draft's own paragraphs, where its words are those of the redline: the redline shows the later draft's.
  void take_paragraphs(const std::string& text, const std::vector<Token>& tokens, const std::string& source) {
    const std::vector<Token> theirs = tokenize(source);
    const auto same = [&](const Token& a, const Token& b) {
      const std::string_view left = a.span.of(text);
      const std::string_view right = b.span.of(source);
      return left == right || token_form(left) == token_form(right);
    };
    if (!std::equal(tokens.begin(), tokens.end(), theirs.begin(), theirs.end(), same)) return;
    const std::vector<Begin> own = begins_in(source, theirs);
    for (std::size_t i = 0; i < own.size(); ++i) begins_[i].breaks = own[i].breaks;
  }

  bool from_side_;
  std::vector<Begin> begins_;
  std::size_t at_ = 0;    ///< in the side's text
  std::size_t next_ = 0;  ///< the first token that does not begin before
  bool marked_ = true;    ///< a mark, or nothing, stands between the last word and this place
};

class FlowWriter {
 public:
  FlowWriter(const Redline& redline, const Document& from, const Document& to)
      : redline_(redline), sides_{Side(redline, from, true), Side(redline, to, false)} {}

  std::vector<DocxParagraph> write() {
    for (std::size_t b = 0; b < redline_.blocks.size(); ++b) write_block(b);
    if (!open_.pieces.empty() || paragraphs_.empty() || paragraphs_.back().mark != RunKind::kKept) close(RunKind::kKept);
    return std::move(paragraphs_);
  }

 private:
  void write_block(std::size_t b) {
    if (open_.pieces.empty()) open_.first = true;
    for (const Run& run : redline_.blocks[b].runs) write_run(run, b);
    for (Side& side : sides_) side.end_block();
    end_paragraph();
    if (sides_[0].goes_on() || sides_[1].goes_on()) set_apart();
  }

  void write_run(const Run& run, std::size_t b) {
    std::vector<std::size_t> cuts{0, run.text.size()};
    std::vector<std::size_t> breaks;
    for (const Side& side : sides_) {
      for (const std::size_t at : side.breaks_in(run)) breaks.push_back(at);
    }
    cuts.insert(cuts.end(), breaks.begin(), breaks.end());
    std::sort(cuts.begin(), cuts.end());
    std::sort(breaks.begin(), breaks.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      if (std::binary_search(breaks.begin(), breaks.end(), cuts[i])) end_paragraph();
      put(run, b, run.text.substr(cuts[i], cuts[i + 1] - cuts[i]));
    }
  }

  void put(const Run& run, std::size_t b, std::string text) {
    if (text.empty()) return;
    for (Side& side : sides_) side.pass(run.kind, text.size());
    std::replace(text.begin(), text.end(), '\n', ' ');
    const bool fresh = open_.pieces.empty() && (paragraphs_.empty() || paragraphs_.back().mark == RunKind::kKept);
    if (fresh && text.find_first_not_of(' ') == std::string::npos) return;
    open_.pieces.push_back({run.kind, std::move(text), &run, b});
  }

  /// As early as it can be: then what one draft alone has ends with a mark of its own.
  void end_paragraph() {
    const bool from = sides_[0].due();
    const bool to = sides_[1].due();
    if (!from && !to) return;
    for (Side& side : sides_) {
      if (side.due()) side.mark();
    }
    close(from && to ? RunKind::kKept : from ? RunKind::kDeleted : RunKind::kInserted);
  }

  void close(RunKind mark) {
    if (mark == RunKind::kKept && !open_.pieces.empty()) {
      std::string& text = open_.pieces.back().text;
      text.erase(text.find_last_not_of(' ') + 1);
      if (text.empty()) open_.pieces.pop_back();
    }
    open_.mark = mark;
    paragraphs_.push_back(std::move(open_));
    open_ = {};
    open_.first = false;
  }

  /// Blocks that share a line have a space between them.
  void set_apart() {
    std::vector<DocxPiece>& pieces = open_.pieces.empty() && !paragraphs_.empty() ? paragraphs_.back().pieces : open_.pieces;
    if (!pieces.empty() && !pieces.back().text.ends_with(' ')) pieces.back().text += ' ';
  }

  const Redline& redline_;
  std::array<Side, 2> sides_;
  std::vector<DocxParagraph> paragraphs_;
  DocxParagraph open_;
};

/// LibreOffice takes two changes of one kind on either side of a kept mark for one, the mark with them
/// (DocumentRedlineManager::CompressRedlines); a kept space before the mark holds them apart.
void hold_marks(std::vector<DocxParagraph>& flow) {
  static const Run kSpace{RunKind::kKept, " "};
  for (std::size_t i = 0; i + 1 < flow.size(); ++i) {
    if (flow[i].mark != RunKind::kKept || flow[i].pieces.empty() || flow[i + 1].pieces.empty()) continue;
    const DocxPiece& last = flow[i].pieces.back();
    if (last.kind == RunKind::kKept || last.kind != flow[i + 1].pieces.front().kind) continue;
    flow[i].pieces.push_back({RunKind::kKept, kSpace.text, &kSpace, last.block});
  }
}

}  // namespace

std::vector<DocxParagraph> flow_of(const Redline& redline, const Document& from, const Document& to) {
  std::vector<DocxParagraph> flow = FlowWriter(redline, from, to).write();
  hold_marks(flow);
  return flow;
}

}  // namespace travaux::report
