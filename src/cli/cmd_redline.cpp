#include <memory>
#include <utility>

#include "cli/attributed.h"
#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/exit_codes.h"
#include "cli/formats.h"
#include "cli/origin.h"
#include "cli/output.h"
#include "cli/rulings.h"
#include "cli/timeline.h"
#include "travaux/diff.h"

namespace travaux::cli {
namespace {

struct Options {
  AttributedOptions attributed;
  bool attribute = false;
  bool no_moves = false;
  std::optional<std::string> output;
  bool changes_only = false;
};

/// Two drafts and what changed between them; who asked for it, where groups are to be named.
struct Compared {
  std::vector<Draft> drafts;
  DocumentDiff changes;
  std::vector<std::string> notices;
  std::optional<Attributed> found;
  std::vector<ChainDraft> rounds = {};  ///< told on a page

  const Document& from() const { return drafts[0].document; }
  const Document& to() const { return drafts[1].document; }
};

bool names_groups(const Options& options) { return options.attribute || !options.attributed.group.empty(); }

/// Options that say what comments there are say nothing where no group is to be named.
Status check(const Options& options) {
  const AskedOptions& asked = options.attributed.asked;
  if (names_groups(options) || (asked.folder.empty() && asked.groups.empty() && asked.authors.empty())) return {};
  return usage_error("a redline names no group unless it is told to, so it reads no comments",
                     "add --attribute to name all groups that asked for a change, or --for GROUP to name one alone");
}

Result<Compared> compare(Session& session, const Options& options) {
  Result<std::vector<Draft>> drafts = load_drafts(session, {options.attributed.asked.from, options.attributed.asked.to});
  if (!drafts) return tl::unexpected(drafts.error());
  const Result<DiffOptions> how = diff_options(session, (*drafts)[0], (*drafts)[1]);
  if (!how) return tl::unexpected(how.error());
  Compared result;
  result.changes = diff((*drafts)[0].document, (*drafts)[1].document, *how);
  result.drafts = std::move(*drafts);
  result.notices = notices(result.drafts);
  return result;
}

Result<Compared> compare_attributed(Session& session, const Options& options) {
  Result<Attributed> found = load_attributed(session, options.attributed);
  if (!found) return tl::unexpected(found.error());
  Compared result{{found->asked.from(), found->asked.to()}, found->changes, found->notices, {}};
  result.found = std::move(*found);
  return result;
}

Redline redline_of(const Compared& compared, const Options& options) {
  Redline redline = build_redline(compared.from(), compared.to(), compared.changes);
  if (compared.found)
    redline = credited(std::move(redline), compared.from(), compared.to(), compared.changes, compared.found->attribution);
  if (options.no_moves) {
    for (RedlineBlock& block : redline.blocks) block.move = 0;
  }
  return redline;
}

RedlineNotes notes_of(const Compared& compared) {
  RedlineNotes notes{compared.notices, {}};
  notes.origin = origin_of(compared.drafts);
  notes.chain = compared.rounds;
  if (compared.found) notes.credits = {&compared.found->attribution, &compared.found->asked.list, compared.found->only};
  return notes;
}

/// What is no text is not printed on a terminal.
Status deliver_binary(const Session& session, const Options& options, const Result<std::string>& bytes,
                      const Compared& compared) {
  if (!bytes) return tl::unexpected(bytes.error());
  return options.output ? deliver(session, options.output, *bytes, compared.drafts) : write_output(*bytes);
}

bool is_binary(const std::string& format) { return format == "docx" || format == "pdf"; }

Status write(const Session& session, const Options& options, const std::string& format, const Compared& compared) {
  const Redline redline = redline_of(compared, options);
  const RedlineNotes notes = notes_of(compared);
  const Document& from = compared.from();
  const Document& to = compared.to();
  const DocumentDiff& changes = compared.changes;
  const RedlineForm form{options.changes_only};
  if (format == "docx") return deliver_binary(session, options, redline_docx(redline, from, to, notes), compared);
  if (format == "pdf") return deliver_binary(session, options, redline_pdf(redline, changes, from, to, notes, form), compared);
  if (format == "md")
    return deliver(session, options.output, redline_markdown(redline, changes, from, to, notes, form), compared.drafts);
  if (format == "html") return deliver(session, options.output, redline_html(redline, changes, from, to, notes), compared.drafts);
  return deliver(session, options.output, redline_text(redline, notes), compared.drafts);
}

Result<int> run(const Options& options, Session& session) {
  const Result<std::string> format = chosen_format(session, "redline", options.output);
  if (!format) return tl::unexpected(format.error());
  if (options.changes_only && *format != "md" && *format != "pdf")
    return usage_error("--changes-only is for .md and .pdf", "leave it out, or name a file with such an ending");
  if (is_binary(*format) && !options.output && on_terminal())
    return usage_error("a file in the format " + *format + " is no text that a terminal could show",
                       "name a file for it: -o FILE." + *format);
  if (const Status fits = check(options); !fits) return tl::unexpected(fits.error());
  Result<Compared> compared = names_groups(options) ? compare_attributed(session, options) : compare(session, options);
  if (!compared) return tl::unexpected(compared.error());
  if (*format == "html") {
    Result<std::vector<ChainDraft>> rounds =
        timeline(session, compared->drafts[0], compared->drafts[1], options.attribute && options.attributed.group.empty());
    if (!rounds) return tl::unexpected(rounds.error());
    compared->rounds = std::move(*rounds);
  }
  hide_file_names(compared->drafts);
  compared->changes.from_label = compared->drafts[0].label;
  compared->changes.to_label = compared->drafts[1].label;
  const Status written = write(session, options, *format, *compared);
  return written ? Result<int>(kDone) : tl::unexpected(written.error());
}

}  // namespace

Run declare_redline(Arguments& arguments) {
  const auto options = std::make_shared<Options>();
  declare_attributed(arguments, options->attributed);
  arguments.flag("--attribute", options->attribute,
                 "name the groups that asked for the changes; without it, or --for, none is named");
  arguments.flag("--no-moves", options->no_moves, "show what moved as deleted there and inserted here");
  arguments.option("-o,--output", options->output, "FILE",
                   "where to write it; .docx, .pdf, .html, .md or .txt. Without it, it is printed here");
  arguments.flag("--changes-only", options->changes_only, "in .md and .pdf, leave out what did not change");
  arguments.footer(kDraftHelp);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace travaux::cli
