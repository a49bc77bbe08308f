#include "parse/titles.h"

#include <algorithm>

#include "model/title.h"
#include "parse/heading.h"
#include "parse/outline.h"
#include "parse/quotes.h"

namespace travaux {

namespace {

constexpr std::size_t kLongestTitle = 400;  // bytes; what is longer is a paragraph, and not worth taking apart

/// One word is no title: "Declaration:", "Decisions:".
bool tells(std::string_view form) { return form.find(' ') != std::string_view::npos; }

}  // namespace

Titles Titles::in(const std::vector<Line>& lines) {
  Titles titles;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].lead && lines[i].lead->style != LeadStyle::kPart && lines[i].lead->style != LeadStyle::kArticle) continue;
    const bool quotation = i + 1 < lines.size() && quotes_of(lines[i + 1].text).opens_first;
    const auto split = find_heading(lines[i].text, {.next_is_quotation = quotation, .next_is_plain = i + 1 < lines.size()});
    if (!split || split->heading.size() > kLongestTitle) continue;
    const std::string_view heading = split->heading.of(lines[i].text);
    const std::string_view passage = split->passage.of(lines[i].text);
    const bool backed = passage.empty() ? quotation : quotes_of(passage).opens_first;
    if (backed || find_symbol(heading)) titles.learn(heading);
  }
  return titles;
}

void Titles::learn(std::string_view heading) {
  if (std::string form = normal_title(take_apart(heading).title); tells(form)) forms_.insert(std::move(form));
}

bool Titles::hold(std::string_view heading) const {
  if (forms_.empty() || heading.size() > kLongestTitle) return false;
  const std::string title = take_apart(heading).title;
  if (forms_.contains(normal_title(title))) return true;
  const auto readings = subdivided(title);
  return std::any_of(readings.begin(), readings.end(),
                     [this](const auto& reading) { return forms_.contains(normal_title(reading.first)); });
}

}  // namespace travaux
