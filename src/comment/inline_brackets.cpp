// Passes: the paragraph without its named brackets, their places kept; that text aligned with the draft's; then each bracket by
// what the draft has at its place; then what differs outside of brackets.
#include "comment/inline_brackets.h"

#include <algorithm>
#include <optional>

#include "comment/apply.h"
#include "comment/brackets.h"
#include "comment/edits.h"
#include "comment/form_words.h"
#include "comment/quote.h"
#include "comment/redraft.h"
#include "comment/unwrap.h"

namespace travaux {
namespace {

constexpr std::size_t kNone = std::string::npos;

struct Named {
  std::vector<std::string> names;
  std::string words;
  std::size_t at = 0;  ///< in the base text
};

struct Base {
  std::string text;
  std::vector<Named> named;
  std::vector<Span> anonymous;  ///< in `text`
};

/// Brackets that the draft's text has too are left in it as they are.
Base base_of(std::string_view paragraph, const std::string& drafted) {
  Base base;
  std::size_t at = 0;
  std::vector<std::pair<std::size_t, std::size_t>> ends;  // (where an anonymous bracket closes, where it began in the base)
  const auto copy_to = [&](std::size_t end) {
    while (!ends.empty() && ends.back().first < end) {
      base.text += paragraph.substr(at, ends.back().first - at);
      at = ends.back().first + 1;
      base.anonymous.push_back({ends.back().second, base.text.size()});
      ends.pop_back();
    }
    if (end > at) base.text += paragraph.substr(at, end - at), at = end;
  };
  for (const Bracket& bracket : brackets_in(paragraph)) {
    if (bracket.span.begin < at || !bracket.closed) continue;
    const std::string form = comparison_form(bracket.span.of(paragraph));
    if (drafted.find(form) != std::string::npos) continue;
    copy_to(bracket.span.begin);
    if (bracket.names.empty()) {
      ends.emplace_back(bracket.span.end - 1, base.text.size());
      at = bracket.span.begin + 1;
    } else {
      base.named.push_back({bracket.names, std::string(bracket.content.of(paragraph)), base.text.size()});
      at = bracket.span.end;
    }
  }
  copy_to(paragraph.size());
  return base;
}

/// Which token of the draft's text each token of the base is.
class Alignment {
 public:
  Alignment(const std::string& base, std::string_view drafted)
      : base_(tokenize(base)), drafted_(tokenize(drafted)), to_(base_.size(), kNone), edits_(diff_words(base, drafted)) {
    std::size_t i = 0;
    std::size_t j = 0;
    for (const Edit& edit : edits_) {
      for (; i < base_.size() && j < drafted_.size() && base_[i].span.begin < edit.from_span.begin && !begins(edit, j);
           ++i, ++j) {
        to_[i] = j;
      }
      while (i < base_.size() && base_[i].span.begin < edit.from_span.end) ++i;
      while (j < drafted_.size() && drafted_[j].span.begin < edit.to_span.end) ++j;
    }
    for (; i < base_.size() && j < drafted_.size(); ++i, ++j) to_[i] = j;
  }

  /// The draft's bytes for a stretch of the base; empty: not all of its ends are there.
  std::optional<Span> drafted(Span span) const {
    std::size_t first = kNone;
    std::size_t last = kNone;
    for (std::size_t i = 0; i < base_.size(); ++i) {
      if (base_[i].span.begin < span.begin || base_[i].span.end > span.end) continue;
      if (to_[i] == kNone) return std::nullopt;
      if (first == kNone) first = to_[i];
      last = to_[i];
    }
    if (first == kNone) return std::nullopt;
    return Span{drafted_[first].span.begin, drafted_[last].span.end};
  }

  /// What the draft has between the neighbours of a place in the base: from the end of the one to the start of the other.
  Span gap(std::size_t at, std::string_view drafted) const {
    Span gap{0, drafted.size()};
    for (std::size_t i = 0; i < base_.size(); ++i) {
      if (to_[i] == kNone) continue;
      if (base_[i].span.end <= at) gap.begin = drafted_[to_[i]].span.end;
      if (base_[i].span.begin >= at) {
        gap.end = drafted_[to_[i]].span.begin;
        break;
      }
    }
    return gap;
  }

