// The legend of a blame: a letter for every draft and group that words are credited to.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "travaux/blame.h"

namespace travaux::report {

class BlameKey {
 public:
  struct Entry {
    std::size_t draft = 0;
    bool as_tabled = false, asked = false;
    std::vector<std::string> by;
    std::string letter;     ///< "a" to "z", "aa", …
    std::size_t words = 0;  ///< that are credited to it; marks do not count
  };

  /// What was tabled comes first, then draft by draft in the order given, who tabled it before who asked, by name.
  explicit BlameKey(const Blame& blame);

  const std::vector<Entry>& entries() const { return entries_; }
  /// Index of the entry that a run belongs to.
  std::size_t of(const BlameRun& run) const;

 private:
  std::vector<Entry> entries_;
  std::map<std::tuple<bool, std::size_t, bool, std::vector<std::string>>, std::size_t> index_;
};

/// "as tabled in rev. 0 by the Chair"; "rev. 1, asked for by CARICOM"; "rev. 2, tabled by the Chair".
std::string words_of(const BlameKey::Entry& entry, const std::vector<BlameDraft>& drafts);

}  // namespace travaux::report
