// Numbers that are numbers only within a sequence, and the word that numbers a text's clauses.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "parse/families.h"
#include "parse/outline.h"
#include "parse/shape.h"

namespace travaux {

namespace {

/// Long numbers go on with those before them: 1000 with 999, 1.1000 with 1.999, a few missing ones aside. Years do not.
class LongNumbers {
 public:
  bool goes_on(const Lead& lead) {
    std::vector<int> above;  // of "1.1000.2": 1, then 1.1000
    for (const int value : lead.values) {
      if (value >= kFirstLongNumber && needs_sequence(lead) && !has_one_before(known_[{lead.style, noun_of(lead), above}], value))
        return false;
      above.push_back(value);
    }
    above.pop_back();
    known_[{lead.style, noun_of(lead), above}].insert(lead.value());
    return true;
  }

 private:
  static bool has_one_before(const std::set<int>& known, int value) {
    constexpr int kGap = 10;  // numbers that a draft may have struck
    const auto before = known.upper_bound(value);
    return before != known.begin() && *std::prev(before) + kGap >= value;
  }

  std::map<std::tuple<LeadStyle, std::string, std::vector<int>>, std::set<int>> known_;
};

/// Whether the text's ordinals number something: a second after a first.
bool ordinals_number(const std::vector<Line>& lines) {
  bool first = false;
  for (const Line& line : lines) {
    if (!line.lead || line.lead->style != LeadStyle::kOrdinal) continue;
    if (first && line.lead->value() == 2) return true;
    first = first || line.lead->value() == 1;
  }
  return false;
}

/// The text's own word for a clause, where it has no articles: of those words the one that numbers most. Empty for none.
std::string clause_noun(const std::vector<Line>& lines) {
  std::map<std::string, std::size_t> counts;
  for (const Line& line : lines) {
    if (is_article_heading(line) || (line.lead && line.lead->style == LeadStyle::kDecimal)) return {};
    if (line.lead && line.lead->style == LeadStyle::kPart) ++counts[noun_of(*line.lead)];
  }
  std::string best;
  std::size_t most = 1;
  for (const auto& [noun, count] : counts) {
    if (families().clause_words.contains(noun) && count > most) most = count, best = noun;
  }
  return best;
}

/// Whether the clauses are headings over numbered items, as sections of a plan are, and nothing else.
bool head_items(const std::vector<Line>& lines, const std::string& noun) {
  const bool numbered = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
    return line.lead && line.lead->style == LeadStyle::kArabic && line.paragraph.indent == 0;
  });
  return numbered && std::all_of(lines.begin(), lines.end(), [&noun](const Line& line) {
           return !line.lead || noun_of(*line.lead) != noun || line.lead->alone || looks_like_heading(line.rest());
         });
}

bool is_ordinal(const Line& line) { return line.lead && line.lead->style == LeadStyle::kOrdinal; }

/// Ordinals that number clauses: of a text without articles and decimals, or what comes after the last article. In a resolution
/// they number its paragraphs.
void promote_ordinals(std::vector<Line>& lines) {
  const auto first = std::find_if(lines.begin(), lines.end(), is_ordinal);
  const bool resolves = std::any_of(lines.begin(), lines.end(), opens_operative_part);
  const bool taken = std::any_of(first, lines.end(), [](const Line& line) {
    return is_article_heading(line) || (line.lead && line.lead->style == LeadStyle::kDecimal);
  });
  if (taken || (resolves && std::none_of(lines.begin(), first, is_article_heading))) return;
  for (auto line = first; line != lines.end(); ++line) {
    if (is_ordinal(*line)) line->lead->style = LeadStyle::kArticle;
  }
}

}  // namespace

void promote_clauses(std::vector<Line>& lines) {
  promote_ordinals(lines);
  const std::string noun = clause_noun(lines);
  if (noun.empty() || head_items(lines, noun)) return;
  for (Line& line : lines) {
    if (line.lead && noun_of(*line.lead) == noun) line.lead->style = LeadStyle::kArticle;
  }
}

void drop_doubtful_leads(std::vector<Line>& lines) {
  const bool ordinals = ordinals_number(lines);
  LongNumbers numbers;
  for (Line& line : lines) {
    if (!line.lead) continue;
    const bool keep = line.lead->style == LeadStyle::kOrdinal ? ordinals : numbers.goes_on(*line.lead);
    if (!keep) line.lead.reset();
  }
}

}  // namespace travaux
