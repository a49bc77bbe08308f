// Blocks of a redline as paragraphs of pieces.
#include <algorithm>

#include "report/shown.h"
#include "text/unicode.h"

namespace travaux::report {

namespace {

constexpr char32_t kNoBreakSpace = 0x00A0, kNarrowNoBreakSpace = 0x202F;

/// White space as one space each; a no-break space that stands alone stays what it is.
std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!is_white_space(c)) {
      out.append(text.substr(begin, at - begin));
      continue;
    }
    bool alone = c == kNoBreakSpace || c == kNarrowNoBreakSpace;
    for (std::size_t next = at; next < text.size() && is_white_space(next_code_point(text, next)); at = next) alone = false;
    out.append(alone ? text.substr(begin, at - begin) : std::string_view(" "));
  }
  return out;
}

std::size_t space_at_start(std::string_view text) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size() && is_white_space(next_code_point(text, at));) size = at;
  return size;
}

std::size_t space_at_end(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t at = text.size(); at > 0 && is_white_space(previous_code_point(text, at));) begin = at;
  return text.size() - begin;
}

/// Something about each of the two drafts.
struct Both {
  bool from = true, to = true;
  bool all() const { return from && to; }
};

Both sides_of(RunKind kind) { return {kind != RunKind::kInserted, kind != RunKind::kDeleted}; }

class ParagraphWriter {
 public:
  explicit ParagraphWriter(const RedlineBlock& block) : runs_(block.runs) {}

  std::vector<Paragraph> write() {
    look_ahead();
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const std::string_view text = runs_[i].text;
      for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const bool last = end == text.size();
        if (end > begin) put_words(i, folded(text.substr(begin, end - begin)), last);
        if (last) break;
        close();
        begin = end + 1;
      }
    }
    close();
    return std::move(paragraphs_);
  }

 private:
  /// For each run, whether white space, or nothing, follows it on either side.
  void look_ahead() {
    follows_.resize(runs_.size());
    Both follows;
    for (std::size_t i = runs_.size(); i-- > 0;) {
      follows_[i] = follows;
      if (runs_[i].text.empty()) continue;
      const bool starts_apart = space_at_start(runs_[i].text) > 0;
      const Both sides = sides_of(runs_[i].kind);
      if (sides.from) follows.from = starts_apart;
      if (sides.to) follows.to = starts_apart;
    }
  }

  void put_words(std::size_t index, std::string_view words, bool last) {
    const RunKind kind = runs_[index].kind;
    const Both sides = sides_of(kind);
    // A side that does not have these words: is there white space where they stand?
    const bool follows = !last || (sides.from ? follows_[index].to : follows_[index].from);
    const bool outside = kind != RunKind::kKept && (follows || (sides.from ? apart_.to : apart_.from));
    const std::size_t lead = space_at_start(words);
    const bool is_apart = (apart_.from || !sides.from) && (apart_.to || !sides.to);
    if (outside || is_apart) words.remove_prefix(lead);
    if (outside && lead > 0 && (!is_apart || after_change())) put_space();
    const std::size_t tail = outside ? space_at_end(words) : 0;
    words.remove_suffix(tail);
    if (!words.empty()) put(runs_[index], words);
    if (tail > 0) put_space();
  }

  /// What went out does not stand glued to what came in.
  bool after_change() const { return !open_.empty() && open_.back().kind != RunKind::kKept; }

  void put(const Run& run, std::string_view words) {
    const bool goes_on =
        !open_.empty() && open_.back().kind == run.kind && open_.back().number == run.number && open_.back().edits == run.edits;
    if (!goes_on) open_.push_back({run.kind, "", run.number, false, run.edits});
    open_.back().text += words;
    const Both sides = sides_of(run.kind);
    if (sides.from) apart_.from = space_at_end(words) > 0;
    if (sides.to) apart_.to = space_at_end(words) > 0;
  }

  void put_space() {
    if (!open_.empty() && !apart_.all()) {
      if (open_.back().kind != RunKind::kKept || open_.back().number) open_.push_back({RunKind::kKept, "", false, false, {}});
      open_.back().text += ' ';
    }
    apart_ = {};
  }

  void close() {
    if (!open_.empty()) {
      std::string& text = open_.back().text;
      text.resize(text.size() - space_at_end(text));
      if (text.empty()) open_.pop_back();
    }
    if (!open_.empty()) paragraphs_.push_back(std::move(open_));
    open_ = {};
    apart_ = {};
  }

  const std::vector<Run>& runs_;
  std::vector<Both> follows_;
  std::vector<Paragraph> paragraphs_;
  Paragraph open_;
  Both apart_;  // each side, as written so far, ends with white space
};

// --- the short form ------------------------------------------------------------------------------------------------------

/// Where each word of a text ends; the white space before it belongs to it.
std::vector<std::size_t> word_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool space = is_white_space(next_code_point(text, at));
    if (space && in_word) ends.push_back(begin);
    in_word = !space;
  }
  if (in_word) ends.push_back(text.size());
  return ends;
}

void put_kept(Paragraph& out, std::string_view text) {
  if (!text.empty()) out.push_back({RunKind::kKept, std::string(text), false, false, {}});
}

void put_gap(Paragraph& out) { out.push_back({RunKind::kKept, "…", false, true, {}}); }

/// A kept stretch: `before` words after what precedes it stay, `after` words before what follows.
void cut(Paragraph& out, std::string_view text, std::size_t before, std::size_t after) {
  constexpr std::size_t kNotWorthAGap = 3;
  const std::vector<std::size_t> ends = word_ends(text);
  if (ends.size() <= before + after + kNotWorthAGap) return put_kept(out, text);
  if (before > 0) put_kept(out, std::string(text.substr(0, ends[before - 1])) + " ");
  put_gap(out);
  if (after > 0) {
    const std::string_view rest = text.substr(ends[ends.size() - after - 1]);
    put_kept(out, rest);
  }
}

}  // namespace

std::vector<Paragraph> paragraphs_of(const RedlineBlock& block) { return ParagraphWriter(block).write(); }

Paragraph shortened(const Paragraph& paragraph, std::size_t context) {
  const auto is_change = [](const Piece& piece) { return piece.kind != RunKind::kKept; };
  const auto first = std::find_if(paragraph.begin(), paragraph.end(), is_change);
  const auto last = std::find_if(paragraph.rbegin(), paragraph.rend(), is_change).base();  // past the last change
  Paragraph out;
  bool changes_before = false;
  for (auto piece = paragraph.begin(); piece != paragraph.end(); ++piece) {
    if (is_change(*piece) || piece->number) {
      out.push_back(*piece);
      changes_before = changes_before || (is_change(*piece) && !piece->number);
      continue;
    }
    const bool changes_after = piece < last;
    const bool opens = piece == paragraph.begin() || !changes_before;
    // Where nothing changed, and at a paragraph's beginning, its first words tell which it is.
    const std::size_t before = opens ? context / 2 : context;
    cut(out, piece->text, first == paragraph.end() ? context : before, changes_after ? context : 0);
  }
  return out;
}

}  // namespace travaux::report
