#include "travaux/table.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace travaux {
namespace {

/// Where a row belongs: sections before their items, then by place in the earlier draft; what only the later has, after its
/// neighbour there.
struct Key {
  bool is_section = false;
  std::string from, to;
  friend auto operator<=>(const Key&, const Key&) = default;
};

class Builder {
 public:
  Builder(const Document& from, const Document& to, const DocumentDiff& changes, const std::vector<CommentOn>& comments,
          const Attribution& attribution, const std::string& only)
      : changes_(changes), comments_(comments), attribution_(attribution), only_(only) {
    number(from, from_order_);
    number(to, to_order_);
    for (const ItemDiff& item : changes.items) {
      for (const std::string& address : item.from) counterpart_.emplace(address, item.to.empty() ? "" : item.to.front());
      for (const std::string& address : item.to) original_.emplace(address, item.from.empty() ? "" : item.from.front());
    }
    for (const SectionDiff& section : changes.sections) {
      if (!section.from.empty()) section_counterpart_.emplace(section.from.front(), section.to.empty() ? "" : section.to.front());
      if (!section.to.empty()) section_original_.emplace(section.to.front(), section.from.empty() ? "" : section.from.front());
    }
  }

  NegotiationTable build() {
    table_.from_label = changes_.from_label;
    table_.to_label = changes_.to_label;
    for (const FatedProposal& fated : attribution_.proposals) {
      for (const std::string& group : proposal(fated).by) column(group);
    }
    for (const AttributedEdit& edit : attribution_.edits) {
      for (const Source& source : edit.sources) {
        if (!source.proposal) column(source.by);
      }
    }
    table_.totals.resize(table_.groups.size());
    for (std::size_t i = 0; i < attribution_.proposals.size(); ++i) place(i);
    for (std::size_t i = 0; i < attribution_.edits.size(); ++i) {
      place_credited(i);
      place_unprompted(i);
    }
    sort();
    return std::move(table_);
  }

 private:
  static void number(const Document& document, std::map<std::string, std::size_t>& order) {
    std::size_t at = 0;
    for (std::size_t s = 0; s < document.sections.size(); ++s) {
      const Section& section = document.sections[s];
      order.emplace("§" + section_name(section), at++);
      const auto visit = [&](const auto& self, const std::vector<Item>& items) -> void {
        for (const Item& item : items) {
          order.emplace(item.address, at++);
          self(self, item.items);
        }
      };
      visit(visit, section.items);
    }
  }

  const Proposal& proposal(const FatedProposal& fated) const {
    return comments_[fated.proposal.comment].comment->proposals[fated.proposal.proposal];
  }

  std::optional<std::size_t> column(const std::string& group) {
    if (!only_.empty() && group != only_) return std::nullopt;
    const auto found = std::find(table_.groups.begin(), table_.groups.end(), group);
    if (found != table_.groups.end()) return static_cast<std::size_t>(found - table_.groups.begin());
    table_.groups.push_back(group);
    return table_.groups.size() - 1;
  }

  static std::string at(const std::map<std::string, std::string>& of, const std::string& key) {
    const auto found = of.find(key);
    return found == of.end() ? std::string() : found->second;
  }

  /// The row that what is said of an address of the earlier draft belongs to.
  TableRow& row_from(const std::string& address, bool is_section) {
    return row(Key{is_section, address, at(is_section ? section_counterpart_ : counterpart_, address)});
  }

  TableRow& row(const Key& key) {
    const auto [found, fresh] = rows_.emplace(key, table_.rows.size());
    if (!fresh) return table_.rows[found->second];
    TableRow made;
    made.from = key.from;
    made.to = key.to;
    made.is_section = key.is_section;
    made.general = key.from.empty() && key.to.empty();
    made.cells.resize(table_.groups.size());
    table_.rows.push_back(std::move(made));
    return table_.rows.back();
  }

  /// Targets of a proposal; what became of an addition stands where it was put, else where it was wished.
  std::vector<Key> keys_of(const FatedProposal& fated) const {
    const Proposal& wish = proposal(fated);
    std::set<Key> keys;
    const bool on_earlier = comments_[fated.proposal.comment].earlier != nullptr;
    const auto add = [&](const Target& target) {
      // An address that the draft has not is no row of the table: nothing of that name went.
      if (on_earlier || !from_order_.contains((target.is_section ? "§" : "") + target.address)) return;
      keys.insert(
          {target.is_section, target.address, at(target.is_section ? section_counterpart_ : counterpart_, target.address)});
    };
    for (const Target& target : wish.targets) add(target);
    for (const std::size_t e : keys.empty() ? fated.edits : std::vector<std::size_t>()) {
      const AttributedEdit& edit = attribution_.edits[e];
      keys.insert(key_of(edit));
    }
    if (keys.empty() && wish.destination) add(*wish.destination);
    return {keys.begin(), keys.end()};
  }

