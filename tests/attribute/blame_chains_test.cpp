// Chains of drafts labelled by hand, word for word (chains/*.txt), blamed exactly so.
#include "blame_support.h"

namespace travaux {
namespace {

using namespace travaux::testing;

struct Labelled {
  std::string by;
  std::string text;                           ///< without marks
  std::map<std::string, std::string> marked;  ///< by address: items and sections, with marks
};

std::string without_marks(const std::string& line) {
  std::string plain;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '{') at = line.find('|', at);
    if (line[at] != '|' && line[at] != '}') plain += line[at];
  }
  return plain;
}

std::vector<Labelled> read_chain(const std::string& name) {
  std::vector<Labelled> drafts;
  for (const std::string& line : lines_of(slurp(source_path("tests/attribute/chains/" + name)))) {
    if (line.starts_with("#")) continue;
    if (line.starts_with("== ")) {
      drafts.push_back({line.substr(3), {}, {}});
    } else if (!drafts.empty()) {
      drafts.back().text += without_marks(line) + "\n" + (line.empty() ? "" : "\n");
      const std::size_t end = line.find(' ');
      if (end == std::string::npos || std::isdigit(static_cast<unsigned char>(line[0])) == 0) continue;
      const std::string number = line.substr(0, line[end - 1] == '.' ? end - 1 : end);
      drafts.back().marked[number] = line.substr(end + 1);
    }
  }
  return drafts;
}

void expect_blamed_as_labelled(const std::string& name, std::size_t drafts) {
  const std::vector<Labelled> chain = read_chain(name);
  ASSERT_EQ(chain.size(), drafts);
  Blamed history;
  for (const Labelled& draft : chain) history.add(draft.text, draft.by);
  for (std::size_t d = 0; d < chain.size(); ++d) {
    std::map<std::string, std::string> found;
    for (const BlameText& text : history.blamed(d).texts) {
      found[text.address] = Blamed::marked(text);
      for (const BlameRun& run : text.runs) EXPECT_EQ(run.by, std::vector<std::string>{chain[run.draft].by});
    }
    EXPECT_EQ(found.size(), chain[d].marked.size());
    for (const auto& [address, marked] : chain[d].marked) EXPECT_EQ(found[address], marked) << "draft " << d << ", " << address;
  }
}

TEST(BlameChains, FiveDraftsInEnglish) { expect_blamed_as_labelled("en.txt", 5); }

TEST(BlameChains, FourDraftsInSpanish) { expect_blamed_as_labelled("es.txt", 4); }

}  // namespace
}  // namespace travaux
