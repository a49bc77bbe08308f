// What speaks for two items being one: their words, what they cite, where they stand.
#pragma once

#include <cstddef>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "diff/flat.h"
#include "diff/likeness.h"

namespace travaux {

using AllFeatures = std::vector<Features>;

/// Where a feature occurs, in one side's items.
struct Posting {
  std::size_t item;
  std::uint32_t count;
};

class Evidence {
 public:
  Evidence(const FlatDocument& from, const FlatDocument& to);

  /// Likeness of the words of two items, 0 to 1; 1 where the texts are equal.
  double likeness(std::size_t i, std::size_t j) const;
  /// Share of what two items cite that both cite: instruments and passages, those that few items cite weigh more. 0 where one
  /// cites nothing.
  double cited(std::size_t i, std::size_t j) const;
  /// Share of what an item cites that one of the other side cites too; 0 where it cites nothing.
  double cited_within(std::size_t item, std::size_t other, bool from_side) const;
  bool cites(std::size_t item, bool from_side) const { return !(from_side ? from_cited_ : to_cited_)[item].entries.empty(); }
  /// How many instruments and passages an item cites.
  std::size_t cited_count(std::size_t item, bool from_side) const {
    return (from_side ? from_cited_ : to_cited_)[item].entries.size();
  }

  const AllFeatures& words(bool from_side) const { return from_side ? from_words_ : to_words_; }

  /// How alike the likest other item of its own draft is to an item.
  double crowding(std::size_t item, bool from_side) const { return (from_side ? from_crowding_ : to_crowding_)[item]; }
  /// How many different words of content an item has.
  std::size_t content(std::size_t item, bool from_side) const;

  /// For each item of the other side that shares words with this one, about how alike they are: of words that very many items
  /// have, the commonest are left out of account. Linear in what is shared, and bounded: for all items together too.
  std::vector<std::pair<std::size_t, double>> alike(std::size_t item, bool from_side) const;
  /// How alike one could be at most that `alike` does not name: 0 where no words were left out.
  double unseen(std::size_t item, bool from_side) const;
  /// Whether the texts are so many and so alike that fewer words are looked at for each item.
  bool sampled() const { return sampled_; }
  /// The weight of what an item and one of the other side share, from what `alike` says of them.
  double shared(std::size_t item, std::size_t other, bool from_side, double alike) const {
    const auto& [own, others] = from_side ? std::tie(from_totals_, to_totals_) : std::tie(to_totals_, from_totals_);
    return alike * (own[item] + others[other]) / 2;
  }

 private:
  using Index = std::unordered_map<std::uint64_t, std::vector<Posting>>;

  using Lists = std::vector<std::pair<const std::vector<Posting>*, const Features::Entry*>>;

  static Index index_of(const AllFeatures& words);
  void limit_scans();
  Lists lists_of(const Features& own, bool among_from) const;
  void sum_up(const Features& own, bool among_from) const;
  double likeliest_other(std::size_t item, bool from_side) const;
  std::vector<double> crowding_of(bool from_side) const;
  const std::vector<double>& totals(bool from_side) const { return from_side ? from_totals_ : to_totals_; }

  const FlatDocument& from_;
  const FlatDocument& to_;
  AllFeatures from_words_, to_words_, from_cited_, to_cited_;
  std::vector<double> from_totals_, to_totals_;
  std::vector<double> from_crowding_, to_crowding_;
  Index from_index_, to_index_;
  std::size_t scanned_ = 0;  ///< occurrences looked at for one item, of its rarest words first
  bool sampled_ = false;
  mutable std::vector<double> shared_;        ///< scratch; nothing but zeros between calls
  mutable std::vector<std::size_t> touched_;  ///< scratch
};

}  // namespace travaux
