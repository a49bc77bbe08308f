// Random histories whose every word carries the draft it was born in, from the moment it is written.
//
// Nothing here compares texts: words are inserted, struck, brought back, and moved, divided and joined with their items, and keep
// their birth. Words of content are made up and occur once in a history, so that it is certain which is which; function words
// recur. Where one of those stands twice in an item, edits can be explained in two ways that bring in equally many words: see
// `agrees`.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace travaux::testing {

struct BornWord {
  std::string text;
  std::size_t born = 0;  ///< a draft
  std::size_t id = 0;    ///< of this very word
};

using BornItem = std::vector<BornWord>;

class BlameOracle {
 public:
  explicit BlameOracle(std::uint32_t seed) : random_(seed) {
    sections_.resize(3);
    for (auto& section : sections_) {
      for (std::size_t i = 0; i < 3 + below(3); ++i) section.push_back(fresh_item());
    }
  }

  /// One of the drafts is over; the next begins with its text.
  void next_draft() {
    ++draft_;
    touched_.clear();
    const std::size_t changes = 1 + below(5);
    for (std::size_t i = 0; i < changes; ++i) change();
  }

  std::string text() const {
    std::string text = "PLAN OF ACTION\n\n";
    for (std::size_t s = 0; s < sections_.size(); ++s) {
      text += std::to_string(s + 1) + ". " + std::vector<std::string>{"Alpha", "Beta", "Gamma"}[s] + "\n\n";
      for (std::size_t i = 0; i < sections_[s].size(); ++i) {
        text += std::to_string(s + 1) + "." + std::to_string(i + 1);
        for (const BornWord& word : sections_[s][i]) text += " " + word.text;
        text += "\n\n";
      }
    }
    return text;
  }

  /// By address.
  std::map<std::string, BornItem> truth() const {
    std::map<std::string, BornItem> all;
    for (std::size_t s = 0; s < sections_.size(); ++s) {
      for (std::size_t i = 0; i < sections_[s].size(); ++i) {
        all[std::to_string(s + 1) + "." + std::to_string(i + 1)] = sections_[s][i];
      }
    }
    return all;
  }

  const std::map<std::string, std::size_t>& played() const { return played_; }

 private:
  struct Struck {
    std::size_t after = 0;  ///< id of the word before
    std::vector<BornWord> words;
  };

  std::size_t below(std::size_t limit) { return random_() % limit; }

  BornWord made_up() {
    static const std::string kConsonants = "bdfgklmnprstvz", kVowels = "aeiou";
    std::string word;
    for (std::size_t n = ++words_ * 7919 + 104729; word.size() < 8 || n > 0; n /= 70) {
      word += kConsonants[n % 14];
      word += kVowels[n / 14 % 5];
    }
    return {word, draft_, ++ids_};
  }

  BornWord stock() {
    static const std::vector<std::string> kStock = {"the", "of", "and", "for", "in", "with"};
    return {kStock[below(kStock.size())], draft_, ++ids_};
  }

  std::vector<BornWord> phrase(std::size_t content) {
    std::vector<BornWord> words;
    for (std::size_t i = 0; i < content; ++i) {
      if (i > 0 && below(3) == 0) words.push_back(stock());
      words.push_back(made_up());
    }
    return words;
  }

  BornItem fresh_item() { return phrase(12 + below(10)); }

  // --- changes ---

  void change() {
    static const std::vector<std::pair<std::string, void (BlameOracle::*)()>> kChanges = {
        {"insert", &BlameOracle::insert},         {"insert", &BlameOracle::insert},   {"strike", &BlameOracle::strike},
        {"strike", &BlameOracle::strike},         {"replace", &BlameOracle::replace}, {"bring back", &BlameOracle::bring_back},
        {"bring back", &BlameOracle::bring_back}, {"move", &BlameOracle::move},       {"split", &BlameOracle::split},
        {"merge", &BlameOracle::merge},           {"add", &BlameOracle::add},         {"remove", &BlameOracle::remove},
        {"add again", &BlameOracle::add_again}};
    const auto& [name, play] = kChanges[below(kChanges.size())];
    done_ = false;
    (this->*play)();
    if (done_) ++played_[name];
  }

  /// An item that this draft has not changed yet; null where the one drawn has been.
  BornItem* draw(std::size_t least = 1) {
    auto& section = sections_[below(sections_.size())];
    if (section.empty()) return nullptr;
    BornItem& item = section[below(section.size())];
    if (item.size() < least || is_touched(item)) return nullptr;
    return &item;
  }

  bool is_touched(const BornItem& item) const {
    return std::any_of(item.begin(), item.end(), [&](const BornWord& word) { return touched_.contains(word.id); });
  }

  void touch(const BornItem& item) {
    for (const BornWord& word : item) touched_[word.id] = true;
    done_ = true;
  }

  static bool is_stock(const BornWord& word) { return word.text.size() < 8; }

