#include "parse/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "parse/check_words.h"
#include "parse/lead.h"
#include "travaux/read.h"

namespace travaux {

namespace {

bool labels_option(std::string_view paragraph) {
  if (const std::optional<Lead> lead = find_lead(paragraph)) paragraph.remove_prefix(lead->span.end);
  return check_words().option_words.contains(first_word(paragraph));
}

/// The first findings of each rule; where there are more, one that says how many. A text that breaks a rule throughout needs no
/// more.
std::vector<Finding> capped(std::vector<Finding> findings) {
  constexpr std::size_t kMost = 100;
  std::map<std::string, std::size_t> counts;
  for (const Finding& finding : findings) ++counts[finding.rule];
  std::map<std::string, std::size_t> seen;
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    const std::size_t nth = ++seen[finding.rule];
    const std::size_t all = counts[finding.rule];
    if (nth > kMost + 1) continue;
    if (nth > kMost && all > nth) {
      finding.message = fmt::format("{} more findings of this rule from here on, not listed", all - kMost);
      finding.suggestion.clear();
      finding.others.clear();
    }
    kept.push_back(std::move(finding));
  }
  return kept;
}

}  // namespace

Checking::Checking(const Document& document, const Registry& registry) : document_(document), registry_(registry) {
  line_begins_.push_back(0);
  for (std::size_t i = 0; i < document.source.size(); ++i) {
    if (document.source[i] == '\n') line_begins_.push_back(i + 1);
  }
  for (const Paragraph& paragraph : paragraphs_of(document.source)) {
    if (const std::optional<Lead> lead = find_lead(paragraph.span.of(document.source)))
      printed_[{lead->style, lead->values}].push_back(paragraph.span.begin);
    if (labels_option(paragraph.span.of(document.source))) option_labels_.push_back(paragraph.span.begin);
  }
  section_begins_.assign(document.sections.size(), document.source.size());
  for (const Block& block : document.blocks) {
    if (!block.place.section) continue;
    std::size_t& begin = section_begins_[*block.place.section];
    begin = std::min(begin, block.span.begin);
  }
}

const Block& Checking::block_at(std::size_t offset) const {
  static const Block kNone;
  const auto after = std::upper_bound(document_.blocks.begin(), document_.blocks.end(), offset,
                                      [](std::size_t at, const Block& block) { return at < block.span.begin; });
  return after == document_.blocks.begin() ? kNone : *std::prev(after);
}

std::size_t Checking::line_at(std::size_t offset) const {
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  return static_cast<std::size_t>(after - line_begins_.begin());
}

std::string Checking::address_of(const Place& place) const {
  return place.item.empty() ? std::string() : item_at(document_, place).address;
}

FindingPlace Checking::place_at(std::size_t offset) const { return {line_at(offset), address_of(block_at(offset).place)}; }

bool Checking::has_option_label(Span span) const {
  const auto next = std::lower_bound(option_labels_.begin(), option_labels_.end(), span.begin);
  return next != option_labels_.end() && *next < span.end;
}

std::size_t Checking::section_begin(std::size_t offset) const {
  const Place& place = block_at(offset).place;
  return place.section ? section_begins_[*place.section] : 0;
}

Span Checking::section_span(std::size_t offset) const {
  const Place& place = block_at(offset).place;
  if (!place.section) return whole();
  const bool last = *place.section + 1 == section_begins_.size();
  return {section_begins_[*place.section], last ? document_.source.size() : section_begins_[*place.section + 1]};
}

bool Checking::prints(LeadStyle style, const std::vector<int>& values, Span span) const {
  const auto found = printed_.find({style, values});
  if (found == printed_.end()) return false;
  const auto next = std::lower_bound(found->second.begin(), found->second.end(), span.begin);
  return next != found->second.end() && *next < span.end;
}

Finding& Checking::report(std::string_view rule, std::size_t offset, std::string message) {
  const Place& place = block_at(offset).place;
  Finding finding;
  finding.rule = rule;
  finding.line = line_at(offset);
  finding.item = address_of(place);
  if (place.section) finding.section = document_.sections[*place.section].number;
  finding.message = std::move(message);
  findings_.push_back(std::move(finding));
  return findings_.back();
}

std::vector<Finding> Checking::take() {
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.line, a.rule, a.message) < std::tie(b.line, b.rule, b.message);
  });
  return capped(std::move(findings_));
}

std::string excerpt(std::string_view text, std::size_t size) {
  const auto boundary = [](std::string_view of, std::size_t at) {
    while (at > 0 && at < of.size() && (static_cast<unsigned char>(of[at]) & 0xC0U) == 0x80U) --at;
    return std::min(at, of.size());
  };
  const std::string folded = fold_white_space(text.substr(0, boundary(text, size * 4)));
  if (folded.size() <= size) return folded;
  const std::size_t space = folded.rfind(' ', size);
  const bool has_space = space != std::string::npos && space > 0;
  return folded.substr(0, has_space ? space : boundary(folded, size)) + "…";
}

const std::vector<CheckRule>& check_rules() {
  static const std::vector<CheckRule> rules = {
      {"session-and-year", "a General Assembly symbol whose session did not sit in its year"},
      {"number-under-two-sessions", "one resolution number under two sessions"},
      {"resolution-or-declaration", "one number both as AG/RES. and as AG/DEC."},
      {"zero-for-letter-o", "a zero typed for the letter O in a symbol"},
      {"passage-of-two-instruments", "one passage credited to two instruments"},
      {"quotation-worded-differently", "one instrument's quotation worded differently in two items"},
      {"unbalanced-quotation-marks", "a quotation that is not closed, or closed without having been opened"},
      {"unbalanced-parentheses", "a round bracket without its partner"},
      {"unbalanced-brackets", "a square bracket without its partner"},
      {"number-skipped", "a number or letter that skips"},
      {"number-repeated", "a number or letter that stands twice"},
      {"number-out-of-order", "a number or letter that stands after a later one"},
      {"missing-target", "a cross-reference to a place that is not there"},
      {"unknown-instrument", "a heading that no entry of the registry explains"},
      {"citation-without-passage", "a citation that cites no passage"},
  };
  return rules;
}

std::vector<Finding> check(const Document& document, const Registry& registry) {
  Checking checking(document, registry);
  check_symbols(checking);
  check_united_nations(checking);
  check_passages(checking);
  check_quotation_marks(checking);
  check_brackets(checking);
  check_numbers(checking);
  check_references(checking);
  check_headings(checking);
  return checking.take();
}

}  // namespace travaux
