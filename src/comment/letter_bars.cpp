#include "comment/letter_bars.h"

#include <algorithm>

#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux::letter {
namespace {

using Kind = Piece::Kind;

constexpr std::size_t kNear = 4;             // pieces from "except" to what it spares
constexpr std::size_t kLongestHeading = 16;  // pieces of a heading without a colon

/// The pieces of a stretch as one line of plain forms, each between spaces: phrases are looked up in it.
class Line {
 public:
  Line(const Pieces& pieces, Range range) : range_(range) {
    text_ = " ";
    for (std::size_t i = range.begin; i < range.end; ++i) {
      starts_.push_back(text_.size() - 1);
      const Piece& piece = pieces.list[i];
      if (piece.aside) continue;
      if (piece.is(Kind::kQuote)) {
        text_ += "\" ";
      } else if (piece.is(Kind::kAddress)) {
        text_ += "# ";
      } else if (piece.mark != 0) {
        text_ += std::string(1, piece.mark == '\n' ? '|' : piece.mark) + " ";
      } else {
        text_ += plain_phrase(piece.span.of(pieces.text)) + " ";
      }
    }
  }

  /// The first piece at or after `from` where one of the phrases begins; the range's end where none does.
  std::size_t find(const std::vector<std::string>& phrases, std::size_t from) const {
    if (from >= range_.end) return range_.end;
    std::size_t best = std::string::npos;
    for (const std::string& phrase : phrases) {
      best = std::min(best, text_.find(" " + phrase + " ", starts_[from - range_.begin]));
    }
    return best == std::string::npos ? range_.end : piece_at(best);
  }

  bool has(const std::vector<std::string>& phrases) const { return find(phrases, range_.begin) != range_.end; }

  bool begins_at(const std::vector<std::string>& phrases, std::size_t i) const {
    if (i >= range_.end) return false;
    const std::size_t at = starts_[i - range_.begin];
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const std::string& phrase) { return text_.compare(at, phrase.size() + 2, " " + phrase + " ") == 0; });
  }

 private:
  std::size_t piece_at(std::size_t at) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), at);
    return range_.begin + static_cast<std::size_t>(next - starts_.begin()) - 1;
  }

  Range range_;
  std::string text_;
  std::vector<std::size_t> starts_;
};

class Reader {
 public:
  Reader(const Pieces& pieces, Range range, const Voice& voice)
      : pieces_(pieces), list_(pieces.list), range_(range), voice_(voice), line_(pieces, range) {
    bars_.barred = Marks(range);
    bars_.never = Marks(range);
  }

  Bars read() {
    bar_from_phrases("never", true);
    bar_from_phrases("denied", false);
    if (line_.begins_at(phrases("never_first"), first_word())) bar(first_word(), turn_after(first_word()), true);
    if (is_question() || hangs_on_others() || line_.begins_at(phrases("were"), first_word()))
      bar(range_.begin, range_.end, false);
    bar_voided();
    bar_exceptions();
    if (!voice_.by.empty()) bar_others();
    return std::move(bars_);
  }

 private:
  static const std::vector<std::string>& phrases(const char* name) { return lexicon().bars.at(name); }

  std::string form(std::size_t i) const { return plain_phrase(list_[i].span.of(pieces_.text)); }

  void bar(std::size_t begin, std::size_t end, bool never) {
    for (std::size_t i = begin; i < end; ++i) {
      bars_.barred.set(i);
      if (never) bars_.never.set(i);
    }
    bars_.any = bars_.any || begin < end;
  }

  /// What a phrase denies goes on to a turn: ", but we propose".
  std::size_t turn_after(std::size_t i) const { return line_.find(phrases("turn"), i + 1); }

  void bar_from_phrases(const char* name, bool never) {
    for (std::size_t i = line_.find(phrases(name), range_.begin); i < range_.end;) {
      const std::size_t end = turn_after(i);
      bar(i, end, never);
      i = line_.find(phrases(name), std::max(end, i + 1));
    }
  }

  std::size_t first_word() const {
    std::size_t i = range_.begin;
    while (i < range_.end && !list_[i].is(Kind::kWord)) ++i;
    return i;
  }

