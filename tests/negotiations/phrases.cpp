#include "negotiations/phrases.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace travaux::negotiations {

Phrases Phrases::read(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  Phrases phrases;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) throw std::runtime_error(path + ":" + std::to_string(number) + ": no kind: " + line);
    phrases.kinds_[line.substr(0, colon)].push_back(line.substr(colon + 2));
  }
  return phrases;
}

const std::vector<std::string>& Phrases::of(const std::string& kind) const {
  static const std::vector<std::string> none;
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? none : found->second;
}

std::vector<std::string> variants_of(const std::string& line) {
  std::vector<std::string> list;
  std::stringstream stream(line);
  for (std::string part; std::getline(stream, part, '|');) {
    const std::size_t begin = part.find_first_not_of(' ');
    if (begin != std::string::npos) list.push_back(part.substr(begin, part.find_last_not_of(' ') - begin + 1));
  }
  return list;
}

std::string filled(std::string sentence, const std::map<std::string, std::string>& fields) {
  std::string result;
  for (std::size_t i = 0; i < sentence.size();) {
    const std::size_t close = sentence[i] == '{' ? sentence.find('}', i) : std::string::npos;
    const auto field = close == std::string::npos ? fields.end() : fields.find(sentence.substr(i + 1, close - i - 1));
    if (field == fields.end()) {
      result += sentence[i++];
    } else {
      result += field->second;
      i = close + 1;
    }
  }
  return result;
}

}  // namespace travaux::negotiations
