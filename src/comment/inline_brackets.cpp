// Passes: the paragraph without its named brackets, their places kept; that text aligned with the draft's; then each bracket by
// what the draft has at its place; then what differs outside of brackets.
#include "comment/inline_brackets.h"

#include <algorithm>
#include <optional>
#include <set>

#include "comment/apply.h"
#include "comment/brackets.h"
#include "comment/edits.h"
#include "comment/form_words.h"
#include "comment/letter.h"
#include "comment/quote.h"
#include "comment/redraft.h"
#include "comment/unwrap.h"

namespace travaux {
namespace {

constexpr std::size_t kLongestReference = 8;  // tokens: "see also Article 3.1."
constexpr std::size_t kNone = std::string::npos;

struct Named {
  std::vector<std::string> names;
  std::string words;
  std::size_t at = 0;  ///< in the base text
  Stance stance = Stance::kWords;
  bool nested = false;  ///< stands in what another proposes
};

struct Base {
  std::string text;
  std::vector<Named> named;
  std::vector<Span> anonymous;  ///< in `text`
};

/// Where a bracket that nothing closes ends: where the draft's words go on to the paragraph's end.
std::size_t end_of_unclosed(std::string_view paragraph, Span content, std::string_view drafted) {
  const std::vector<Token> words = tokenize(content.of(paragraph));
  const std::vector<Token> own = tokenize(drafted);
  std::size_t same = 0;
  while (same < words.size() && same < own.size() &&
         token_form(words[words.size() - 1 - same].span.of(content.of(paragraph))) ==
             token_form(own[own.size() - 1 - same].span.of(drafted))) {
    ++same;
  }
  return same == 0 || same == words.size() ? content.end : content.begin + words[words.size() - same].span.begin;
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

/// The brackets without a name, by where they open, that stand in the draft's text too, whatever was put into them.
std::set<std::size_t> drafted_brackets(std::string_view paragraph, std::string_view drafted, const std::string& form) {
  std::set<std::size_t> found;
  if (drafted.find('[') == std::string_view::npos) return found;
  const std::vector<Bracket> brackets = brackets_in(paragraph);
  std::string plain;
  std::vector<std::size_t> place(paragraph.size(), kNone);  // in `plain`
  std::size_t at = 0;
  const auto copy_to = [&](std::size_t end) {
    for (; at < end; ++at) place[at] = plain.size(), plain += paragraph[at];
  };
  for (const Bracket& bracket : brackets) {
    const bool added = !bracket.names.empty() && bracket.closed && bracket.span.begin >= at &&
                       form.find(comparison_form(bracket.span.of(paragraph))) == std::string::npos;
    if (!added) continue;
    copy_to(bracket.span.begin);
    at = bracket.span.end;
  }
  copy_to(paragraph.size());
  std::set<std::pair<std::size_t, std::size_t>> own;
  for (const Bracket& bracket : brackets_in(drafted)) own.emplace(bracket.span.begin, bracket.span.end - 1);
  const Alignment alignment(plain, drafted);
  for (const Bracket& bracket : brackets) {
    const std::size_t open = place[bracket.span.begin];
    const std::size_t close = place[bracket.span.end - 1];
    if (!bracket.names.empty() || !bracket.closed || open == kNone || close == kNone) continue;
    const std::optional<Span> opens = alignment.drafted({open, open + 1});
    const std::optional<Span> closes = alignment.drafted({close, close + 1});
    if (opens && closes && own.count({opens->begin, closes->begin}) != 0) found.insert(bracket.span.begin);
  }
  return found;
}

class BaseReader {
 public:
  /// `drafted`: of `own_words` nothing; then an unclosed bracket loses its marks alone.
  BaseReader(std::string_view paragraph, std::string_view drafted)
      : paragraph_(paragraph),
        drafted_(drafted),
        form_(comparison_form(drafted)),
        own_(drafted_brackets(paragraph, drafted, form_)) {}

  Base run() {
    for (const Bracket& bracket : brackets_in(paragraph_)) read(bracket);
    copy_to(paragraph_.size());
    return std::move(base_);
  }

 private:
  void copy_to(std::size_t end) {
    while (!ends_.empty() && ends_.back().first < end) {
      base_.text += paragraph_.substr(at_, ends_.back().first - at_);
      at_ = ends_.back().first + 1;
      base_.anonymous.push_back({ends_.back().second, base_.text.size()});
      ends_.pop_back();
    }
    if (end > at_) base_.text += paragraph_.substr(at_, end - at_), at_ = end;
  }

  /// Brackets that the draft's text has too are left in it as they are.
  void read(const Bracket& bracket) {
    if (bracket.span.begin < at_) return read_nested(bracket);
    if (!bracket.closed && bracket.names.empty()) return;
    if (const std::string_view content = bracket.content.of(paragraph_); content == "…" || content == "...") return;
    if (own_.count(bracket.span.begin) != 0) return;
    const std::string own = without_nested_names(bracket.span.of(paragraph_), form_);
    if (!form_.empty() && form_.find(comparison_form(own)) != std::string::npos) return;
    copy_to(bracket.span.begin);
    if (bracket.names.empty()) {
      ends_.emplace_back(bracket.span.end - 1, base_.text.size());
      at_ = bracket.span.begin + 1;
      return;
    }
    Span content = bracket.content;
    std::size_t end = bracket.span.end;
    if (!bracket.closed) end = drafted_.empty() ? content.begin : end_of_unclosed(paragraph_, content, drafted_);
    content.end = std::min(content.end, std::max(end, content.begin));
    base_.named.push_back({bracket.names, words_of(content), base_.text.size(), bracket.stance, false});
    at_ = end;
  }

  /// A name within what another proposes: its words are its own, at the same place.
  void read_nested(const Bracket& bracket) {
    if (bracket.names.empty() || !bracket.closed || base_.named.empty() || bracket.span.end > at_) return;
    base_.named.push_back({bracket.names, words_of(bracket.content), base_.named.back().at, bracket.stance, true});
  }

  /// What a bracket holds, without the named ones in it.
  std::string words_of(Span content) const {
    const std::string_view text = content.of(paragraph_);
    std::string words;
    std::size_t at = 0;
    for (const Bracket& bracket : text.find('[') == std::string_view::npos ? std::vector<Bracket>() : brackets_in(text)) {
      if (bracket.names.empty() || !bracket.closed || bracket.span.begin < at) continue;
      words += text.substr(at, bracket.span.begin - at);
      at = bracket.span.end;
    }
    words += text.substr(at);
    return fold_white_space(words);
  }

  std::string_view paragraph_, drafted_;
  std::string form_;
  std::set<std::size_t> own_;  ///< where brackets open that the draft has too
  std::size_t at_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> ends_;  ///< (where an anonymous bracket closes, where it began in the base)
  Base base_;
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
        base_(BaseReader(paragraph, text.text).run()),
        alignment_(base_.text, text.text) {}

  std::vector<Proposal> run() {
    take_notes();
    std::vector<bool> replaced(base_.anonymous.size());
    owners_.resize(base_.anonymous.size(), senders_);
    for (std::size_t i = 0; i < base_.anonymous.size(); ++i) {
      if (read_owner(base_.anonymous[i])) replaced[i] = true;
    }
    for (const Named& named : base_.named) {
      std::size_t old_words = before(named.at);
      if (old_words == kNone && named.stance == Stance::kDelete) old_words = after(named.at);
      if (old_words != kNone) replaced[old_words] = true;
      read(named, old_words);
    }
    for (std::size_t i = 0; i < base_.anonymous.size(); ++i) {
      if (!replaced[i]) read_anonymous(base_.anonymous[i], owners_[i]);
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

  /// The one that begins at a place.
  std::size_t after(std::size_t at) const {
    for (std::size_t i = 0; i < base_.anonymous.size(); ++i) {
      const Span& span = base_.anonymous[i];
      if (span.begin >= at && base_.text.find_first_not_of(" \n", at) >= span.begin) return i;
    }
    return kNone;
  }

  void read(const Named& named, std::size_t old_words) {
    const std::vector<std::string> by = groups_of(named.names, speakers_);
    const bool deletes = named.stance == Stance::kDelete;
    if (named.stance == Stance::kSupport || named.stance == Stance::kReserve) {
      add(named.stance == Stance::kSupport ? Ask::kSupport : Ask::kReserve, by, named.words);
      return;
    }
    if (named.stance == Stance::kOppose) {
      for (const Span& span : Quote(named.words).find(text_.text).spans) explained_.push_back(span);
      add(Ask::kRemark, by, named.words);
      return;
    }
    if (named.nested) return read_nested(by, named);
    std::string_view rest;
    if (!deletes && form_words().delete_marks.begin(named.words, &rest) && take_out(by, named, rest)) return;
    if (old_words != kNone) return exchange(by, named, base_.anonymous[old_words], deletes);
    if (deletes) return take_all(by, named);
    if (is_request(named.words)) return read_request(by, named.words);
    if (named.stance == Stance::kAlternative && stands_at_an_end(named.at)) {
      return replace(by, named.words, {0, text_.text.size()}, Ask::kReword);
    }
    Span gap = trimmed(text_.text, alignment_.gap(named.at, text_.text));
    if (follows_ellipsis(named.at)) gap.begin = gap.end;
    if (precedes_ellipsis(named.at)) gap.end = gap.begin;
    if (gap.empty() || gap.begin > gap.end) return put_in(by, named, gap);
    const std::vector<Span> own = Quote(named.words).find(gap.of(text_.text)).spans;
    if (!own.empty()) return bracket(by, {gap.begin + own.front().begin, gap.begin + own.front().end});
    replace(by, named.words, gap, Ask::kReplace);
  }

  /// Words are left out beside a place: what stands there instead is no other text for them.
  bool follows_ellipsis(std::size_t at) const {
    const std::string_view before = std::string_view(base_.text).substr(0, at);
    const std::size_t end = before.find_last_not_of(" ]");
    return end != kNone && (before.substr(0, end + 1).ends_with("…") || before.substr(0, end + 1).ends_with("..."));
  }
  bool precedes_ellipsis(std::size_t at) const {
    const std::string_view after = std::string_view(base_.text).substr(at);
    const std::size_t begin = std::min(after.find_first_not_of(" ["), after.size());
    return after.substr(begin).starts_with("…") || after.substr(begin).starts_with("...");
  }

  bool stands_at_an_end(std::size_t at) const {
    return base_.text.find_first_not_of(" \n") >= at || base_.text.find_first_not_of(" \n", at) == kNone;
  }

  /// "[CARICOM: delete]" beside no other bracket: all of the paragraph.
  void take_all(const std::vector<std::string>& by, const Named& named) {
    Proposal& p = add(text_.field == Field::kItem ? Ask::kRemove : Ask::kDelete, by, named.words);
    if (p.asks == Ask::kRemove) return;
    p.old_words = std::string(text_.text);
    want(p, {0, text_.text.size()}, {{0, text_.text.size()}, {}});
  }

  void read_nested(const std::vector<std::string>& by, const Named& named) {
    if (named.stance == Stance::kDelete || is_request(named.words)) {
      Proposal& p = add(named.stance == Stance::kDelete ? Ask::kDelete : Ask::kRemark, by, named.words);
      p.placed = p.asks == Ask::kRemark;
      if (!p.placed) p.why_unplaced = "It is on words that another proposes, which the draft has not.";
      return;
    }
    put_in(by, named, trimmed(text_.text, alignment_.gap(named.at, text_.text)));
  }

  /// "[CARICOM: replace “five” with “six”]": left to be placed as a letter's.
  void read_request(const std::vector<std::string>& by, std::string_view words) {
    std::vector<Diagnostic> unread;
    for (Proposal& p : read_letter(words, by, unread)) proposals_.push_back(std::move(p));
  }

  /// "[CARICOM: delete “police forces”]", which stands in their place, beside them or anywhere in the paragraph.
  bool take_out(const std::vector<std::string>& by, const Named& named, std::string_view words) {
    std::vector<Span> spans = Quote(words).find(text_.text).spans;
    if (spans.empty()) return false;
    const Span gap = alignment_.gap(named.at, text_.text);
    const auto beside = std::find_if(spans.begin(), spans.end(), [&](const Span& span) {
      return (span.begin >= gap.begin && span.end <= gap.end) || span.end == gap.begin || span.begin == gap.end;
    });
    if (beside != spans.end()) spans.assign(1, Span(*beside));
    Proposal& p = add(Ask::kDelete, by, named.words);
    p.old_words = std::string(unquoted(words));
    p.alternatives = spans.size() > 1;
    for (const Span& span : spans) want(p, span, removal(text_.text, span));
    return true;
  }

  void exchange(const std::vector<std::string>& by, const Named& named, Span base_span, bool deletes) {
    const std::string old_words = base_.text.substr(base_span.begin, base_span.size());
    const std::optional<Span> span = alignment_.drafted(base_span);
    if (span && deletes && trimmed(text_.text, *span) == trimmed(text_.text, {0, text_.text.size()})) {
      return take_all(by, {{}, "[" + old_words + "] " + named.words, named.at, named.stance, false});
    }
    if (span && !deletes) return replace(by, named.words, *span, Ask::kReplace);
    Proposal& p = add(deletes ? Ask::kDelete : Ask::kReplace, by, "[" + old_words + "] " + named.words);
    p.old_words = old_words;
    if (!deletes) p.new_words = named.words;
    if (span) return want(p, *span, removal(text_.text, *span));
    p.placed = false;
    p.why_unplaced = "“" + old_words + "” does not stand there in the draft.";
  }

  void replace(const std::vector<std::string>& by, const std::string& words, Span span, Ask asks) {
    const std::string_view old_words = span.of(text_.text);
    Proposal& p = add(words.empty() ? Ask::kDelete : asks, by, "[" + std::string(old_words) + "] " + words);
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

  /// "[words] [MEX]": a bracket that holds names alone says whose the one before it is.
  bool read_owner(Span base_span) {
    const std::string words = base_.text.substr(base_span.begin, base_span.size());
    if (alignment_.drafted(base_span)) return false;
    std::vector<std::string> names = acronyms_in(words);
    if (const std::optional<std::string> known = speakers_.find(words)) names.assign(1, *known);
    if (names.empty()) return false;
    anonymous_.push_back(base_span);
    const std::size_t of = before(base_span.begin);
    if (of == kNone) {
      add(Ask::kRemark, groups_of(names, speakers_), "[" + words + "]");
    } else {
      owners_[of] = groups_of(names, speakers_);
    }
    return true;
  }

  /// "Note: to be discussed", "see 3.1": no text.
  static bool is_note(const std::string& words) {
    const std::size_t colon = words.find(':');
    if (colon != kNone && form_words().note_labels.are(std::string_view(words).substr(0, colon))) return true;
    return form_words().references.begin(words) && tokenize(words).size() <= kLongestReference;
  }

  /// Notes are remarks of the senders, placeholders nothing; what stands beside them is not in their place.
  void take_notes() {
    std::vector<Span> others;
    for (const Span& span : base_.anonymous) {
      const std::string words = base_.text.substr(span.begin, span.size());
      const bool note = is_note(words);
      if ((!note && !form_words().placeholders.are(words)) || alignment_.drafted(span)) {
        others.push_back(span);
        continue;
      }
      if (note) add(Ask::kRemark, senders_, "[" + words + "]");
      anonymous_.push_back(span);
    }
    base_.anonymous = std::move(others);
  }

  void read_anonymous(Span base_span, const std::vector<std::string>& by) {
    if (const std::optional<Span> span = alignment_.drafted(base_span)) return bracket(by, *span);
    const std::string words = base_.text.substr(base_span.begin, base_span.size());
    anonymous_.push_back(base_span);
    if (is_request(words)) return read_request(speaker_at_start(words, speakers_, by), words);
    const Span gap = trimmed(text_.text, alignment_.gap(base_span.begin, text_.text));
    const Named named{{}, "[" + words + "]", base_span.begin, Stance::kWords, false};
    if (gap.begin >= gap.end) return put_in(by, named, {gap.begin, gap.begin});
    replace(by, named.words, gap, Ask::kReplace);
  }

  /// What differs from the draft without a bracket.
  void read_unmarked() {
    const std::size_t first = proposals_.size();
    for (const Edit& edit : join_brackets(diff_words(text_.text, base_.text), text_.text)) {
      const auto meets = [](const Span& a, const Span& b) { return a.begin <= b.end && b.begin <= a.end; };
      const bool explained =
          std::any_of(explained_.begin(), explained_.end(), [&](const Span& span) { return meets(span, edit.from_span); }) ||
          std::any_of(anonymous_.begin(), anonymous_.end(), [&](const Span& span) { return meets(span, edit.to_span); });
      const bool passed_over = edit.from.empty() && edit.to.find_first_not_of("[] ") == kNone;  // brackets that do not match
      const bool left_out = edit.to.find("…") != kNone || edit.to.find("...") != kNone;
      if (explained || passed_over || left_out || edit.edit_class == EditClass::kEditorial) continue;
      Proposal p = word_proposal(edit, text_.field, text_.place, text_.text);
      p.by = senders_;
      p.words = fold_white_space(edit.from + " " + edit.to);
      proposals_.push_back(std::move(p));
    }
    join_lifted(proposals_, first, text_.text);
  }

  const DraftText& text_;
  const std::vector<std::string>& senders_;
  const Speakers& speakers_;
  Base base_;
  Alignment alignment_;
  std::vector<std::vector<std::string>> owners_;  ///< of the anonymous brackets
  std::vector<Span> explained_;                   ///< of the draft's text
  std::vector<Span> anonymous_;                   ///< of the base: words that the draft has not
  std::vector<Proposal> proposals_;
};

}  // namespace

std::string own_words(std::string_view paragraph) { return BaseReader(paragraph, {}).run().text; }

std::vector<Proposal> inline_proposals(std::string_view paragraph, const DraftText& text, const std::vector<std::string>& senders,
                                       const Speakers& speakers) {
  return Reader(paragraph, text, senders, speakers).run();
}

}  // namespace travaux
