#include "negotiations/score_sources.h"

#include <algorithm>
#include <stdexcept>

#include "negotiations/render.h"
#include "negotiations/score.h"
#include "negotiations/wishes_read.h"
#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::negotiations {
namespace {

constexpr std::size_t kNear = 15;  // bytes; two edits in an item stand seven words apart

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? "nobody" : all;
}

class Judge {
 public:
  Judge(const AskedRound& round, const std::vector<Paper>& papers, const std::vector<Comment>& comments, const Document& from,
        const DocumentDiff& changes, const Attribution& attribution)
      : round_(round),
        papers_(papers),
        comments_(comments),
        changes_(changes),
        attribution_(attribution),
        draft_(round.before, from) {
    for (const Where& where : items_of(round.after)) after_[where.address] = where.item->id;
  }

  SourceJudgement run() {
    judge_edits();
    for (std::size_t paper = 0; paper < papers_.size(); ++paper)
      for (const auto& [request, sentence] : papers_[paper].sentences) judge_wish(paper, round_.requests[request], sentence);
    return std::move(judgement_);
  }

 private:
  void judge_edits() {
    std::set<const Made*> seen;
    for (const AttributedEdit& edit : attribution_.edits) {
      const Made* made = cause_of(edit);
      if (made == nullptr) {
        ++judgement_.score.stray;
        continue;
      }
      seen.insert(made);
      judge_edit(edit, *made);
    }
    judgement_.score.unseen += round_.made.size() - seen.size();
  }

  // The edit that was made and is reported here, or null.
  const Made* cause_of(const AttributedEdit& edit) const {
    for (const Made& made : round_.made)
      if (is_cause(made.wanted, edit)) return &made;
    return nullptr;
  }

  bool is_cause(const Wanted& wanted, const AttributedEdit& edit) const {
    const Id from = draft_.at(edit.from_item);
    switch (edit.target) {
      case EditTarget::kText:
        return from == wanted.target && edit.item && edit.edit &&
               (wanted.act == Act::kReword ||
                (is_in_words(wanted.act) && is_near(wanted, changes_.items[*edit.item].edits[*edit.edit])));
      case EditTarget::kItem: {
        if (edit.change == "added") return wanted.act == Act::kAdd && id_after(edit.to_item) == wanted.target;
        const Act act = edit.change == "removed" ? Act::kRemove : Act::kMove;
        return (edit.change == "removed" || edit.change == "moved") && wanted.act == act && from == wanted.target;
      }
      case EditTarget::kCitation:
        if (wanted.act == Act::kPassage)
          return edit.change == "edited" && edit.passage && edit.instrument == wanted.citation.instrument &&
                 from == wanted.target;
        return ((edit.change == "added" && wanted.act == Act::kCite) ||
                (edit.change == "removed" && wanted.act == Act::kUncite)) &&
               edit.instrument == wanted.citation.instrument && from == wanted.target;
      case EditTarget::kSection: {
        if (!edit.section_index || wanted.act != Act::kRetitle) return false;
        const std::optional<std::size_t> index = changes_.sections[*edit.section_index].from_index;
        return index && *index < round_.before.sections.size() && round_.before.sections[*index].id == wanted.target;
      }
      default:
        return false;
    }
  }

  static bool is_near(const Wanted& wanted, const Edit& edit) {
    return edit.from_span.begin <= wanted.end + kNear && edit.from_span.end + kNear >= wanted.begin;
  }

  Id id_after(const std::string& address) const {
    const auto found = after_.find(address);
    return found == after_.end() ? 0 : found->second;
  }

  // Those whose wish for it stands in a paper.
  std::set<std::string> credit_of(const Made& made) const {
    std::set<std::string> groups;
    for (const Paper& paper : papers_)
      for (const std::size_t asked : made.asked)
        if (paper.sentences.count(asked) > 0) groups.insert(round_.requests[asked].by);
    return groups;
  }

  void judge_edit(const AttributedEdit& edit, const Made& made) {
    SourceScore& score = judgement_.score;
    const std::set<std::string> credit = credit_of(made);
    if (credit.empty() && !made.asked.empty()) return;  // asked for in a manner that the form cannot print
    const std::vector<std::string> groups = edit.groups();
    const bool right = std::set<std::string>(groups.begin(), groups.end()) == credit;
    score.edits[made.treatment].count(right);
    for (const std::string& group : groups) score.precision.count(credit.count(group) > 0);
    if (credit.empty()) {
      score.false_credits.count(!groups.empty());
    } else {
      score.coverage.count(!groups.empty());
    }
    if (right) return;
    std::string line = edit.from_item + " → " + edit.to_item + " " + edit.change + ": “" + edit.from + "” → “" + edit.to + "”";
    for (const Source& source : edit.sources) line += "\n      " + source.by + ": " + source.evidence;
    judgement_.faults.push_back({"edit", made.treatment, joined({credit.begin(), credit.end()}), joined(groups), line});
  }

