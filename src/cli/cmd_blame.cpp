#include <algorithm>
#include <memory>

#include "cli/addresses.h"
#include "cli/attributions.h"
#include "cli/chain.h"
#include "cli/command.h"
#include "cli/exit_codes.h"
#include "cli/formats.h"
#include "cli/origin.h"
#include "cli/output.h"
#include "cli/rulings.h"
#include "travaux/blame.h"

namespace travaux::cli {
namespace {

struct Options {
  std::string draft;
  std::optional<std::string> address, output, comments;
  std::string group;
  std::vector<std::string> chain;
};

/// The comparisons on the way, by draft.
Result<std::vector<std::optional<DocumentDiff>>> compared(Session& session, const DraftChain& chain,
                                                          const std::vector<std::size_t>& way) {
  std::vector<std::optional<DocumentDiff>> changes(chain.drafts.size());
  Progress progress("comparing drafts", session.common().quiet);
  for (std::size_t k = 0; k + 1 < way.size(); ++k) {
    const Draft& from = chain.drafts[way[k + 1]];
    const Draft& to = chain.drafts[way[k]];
    const Result<DiffOptions> how = diff_options(session, from, to);
    if (!how) return tl::unexpected(how.error());
    changes[way[k]] = diff(from.document, to.document, *how);
    progress.update(k + 1, way.size() - 1);
  }
  return changes;
}

/// An item with its sub-items, or a section with its items.
void keep_only(const Place& place, Blame& blame) {
  std::erase_if(blame.texts, [&](const BlameText& text) {
    const bool under = text.place.section == place.section && text.place.item.size() >= place.item.size() &&
                       std::equal(place.item.begin(), place.item.end(), text.place.item.begin());
    return !under;
  });
}

/// What must be known of the drafts that led to it.
std::vector<std::string> notices_of(const DraftChain& chain) {
  std::vector<std::size_t> way = way_back(chain);
  std::sort(way.begin(), way.end());
  std::vector<std::string> sentences;
  for (const std::size_t draft : way) {
    for (std::string& sentence : notices({chain.drafts[draft]})) {
      if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) sentences.push_back(std::move(sentence));
    }
  }
  return sentences;
}

/// The drafts that led to it, the first one first.
ReportOrigin way_origin(const DraftChain& chain) {
  const ReportOrigin all = origin_of(chain.drafts);
  ReportOrigin way{{}, all.version};
  std::vector<std::size_t> drafts = way_back(chain);
  for (auto draft = drafts.rbegin(); draft != drafts.rend(); ++draft) way.drafts.push_back(all.drafts[*draft]);
  return way;
}

Status write(const Session& session, const Options& options, const std::string& format, const DraftChain& chain,
             const Blame& blame, const std::vector<BlameDraft>& drafts) {
  const std::vector<std::string> said = notices_of(chain);
  const ReportOrigin making = way_origin(chain);
  if (format == "json") {
    for (const std::string& notice : said) session.note(notice);
    return deliver(session, options.output, blame_json(blame, drafts, chain.asked, said, making), chain.drafts);
  }
  if (format == "html")
    return deliver(session, options.output, blame_html(blame, drafts, chain.asked, said, making), chain.drafts);
  const StyledText text = with_origin(with_notices(said, blame_text(blame, drafts, chain.asked)), making);
  if (!options.output) return session.print(text);
  return deliver(session, options.output, render(text, {false, session.common().width, true}), chain.drafts);
}

Result<int> run(const Options& options, Session& session) {
  const Result<std::string> format = chosen_format(session, "blame", options.output);
  if (!format) return tl::unexpected(format.error());
  Result<DraftChain> chain = load_chain(session, options.draft, options.chain);
  if (!chain) return tl::unexpected(chain.error());
  std::optional<Place> place;
  if (options.address) {
    const Result<Place> found = find_place(chain->drafts[chain->asked], *options.address);
    if (!found) return tl::unexpected(found.error());
    place = *found;
  }
  hide_file_names(chain->drafts);
  const auto changes = compared(session, *chain, way_back(*chain));
  if (!changes) return tl::unexpected(changes.error());
  std::vector<const DocumentDiff*> known;
  for (const std::optional<DocumentDiff>& one : *changes) known.push_back(one ? &*one : nullptr);
  const auto attributions = attributions_of(session, *chain, known, options.comments, options.group);
  if (!attributions) return tl::unexpected(attributions.error());
  std::vector<BlameDraft> drafts;
  for (std::size_t i = 0; i < chain->drafts.size(); ++i) {
    const std::optional<Attribution>& attribution = (*attributions)[i];
    drafts.push_back({&chain->drafts[i].document, chain->drafts[i].label, chain->links[i].by, chain->links[i].base, known[i],
                      attribution ? &*attribution : nullptr});
  }
  Blame words = blame(drafts, chain->asked);
  if (place) keep_only(*place, words);
  const Status written = write(session, options, *format, *chain, words, drafts);
  return written ? Result<int>(kDone) : tl::unexpected(written.error());
}

}  // namespace

Run declare_blame(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  arguments.positional("DRAFT", options->draft, "the draft whose words they are");
  arguments.positional("ADDRESS", options->address, "only this item (2.1, Article 4/3) or section");
  arguments.several("--chain", options->chain, "DRAFT",
                    "the drafts that led to it, each made from the one before, DRAFT among them; else the record's");
  arguments.option("--comments", options->comments, "DIR", "a folder of comments, to tell who had asked for the words");
  arguments.option("--for", options->group, "GROUP", "name this group alone: comments are often confidential");
  arguments.option("-o,--output", options->output, "FILE",
                   "where to write it; .html, .json or .txt. Without it, it is printed here");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
