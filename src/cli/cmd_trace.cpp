#include <algorithm>
#include <memory>

#include "cli/addresses.h"
#include "cli/chain.h"
#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/origin.h"
#include "cli/output.h"
#include "cli/rulings.h"
#include "travaux/trace.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string draft, address;
  std::vector<std::string> chain;
  bool full = false;
};

Result<Trace> follow(Session& session, const DraftChain& chain, const Place& place) {
  std::vector<TraceDraft> drafts;
  for (std::size_t i = 0; i < chain.drafts.size(); ++i) {
    const std::optional<std::size_t> base = chain.links[i].base;
    drafts.push_back({&chain.drafts[i].document, base});
    if (!base) continue;
    Result<DiffOptions> how = diff_options(session, chain.drafts[*base], chain.drafts[i]);
    if (!how) return tl::unexpected(how.error());
    drafts.back().ruled = std::move(how->ruled);
  }
  Progress progress("comparing", session.common().quiet);
  TraceOptions options;
  options.progress = [&progress](std::size_t done, std::size_t total) { progress.update(done, total); };
  return trace(drafts, chain.asked, place, options);
}

std::vector<TracedDraft> facts_of(const DraftChain& chain) {
  std::vector<TracedDraft> facts;
  for (std::size_t i = 0; i < chain.drafts.size(); ++i) {
    const Link& link = chain.links[i];
    facts.push_back({&chain.drafts[i].document, chain.drafts[i].label, link.round, link.date, link.by});
  }
  return facts;
}

/// What must be known of the drafts that the life leads through.
std::vector<std::string> notices_of(const DraftChain& chain, const Trace& life) {
  std::vector<std::string> sentences;
  for (const TraceStep& step : life.steps) {
    for (std::string& notice : notices({chain.drafts[step.draft]})) {
      if (std::find(sentences.begin(), sentences.end(), notice) == sentences.end()) sentences.push_back(std::move(notice));
    }
  }
  return sentences;
}

Status show(const Session& session, const Options& options, const DraftChain& chain, const Trace& life) {
  const std::vector<std::string> sentences = notices_of(chain, life);
  const ReportOrigin making = origin_of(chain.drafts);
  if (session.json()) {
    for (const std::string& sentence : sentences) session.note(sentence);
    return session.print(trace_json(life, facts_of(chain), sentences, making));
  }
  return session.print(with_origin(with_notices(sentences, trace_text(life, facts_of(chain), {options.full})), making));
}

Result<int> run(const Options& options, Session& session) {
  if (options.full && session.json()) session.note("--full changes nothing in JSON, which always has the texts");
  Result<DraftChain> chain = load_chain(session, options.draft, options.chain);
  if (!chain) return tl::unexpected(chain.error());
  const Result<Place> place = find_place(chain->drafts[chain->asked], options.address);
  if (!place) return tl::unexpected(place.error());
  hide_file_names(chain->drafts);
  const Result<Trace> life = follow(session, *chain, *place);
  if (!life) return tl::unexpected(life.error());
  const Status shown = show(session, options, *chain, *life);
  return shown ? Result<int>(kDone) : tl::unexpected(shown.error());
}

}  // namespace

Run declare_trace(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("DRAFT", options->draft, "the draft in which the item has that address");
  arguments.positional("ADDRESS", options->address, "the item (2.1, Article 4/3) or section");
  arguments.several("--chain", options->chain, "DRAFT",
                    "the drafts to follow it through, each made from the one before, DRAFT among them; else the record's");
  arguments.flag("--full", options->full, "print its text in every draft too");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
