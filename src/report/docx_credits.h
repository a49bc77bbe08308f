// By whom the changes of a Word file are, and what its margin says of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "travaux/report.h"

namespace travaux::report {

class DocxCredits {
 public:
  DocxCredits(const Redline& redline, const RedlineNotes& notes);

  /// By whom the later draft is: whose the changes are that nobody asked for.
  const std::string& drafter() const { return drafter_; }
  /// Of the later draft, as Word wants it: "2011-05-03T12:00:00Z"; empty where no day is known.
  const std::string& date() const { return date_; }

  /// Who made a change: those who asked for it, else the drafter.
  std::string author_of(const Run& run) const;
  /// The edits a run shows that somebody asked for: each has its comment in the margin.
  std::vector<std::size_t> asked_for(const Run& run) const;
  /// Who asked for an edit: "CARICOM, SICA". Empty: nobody, or nobody who may be named.
  std::string askers_of(std::size_t edit) const;
  /// Who asked for it, in which proposal, how it matches, and the words that show it, a paragraph each.
  std::vector<std::string> evidence_of(std::size_t edit) const;

 private:
  std::vector<const Source*> sources_of(std::size_t edit) const;
  std::string told(const Source& source) const;

  const RedlineCredits& credits_;
  std::string drafter_, date_;
};

}  // namespace travaux::report
