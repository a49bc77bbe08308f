// What is cited: one passage credited to two instruments, one instrument's passage in two wordings.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "parse/check.h"
#include "parse/passage_words.h"

namespace travaux {

namespace {

// Shorter quotations are stock phrases, which any instrument may hold.
constexpr std::size_t kLeastShared = 15;       // words of a quotation credited twice
constexpr std::size_t kLeastParaphrased = 20;  // and of what is not in quotation marks
constexpr std::size_t kLeastReworded = 10;
constexpr double kMostChanged = 0.15;          // of the shorter one's words; more is another paragraph
constexpr std::size_t kShingle = 3;            // words
constexpr std::size_t kMostPostings = 64;      // a shingle of more passages tells nothing
constexpr std::size_t kLongestAligned = 1500;  // words

using Words = std::vector<std::uint32_t>;

std::uint64_t hash_of(const Words& words, std::size_t begin, std::size_t size) {
  std::uint64_t hash = 1469598103934665603U;
  for (std::size_t i = begin; i < begin + size; ++i) hash = (hash ^ words[i]) * 1099511628211U;
  return hash;
}

bool stands_at(const Words& shorter, const Words& longer, std::size_t at) {
  return at + shorter.size() <= longer.size() &&
         std::equal(shorter.begin(), shorter.end(), longer.begin() + static_cast<std::ptrdiff_t>(at));
}

class Passages {
 public:
  explicit Passages(Checking& checking) : checking_(checking), all_(passage_words(checking)) {}

  void run() {
    find_credited_twice();
    find_reworded();
  }

 private:
  // --- one passage, two instruments ---

