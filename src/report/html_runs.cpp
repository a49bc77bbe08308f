#include "report/html_runs.h"

#include <vector>

#include "report/html.h"
#include "report/html_edits.h"
#include "text/unicode.h"

namespace travaux::report {

namespace {

bool starts_apart(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_white_space(next_code_point(text, at));
}

bool ends_apart(std::string_view text) {
  std::size_t at = text.size();
  return !text.empty() && is_white_space(previous_code_point(text, at));
}

/// What a run shows on either side of the redline.
struct Sides {
  bool from = true, to = true;
  explicit Sides(RunKind kind) : from(kind != RunKind::kInserted), to(kind != RunKind::kDeleted) {}
};

class BlockWriter {
 public:
  BlockWriter(std::string& out, const RedlineBlock& block, const BlockShape& shape) : out_(out), block_(block), shape_(shape) {}

  void write() {
    look_ahead();
    for (std::size_t i = 0; i < block_.runs.size(); ++i) write_run(block_.runs[i], i);
    close();
  }

 private:
  /// For each run, whether white space (or nothing) follows it on either side.
  void look_ahead() {
    const std::vector<Run>& runs = block_.runs;
    from_follows_.assign(runs.size(), true);
    to_follows_.assign(runs.size(), true);
    bool from = true, to = true;
    for (std::size_t i = runs.size(); i-- > 0;) {
      from_follows_[i] = from;
      to_follows_[i] = to;
      if (runs[i].text.empty()) continue;
      const Sides sides(runs[i].kind);
      if (sides.from) from = starts_apart(runs[i].text);
      if (sides.to) to = starts_apart(runs[i].text);
    }
  }

  void write_run(const Run& run, std::size_t index) {
    const std::string_view text = run.text;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const bool last = end == text.size();
      ends_ = text.find_first_not_of('\n', end) == std::string_view::npos;
      if (end > begin) write_words(run.kind, text.substr(begin, end - begin), index, last);
      if (last) break;
      end_paragraph();
      begin = end + 1;
    }
  }

  /// White space at the ends of an insertion or deletion stands outside it, where the other side has white space there as well.
  void write_words(RunKind kind, std::string_view words, std::size_t index, bool last) {
    const Sides sides(kind);
    const bool follows = !last || (sides.from ? to_follows_ : from_follows_)[index];
    if (starts_apart(words) && (from_apart_ || !sides.from) && (to_apart_ || !sides.to))
      words = words.substr(space_at_start(words));
    const bool apart = kind != RunKind::kKept && (follows || (sides.from ? to_apart_ : from_apart_));
    if (apart && starts_apart(words)) {
      words = words.substr(space_at_start(words));
      put_space();
    }
    std::string_view tail;
    if (apart && ends_apart(words)) {
      tail = words.substr(words.size() - space_at_end(words));
      words = words.substr(0, words.size() - tail.size());
    }
    if (!words.empty()) put(kind, words, sides, index);
    if (ends_ && open_ && index < shape_.after.size()) out_ += shape_.after[index];
    if (!tail.empty()) put_space();
  }

  static std::size_t space_at_start(std::string_view text) {
    std::size_t size = 0;
    for (std::size_t at = 0; at < text.size() && is_white_space(next_code_point(text, at));) size = at;
    return size;
  }

  static std::size_t space_at_end(std::string_view text) {
    std::size_t begin = text.size();
    for (std::size_t at = text.size(); at > 0 && is_white_space(previous_code_point(text, at));) begin = at;
    return text.size() - begin;
  }

  void put_space() {
    if (open_ && !break_pending_ && !(from_apart_ && to_apart_)) out_ += ' ';
    from_apart_ = to_apart_ = true;
  }

  void put(RunKind kind, std::string_view words, const Sides& sides, std::size_t index) {
    open();
    const std::string_view name = kind == RunKind::kInserted ? "ins" : kind == RunKind::kDeleted ? "del" : "";
    if (!name.empty()) {
      out_.append("<").append(name);
      if (shape_.moved) out_ += " class=\"moved\"";
      if (!shape_.move_id.empty() && !move_named_) out_ += " id=\"" + shape_.move_id + "\"";
      move_named_ = true;
      if (const std::string ids = edit_ids(block_.runs[index].edits); !ids.empty()) out_ += " data-e=\"" + ids + "\"";
      out_ += ">";
    }
    out_ += escaped(words);
    if (!name.empty()) out_.append("</").append(name).append(">");
    if (sides.from) from_apart_ = ends_apart(words);
    if (sides.to) to_apart_ = ends_apart(words);
  }

  void end_paragraph() {
    from_apart_ = to_apart_ = true;
    if (shape_.element == "p") {
      close();
    } else {
      break_pending_ = open_;  // a heading of several lines stays one heading
    }
  }

  void open() {
    if (break_pending_) out_ += "<br>\n";
    break_pending_ = false;
    if (open_) return;
    out_.append("<").append(shape_.element).append(" class=\"").append(shape_.css_class).append(first_ ? "\"" : " more\"");
    if (shape_.section) out_ += " data-s=\"" + std::to_string(*shape_.section) + "\"";
    if (first_ && !shape_.id.empty()) out_ += " id=\"" + shape_.id + "\"";
    out_ += " dir=\"auto\">";
    if (first_) out_ += shape_.mark;
    open_ = true;
    first_ = false;
  }

  void close() {
    if (open_) out_.append("</").append(shape_.element).append(">\n");
    open_ = break_pending_ = false;
    from_apart_ = to_apart_ = true;
  }

  std::string& out_;
  const RedlineBlock& block_;
  const BlockShape& shape_;
  std::vector<bool> from_follows_, to_follows_;
  bool open_ = false, first_ = true, move_named_ = false, break_pending_ = false;
  bool ends_ = false;                         // the run has no more words
  bool from_apart_ = true, to_apart_ = true;  // each side, as written so far, ends with white space
};

}  // namespace

void append_block(std::string& out, const RedlineBlock& block, const BlockShape& shape) {
  BlockWriter(out, block, shape).write();
}

}  // namespace travaux::report
