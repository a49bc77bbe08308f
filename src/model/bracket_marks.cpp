#include "model/bracket_marks.h"

#include <algorithm>

#include "text/unicode.h"

namespace travaux {

namespace {

constexpr std::size_t kDeepest = 16;  // open brackets among which a partner in another paragraph is sought
constexpr std::size_t kFar = 40;      // paragraphs that a pair may hold where only one of its marks stands at an edge

bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

/// Behind white space, opening brackets, quotation marks and emphasis.
std::size_t skip_openers(std::string_view source, std::size_t at, std::size_t end) {
  while (at < end) {
    std::size_t next = at;
    const char32_t c = next_code_point(source, next);
    const bool opener = is_white_space(c) || c == U'[' || c == U'(' || c == U'*' || c == U'_' || is_double_quote(c);
    if (!opener) break;
    at = next;
  }
  return at;
}

MarkedParagraph paragraph_at(const Blocks& blocks, Span span) {
  const std::string_view source = blocks.source();
  MarkedParagraph paragraph{span, span.end, span.begin, span.begin};
  const Span lead = blocks.at(trim_white_space(source, span).begin).lead;
  if (!lead.empty() && lead.begin >= span.begin && lead.end <= span.end) paragraph.start = lead.end;
  paragraph.start = skip_openers(source, paragraph.start, span.end);
  const std::size_t label = option_label(source.substr(paragraph.start, span.end - paragraph.start));
  for (std::size_t at = paragraph.start + label; at < span.end;) {
    const std::size_t begin = at;
    if (!is_word(next_code_point(source, at))) continue;
    paragraph.first_letter = begin;
    break;
  }
  for (std::size_t at = span.end; at > span.begin;) {
    const std::size_t end = at;
    if (!is_word(previous_code_point(source, at))) continue;
    paragraph.last_letter = end;
    break;
  }
  return paragraph;
}

class Pairing {
 public:
  explicit Pairing(const Blocks& blocks) : blocks_(blocks), paragraphs_(marked_paragraphs(blocks)) {}

  std::vector<MarkPair> run() {
    for (std::size_t p = 0; p < paragraphs_.size(); ++p) take(p);
    for (const Mark& mark : pending_) pairs_.push_back({mark.at, MarkPair::kNone, false, false});
    std::sort(pairs_.begin(), pairs_.end(), [](const MarkPair& a, const MarkPair& b) { return first(a) < first(b); });
    return std::move(pairs_);
  }

 private:
  struct Mark {
    std::size_t paragraph = 0, at = 0;
  };

  static std::size_t first(const MarkPair& pair) { return pair.open != MarkPair::kNone ? pair.open : pair.close; }

  bool begins(const Mark& mark) const { return mark.at < paragraphs_[mark.paragraph].first_letter; }
  bool ends(const Mark& mark) const { return mark.at >= paragraphs_[mark.paragraph].last_letter; }

  void take(std::size_t p) {
    const Span span = paragraphs_[p].span;
    const std::string_view text = blocks_.source().substr(0, span.end);
    std::vector<Mark> open, loose;
    for (std::size_t at = text.find_first_of("[]", span.begin); at != std::string_view::npos;
         at = text.find_first_of("[]", at + 1)) {
      if (text[at] == '[') {
        open.push_back({p, at});
      } else if (open.empty()) {
        loose.push_back({p, at});
      } else {
        pair(open.back(), {p, at});
        open.pop_back();
      }
    }
    for (const Mark& mark : loose) close(mark);
    pending_.insert(pending_.end(), open.begin(), open.end());
  }

  void pair(const Mark& open, const Mark& close) { pairs_.push_back({open.at, close.at, begins(open), ends(close)}); }

  bool may_pair(const Mark& open, const Mark& close) const {
    const bool begin = begins(open), end = ends(close);
    if (begin && end) return true;
    const Place& a = blocks_.at(open.at).place;
    const Place& b = blocks_.at(close.at).place;
    if (a.section != b.section || close.paragraph - open.paragraph > kFar) return false;
    return begin || end || (!a.item.empty() && !b.item.empty() && a.item[0] == b.item[0]);
  }

  void close(const Mark& mark) {
    for (std::size_t k = pending_.size(); k > 0 && pending_.size() - k < kDeepest; --k) {
      if (!may_pair(pending_[k - 1], mark)) continue;
      pair(pending_[k - 1], mark);
      // What stands open within the pair can find no partner outside of it.
      for (std::size_t i = k; i < pending_.size(); ++i) pairs_.push_back({pending_[i].at, MarkPair::kNone, false, false});
      pending_.resize(k - 1);
      return;
    }
    pairs_.push_back({MarkPair::kNone, mark.at, false, false});
  }

  const Blocks& blocks_;
  std::vector<MarkedParagraph> paragraphs_;
  std::vector<Mark> pending_;
  std::vector<MarkPair> pairs_;
};

}  // namespace

std::size_t Blocks::index(std::size_t offset) const {
  const auto after = std::upper_bound(document_.blocks.begin(), document_.blocks.end(), offset,
                                      [](std::size_t at, const Block& block) { return at < block.span.begin; });
  return after == document_.blocks.begin() ? 0 : static_cast<std::size_t>(after - document_.blocks.begin()) - 1;
}

std::vector<MarkedParagraph> marked_paragraphs(const Blocks& blocks) {
  std::vector<MarkedParagraph> paragraphs;
  const std::string_view source = blocks.source();
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t end = std::min(source.find('\n', begin), source.size());
    if (!trim_white_space(source, {begin, end}).empty()) paragraphs.push_back(paragraph_at(blocks, {begin, end}));
    begin = end + 1;
  }
  return paragraphs;
}

std::vector<MarkPair> pair_marks(const Blocks& blocks) { return Pairing(blocks).run(); }

}  // namespace travaux
