#include <fstream>
#include <sstream>
#include <stdexcept>

#include "negotiations/words.h"

namespace travaux::negotiations {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> list;
  std::stringstream stream(line);
  for (std::string field; std::getline(stream, field, '|');) list.push_back(trimmed(field));
  return list;
}

}  // namespace

Lexicon read_lexicon(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  Lexicon words;
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (line.empty() || line[0] == '#') continue;
    if (colon == std::string::npos) throw std::runtime_error(path + ": not understood: " + line);
    const std::string key = line.substr(0, colon);
    const std::string value = line.substr(colon + 2);
    const std::vector<std::string> list = fields(value);
    if (key == "hedge") words.hedges.push_back(value);
    if (key == "tail") words.tails.push_back(value);
    if (key == "lead") words.leads.push_back(value);
    if (key == "heading") words.heading_ends.push_back(value);
    if (key == "status") words.statuses.push_back(value);
    if (key == "small") words.small.insert(words.small.end(), list.begin(), list.end());
    if (key != "swap") continue;
    for (const std::string& word : list) {
      if (words.swaps.count(word) > 0) continue;  // a word has one sense: that of its first line
      for (const std::string& other : list)
        if (word != other) words.swaps[word].push_back(other);
    }
  }
  return words;
}

}  // namespace travaux::negotiations
