#include "report/snippets.h"

#include <algorithm>

#include "report/lookup.h"
#include "text/unicode.h"

namespace travaux::report {

namespace {

bool space_before(std::string_view text, std::size_t at) {
  return at == 0 || at > text.size() || is_white_space(previous_code_point(text, at));
}

bool space_after(std::string_view text, std::size_t at) { return at >= text.size() || is_white_space(next_code_point(text, at)); }

/// Shows edits of one pair of texts, kept words as in the later one.
class Snipper {
 public:
  Snipper(std::string_view from, std::string_view to, std::size_t context)
      : from_(from), to_(to), context_(context), tokens_(tokenize(to)) {}

  std::vector<Snippet> show(const Edit* edits, std::size_t count) {
    for (std::size_t first = 0; first < count;) {
      std::size_t last = first + 1;
      while (last < count && near(edits[last - 1], edits[last])) ++last;
      snippets_.push_back({{}, tags_of(edits + first, last - first)});
      show_group(edits + first, last - first);
      first = last;
    }
    return std::move(snippets_);
  }

 private:
  /// Tokens that end at or before a byte; tokens that begin before it.
  std::size_t ended(std::size_t byte) const {
    return static_cast<std::size_t>(
        std::upper_bound(tokens_.begin(), tokens_.end(), byte, [](std::size_t b, const Token& t) { return b < t.span.end; }) -
        tokens_.begin());
  }
  std::size_t begun(std::size_t byte) const {
    return static_cast<std::size_t>(
        std::lower_bound(tokens_.begin(), tokens_.end(), byte, [](const Token& t, std::size_t b) { return t.span.begin < b; }) -
        tokens_.begin());
  }

  bool near(const Edit& left, const Edit& right) const {
    const std::size_t before = begun(left.to_span.end), after = ended(right.to_span.begin);
    return after <= before + 2 * context_;
  }

  void show_group(const Edit* edits, std::size_t count) {
    const std::size_t before = ended(edits[0].to_span.begin);
    const std::size_t first = before > context_ ? before - context_ : 0;
    if (first > 0) add(Style::kDim, "…", false);
    if (first < before) keep({tokens_[first].span.begin, tokens_[before - 1].span.end}, false);
    for (std::size_t i = 0; i < count; ++i) {
      show_edit(edits[i]);
      if (i + 1 < count) keep_between(edits[i], edits[i + 1]);
    }
    const std::size_t after = begun(edits[count - 1].to_span.end);
    const std::size_t last = std::min(after + context_, tokens_.size());
    if (after < last) keep({tokens_[after].span.begin, tokens_[last - 1].span.end}, space_behind(edits[count - 1]));
    if (last < tokens_.size()) add(Style::kDim, "…", false);
  }

  void keep_between(const Edit& left, const Edit& right) {
    const std::size_t first = begun(left.to_span.end), end = ended(right.to_span.begin);
    if (first < end) keep({tokens_[first].span.begin, tokens_[end - 1].span.end}, space_behind(left));
  }

  void show_edit(const Edit& edit) {
    if (!edit.from.empty()) add(Style::kDeleted, fold_white_space(edit.from), space_before(from_, edit.from_span.begin));
    if (!edit.to.empty()) add(Style::kInserted, fold_white_space(edit.to), space_before(to_, edit.to_span.begin));
  }

  bool space_behind(const Edit& edit) const {
    return edit.to.empty() ? space_after(from_, edit.from_span.end) : space_after(to_, edit.to_span.end);
  }

  void keep(Span span, bool space) { add(Style::kPlain, fold_white_space(span.of(to_)), space); }

  void add(Style style, std::string words, bool space) {
    std::vector<StyledRun>& runs = snippets_.back().runs;
    if (space && !runs.empty()) {
      if (runs.back().style == Style::kPlain) {
        runs.back().text += ' ';
      } else {
        runs.push_back({Style::kPlain, " "});
      }
    }
    if (!runs.empty() && runs.back().style == style) {
      runs.back().text += words;
    } else {
      runs.push_back({style, std::move(words)});
    }
  }

  std::string_view from_, to_;
  std::size_t context_;
  std::vector<Token> tokens_;
  std::vector<Snippet> snippets_;
};

bool fits(const Edit& edit, std::string_view from, std::string_view to) {
  return edit.from_span.begin <= edit.from_span.end && edit.from_span.end <= from.size() &&
         edit.to_span.begin <= edit.to_span.end && edit.to_span.end <= to.size();
}

Snippet bare(const Edit& edit) {
  Snippet snippet{{}, tags_of(&edit, 1)};
  if (!edit.from.empty()) snippet.runs.push_back({Style::kDeleted, fold_white_space(edit.from)});
  if (!edit.from.empty() && !edit.to.empty()) snippet.runs.push_back({Style::kPlain, " "});
  if (!edit.to.empty()) snippet.runs.push_back({Style::kInserted, fold_white_space(edit.to)});
  return snippet;
}

}  // namespace

std::vector<Snippet> snippets(std::string_view from, std::string_view to, const Edit* edits, std::size_t count,
                              std::size_t context) {
  if (std::all_of(edits, edits + count, [&](const Edit& edit) { return fits(edit, from, to); })) {
    return Snipper(from, to, context).show(edits, count);
  }
  std::vector<Snippet> list;
  for (std::size_t i = 0; i < count; ++i) list.push_back(bare(edits[i]));
  return list;
}

}  // namespace travaux::report
