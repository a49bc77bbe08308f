#include "comment/paragraph_index.h"

#include <algorithm>

#include "comment/alike.h"

namespace travaux {
namespace {

constexpr double kSameAddress = 0.4;   // likeness of a paragraph to the draft's of that address, to be the same
constexpr double kSameNumber = 0.5;    // to one of that number, of which there may be many ("1.", "(a)")
constexpr double kAnyNumber = 0.6;     // to any
constexpr double kPart = 0.9;          // what counts a paragraph that only leaves words out
constexpr std::size_t kLeastPart = 5;  // content words of such a paragraph
constexpr std::size_t kCommon = 256;   // paragraphs: a word in more of them tells nothing
constexpr std::size_t kTried = 8;      // candidates that are compared in full

/// How much likeness the number, and the order of the paragraphs, are worth where words leave a choice.
constexpr double kAddressWeighs = 0.3;
constexpr double kNumberWeighs = 0.15;
constexpr double kOrderWeighs = 0.02;

double likeness(std::string_view printed, std::string_view drafted) {
  const double both = alike(printed, drafted);
  const std::set<std::string> words = content_words(printed);
  return words.size() < kLeastPart ? both : std::max(both, kPart * covered(words, content_words(drafted)));
}

}  // namespace

ParagraphIndex::ParagraphIndex(const Document& draft) {
  for (const DraftText& text : texts_of(draft)) add(text, draft);
}

void ParagraphIndex::add(const DraftText& text, const Document& draft) {
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find('\n', begin), text.text.size());
    DraftParagraph paragraph{{text.field, text.place, text.text.substr(begin, end - begin)}, begin, {}, {}};
    if (text.field == Field::kItem && begin == 0) {
      paragraph.address = item_at(draft, text.place).address;
      paragraph.number = item_at(draft, text.place).number;
    }
    const std::size_t index = paragraphs_.size();
    for (const std::string& word : content_words(paragraph.text.text)) by_word_[word].push_back(index);
    if (!paragraph.number.empty()) by_number_[paragraph.number].push_back(index);
    if (!paragraph.address.empty() && paragraph.address != paragraph.number) by_number_[paragraph.address].push_back(index);
    by_form_[fold_case(comparison_form(paragraph.text.text))].push_back(index);
    paragraphs_.push_back(std::move(paragraph));
    begin = end + 1;
  }
}

std::vector<std::size_t> ParagraphIndex::candidates(const PrintedParagraph& printed) const {
  std::vector<std::size_t> found;
  const auto take = [&](const std::unordered_map<std::string, std::vector<std::size_t>>& index, const std::string& key) {
    const auto at = key.empty() ? index.end() : index.find(key);
    if (at != index.end() && at->second.size() <= kCommon) found.insert(found.end(), at->second.begin(), at->second.end());
  };
  for (const std::string& word : content_words(printed.words)) take(by_word_, word);
  std::sort(found.begin(), found.end());
  std::vector<std::pair<std::size_t, std::size_t>> counts;  // (common words, paragraph)
  for (std::size_t i = 0, end = 0; i < found.size(); i = end) {
    while (end < found.size() && found[end] == found[i]) ++end;
    counts.emplace_back(end - i, found[i]);
  }
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  found.clear();
  for (std::size_t i = 0; i < counts.size() && i < kTried; ++i) found.push_back(counts[i].second);
  take(by_number_, printed.number);
  take(by_number_, printed.address);
  take(by_form_, fold_case(comparison_form(printed.words)));
  return found;
}

std::optional<std::size_t> ParagraphIndex::find(const PrintedParagraph& printed) const {
  std::optional<std::size_t> best;
  double most = 0;
  for (const std::size_t index : candidates(printed)) {
    const DraftParagraph& drafted = paragraphs_[index];
    const bool address = !drafted.address.empty() && (drafted.address == printed.address || drafted.address == printed.number);
    const bool number = !drafted.number.empty() && drafted.number == printed.number;
    const bool bare = printed.words.empty() && address;  // nothing stands there but a bracket
    const double words = bare ? 1 : likeness(printed.words, drafted.text.text);
    if (words < (address ? kSameAddress : number ? kSameNumber : kAnyNumber)) continue;
    const double score = words +
                         (address  ? kAddressWeighs
                          : number ? kNumberWeighs
                                   : 0) +
                         (index > printed.after || printed.after == 0 ? kOrderWeighs : 0);
    if (score > most || (score == most && best && index < *best)) most = score, best = index;
  }
  return best;
}

}  // namespace travaux
