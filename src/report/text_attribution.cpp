// Who asked for what, as text.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "report/attribution.h"
#include "report/lookup.h"
#include "report/styled.h"

namespace travaux {

using namespace report;  // NOLINT: this file is part of that floor

namespace {

constexpr std::size_t kEntryIndent = 2, kUnderEntry = 6;
constexpr std::size_t kShownWidth = 240;  ///< columns of one side of an edit

std::string shortened(const std::string& words) {
  const std::string folded = fold_white_space(words);
  if (display_width(folded) <= kShownWidth) return folded;
  std::string head;
  for (std::size_t end = folded.find(' '); end != std::string::npos; end = folded.find(' ', end + 1)) {
    if (display_width(folded.substr(0, end)) > kShownWidth) break;
    head = folded.substr(0, end);
  }
  return head + " …";
}

class AttributionWriter {
 public:
  AttributionWriter(const Attribution& attribution, const Document& from, const Document& to,
                    const std::vector<CommentOn>& comments, const AttributionReport& report)
      : attribution_(attribution), comments_(comments), report_(report) {
    rank(from, from_ranks_);
    rank(to, to_ranks_);
  }

  StyledText write() {
    out_.line().add(Style::kHeading, report_.from_label + " → " + report_.to_label);
    if (!report_.only.empty()) out_.add(Style::kDim, " · for " + report_.only);
    write_edits(true, "Asked for");
    if (report_.only.empty()) write_edits(false, "Nobody asked for this");
    write_proposals();
    write_summary();
    for (const Diagnostic& note : attribution_.notes) out_.gap().line(0, 2).add(Style::kWarning, note.message);
    return std::move(text_);
  }

 private:
  using Ranks = std::map<std::string, std::size_t>;

  static void rank(const Document& document, Ranks& ranks) {
    for_each_item(document, [&](const Item& item, const Place&) { ranks.emplace(item.address, ranks.size()); });
  }

  static std::size_t rank_of(const Ranks& ranks, const std::string& address) {
    const auto found = ranks.find(address);
    return found == ranks.end() ? 0 : found->second;
  }

  // --- edits ---

  static std::string name_of_place(const AttributedEdit& edit) {
    if (edit.target == EditTarget::kFront) return "Before the first section";
    if (edit.target == EditTarget::kBack) return "After the last section";
    if (edit.target == EditTarget::kSection) return "Section " + edit.section;
    const auto list = [](const std::string& one) { return one.empty() ? std::vector<std::string>() : std::vector{one}; };
    return from_to(list(edit.from_item), list(edit.to_item));
  }

