#include "read/hyphens.h"

#include "read/line_ends.h"
#include "travaux/text.h"

namespace travaux {

namespace {

std::string_view first_letters(std::string_view line) { return line.substr(0, letters_from(line, 0)); }

}  // namespace

Hyphens::Hyphens(const std::vector<SourceLine>& lines) {
  std::unordered_set<std::string> asked;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto tail = line_tail_of(lines[i].text);
    if (!is_hyphen(tail.mark)) continue;
    std::size_t next = i + 1;
    while (next < lines.size() && lines[next].blank()) ++next;
    if (next == lines.size()) break;
    const auto left =
        lines[i].text.substr(letters_before(lines[i].text, tail.at), tail.at - letters_before(lines[i].text, tail.at));
    const auto right = first_letters(lines[next].text);
    if (right.empty()) continue;
    asked.insert(fold_case(std::string(left) + std::string(right)));
    asked.insert(fold_case(left));
    asked.insert(fold_case(std::string(left) + "-" + std::string(right)));
  }
  if (asked.empty()) return;
  for (const auto& line : lines) {
    visit_words(line.text, [&](std::string_view word) {
      auto folded = fold_case(word);
      if (asked.contains(folded)) words_.insert(std::move(folded));
    });
  }
}

// Only where the text itself writes the word without a hyphen, never with one, and knows no word that is its first half.
bool Hyphens::cut_by_line_break(std::string_view left, std::string_view right) const {
  const auto first = fold_case(left);
  const auto second = fold_case(right);
  return words_.contains(first + second) && !words_.contains(first + "-" + second) && !words_.contains(first) &&
         !is_prefix(first);
}

void Hyphens::append(std::string& paragraph, std::string_view line) const {
  const auto tail = line_tail_of(paragraph);
  const auto right = first_letters(line);
  const bool suspended = is_conjunction(right) && !line.substr(right.size()).starts_with("-");
  if (tail.mark == 0 || right.empty() || suspended) {
    paragraph.append(" ").append(line);
    return;
  }
  if (tail.mark == U'\u00AD') {
    paragraph.resize(tail.at);
  } else if (is_hyphen(tail.mark)) {
    const auto begin = letters_before(paragraph, tail.at);
    const auto left = paragraph.substr(begin, tail.at - begin);
    if (cut_by_line_break(left, right)) paragraph.resize(tail.at);
  }
  paragraph.append(line);
}

}  // namespace travaux