  bool is_question() const {
    if (range_.begin == range_.end || list_[range_.end - 1].mark != '?') return false;
    const std::size_t first = first_word();
    for (std::size_t i = range_.begin; i < range_.end; ++i) {
      const bool opens = i == first || (i > 0 && (list_[i - 1].mark == ':' || list_[i - 1].mark == ',')) ||
                         list_[i].span.of(pieces_.text).starts_with("\xC2\xBF") ||
                         (i > range_.begin && list_[i - 1].span.of(pieces_.text).ends_with("\xC2\xBF"));
      if (opens && line_.begins_at(phrases("question"), i)) return !line_.begins_at(phrases("courteous"), i);
    }
    return false;
  }

  bool hangs_on_others() const { return line_.has(phrases("hangs")); }

  /// "Deleting “X” would be wrong": what is said of a verb that is the subject.
  void bar_voided() {
    for (std::size_t i = line_.find(phrases("void"), range_.begin); i < range_.end; i = line_.find(phrases("void"), i + 1)) {
      for (std::size_t k = i; k > range_.begin && list_[k - 1].mark == 0 && !gives_reason(k - 1); --k) {
        if (list_[k - 1].verb != Verb::kNone && is_subject(k - 1)) bar(k - 1, i, false);
      }
    }
  }

  bool gives_reason(std::size_t i) const { return list_[i].has(Role::kReason) || line_.begins_at(phrases("because"), i); }

  /// A gerund, an infinitive or a noun, and nobody who asks before it: "the request to delete" is a noun too.
  bool is_subject(std::size_t i) const {
    for (std::size_t k = i; k > range_.begin && list_[k - 1].mark == 0; --k) {
      const bool noun = k - 1 > range_.begin && line_.begins_at(phrases("article"), k - 2);
      if (list_[k - 1].has(Role::kRequest) && !noun) return false;
    }
    const std::string own = form(i);
    const bool to = i > range_.begin && list_[i - 1].has(Role::kTo);
    const bool english = own.ends_with("ing") || to || list_[i].mood == Mood::kNoun;
    const bool spanish = pieces_.language == Language::kSpanish && own.ends_with("r");
    return english || spanish;
  }

  /// "everything but “X”", "except 2.1".
  void bar_exceptions() {
    const bool all = line_.has(phrases("all"));
    for (std::size_t i = range_.begin; i < range_.end; ++i) {
      if (!line_.begins_at(phrases("except"), i) && !(all && line_.begins_at(phrases("but"), i))) continue;
      for (std::size_t k = i + 1; k < std::min(i + 1 + kNear, range_.end) && list_[k].verb == Verb::kNone; ++k) {
        if (!list_[k].is(Kind::kQuote) && !list_[k].is(Kind::kAddress)) continue;
        bar(range_.begin, range_.end, false);
        bars_.doubtful = true;
        return;
      }
    }
  }

  /// "The delegation of Beta proposes to …", "According to Beta, …", "Beta wrote: …".
  void bar_others() {
    for (std::size_t i = range_.begin; i < range_.end; ++i) {
      if (line_.begins_at(phrases("according"), i)) {
        std::size_t end = i + 1;
        while (end < range_.end && list_[end].mark == 0) ++end;
        if (is_other({i + 1, end})) bar(range_.begin, range_.end, false);
      }
      if (line_.begins_at(phrases("propose"), i) || line_.begins_at(phrases("report"), i)) {
        const Range subject = subject_of(i);
        if (is_joined(subject) && is_other(first_subject())) bar(i, turn_after(i), false);
        if (is_other(subject)) bar(subject.begin, turn_after(i), false);
      }
    }
  }

  /// The words before a verb, from the last mark, quotation or place on; past commas where a comma parts them from the verb.
  Range subject_of(std::size_t verb) const {
    const bool parted = verb > range_.begin && list_[verb - 1].mark == ',' && !line_.begins_at(phrases("bare"), verb);
    std::size_t begin = verb;
    while (begin > range_.begin) {
      const Piece& piece = list_[begin - 1];
      const bool comma = piece.mark == ',' && parted;
      if ((piece.mark != 0 && piece.mark != '-' && !comma) || piece.is(Kind::kQuote) || piece.is(Kind::kAddress)) break;
      --begin;
    }
    return {begin, verb};
  }

