#include "comment/option_text.h"

#include <algorithm>
#include <vector>

#include "text/unicode.h"
#include "travaux/brackets.h"

namespace travaux {
namespace {

struct Labelled {
  std::size_t begin = 0;
  std::string number;  ///< folded, as printed behind the word
};

/// The labels that open lines, behind an opening bracket or not.
std::vector<Labelled> labels_in(std::string_view text) {
  std::vector<Labelled> labels;
  for (std::size_t begin = 0; begin < text.size();) {
    std::string name;
    const std::size_t word = std::min(text.find_first_not_of(" [*_\t", begin), text.size());
    if (option_label(text.substr(word), &name) != 0) labels.push_back({begin, fold_case(name.substr(name.rfind(' ') + 1))});
    begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
  }
  return labels;
}

}  // namespace

std::optional<Span> option_in(std::string_view text, const std::string& portion) {
  const std::string number = portion.substr(portion.rfind(' ') + 1);
  const std::vector<Labelled> labels = labels_in(text);
  const auto same = [&](const Labelled& label) { return label.number == number; };
  const auto found = std::find_if(labels.begin(), labels.end(), same);
  if (found == labels.end() || std::any_of(found + 1, labels.end(), same)) return std::nullopt;
  std::size_t end = found + 1 == labels.end() ? text.size() : (found + 1)->begin;
  while (end > found->begin && (text[end - 1] == '\n' || text[end - 1] == ' ')) --end;
  return Span{found->begin, end};
}

}  // namespace travaux