  /// Front, sections, items in the later draft's order, what follows them.
  std::vector<std::size_t> in_order(bool asked) const {
    std::vector<std::size_t> order;
    for (std::size_t e = 0; e < attribution_.edits.size(); ++e) {
      if (!attribution_.edits[e].sources.empty() == asked) order.push_back(e);
    }
    const auto key = [&](std::size_t e) {
      const AttributedEdit& edit = attribution_.edits[e];
      const int part = edit.target == EditTarget::kFront     ? 0
                       : edit.target == EditTarget::kSection ? 1
                       : edit.target == EditTarget::kBack    ? 3
                                                             : 2;
      const std::size_t place = edit.to_item.empty() ? rank_of(from_ranks_, edit.from_item) : rank_of(to_ranks_, edit.to_item);
      return std::tuple(part, part == 2 ? place : 0, part == 2 && edit.to_item.empty() ? 0 : 1);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return order;
  }

  void write_edits(bool asked, std::string_view heading) {
    const std::vector<std::size_t> order = in_order(asked);
    if (order.empty()) return;
    out_.gap().line().add(Style::kHeading, heading).add(Style::kDim, fmt::format("  {}", order.size()));
    std::string place;
    for (const std::size_t e : order) {
      const AttributedEdit& edit = attribution_.edits[e];
      if (const std::string name = name_of_place(edit); name != place) {
        out_.gap().line(kEntryIndent, kUnderEntry).add(Style::kAddress, name);
        place = name;
      }
      write_edit(edit);
    }
  }

  void write_edit(const AttributedEdit& edit) {
    out_.line(kEntryIndent + 2, kUnderEntry + 2).add(Style::kTag, edit.change);
    if (!edit.instrument.empty()) out_.add(" ").add(Style::kAddress, edit.instrument);
    const bool whole = edit.change == "moved";
    if (!edit.from.empty() && !whole) out_.add("  ").add(Style::kDeleted, shortened(edit.from));
    if (!edit.to.empty() && !whole) out_.add("  ").add(Style::kInserted, shortened(edit.to));
    if (edit.strength != Strength::kNone) out_.add("  · ").add(Style::kTag, name_of(edit.strength));
    for (const Source& source : edit.sources) write_source(source);
  }

  void write_source(const Source& source) {
    out_.line(kUnderEntry, kUnderEntry + 2).add(Style::kNote, who(source));
    out_.add(Style::kDim, fmt::format("  {}, {:.2f}", name_of(source.how), source.score));
    if (source.proposal && !source.evidence.empty()) out_.add(": " + shortened(source.evidence));
  }

  std::string who(const Source& source) const {
    if (!source.proposal) return source.by;
    const std::string number = proposal_of(comments_, *source.proposal).number.value_or("");
    return number.empty() ? source.by : source.by + " " + number;
  }

  // --- proposals ---

  void write_proposals() {
    if (attribution_.proposals.empty()) return;
    out_.gap().line().add(Style::kHeading, "What became of the proposals");
    std::size_t comment = comments_.size();
    for (const FatedProposal& fated : attribution_.proposals) {
      if (fated.proposal.comment != comment) {
        comment = fated.proposal.comment;
        out_.gap().line(kEntryIndent, kUnderEntry).add(Style::kAddress, joined(comments_[comment].comment->by));
        // A path in the record names it for rulings; the name of a file is not passed on.
        const std::string& id = comments_[comment].comment->id;
        if (id.starts_with("comments/")) out_.add(Style::kDim, "  " + id);
      }
      write_proposal(fated);
    }
  }

  void write_proposal(const FatedProposal& fated) {
    const Proposal& proposal = proposal_of(comments_, fated.proposal);
    const Style style =
        fated.fate == ProposalFate::kAccepted || fated.fate == ProposalFate::kAcceptedInPart ? Style::kAdded : Style::kPlain;
    out_.line(kEntryIndent + 2, kUnderEntry + 2);
    if (proposal.number && !proposal.number->empty()) out_.add(Style::kAddress, *proposal.number).add("  ");
    if (fated.fate != ProposalFate::kNone)
      out_.add(style, name_of(fated.fate)).add(Style::kDim, fated.ruled ? " (by a ruling)  " : "  ");
    out_.add(Style::kTag, name_of(proposal.asks)).add("  " + shortened(request_of(proposal)));
    if (!fated.why.empty()) out_.line(kUnderEntry + 2, kUnderEntry + 4).add(Style::kNote, fated.why);
    for (const ProposalRef& ref : fated.competing) {
      const std::string number = proposal_of(comments_, ref).number.value_or("");
      out_.line(kUnderEntry + 2, kUnderEntry + 4).add(Style::kDim, "competes with " + joined(askers_of(comments_, ref)));
      if (!number.empty()) out_.add(Style::kDim, " " + number);
    }
  }

  static std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
  }

  // --- counts ---

  void write_summary() {
    out_.gap().line().add(Style::kHeading, "Summary");
    std::map<std::string, std::size_t> edits;
    for (const AttributedEdit& edit : attribution_.edits) ++edits[status_of(edit)];
    out_.line(kEntryIndent, kUnderEntry)
        .add(fmt::format("{} edits: {} of one group, {} of several, {} nobody asked for", attribution_.edits.size(),
                         edits["attributed"], edits["joint"], edits["unattributed"]));
    for (const auto& [group, count] : count_groups(attribution_, comments_)) {
      out_.line(kEntryIndent, kUnderEntry).add(Style::kAddress, group).add(fmt::format("  edits {}", count.edits));
      for (const auto& [fate, number] : count.proposals) out_.add(fmt::format(", {} {}", fate, number));
    }
  }

  const Attribution& attribution_;
  const std::vector<CommentOn>& comments_;
  const AttributionReport& report_;
  Ranks from_ranks_, to_ranks_;
  StyledText text_;
  Writer out_{text_};
};

}  // namespace

StyledText attribution_text(const Attribution& attribution, const Document& from, const Document& to,
                            const std::vector<CommentOn>& comments, const AttributionReport& report) {
  return AttributionWriter(attribution, from, to, comments, report).write();
}

}  // namespace travaux
