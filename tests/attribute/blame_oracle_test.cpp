// Blame against histories that know where every word is from.
#include "blame_oracle.h"

#include "blame_support.h"

namespace travaux {
namespace {

using namespace travaux::testing;

using Births = std::vector<std::pair<std::string, std::size_t>>;  ///< word, draft it was born in

Births births_of(const BlameText& text) {
  Births births;
  for (const BlameRun& run : text.runs) {
    for (const Token& token : tokenize(run.text)) births.emplace_back(std::string(token.span.of(run.text)), run.draft);
  }
  return births;
}

Births births_of(const BornItem& item) {
  Births births;
  for (const BornWord& word : item) births.emplace_back(word.text, word.born);
  return births;
}

std::string line_of(const Births& births) {
  std::string line;
  for (const auto& [word, draft] : births) line += word + "/" + std::to_string(draft) + " ";
  return line;
}

/// The same words in the same order, and of each word as many from each draft. A word that stands once must have its draft
/// exactly; which of two equal words is the older one, the texts cannot tell.
bool agrees(Births found, Births truth) {
  const auto same_word = [](const auto& a, const auto& b) { return a.first == b.first; };
  if (!std::equal(found.begin(), found.end(), truth.begin(), truth.end(), same_word)) return false;
  std::sort(found.begin(), found.end());
  std::sort(truth.begin(), truth.end());
  return found == truth;
}

TEST(BlameOracle, EveryWordHasTheDraftThatItWasBornIn) {
  std::map<std::string, std::size_t> played;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    BlameOracle oracle(seed);
    Blamed history;
    history.add(oracle.text());
    for (int round = 0; round < 12; ++round) {
      oracle.next_draft();
      history.add(oracle.text());
    }
    std::map<std::string, Births> found;
    for (const BlameText& text : history.blamed(12).texts) found[text.address] = births_of(text);
    for (const auto& [address, item] : oracle.truth()) {
      EXPECT_TRUE(agrees(found[address], births_of(item))) << "seed " << seed << ", item " << address << "\nfound "
                                                           << line_of(found[address]) << "\ntruth " << line_of(births_of(item));
    }
    for (const auto& [change, times] : oracle.played()) played[change] += times;
  }
  for (const char* change : {"insert", "strike", "replace", "bring back", "move", "split", "merge", "add", "remove", "add again"})
    EXPECT_GT(played[change], 10U) << change;
}

}  // namespace
}  // namespace travaux