  void judge_wish(std::size_t paper, const Request& request, const std::string& sentence) {
    std::vector<const Proposal*> read;
    std::vector<ProposalFate> fates;
    for (const FatedProposal& fated : attribution_.proposals) {
      if (fated.proposal.comment != paper) continue;
      const Proposal& proposal = comments_[paper].proposals[fated.proposal.proposal];
      if (!concerns(proposal, request, draft_)) continue;
      read.push_back(&proposal);
      fates.push_back(fated.fate);
    }
    const bool is_read = want_the_same(read, request, draft_);
    judgement_.score.read.count(is_read);
    if (!is_read) fault("reading", request, sentence, describe(request.wanted, round_.before), as_read(read));
    const std::optional<ProposalFate> fate = together(fates);
    const bool right = fate && request.fates.count(*fate) > 0;
    judgement_.score.fates[request.treatment].count(right);
    judgement_.score.by_fate[*request.fates.begin()].count(right);
    if (!right)
      fault("fate", request, sentence, std::string(name_of(*request.fates.begin())), fate ? std::string(name_of(*fate)) : "none");
  }

  void fault(const std::string& kind, const Request& request, const std::string& sentence, const std::string& expected,
             const std::string& found) {
    judgement_.faults.push_back({kind, request.treatment, expected, found, request.by + ": " + sentence});
  }

  static std::string as_read(const std::vector<const Proposal*>& proposals) {
    std::string text;
    for (const Proposal* p : proposals) {
      text += "(" + std::string(name_of(p->asks)) + " new “" + p->new_words + "” old “" + p->old_words + "” anchor “" +
              p->anchor + "”";
      if (!p->placed) text += ", unplaced: " + p->why_unplaced;
      text += ") ";
    }
    return text.empty() ? "not at all" : text;
  }

  // Of a wish that was read as several proposals: what became of it as a whole.
  static std::optional<ProposalFate> together(const std::vector<ProposalFate>& fates) {
    if (fates.empty()) return std::nullopt;
    const bool same = std::all_of(fates.begin(), fates.end(), [&](ProposalFate fate) { return fate == fates[0]; });
    if (same) return fates[0];
    const bool some = std::any_of(fates.begin(), fates.end(), [](ProposalFate fate) {
      return fate == ProposalFate::kAccepted || fate == ProposalFate::kAcceptedInPart;
    });
    return some ? ProposalFate::kAcceptedInPart : fates[0];
  }

  const AskedRound& round_;
  const std::vector<Paper>& papers_;
  const std::vector<Comment>& comments_;
  const DocumentDiff& changes_;
  const Attribution& attribution_;
  const Draft draft_;
  std::map<std::string, Id> after_;
  SourceJudgement judgement_;
};

std::string text_read(const std::string& bytes) {
  const Result<Reading> reading = read_bytes(bytes, "paper.txt");
  if (!reading) throw std::runtime_error(to_string(reading.error()));
  return reading->text;
}

template <typename Key>
void add(std::map<Key, Share>& sum, const std::map<Key, Share>& more) {
  for (const auto& [key, share] : more) sum[key] += share;
}

Share sum_of(const std::map<Treatment, Share>& rows) {
  Share sum;
  for (const auto& [treatment, share] : rows) sum += share;
  return sum;
}

}  // namespace

Share& Share::operator+=(const Share& other) {
  right += other.right;
  all += other.all;
  return *this;
}

double Share::value() const { return all == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(all); }

SourceScore& SourceScore::operator+=(const SourceScore& other) {
  add(edits, other.edits);
  add(fates, other.fates);
  add(by_fate, other.by_fate);
  coverage += other.coverage;
  precision += other.precision;
  false_credits += other.false_credits;
  read += other.read;
  stray += other.stray;
  unseen += other.unseen;
  misread += other.misread;
  return *this;
}

Share SourceScore::all_edits() const { return sum_of(edits); }
Share SourceScore::all_fates() const { return sum_of(fates); }

SourceJudgement judge_attribution(const AskedRound& round, const std::vector<Paper>& papers, const std::vector<Comment>& comments,
                                  const Document& from, const DocumentDiff& changes, const Attribution& attribution) {
  return Judge(round, papers, comments, from, changes, attribution).run();
}

SourceJudgement judge_sources(const AskedRound& round, const std::vector<Paper>& papers) {
  Document from = parse(text_read(render(round.before)));
  Document to = parse(text_read(render(round.after)));
  resolve_instruments({&from, &to}, built_in_registry());
  if (!misreading(round.before, from).empty() || !misreading(round.after, to).empty()) {
    SourceJudgement judgement;
    judgement.score.misread = 1;
    return judgement;
  }
  std::vector<GroupNames> names;
  for (const std::string& group : round.groups) names.push_back({group, {}, {}});
  const Speakers speakers(names);
  std::vector<Comment> comments;
  for (const Paper& paper : papers) {
    const std::string text = paper.source.revisions.empty() ? text_read(paper.text) : paper.text;
    comments.push_back(read_comment(text, paper.source, from, built_in_registry(), speakers));
  }
  std::vector<CommentOn> on;
  for (const Comment& comment : comments) on.push_back({&comment, nullptr, false});
  const DocumentDiff changes = diff(from, to);
  AttributeOptions options;
  options.speakers = speakers;
  const Attribution attribution = attribute(from, to, changes, on, {}, options);
  return judge_attribution(round, papers, comments, from, changes, attribution);
}

}  // namespace travaux::negotiations
