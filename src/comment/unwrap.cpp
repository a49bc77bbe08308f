#include "comment/unwrap.h"

#include <algorithm>

#include "comment/alike.h"
#include "comment/brackets.h"
#include "comment/form_words.h"
#include "comment/inline_brackets.h"
#include "comment/letter.h"
#include "parse/lead.h"

namespace travaux {
namespace {

constexpr double kSameOption = 0.6;    // likeness of an option's words to the draft's of that label, to be the same
constexpr std::size_t kMostParts = 6;  // of one name: "Iceland, Liechtenstein and Norway"
constexpr std::size_t kMostWordsOfASpeaker = 6;
constexpr std::size_t kLongestReservation = 8;  // tokens: "reserves its position pending consultations."

/// Whether nothing but white space and a stop stands in a stretch.
bool is_bare(std::string_view text) { return text.find_first_not_of(" \t.;,") == std::string_view::npos; }

class Unwrapper {
 public:
  Unwrapper(std::string_view text, std::string_view draft, const Speakers& speakers, const std::vector<std::string>& senders)
      : text_(text), drafted_(comparison_form(draft)), options_(options_of(draft)), speakers_(speakers), senders_(senders) {}

  Unwrapped run() {
    result_.text = std::string(text_);
    result_.owners.resize(1 + static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n')));
    for (const Bracket& bracket : brackets_in(text_)) {
      if (bracket.depth > 0 || !bracket.closed || bracket.names.empty() || is_drafted(bracket)) continue;
      take(bracket);
    }
    std::sort(gone_.begin(), gone_.end());
    for (auto at = gone_.rbegin(); at != gone_.rend(); ++at) result_.text.erase(at->first, at->second - at->first);
    take_options();
    std::stable_sort(result_.asides.begin(), result_.asides.end(),
                     [](const Aside& a, const Aside& b) { return a.line < b.line; });
    return std::move(result_);
  }

 private:
  bool is_drafted(const Bracket& bracket) const {
    return drafted_.find(comparison_form(without_nested_names(bracket.span.of(text_), drafted_))) != std::string::npos;
  }

  std::size_t line_of(std::size_t at) {
    while (counted_ < at) lines_ += text_[counted_++] == '\n' ? 1 : 0;
    return lines_;
  }

  void take(const Bracket& bracket) {
    const std::size_t start = text_.rfind('\n', bracket.span.begin);
    const std::size_t begin = start == std::string_view::npos ? 0 : start + 1;
    const std::size_t end = std::min(text_.find('\n', bracket.span.end), text_.size());
    const std::string_view before = text_.substr(begin, bracket.span.begin - begin);
    if (!is_bare(text_.substr(bracket.span.end, end - bracket.span.end))) return;
    std::string number;
    if (!is_bare(before)) {
      const std::optional<Lead> lead = find_lead(text_.substr(begin, end - begin));
      if (!lead || !is_bare(before.substr(std::min(lead->span.end, before.size())))) return;
      number = lead->number;
    }
    const std::size_t line = line_of(bracket.span.begin);
    const std::string_view words = bracket.content.of(text_);
    std::vector<std::string> names = groups_of(bracket.names, speakers_);
    if (const std::optional<Aside::Kind> kind = kind_of(bracket.stance, words)) {
      result_.asides.push_back({*kind, std::move(names), fold_white_space(words), std::move(number), line + 1});
      blank(begin, end);
      return;
    }
    const std::size_t lines = static_cast<std::size_t>(std::count(words.begin(), words.end(), '\n'));
    for (std::size_t l = line; l <= line + lines; ++l) result_.owners[l] = {true, names};
    gone_.emplace_back(bracket.span.begin, bracket.content.begin);
    gone_.emplace_back(bracket.content.end, bracket.span.end);
  }

  /// Takes all out between two places but the line feeds.
  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      const std::size_t feed = std::min(text_.find('\n', at), end);
      if (feed > at) gone_.emplace_back(at, feed);
      at = feed + 1;
    }
  }

  /// "Option 1: text", "[Option 2 (CARICOM): text]" on one line. A label alone on its line is the parser's.
  void take_options() {
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < result_.text.size(); ++line) {
      std::size_t end = std::min(result_.text.find('\n', begin), result_.text.size());
      std::string words = result_.text.substr(begin, end - begin);
      if (take_option(words, line) || take_numbered_options(words, line)) {
        result_.text.erase(begin, end - begin);
        end = begin;
      }
      begin = end + 1;
    }
  }