  /// "… and asks": the subject is that of the verb before.
  bool is_joined(Range subject) const {
    return subject.begin > range_.begin && subject.begin < subject.end &&
           std::all_of(list_.begin() + static_cast<std::ptrdiff_t>(subject.begin),
                       list_.begin() + static_cast<std::ptrdiff_t>(subject.end),
                       [](const Piece& piece) { return piece.has(Role::kConjunction); });
  }

  /// Who opens the sentence with a stance or a lack: "MERCOSUR cannot accept", "MERCOSUR misses"; nobody otherwise.
  Range first_subject() const {
    constexpr Roles kStances = bit(Role::kSupport) | bit(Role::kReserve) | bit(Role::kOppose);
    for (std::size_t i = range_.begin; i < range_.end; ++i) {
      const Piece& piece = list_[i];
      if ((piece.roles & kStances) != 0 || is_turn("lacks", form(i))) return {range_.begin, i};
      if (piece.mark != 0 || piece.is(Kind::kQuote) || piece.is(Kind::kAddress)) break;
    }
    return {range_.begin, range_.begin};
  }

  bool is_other(Range subject) const {
    if (subject.begin >= subject.end || line_.begins_at(phrases("like"), subject.begin)) return false;
    std::vector<std::string> names;
    for (std::size_t i = subject.begin; i < subject.end; ++i) {
      if (line_.begins_at(phrases("ours"), i)) return false;
      if (is_name(i)) names.push_back(form(i));
    }
    return !names.empty() && !is_sender(subject, names);
  }

  bool is_name(std::size_t i) const {
    if (!list_[i].is(Kind::kWord) && !list_[i].is(Kind::kSymbol)) return false;
    std::size_t at = list_[i].span.begin;
    if (!is_upper(next_code_point(pieces_.text, at)) || list_[i].verb != Verb::kNone || list_[i].roles != 0) return false;
    const std::string own = form(i);
    return !own.ends_with("ly") && !own.ends_with("mente") && !line_.begins_at(phrases("no_name"), i);
  }

  /// The subject holds a name of the sender's, an alias or a member; or is part of the name, the first words of a member's, or
  /// what the letters of one stand for.
  bool is_sender(Range subject, const std::vector<std::string>& names) const {
    const std::size_t from = list_[subject.begin].span.begin;
    const std::string words = " " + plain_phrase(pieces_.text.substr(from, list_[subject.end - 1].span.end - from)) + " ";
    std::string initials;
    for (const std::string& name : names) initials += name.substr(0, 1);
    const auto is = [&](const std::string& own) {
      return own.size() > 2 && (words.find(own) != std::string::npos || own == " " + initials + " ");
    };
    const bool sender = std::any_of(voice_.by.begin(), voice_.by.end(), [&](const std::string& name) {
      const std::string own = " " + plain_phrase(name) + " ";
      return is(own) || (own.size() > 2 && std::all_of(names.begin(), names.end(), [&](const std::string& word) {
                           return own.find(" " + word + " ") != std::string::npos;
                         }));
    });
    std::string first = " ";  // "Trinidad" for Trinidad and Tobago, but not "Sudan" for South Sudan
    for (const std::string& name : names) first += name + " ";
    return sender || std::any_of(voice_.names.begin(), voice_.names.end(), [&](const std::string& name) {
             const std::string own = " " + plain_phrase(name) + " ";
             return is(own) || own.starts_with(first);
           });
  }

  const Pieces& pieces_;
  const std::vector<Piece>& list_;
  Range range_;
  const Voice& voice_;
  Line line_;
  Bars bars_;
};

}  // namespace

Bars bars_of(const Pieces& pieces, Range sentence, const Voice& voice) { return Reader(pieces, sentence, voice).read(); }

bool denies_its_list(const Pieces& pieces) {
  if (pieces.list.empty() || !pieces.quotes.empty()) return false;
  const char last = pieces.list.back().mark;
  const bool heading = last == ':' || (last == 0 && pieces.list.size() <= kLongestHeading);
  return heading && Line(pieces, {0, pieces.list.size()}).has(lexicon().bars.at("denies_list"));
}

}  // namespace travaux::letter
