// Small histories for the tests of blame.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "support/texts.h"
#include "travaux/blame.h"

namespace travaux::testing {

/// Drafts, each made from the one before unless said otherwise, with who had asked for what changed.
class Blamed {
 public:
  std::size_t add(const std::string& text, const std::string& by = {}) {
    const std::optional<std::size_t> base = documents_.empty() ? std::nullopt : std::optional(documents_.size() - 1);
    return add_from(text, base, by);
  }

  std::size_t add_from(const std::string& text, std::optional<std::size_t> base, const std::string& by = {}) {
    documents_.push_back(document(text));
    bases_.push_back(base);
    by_.push_back(by);
    attributions_.emplace_back();
    return documents_.size() - 1;
  }

  void rebase(std::size_t draft, std::size_t base) { bases_[draft] = base; }

  /// Compares all drafts with their bases; what is added later is not in it.
  const std::vector<DocumentDiff>& changes() {
    if (changes_.size() == documents_.size()) return changes_;
    std::vector<Document*> all;
    for (Document& one : documents_) all.push_back(&one);
    resolve_instruments(all, built_in_registry());
    changes_.clear();
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      changes_.push_back(bases_[d] ? diff(documents_[*bases_[d]], documents_[d]) : DocumentDiff());
    }
    return changes_;
  }

  /// Says that these groups had asked for every edit of an item whose new words are `to`, or for an added item.
  void credit(std::size_t draft, const std::string& to, const std::vector<Source>& sources) {
    const DocumentDiff& all = changes()[draft];
    for (std::size_t k = 0; k < all.items.size(); ++k) {
      const ItemDiff& item = all.items[k];
      AttributedEdit edit;
      edit.item = k;
      edit.to = to;
      edit.sources = sources;
      edit.change = "added";
      if (item.changes.has(Change::kAdded) && item_at(documents_[draft], item.to_places.front()).text == to)
        attributions_[draft].edits.push_back(edit);
      for (std::size_t e = 0; e < item.edits.size(); ++e) {
        if (item.edits[e].to != to) continue;
        edit.change = "edited";
        edit.edit = e;
        attributions_[draft].edits.push_back(edit);
      }
    }
  }

  Blame blamed(std::size_t draft) {
    changes();
    std::vector<BlameDraft> drafts;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      drafts.push_back({&documents_[d], "draft " + std::to_string(d), by_[d], bases_[d], bases_[d] ? &changes_[d] : nullptr,
                        attributions_[d].edits.empty() ? nullptr : &attributions_[d]});
    }
    return blame(drafts, draft);
  }

  /// The text of an item or section, the words of later drafts between marks: "States {1|shall} act".
  std::string marked(std::size_t draft, const std::string& address) {
    for (const BlameText& text : blamed(draft).texts) {
      if (text.address == address) return marked(text);
    }
    return "no such text";
  }

  static std::string marked(const BlameText& text) {
    std::string out;
    for (const BlameRun& run : text.runs) {
      const std::size_t end = run.text.find_last_not_of(" \n") + 1;
      const std::string words = run.text.substr(0, end);
      out += run.as_tabled ? words : "{" + std::to_string(run.draft) + "|" + words + "}";
      out += run.text.substr(end);
    }
    return out;
  }

  /// Who is credited, run by run: "Establish=Chair; a fund=CARICOM,Peru?" where those had asked.
  std::string credited(std::size_t draft, const std::string& address) {
    std::string out;
    for (const BlameText& text : blamed(draft).texts) {
      if (text.address != address) continue;
      for (const BlameRun& run : text.runs) {
        out += (out.empty() ? "" : "; ") + fold_white_space(run.text) + "=";
        for (std::size_t i = 0; i < run.by.size(); ++i) out += (i > 0 ? "," : "") + run.by[i];
        out += run.asked ? "?" : "";
      }
    }
    return out;
  }

  const Document& at(std::size_t draft) const { return documents_[draft]; }

 private:
  std::deque<Document> documents_;
  std::vector<std::optional<std::size_t>> bases_;
  std::vector<std::string> by_;
  std::deque<Attribution> attributions_;
  std::vector<DocumentDiff> changes_;
};

/// A plan of one section.
inline std::string plan(const std::vector<std::string>& items, const std::string& heading = "Cooperation") {
  std::string text = "PLAN OF ACTION\n\n1. " + heading + "\n\n";
  for (std::size_t i = 0; i < items.size(); ++i) text += "1." + std::to_string(i + 1) + " " + items[i] + "\n\n";
  return text;
}

}  // namespace travaux::testing
