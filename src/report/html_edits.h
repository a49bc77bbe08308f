// The edits that a page of the redline shows: what each is, who asked for it, and where in the page it stands.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "report/html.h"
#include "travaux/report.h"

namespace travaux::report {

/// An edit, with the sources that the page may show.
struct PageEdit {
  const AttributedEdit* edit = nullptr;
  std::vector<const Source*> sources;
  std::vector<std::string> groups;  ///< of the sources, each once, best first
  bool in_text = false;             ///< some run of the redline shows it
};

/// Lists the edits once and answers for them. With credits they are those of the attribution; with none, or for one group alone,
/// the comparison itself is listed, and the sources that may be shown are found in what was given.
class PageEdits {
 public:
  PageEdits(const Redline& redline, const DocumentDiff& changes, const Document& from, const Document& to,
            const RedlineCredits& credits);
  PageEdits(const PageEdits&) = delete;
  PageEdits& operator=(const PageEdits&) = delete;

  /// The redline whose runs name the edits by their indices in `list`.
  const Redline& redline() const { return *redline_; }
  const std::vector<PageEdit>& list() const { return list_; }
  /// Groups may be named.
  bool credited() const { return credits_.attribution != nullptr; }
  /// All groups may be named: an edit without a source is one that nobody asked for.
  bool complete() const { return credited() && credits_.only.empty(); }
  const RedlineCredits& credits() const { return credits_; }
  /// The groups that the page names, in code-point order, with how many edits each is a source of.
  const std::map<std::string, std::size_t>& groups() const { return groups_; }
  std::size_t asked() const { return asked_; }  ///< edits with a source that may be shown

  /// Edits that no run shows, by the item they belong to.
  const std::vector<std::size_t>& without_words(Side side, const std::string& address) const;

 private:
  void take_all(const Attribution& attribution);
  void take_sources();
  void note_runs();

  const RedlineCredits& credits_;
  Attribution own_;  ///< the comparison's edits, where the attribution given does not list them all
  Redline own_redline_;
  const Redline* redline_ = nullptr;
  std::vector<PageEdit> list_;
  std::map<std::string, std::size_t> groups_;
  std::map<std::pair<Side, std::string>, std::vector<std::size_t>> without_words_;
  std::size_t asked_ = 0;
};

/// "12 4" for `data-e`: the edits that an element shows.
std::string edit_ids(const std::vector<std::size_t>& edits);

/// "2.1 → 2.2", "Section 3", "Before the first section".
std::string place_of(const AttributedEdit& edit);

/// A link without words after an edit, to its sources; empty where no group may be named as one.
std::string source_mark(const PageEdits& edits, std::size_t edit);

/// Who asked for each edit that somebody asked for, and what nobody asked for; empty where groups are not named.
std::string sources_html(const PageEdits& edits, const Article& article);

/// What the script knows of the edits: a `<script type="application/json">`, which no browser runs.
std::string edits_data(const PageEdits& edits);

/// The drafts on the way; empty where nothing is known of them but their labels.
std::string timeline_html(const RedlineNotes& notes, const PageEdits& edits);

/// What the page is made from; empty where that is not told.
std::string making_html(const RedlineNotes& notes);

}  // namespace travaux::report
