// The words that groups ask for and the sentences in which they do, as data: words/asks-en.txt, words/asks-es.txt.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace travaux::negotiations {

/// Lines `kind: text`, by kind, in the file's order; "#" begins a remark.
class Phrases {
 public:
  /// Throws std::runtime_error where the file cannot be read or a line has no kind.
  static Phrases read(const std::string& path);

  /// The texts of a kind; none where there is none.
  const std::vector<std::string>& of(const std::string& kind) const;

 private:
  std::map<std::string, std::vector<std::string>> kinds_;
};

/// The parts between "|", without the space round them.
std::vector<std::string> variants_of(const std::string& line);

/// The template with each {name} replaced.
std::string filled(std::string sentence, const std::map<std::string, std::string>& fields);

}  // namespace travaux::negotiations