 private:
  bool begins(const Edit& edit, std::size_t j) const {
    return !edit.to_span.empty() && drafted_[j].span.begin >= edit.to_span.begin;
  }

  std::vector<Token> base_, drafted_;
  std::vector<std::size_t> to_;
  std::vector<Edit> edits_;
};

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == '\n')) ++span.begin;
  while (span.end > span.begin && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n')) --span.end;
  return span;
}

class Reader {
 public:
  Reader(std::string_view paragraph, const DraftText& text, const std::vector<std::string>& senders, const Speakers& speakers)
      : text_(text),
        senders_(senders),
        speakers_(speakers),
        base_(base_of(paragraph, comparison_form(text.text))),
        alignment_(base_.text, text.text) {}

  std::vector<Proposal> run() {
    std::vector<bool> replaced(base_.anonymous.size());
    for (const Named& named : base_.named) {
      const std::size_t old_words = before(named.at);
      if (old_words != kNone) replaced[old_words] = true;
      read(named, old_words);
    }
    for (std::size_t i = 0; i < base_.anonymous.size(); ++i) {
      if (!replaced[i]) read_anonymous(base_.anonymous[i]);
    }
    read_unmarked();
    return std::move(proposals_);
  }

 private:
  Proposal& add(Ask asks, std::vector<std::string> by, std::string_view words) {
    Proposal& p = proposals_.emplace_back();
    p.asks = asks;
    p.by = std::move(by);
    p.words = fold_white_space(words);
    p.placed = true;
    return p;
  }

  void want(Proposal& p, Span span, TextEdit edit) {
    p.wanted.push_back({text_.field, text_.place, edit.span, std::move(edit.text)});
    explained_.push_back(span);
  }

  /// The anonymous bracket that ends at a place of the base: what stands in it is to make way.
  std::size_t before(std::size_t at) const {
    for (std::size_t i = base_.anonymous.size(); i-- > 0;) {
      const Span& span = base_.anonymous[i];
      if (span.end <= at && base_.text.find_first_not_of(" \n", span.end) >= at) return i;
    }
    return kNone;
  }

  void read(const Named& named, std::size_t old_words) {
    const std::vector<std::string> by = groups_of(named.names, speakers_);
    std::string_view rest;
    const bool deletes = form_words().delete_marks.are(named.words);
    if (!deletes && form_words().delete_marks.begin(named.words, &rest) && take_out(by, named, rest)) return;
    if (old_words != kNone) return exchange(by, named, base_.anonymous[old_words], deletes);
    if (deletes) {
      Proposal& p = add(Ask::kDelete, by, named.words);
      p.old_words = std::string(text_.text);
      return want(p, {0, text_.text.size()}, {{0, text_.text.size()}, {}});
    }
    const Span gap = trimmed(text_.text, alignment_.gap(named.at, text_.text));
    if (gap.empty() || gap.begin > gap.end) return put_in(by, named, gap);
    const std::vector<Span> own = Quote(named.words).find(gap.of(text_.text)).spans;
    if (!own.empty()) return bracket(by, {gap.begin + own.front().begin, gap.begin + own.front().end});
    replace(by, named.words, gap);
  }

  /// "[CARICOM: delete “police forces”]".
  bool take_out(const std::vector<std::string>& by, const Named& named, std::string_view words) {
    const Found found = Quote(words).find(text_.text);
    if (found.spans.empty()) return false;
    Proposal& p = add(Ask::kDelete, by, named.words);
    p.old_words = std::string(unquoted(words));
    p.alternatives = found.spans.size() > 1;
    for (const Span& span : found.spans) want(p, span, removal(text_.text, span));
    return true;
  }

