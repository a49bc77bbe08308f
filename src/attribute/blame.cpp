// Passes: the first draft's words are as tabled; draft by draft the words that stayed keep their credit, words brought back get
// theirs again, new ones are credited; the last draft's words are gathered into runs.
#include "travaux/blame.h"

#include "attribute/blame_chain.h"

namespace travaux {

namespace {

using blaming::BlameChain;

/// Words of one credit that follow each other, each with the white space behind it.
std::vector<BlameRun> runs_of(const std::string& text, const std::vector<blaming::Word>& words, const BlameChain& chain) {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<BlameRun> runs;
  std::size_t last = 0;
  for (std::size_t i = 0; i < tokens.size() && i < words.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : tokens[i].span.begin;
    const std::size_t end = i + 1 < tokens.size() ? tokens[i + 1].span.begin : text.size();
    if (runs.empty() || words[i].credit != last) {
      const blaming::Credit& credit = chain.credit(words[i].credit);
      runs.push_back({"", credit.draft, credit.as_tabled, credit.by, credit.asked});
      last = words[i].credit;
    }
    runs.back().text.append(text, begin, end - begin);
  }
  return runs;
}

}  // namespace

Blame blame(const std::vector<BlameDraft>& drafts, std::size_t draft) {
  BlameChain chain(drafts, draft);
  chain.run();
  Blame result;
  result.degraded = chain.degraded();
  const Document& document = *drafts[draft].document;
  const auto add = [&](const Place& place, const std::string& address, const std::string& text, bool section) {
    result.texts.push_back({address, place, section, runs_of(text, chain.words_at(place), chain)});
  };
  std::size_t next = 0;
  const auto add_sections = [&](std::size_t end) {
    for (; next < end; ++next) {
      const Section& section = document.sections[next];
      Place place;
      place.section = next;
      const std::string text = blaming::section_text(section);
      if (!text.empty()) add(place, section_name(section), text, true);
    }
  };
  for_each_item(document, [&](const Item& item, const Place& place) {
    add_sections(*place.section + 1);
    add(place, item.address, item.text, false);
  });
  add_sections(document.sections.size());
  return result;
}

}  // namespace travaux