  void insert() {
    BornItem* item = draw();
    if (item == nullptr) return;
    const std::vector<BornWord> words = phrase(1 + below(3));
    item->insert(item->begin() + static_cast<std::ptrdiff_t>(below(item->size() + 1)), words.begin(), words.end());
    touch(*item);
  }

  /// At least half the item stays.
  std::vector<BornWord> cut(BornItem& item, std::size_t& at) {
    const std::size_t size = 1 + below(std::min<std::size_t>(5, item.size() / 3));
    at = 1 + below(item.size() - size);
    const auto begin = item.begin() + static_cast<std::ptrdiff_t>(at), end = begin + static_cast<std::ptrdiff_t>(size);
    std::vector<BornWord> words(begin, end);
    item.erase(begin, end);
    return words;
  }

  void strike() {
    BornItem* item = draw(12);
    if (item == nullptr) return;
    std::size_t at = 0;
    const std::vector<BornWord> words = cut(*item, at);
    struck_.push_back({(*item)[at - 1].id, words});
    touch(*item);
  }

  void replace() {
    BornItem* item = draw(12);
    if (item == nullptr) return;
    std::size_t at = 0;
    const std::vector<BornWord> words = cut(*item, at);
    const BornWord made = made_up();
    item->insert(item->begin() + static_cast<std::ptrdiff_t>(at), made);
    struck_.push_back({(*item)[at - 1].id, words});
    touch(*item);
  }

  /// Behind the word that it stood behind. What is all function words comes back only by chance, and is left.
  void bring_back() {
    if (struck_.empty()) return;
    const std::size_t k = below(struck_.size());
    const Struck struck = struck_[k];
    if (std::all_of(struck.words.begin(), struck.words.end(), is_stock)) return;
    for (auto& section : sections_) {
      for (BornItem& item : section) {
        const auto before = std::find_if(item.begin(), item.end(), [&](const BornWord& word) { return word.id == struck.after; });
        if (before == item.end() || is_touched(item)) continue;
        item.insert(before + 1, struck.words.begin(), struck.words.end());
        struck_.erase(struck_.begin() + static_cast<std::ptrdiff_t>(k));
        return touch(item);
      }
    }
  }

  void move() {
    auto& from = sections_[below(sections_.size())];
    if (from.size() < 2) return;
    const std::size_t i = below(from.size());
    if (is_touched(from[i])) return;
    const BornItem item = from[i];
    from.erase(from.begin() + static_cast<std::ptrdiff_t>(i));
    put(item);
  }

  void put(const BornItem& item) {
    auto& section = sections_[below(sections_.size())];
    section.insert(section.begin() + static_cast<std::ptrdiff_t>(below(section.size() + 1)), item);
    touch(item);
  }

  void split() {
    for (auto& section : sections_) {
      for (std::size_t i = 0; i < section.size(); ++i) {
        if (section[i].size() < 18 || is_touched(section[i]) || below(2) == 0) continue;
        std::size_t at = section[i].size() / 2;
        if (is_stock(section[i][at])) ++at;
        const BornItem second(section[i].begin() + static_cast<std::ptrdiff_t>(at), section[i].end());
        section[i].resize(at);
        section.insert(section.begin() + static_cast<std::ptrdiff_t>(i) + 1, second);
        touch(section[i]);
        return touch(second);
      }
    }
  }

  void merge() {
    auto& section = sections_[below(sections_.size())];
    if (section.size() < 2) return;
    const std::size_t i = below(section.size() - 1);
    BornItem& first = section[i];
    const BornItem second = section[i + 1];
    if (is_touched(first) || is_touched(second) || first.size() + second.size() > 60) return;
    first.insert(first.end(), second.begin(), second.end());
    section.erase(section.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    touch(section[i]);
  }

  void add() { put(fresh_item()); }

  void remove() {
    auto& section = sections_[below(sections_.size())];
    if (section.size() < 2) return;
    const std::size_t i = below(section.size());
    if (is_touched(section[i]) || section[i].size() < 8) return;
    removed_.push_back({draft_, section[i]});
    section.erase(section.begin() + static_cast<std::ptrdiff_t>(i));
    done_ = true;
  }

  void add_again() {
    if (removed_.empty()) return;
    const std::size_t k = below(removed_.size());
    if (removed_[k].first == draft_) return;  // that would be a move
    const BornItem item = removed_[k].second;
    removed_.erase(removed_.begin() + static_cast<std::ptrdiff_t>(k));
    put(item);
  }

  std::mt19937 random_;
  std::size_t draft_ = 0, words_ = 0, ids_ = 0;
  std::vector<std::vector<BornItem>> sections_;
  std::vector<Struck> struck_;
  std::vector<std::pair<std::size_t, BornItem>> removed_;
  std::map<std::size_t, bool> touched_;
  std::map<std::string, std::size_t> played_;
  bool done_ = false;
};

}  // namespace travaux::testing