  Key key_of(const AttributedEdit& edit) const {
    if (edit.target != EditTarget::kSection) {
      Key key{false, edit.from_item, edit.to_item};
      if (key.from.empty() && !key.to.empty()) key.from = at(original_, key.to);
      if (key.to.empty() && !key.from.empty()) key.to = at(counterpart_, key.from);
      return key;
    }
    if (edit.section_index) {
      const SectionDiff& section = changes_.sections[*edit.section_index];
      return {true, section.from.empty() ? "" : section.from.front(), section.to.empty() ? "" : section.to.front()};
    }
    return {true, at(section_original_, edit.section), edit.section};
  }

  void place(std::size_t index) {
    const FatedProposal& fated = attribution_.proposals[index];
    if (is_settled_before(comments_, fated)) return;
    std::vector<Key> keys = keys_of(fated);
    if (keys.empty()) keys.push_back({});
    for (const std::string& group : proposal(fated).by) {
      const std::optional<std::size_t> in = column(group);
      if (!in) continue;
      table_.totals[*in].add(fated.fate);
      for (const Key& key : keys) {
        TableCell& cell = row(key).cells[*in];
        cell.proposals.push_back(index);
        cell.tally.add(fated.fate);
      }
    }
  }

  /// What a person ruled, or the draft prints, without any proposal.
  void place_credited(std::size_t index) {
    for (const Source& source : attribution_.edits[index].sources) {
      const std::optional<std::size_t> in = source.proposal ? std::nullopt : column(source.by);
      if (in) row(key_of(attribution_.edits[index])).cells[*in].credited.push_back(index);
    }
  }

  void place_unprompted(std::size_t index) {
    const AttributedEdit& edit = attribution_.edits[index];
    if (!edit.sources.empty() || edit.target == EditTarget::kFront || edit.target == EditTarget::kBack) return;
    ++table_.unprompted;
    if (only_.empty()) row(key_of(edit)).unprompted.push_back(index);
  }

  void sort() {
    const auto rank = [&](const TableRow& line) {
      const std::string prefix = line.is_section ? "§" : "";
      const auto from = from_order_.find(prefix + line.from);
      const auto to = to_order_.find(prefix + line.to);
      // What only the later draft has stands by its neighbours there: their places in the earlier one are near enough.
      std::size_t place = 2 * from_order_.size();
      if (from != from_order_.end() && !line.from.empty()) {
        place = 2 * from->second;
      } else if (to != to_order_.end() && !line.to.empty()) {
        place = 1;
        for (const auto& [address, order] : to_order_) {
          if (order >= to->second) continue;
          const std::string before =
              address.rfind("§", 0) == 0 ? "§" + at(section_original_, address.substr(2)) : at(original_, address);
          const auto known = from_order_.find(before);
          if (known != from_order_.end()) place = std::max(place, 2 * known->second + 1);
        }
      }
      return std::tuple(line.general, place, to == to_order_.end() ? 0 : to->second);
    };
    std::vector<std::pair<decltype(rank(table_.rows.front())), std::size_t>> order;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) order.emplace_back(rank(table_.rows[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<TableRow> sorted;
    for (const auto& [ranked, i] : order) sorted.push_back(std::move(table_.rows[i]));
    table_.rows = std::move(sorted);
  }

  const DocumentDiff& changes_;
  const std::vector<CommentOn>& comments_;
  const Attribution& attribution_;
  const std::string& only_;
  NegotiationTable table_;
  std::map<Key, std::size_t> rows_;
  std::map<std::string, std::size_t> from_order_, to_order_;
  std::map<std::string, std::string> counterpart_, original_, section_counterpart_, section_original_;
};

}  // namespace

bool is_settled_before(const std::vector<CommentOn>& comments, const FatedProposal& fated) {
  return comments[fated.proposal.comment].earlier != nullptr && fated.edits.empty();
}

void FateTally::add(ProposalFate fate) {
  if (fate == ProposalFate::kNone) return;
  ++asked;
  switch (fate) {
    case ProposalFate::kAccepted:
      ++got;
      break;
    case ProposalFate::kAcceptedInPart:
      ++in_part;
      break;
    case ProposalFate::kNotTakenUp:
      ++refused;
      break;
    default:
      ++other;
  }
}

NegotiationTable negotiation_table(const Document& from, const Document& to, const DocumentDiff& changes,
                                   const std::vector<CommentOn>& comments, const Attribution& attribution,
                                   const std::string& only) {
  return Builder(from, to, changes, comments, attribution, only).build();
}

}  // namespace travaux