  void exchange(const std::vector<std::string>& by, const Named& named, Span base_span, bool deletes) {
    const std::string old_words = base_.text.substr(base_span.begin, base_span.size());
    const std::optional<Span> span = alignment_.drafted(base_span);
    if (span && !deletes) return replace(by, named.words, *span);
    Proposal& p = add(deletes ? Ask::kDelete : Ask::kReplace, by, "[" + old_words + "] " + named.words);
    p.old_words = old_words;
    if (!deletes) p.new_words = named.words;
    if (span) return want(p, *span, removal(text_.text, *span));
    p.placed = false;
    p.why_unplaced = "“" + old_words + "” does not stand there in the draft.";
  }

  void replace(const std::vector<std::string>& by, const std::string& words, Span span) {
    const std::string_view old_words = span.of(text_.text);
    Proposal& p = add(words.empty() ? Ask::kDelete : Ask::kReplace, by, "[" + std::string(old_words) + "] " + words);
    p.old_words = std::string(old_words);
    p.new_words = words;
    want(p, span, replacement(text_.text, span, words));
  }

  void put_in(const std::vector<std::string>& by, const Named& named, Span gap) {
    Proposal& p = add(Ask::kInsert, by, named.words);
    p.new_words = named.words;
    TextEdit edit = gap.begin >= text_.text.size() ? addition(text_.text, named.words)
                                                   : insertion(text_.text, gap.begin, named.words, Attach::kAfter);
    set_anchor(p, edit.span.begin);
    want(p, {gap.begin, gap.begin}, std::move(edit));
  }

  void set_anchor(Proposal& p, std::size_t at) const {
    Edit edit;
    edit.to = p.new_words;
    edit.from_span = {at, at};
    const Proposal like = word_proposal(edit, text_.field, text_.place, text_.text);
    p.anchor = like.anchor;
    p.where = like.where;
  }

  void bracket(const std::vector<std::string>& by, Span span) {
    Proposal& p = add(Ask::kBracket, by, span.of(text_.text));
    p.old_words = std::string(span.of(text_.text));
    want(p, span, literal_edit(text_.text, span, "[" + p.old_words + "]"));
  }

  void read_anonymous(Span base_span) {
    if (const std::optional<Span> span = alignment_.drafted(base_span)) return bracket(senders_, *span);
    const std::string words = base_.text.substr(base_span.begin, base_span.size());
    const Span gap = trimmed(text_.text, alignment_.gap(base_span.begin, text_.text));
    const Named named{{}, "[" + words + "]", base_span.begin};
    anonymous_.push_back(base_span);
    if (gap.begin >= gap.end) return put_in(senders_, named, {gap.begin, gap.begin});
    replace(senders_, named.words, gap);
  }

  /// What differs from the draft without a bracket.
  void read_unmarked() {
    for (const Edit& edit : join_brackets(diff_words(text_.text, base_.text), text_.text)) {
      const auto meets = [](const Span& a, const Span& b) { return a.begin <= b.end && b.begin <= a.end; };
      const bool explained =
          std::any_of(explained_.begin(), explained_.end(), [&](const Span& span) { return meets(span, edit.from_span); }) ||
          std::any_of(anonymous_.begin(), anonymous_.end(), [&](const Span& span) { return meets(span, edit.to_span); });
      if (explained || edit.edit_class == EditClass::kEditorial) continue;
      Proposal p = word_proposal(edit, text_.field, text_.place, text_.text);
      p.by = senders_;
      p.words = fold_white_space(edit.from + " " + edit.to);
      proposals_.push_back(std::move(p));
    }
  }

  const DraftText& text_;
  const std::vector<std::string>& senders_;
  const Speakers& speakers_;
  Base base_;
  Alignment alignment_;
  std::vector<Span> explained_;  ///< of the draft's text
  std::vector<Span> anonymous_;  ///< of the base: words that the draft has not
  std::vector<Proposal> proposals_;
};

}  // namespace

std::string own_words(std::string_view paragraph) { return base_of(paragraph, {}).text; }

std::vector<Proposal> inline_proposals(std::string_view paragraph, const DraftText& text, const std::vector<std::string>& senders,
                                       const Speakers& speakers) {
  return Reader(paragraph, text, senders, speakers).run();
}

}  // namespace travaux