  /// Whether the draft has the option itself, perhaps in slightly other words: then it is text, and no alternative to the
  /// draft's.
  bool is_drafted_option(std::string_view option) const {
    const std::string label = label_of(option);
    return std::any_of(options_.begin(), options_.end(), [&](const std::string& own) {
      if (label_of(own) != label) return false;
      return comparison_form(own) == comparison_form(option) || alike(own_words(option), own_words(own)) >= kSameOption;
    });
  }

  /// "option 1 :"
  static std::string label_of(std::string_view option) {
    if (option.starts_with('[')) option.remove_prefix(1);
    return fold_case(comparison_form(option.substr(0, option.find(':'))));
  }

  /// Where "Option 1:", "Opción B:" begin in a text, after the end of a sentence, and where their own text does.
  static std::vector<Span> option_labels(std::string_view text) {
    std::vector<Span> labels;
    const std::vector<Token> tokens = tokenize(text);
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
      const bool after_end = i == 0 || std::string_view(".;]").find(tokens[i - 1].span.of(text)) != std::string_view::npos;
      if (!after_end || tokens[i + 2].span.of(text) != ":" || tokens[i + 1].span.size() > 2) continue;
      if (form_words().option_words.are(tokens[i].span.of(text)))
        labels.push_back({tokens[i].span.begin, tokens[i + 2].span.end});
    }
    return labels;
  }

  /// "2.3 Option 1: text. Option 2: No text." on one line.
  bool take_numbered_options(const std::string& words, std::size_t line) {
    const std::optional<Lead> lead = find_lead(words);
    if (!lead || drafted_.find(comparison_form(words)) != std::string::npos) return false;
    const std::string_view rest = std::string_view(words).substr(lead->span.end);
    const std::vector<Span> labels = option_labels(rest);
    if (is_drafted_option(fold_white_space(rest))) return false;
    if (labels.size() < 2 || !is_bare(rest.substr(0, labels.front().begin))) return false;
    const std::vector<std::string>& names = result_.owners[line].names.empty() ? senders_ : result_.owners[line].names;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const std::size_t end = i + 1 < labels.size() ? labels[i + 1].begin : rest.size();
      std::string text = fold_white_space(rest.substr(labels[i].end, end - labels[i].end));
      const bool none = form_words().no_text.are(text) || stance_of(text) == Stance::kDelete;
      result_.asides.push_back(
          {none ? Aside::Kind::kDelete : Aside::Kind::kOption, names, std::move(text), lead->number, line + 1});
    }
    return true;
  }

  bool take_option(std::string_view words, std::size_t line) {
    const std::string_view printed = words;
    if (words.starts_with('[') && words.ends_with(']')) words = words.substr(1, words.size() - 2);
    std::string_view rest;
    if (!form_words().option_words.begin(words, &rest)) return false;
    const std::size_t colon = rest.substr(0, 120).find(':');
    if (colon == std::string_view::npos || is_bare(rest.substr(colon + 1)) || is_drafted_option(printed)) return false;
    const std::string_view label = rest.substr(0, colon);
    const std::size_t open = label.find('(');
    const std::size_t number = label.substr(0, open).find_first_not_of("0123456789ABCDIVX. ");
    if (number != std::string_view::npos) return false;
    std::vector<std::string> names;
    if (open != std::string_view::npos) {
      std::string_view inside = label.substr(open + 1);
      names = groups_of({std::string(inside.substr(0, inside.find(')')))}, speakers_);
    }
    if (names.empty()) names = result_.owners[line].names.empty() ? senders_ : result_.owners[line].names;
    result_.asides.push_back({Aside::Kind::kOption, std::move(names), fold_white_space(rest.substr(colon + 1)), {}, line + 1});
    return true;
  }

  std::string_view text_;
  const std::string drafted_;
  const std::vector<std::string> options_;  ///< the draft's
  const Speakers& speakers_;
  const std::vector<std::string>& senders_;
  Unwrapped result_;
  std::vector<std::pair<std::size_t, std::size_t>> gone_;
  std::size_t counted_ = 0, lines_ = 0;
};

}  // namespace