  /// Each passage is looked for, by its first words, in all others.
  void find_credited_twice() {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_start;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].words.size() >= (all_[i].quoted() ? kLeastShared : kLeastParaphrased))
        by_start[hash_of(all_[i].words, 0, kLeastShared)].push_back(i);
    }
    for (std::size_t l = 0; l < all_.size(); ++l) {
      const Words& words = all_[l].words;
      for (std::size_t at = 0; at + kLeastShared <= words.size(); ++at) {
        const auto found = by_start.find(hash_of(words, at, kLeastShared));
        if (found == by_start.end() || found->second.size() > kMostPostings) continue;
        for (const std::size_t s : found->second) {
          if (all_[s].instrument != all_[l].instrument && stands_at(all_[s].words, words, at)) report_credited_twice(s, l);
        }
      }
    }
  }

  /// The rarer credit is the doubtful one, else the later.
  void report_credited_twice(std::size_t shorter, std::size_t longer) {
    const PassageWords* doubtful = &all_[shorter];
    const PassageWords* other = &all_[longer];
    if (!told_
             .insert(std::minmax(doubtful->instrument + "\n" + std::to_string(doubtful->uses[0].offset),
                                 other->instrument + "\n" + std::to_string(other->uses[0].offset)))
             .second)
      return;
    const auto rank = [](const PassageWords& passage) { return std::pair(passage.uses.size(), ~passage.uses[0].offset); };
    if (rank(*other) < rank(*doubtful)) std::swap(doubtful, other);
    Finding& finding = checking_.report("passage-of-two-instruments", doubtful->uses[0].offset,
                                        fmt::format("“{}” is credited here to {}, and in {} to {}", excerpt(bare(all_[shorter])),
                                                    name_at(*doubtful), other->uses[0].item, name_at(*other)));
    finding.others.push_back(checking_.place_at(other->uses[0].offset));
  }

  /// Its words, without the marks around them.
  static std::string_view bare(const PassageWords& passage) {
    const std::size_t begin = passage.spans.front().begin;
    return std::string_view(passage.text).substr(begin, passage.spans.back().end - begin);
  }

  /// The heading under which it is cited first.
  std::string name_at(const PassageWords& passage) const {
    const Place& place = checking_.block_at(passage.uses[0].offset).place;
    std::string heading = item_at(checking_.document(), place).citations[*place.citation].heading;
    while (!heading.empty() && (heading.back() == ':' || heading.back() == ' ')) heading.pop_back();
    return "“" + excerpt(heading, 120) + "”";
  }

  // --- one passage, two wordings ---

  void find_reworded() {
    std::map<std::string, std::vector<std::size_t>> by_instrument;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const std::size_t size = all_[i].words.size();
      if (all_[i].quoted() && size >= kLeastReworded && size <= kLongestAligned) by_instrument[all_[i].instrument].push_back(i);
    }
    for (const PassageWords& passage : all_) support_.push_back(passage.uses.size());
    for (const auto& [instrument, members] : by_instrument) {
      if (members.size() > 1) find_reworded_among(members);
    }
    for (const Pair& pair : pairs_) report_reworded(pair);
  }

  struct Posting {
    std::size_t passage, at;
  };

  /// Two wordings of one passage.
  struct Pair {
    std::size_t shorter, longer;
    WordAlignment::Difference difference;  ///< the first
  };

  void find_reworded_among(const std::vector<std::size_t>& members) {
    std::unordered_map<std::uint64_t, std::vector<Posting>> index;
    for (const std::size_t i : members) {
      std::map<std::size_t, std::vector<std::ptrdiff_t>> shared;  // earlier passage -> diagonals
      const Words& words = all_[i].words;
      for (std::size_t at = 0; at + kShingle <= words.size(); ++at) {
        std::vector<Posting>& postings = index[hash_of(words, at, kShingle)];
        if (postings.size() >= kMostPostings) continue;
        for (const Posting& posting : postings) {
          if (posting.passage != i)
            shared[posting.passage].push_back(static_cast<std::ptrdiff_t>(posting.at) - static_cast<std::ptrdiff_t>(at));
        }
        postings.push_back({i, at});
      }
      for (auto& [earlier, diagonals] : shared) compare(earlier, i, diagonals);
    }
  }

  /// `diagonals`: how far ahead the earlier passage has the words of the later one.
  void compare(std::size_t earlier, std::size_t later, std::vector<std::ptrdiff_t>& diagonals) {
    const bool swapped = all_[earlier].words.size() < all_[later].words.size();
    const Pair pair = {swapped ? earlier : later, swapped ? later : earlier, {}};
    const PassageWords& shorter = all_[pair.shorter];
    const PassageWords& longer = all_[pair.longer];
    if (diagonals.size() * 4 < shorter.words.size() - kShingle + 1 || cited_together(shorter, longer)) return;
    std::nth_element(diagonals.begin(), diagonals.begin() + static_cast<std::ptrdiff_t>(diagonals.size() / 2), diagonals.end());
    const std::ptrdiff_t middle = diagonals[diagonals.size() / 2];
    const WordAlignment alignment = align(shorter.words, longer.words, window(shorter, longer, swapped ? -middle : middle));
    std::vector<WordAlignment::Difference> differences;
    std::size_t changed = alignment.changed_at_ends;
    for (const WordAlignment::Difference& difference : alignment.differences) {
      if (letters(shorter, difference.shorter) == letters(longer, difference.longer)) continue;  // "co-operation"
      changed += std::max(difference.shorter.size(), difference.longer.size());
      differences.push_back(difference);
    }
    const double size = static_cast<double>(shorter.words.size());
    if (differences.empty() && alignment.agreeing == shorter.words.size()) {
      support_[pair.shorter] += longer.uses.size();
      support_[pair.longer] += shorter.uses.size();
    }
    if (differences.empty() || alignment.agreeing + 1 < kLeastReworded || static_cast<double>(changed) > kMostChanged * size)
      return;
    if (static_cast<double>(alignment.agreeing) < (1 - kMostChanged) * size) return;
    pairs_.push_back({pair.shorter, pair.longer, differences.front()});
  }

  static Span window(const PassageWords& shorter, const PassageWords& longer, std::ptrdiff_t diagonal) {
    const auto slack = static_cast<std::ptrdiff_t>(shorter.words.size() / 5 + 4);
    const auto size = static_cast<std::ptrdiff_t>(longer.words.size());
    const std::ptrdiff_t begin = std::clamp<std::ptrdiff_t>(diagonal - slack, 0, size);
    const std::ptrdiff_t end =
        std::clamp<std::ptrdiff_t>(diagonal + static_cast<std::ptrdiff_t>(shorter.words.size()) + slack, begin, size);
    return {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)};
  }

  /// Two wordings under one item, or of two subdivisions, are two paragraphs, cited as such.
  static bool cited_together(const PassageWords& a, const PassageWords& b) {
    std::set<std::string> items, locators;
    for (const PassageUse& use : a.uses) items.insert(use.item), locators.insert(use.locator);
    const auto together = [&](const PassageUse& use) { return items.contains(use.item) || !locators.contains(use.locator); };
    return std::any_of(b.uses.begin(), b.uses.end(), together);
  }

  static std::string letters(const PassageWords& passage, Span words) {
    std::string all;
    for (std::size_t i = words.begin; i < words.end; ++i) all += loose_form(passage.spans[i].of(passage.text));
    return all;
  }

  /// The words of a difference with one that agrees on either side.
  static std::string shown(const PassageWords& passage, Span words) {
    const std::size_t begin = words.begin > 0 ? words.begin - 1 : 0;
    const std::size_t end = std::min(words.end + 1, passage.words.size());
    return excerpt(std::string_view(passage.text)
                       .substr(passage.spans[begin].begin, passage.spans[end - 1].end - passage.spans[begin].begin),
                   120);
  }

  /// The wording that fewer passages support is the doubtful one, else the later. What is doubtful is no measure for others.
  void report_reworded(const Pair& pair) {
    const auto rank = [this](std::size_t at) { return std::pair(support_[at], ~all_[at].uses[0].offset); };
    const bool shorter_deviates = rank(pair.shorter) < rank(pair.longer);
    const std::size_t deviating = shorter_deviates ? pair.shorter : pair.longer;
    if (reworded_.contains(pair.shorter) || reworded_.contains(pair.longer)) return;
    reworded_.insert(deviating);
    const PassageWords& here = all_[deviating];
    const PassageWords& there = all_[shorter_deviates ? pair.longer : pair.shorter];
    const WordAlignment::Difference& words = pair.difference;
    const std::string here_words = shown(here, shorter_deviates ? words.shorter : words.longer);
    const std::string there_words = shown(there, shorter_deviates ? words.longer : words.shorter);
    Finding& finding = checking_.report("quotation-worded-differently", here.uses[0].offset,
                                        fmt::format("{} is quoted here with “{}”, and in {} with “{}”", name_at(here), here_words,
                                                    there.uses[0].item, there_words));
    finding.others.push_back(checking_.place_at(there.uses[0].offset));
    if (rank(deviating).first < support_[shorter_deviates ? pair.longer : pair.shorter]) finding.suggestion = there_words;
  }

  Checking& checking_;
  const std::vector<PassageWords> all_;
  std::set<std::pair<std::string, std::string>> told_;
  std::vector<std::size_t> support_;  ///< of each passage: how often it, or what agrees with it, is cited
  std::vector<Pair> pairs_;
  std::set<std::size_t> reworded_;
};

}  // namespace

void check_passages(Checking& checking) { Passages(checking).run(); }

}  // namespace travaux
