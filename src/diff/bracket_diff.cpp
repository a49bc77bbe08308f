#include "travaux/bracket_diff.h"

#include <algorithm>

#include "diff/bracket_sides.h"

namespace travaux {

namespace {

/// Turns what is said of one draft's bracket against the other into the same said the other way round.
BracketChange turned(BracketChange change) {
  if (change.event == BracketEvent::kSettled) {
    change.event = BracketEvent::kOpened;
  } else if (change.event == BracketEvent::kOpened) {
    change.event = BracketEvent::kSettled;
  }
  std::swap(change.from_item, change.to_item);
  std::swap(change.from_groups, change.groups);
  std::swap(change.from_text, change.text);
  std::swap(change.from_span, change.to_span);
  return change;
}

struct Told {
  std::size_t to = 0, from = 0;  ///< where it stands: tokens
  BracketChange change;
};

class BracketComparison {
 public:
  BracketComparison(const Document& from, const Document& to, const Ledger& ledger)
      : drafts_(link_words(from, to, ledger)), from_(from, drafts_.from), to_(to, drafts_.to) {}

  BracketDiff run() {
    const Pairing brackets = match_regions(drafts_, from_.bracket_regions, to_.bracket_regions);
    const Pairing options = match_regions(drafts_, from_.option_regions, to_.option_regions);
    const OneSided gone{from_, to_, brackets, true}, came{to_, from_, brackets, false};
    for (std::size_t a = 0; a < from_.brackets.size(); ++a) {
      if (brackets.to_of[a] == kNowhere) {
        tell(gone.bracket(a), from_.anchor(from_.bracket_regions.list[a]), true);
      } else {
        compare(a, brackets.to_of[a]);
      }
    }
    for (std::size_t b = 0; b < to_.brackets.size(); ++b) {
      if (brackets.from_of[b] == kNowhere) tell(came.bracket(b), to_.anchor(to_.bracket_regions.list[b]), false);
    }
    for (const SettledChoice& choice : gone.choices(options))
      tell(choice.change, from_.anchor(from_.option_regions.list[choice.first]), true);
    for (const SettledChoice& choice : came.choices(options))
      tell(choice.change, to_.anchor(to_.option_regions.list[choice.first]), false);
    return finished();
  }

 private:
  void tell(BracketChange change, const Anchor& anchor, bool from_side) {
    const Told told =
        from_side ? Told{anchor.other, anchor.own, std::move(change)} : Told{anchor.own, anchor.other, turned(std::move(change))};
    told_.push_back(told);
  }

  /// A bracket that both drafts have.
  void compare(std::size_t a, std::size_t b) {
    const SquareBracket& before = *from_.brackets[a];
    const SquareBracket& after = *to_.brackets[b];
    BracketChange change;
    change.from_item = address_at(from_.document, before.place);
    change.to_item = address_at(to_.document, after.place);
    change.from_groups = before.names;
    change.groups = after.names;
    change.from_text = from_.text_of(before.balanced ? before.content : before.span);
    change.text = to_.text_of(after.balanced ? after.content : after.span);
    change.kind = after.kind;
    change.extent = after.extent;
    change.from_span = before.span;
    change.to_span = after.span;
    const Anchor anchor = to_.anchor(to_.bracket_regions.list[b]);
    const auto add = [&](BracketEvent event) {
      change.event = event;
      told_.push_back({anchor.own, anchor.other, change});
    };
    if (!same_names(before.names, after.names)) add(BracketEvent::kRenamed);
    const Exchange exchange = exchange_of(a, b);
    if (exchange.bounds || before.balanced != after.balanced) add(BracketEvent::kBounds);
    if (exchange.words) add(BracketEvent::kEdited);
  }

  struct Exchange {
    bool words = false;   ///< some came or went altogether
    bool bounds = false;  ///< some stand outside now, or stood there before
  };

  Exchange exchange_of(std::size_t a, std::size_t b) const {
    Exchange exchange;
    look(from_, a, to_, b, exchange);
    look(to_, b, from_, a, exchange);
    return exchange;
  }

  static void look(const BracketSide& side, std::size_t region, const BracketSide& other, std::size_t counterpart,
                   Exchange& exchange) {
    const Span words = side.bracket_regions.list[region].words;
    for (std::size_t i = words.begin; i < words.end; ++i) {
      if (side.words.weight[i] == 0 || side.bracket_regions.inner[i] != region) continue;
      const std::size_t j = side.words.partner[i];
      if (j == kNowhere) {
        exchange.words = true;
      } else if (!other.bracket_regions.holds(counterpart, j)) {
        exchange.bounds = true;
      }
    }
  }

  static bool same_names(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto folded = [](const std::vector<std::string>& names) {
      std::vector<std::string> list;
      for (const std::string& name : names) list.push_back(fold_case(comparison_form(name)));
      std::sort(list.begin(), list.end());
      return list;
    };
    return folded(a) == folded(b);
  }

  BracketDiff finished() {
    std::stable_sort(told_.begin(), told_.end(),
                     [](const Told& a, const Told& b) { return std::pair(a.to, a.from) < std::pair(b.to, b.from); });
    BracketDiff result;
    result.from = from_.counts;
    result.to = to_.counts;
    for (Told& told : told_) result.changes.push_back(std::move(told.change));
    return result;
  }

  LinkedDrafts drafts_;
  BracketSide from_, to_;
  std::vector<Told> told_;
};

}  // namespace

std::string_view name_of(BracketEvent event) {
  static constexpr std::string_view kNames[] = {"opened", "settled", "edited", "bounds", "renamed"};
  return kNames[static_cast<std::size_t>(event)];
}

std::string favour_words(const BracketChange& change) {
  const bool settled = change.event == BracketEvent::kSettled;
  switch (change.favour) {
    case Favour::kNone:
      return {};
    case Favour::kKept:
      return settled ? "kept" : "existing";
    case Favour::kPart:
      return settled ? "kept in part" : "existing in part";
    case Favour::kDeleted:
      return settled ? "deleted" : "new";
    case Favour::kFilled:
      return settled ? "replaced" : "in place of";
    case Favour::kOption:
      break;
  }
  return change.option;
}

BracketDiff diff_brackets(const Document& from, const Document& to, const Ledger& ledger) {
  return BracketComparison(from, to, ledger).run();
}

}  // namespace travaux
