#include "parse/recognise.h"

#include <algorithm>

#include "parse/families.h"
#include "travaux/parse.h"

namespace travaux {

namespace {

using Test = bool (*)(const Line&);

bool has_style(const Line& line, LeadStyle style) { return line.lead && line.lead->style == style; }

/// A number of any kind but an article's and those that resolutions are marked up with.
bool is_numbered(const Line& line) {
  return line.lead && line.lead->style != LeadStyle::kArticle && line.lead->style != LeadStyle::kMarked;
}

/// "1. Decides …", "Décide …": numbered or not.
bool is_operative_paragraph(const Line& line) {
  const bool plain = !line.lead || line.lead->style == LeadStyle::kArabic || line.lead->style == LeadStyle::kOrdinal;
  return plain && is_operative(line);
}

const std::map<std::string, Test>& counted() {
  static const std::map<std::string, Test> kTests = {
      {"articles", is_article_heading},
      {"decimals", [](const Line& line) { return has_style(line, LeadStyle::kDecimal); }},
      {"arabic", [](const Line& line) { return has_style(line, LeadStyle::kArabic); }},
      {"marked", [](const Line& line) { return has_style(line, LeadStyle::kMarked); }},
      {"numbered", is_numbered},
      {"preambular", is_preambular},
      {"bodies", names_body},
      {"operative_openers", opens_operative_part},
      {"operative_paragraphs", is_operative_paragraph},
  };
  return kTests;
}

bool passes(const FamilyTest& test, const std::map<std::string, int>& features) {
  long long sum = 0;
  for (const auto& [feature, weight] : test.weights) {
    const auto found = features.find(feature);
    if (found != features.end()) sum += static_cast<long long>(weight) * found->second;
  }
  return sum >= test.at_least;
}

}  // namespace

std::map<std::string, int> features_of(const std::vector<Line>& lines) {
  std::map<std::string, int> features;
  for (const auto& [name, test] : counted()) features[name] = static_cast<int>(std::count_if(lines.begin(), lines.end(), test));
  return features;
}

Family recognise(const std::map<std::string, int>& features) {
  for (const FamilyRule& rule : families().recognition) {
    const auto passed = [&](const FamilyTest& test) { return passes(test, features); };
    if (std::all_of(rule.tests.begin(), rule.tests.end(), passed)) return family_named(rule.family).value_or(Family::kUnnumbered);
  }
  return Family::kUnnumbered;
}

}  // namespace travaux