std::vector<std::string> groups_of(const std::vector<std::string>& names, const Speakers& speakers) {
  std::vector<std::string> groups;
  const auto take = [&](std::string known) {
    if (!known.empty() && std::find(groups.begin(), groups.end(), known) == groups.end()) groups.push_back(std::move(known));
  };
  for (std::size_t i = 0; i < names.size();) {
    std::size_t size = std::min(kMostParts, names.size() - i);
    for (; size > 1; --size) {  // "G77", "China" are parts of one known name
      std::string joined;
      for (std::size_t k = i; k < i + size; ++k) joined += names[k] + " ";
      const std::optional<std::string> whole = speakers.find(joined);
      if (whole) take(*whole);
      if (whole) break;
    }
    if (size == 1) take(speakers.resolve(names[i]));
    i += size;
  }
  return groups;
}

std::vector<std::string> speaker_at_start(std::string_view words, const Speakers& speakers,
                                          const std::vector<std::string>& senders) {
  const std::vector<Token> tokens = tokenize(words);
  for (std::size_t i = std::min(kMostWordsOfASpeaker, tokens.size()); i-- > 0;) {
    if (const std::optional<std::string> known = speakers.find(words.substr(0, tokens[i].span.end))) return {*known};
  }
  const bool goes_on = tokens.size() > 1 && fold_case(tokens[1].span.of(words)) == tokens[1].span.of(words);
  std::vector<std::string> acronym = goes_on ? acronyms_in(tokens[0].span.of(words)) : std::vector<std::string>();
  return acronym.empty() ? senders : acronym;
}

std::optional<Aside::Kind> kind_of(Stance stance, std::string_view words) {
  switch (stance) {
    case Stance::kDelete:
      return Aside::Kind::kDelete;
    case Stance::kSupport:
      return Aside::Kind::kSupport;
    case Stance::kOppose:
      return Aside::Kind::kOppose;
    case Stance::kReserve:
      return Aside::Kind::kReserve;
    case Stance::kAlternative:
      return Aside::Kind::kOption;
    case Stance::kWords:
      break;
  }
  return is_request(words) ? std::optional(Aside::Kind::kRequest) : std::nullopt;
}

// An item's own text begins with a verb as a request does ("Support the victims …"), so that a request must name a place or quote
// the words that are to change; a reservation must be short.
bool is_request(std::string_view words) {
  std::vector<Diagnostic> unread;
  const std::vector<Proposal> read = read_letter(words, {}, unread);
  const std::size_t size = tokenize(words).size();
  const bool unmet = std::any_of(unread.begin(), unread.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.message == kHangsOnCondition || diagnostic.message == kAsksForPart;
  });
  return std::any_of(read.begin(), read.end(), [size, unmet](const Proposal& p) {
    const bool names_place =
        std::any_of(p.targets.begin(), p.targets.end(), [](const Target& t) { return !t.address.empty(); }) ||
        (p.destination && !p.destination->address.empty());
    if (p.asks == Ask::kRemark && unmet) return names_place;
    if (p.asks == Ask::kReserve) return names_place || size <= kLongestReservation;
    if (!has_fate(p.asks) || p.asks == Ask::kKeep) return names_place && p.asks != Ask::kRemark;
    const bool quotes = !p.old_words.empty() || (p.asks == Ask::kInsert && !p.anchor.empty());
    return names_place || quotes || (p.asks == Ask::kUncite && !p.heading.empty());
  });
}

std::vector<std::string> options_of(std::string_view draft) {
  std::vector<std::string> options;
  for (std::size_t begin = 0; begin < draft.size();) {
    const std::size_t end = std::min(draft.find('\n', begin), draft.size());
    std::string line = fold_white_space(draft.substr(begin, end - begin));
    begin = end + 1;
    if (const std::optional<Lead> lead = find_lead(line)) line = fold_white_space(line.substr(lead->span.end));
    const std::string_view words = std::string_view(line).substr(line.starts_with('[') ? 1 : 0);
    if (words.find(':') != std::string_view::npos && form_words().option_words.begin(words)) options.push_back(std::move(line));
  }
  return options;
}

Unwrapped unwrap(std::string_view text, std::string_view draft, const Speakers& speakers,
                 const std::vector<std::string>& senders) {
  return Unwrapper(text, draft, speakers, senders).run();
}

}  // namespace travaux
