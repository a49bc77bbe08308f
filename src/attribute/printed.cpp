// Names that a draft prints in its own brackets: "[North America: voluntary]", "[MEX, ARG: …]".
#include <algorithm>

#include "attribute/claims.h"

namespace travaux {
namespace {

constexpr std::size_t kNameTokens = 24, kNameWords = 6;
constexpr double kNearlyAll = 0.8;

struct Bracket {
  Span span;  ///< from the opening bracket to behind the closing one
  Span lead;  ///< from the opening bracket to behind the colon
  std::vector<std::string> names;
};

class Brackets {
 public:
  Brackets(const Matter& matter, const std::vector<CommentOn>& comments) : speakers_(matter.options.speakers) {
    for (const CommentOn& comment : comments) {
      for (const std::string& by : comment.comment->by) known_.push_back(by);
      for (const Proposal& proposal : comment.comment->proposals)
        known_.insert(known_.end(), proposal.by.begin(), proposal.by.end());
    }
  }

  std::vector<Bracket> in(std::string_view text) const {
    std::vector<Bracket> found;
    const std::vector<Token> tokens = tokenize(text);
    std::vector<std::optional<std::size_t>> open;  // of each open bracket, which of `found` it is
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string_view token = tokens[i].span.of(text);
      if (token == "[") {
        Bracket bracket{{tokens[i].span.begin, text.size()}, {}, {}};
        open.push_back(read_names(text, tokens, i, bracket) ? std::optional(found.size()) : std::nullopt);
        if (open.back()) found.push_back(std::move(bracket));
      } else if (token == "]" && !open.empty()) {
        if (open.back()) found[*open.back()].span.end = tokens[i].span.end;
        open.pop_back();
      }
    }
    return found;
  }

 private:
  bool read_names(std::string_view text, const std::vector<Token>& tokens, std::size_t at, Bracket& bracket) const {
    std::string name;
    const auto take = [&] {
      const std::optional<std::string> speaker = speaker_of(name);
      if (speaker) bracket.names.push_back(*speaker);
      name.clear();
      return speaker.has_value();
    };
    for (std::size_t i = at + 1; i < tokens.size() && i < at + kNameTokens; ++i) {
      const std::string_view token = tokens[i].span.of(text);
      if (token == ":") {
        bracket.lead = {bracket.span.begin, tokens[i].span.end};
        return take();
      }
      if (tokens[i].kind == TokenKind::kBracket) return false;
      if (token == "," || token == ";" || token == "/" || token == "&") {
        if (!take()) return false;
        continue;
      }
      const bool follows = i > at + 1 && tokens[i - 1].span.end == tokens[i].span.begin;
      name += (name.empty() || follows ? "" : " ") + std::string(token);
    }
    return false;
  }

  /// A group that is known, or what looks like a name: capital letters at its start, few words, no figures.
  std::optional<std::string> speaker_of(const std::string& printed) const {
    if (printed.empty()) return std::nullopt;
    if (std::optional<std::string> known = speakers_.find(printed)) return known;
    const std::string folded = fold_case(printed);
    for (const std::string& by : known_) {
      if (fold_case(by) == folded) return by;
    }
    const auto words = std::count(printed.begin(), printed.end(), ' ') + 1;
    const bool figure = std::any_of(printed.begin(), printed.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (names_nobody(printed) || figure || static_cast<std::size_t>(words) > kNameWords) return std::nullopt;
    std::size_t at = 1;
    while (at < printed.size() && (static_cast<unsigned char>(printed[at]) & 0xC0U) == 0x80U) ++at;
    const std::string first = printed.substr(0, at);
    if (fold_case(first) == first) return std::nullopt;
    return printed;
  }

  const Speakers& speakers_;
  std::vector<std::string> known_;
};

bool overlap(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

/// The brackets of each text of the later draft that words came into.
using Texts = std::map<FieldKey, std::vector<Bracket>>;

/// Those whose opening bracket came with this comparison: one that stood there before says nothing of who asked now.
Texts new_brackets(const Matter& matter, const Brackets& brackets) {
  Texts all, fresh;
  for (const EditWords& words : matter.words) {
    if (words.to_key && !all.contains(*words.to_key)) all[*words.to_key] = brackets.in(text_at(matter.to, *words.to_key));
  }
  for (const EditWords& words : matter.words) {
    if (!words.to_key) continue;
    for (const Bracket& bracket : all[*words.to_key]) {
      const bool came = std::any_of(words.stretches.begin(), words.stretches.end(), [&](const Stretch& stretch) {
        return stretch.to_span.begin <= bracket.span.begin && bracket.span.begin < stretch.to_span.end;
      });
      if (came) fresh[*words.to_key].push_back(bracket);
    }
  }
  return fresh;
}

void mark(EditWords& words, const Bracket& bracket) {
  for (Stretch& stretch : words.stretches) {
    if (!overlap(stretch.to_span, bracket.span)) continue;
    for (const std::string& name : bracket.names) {
      if (std::find(words.printed.begin(), words.printed.end(), name) == words.printed.end()) words.printed.push_back(name);
    }
    for (Word& word : stretch.inserted) {
      const Span span{word.span.begin + stretch.to_span.begin, word.span.end + stretch.to_span.begin};
      if (!overlap(span, bracket.lead) && span.end != bracket.span.end) continue;
      word.weight = 0;
      word.content = false;
    }
  }
}

/// Whether nearly all that came stands in brackets with names.
bool all_in(const EditWords& words, const std::vector<Bracket>& brackets) {
  std::size_t bytes = 0, within = 0;
  for (const Stretch& stretch : words.stretches) {
    bytes += stretch.to_span.size();
    for (const Bracket& bracket : brackets) {
      if (!overlap(stretch.to_span, bracket.span)) continue;
      within += std::min(stretch.to_span.end, bracket.span.end) - std::max(stretch.to_span.begin, bracket.span.begin);
    }
  }
  return static_cast<double>(within) >= kNearlyAll * static_cast<double>(bytes);
}

}  // namespace

void find_printed(Matter& matter, const std::vector<CommentOn>& comments) {
  const Brackets brackets(matter, comments);
  const Texts fresh = new_brackets(matter, brackets);
  for (std::size_t e = 0; e < matter.edits.size(); ++e) {
    EditWords& words = matter.words[e];
    if (words.to_key && fresh.contains(*words.to_key)) {
      for (const Bracket& bracket : fresh.at(*words.to_key)) mark(words, bracket);
      words.all_printed = !words.printed.empty() && all_in(words, fresh.at(*words.to_key));
    } else if (!words.to_key && matter.edits[e].change == "added") {
      for (const Bracket& bracket : brackets.in(matter.edits[e].to)) {
        for (const std::string& name : bracket.names) words.printed.push_back(name);
      }
    }
  }
}

void trace_printed(Matter& matter) {
  for (std::size_t e = 0; e < matter.edits.size(); ++e) {
    AttributedEdit& edit = matter.edits[e];
    const EditWords& words = matter.words[e];
    std::vector<Source> sources;
    for (const std::string& name : words.printed) {
      const auto own =
          std::find_if(edit.sources.begin(), edit.sources.end(), [&](const Source& source) { return source.by == name; });
      sources.push_back({name, own == edit.sources.end() ? std::nullopt : own->proposal, 1, How::kPrinted, edit.to});
    }
    for (const Source& source : edit.sources) {
      const bool named = std::find(words.printed.begin(), words.printed.end(), source.by) != words.printed.end();
      if (!named && (!words.all_printed || source.how == How::kVerbatim)) sources.push_back(source);
    }
    edit.sources = std::move(sources);
  }
}

}  // namespace travaux
