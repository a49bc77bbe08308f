// What was read of a letter, on a line: "replace 2.1|-shall|+should".
//
// asks targets | -old | +new | @where anchor | ~until | >where destination | #portion | &instrument | /part | %citation;
// proposals are parted by ";;", remarks left out unless there is nothing else.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "comment/letter.h"

namespace travaux {

struct Row {
  const char* text;
  const char* read;
};

inline std::string place_form(const Target& target) {
  return (target.is_section ? "§" : "") + (target.address.empty() ? "(" + target.printed + ")" : target.address);
}

inline std::string proposal_form(const Proposal& proposal) {
  static constexpr const char* kWhere[] = {"", "before", "after", "start", "end", "in"};
  std::string form(name_of(proposal.asks));
  std::string targets;
  for (const Target& target : proposal.targets) targets += (targets.empty() ? "" : ",") + place_form(target);
  form += " " + targets;
  const std::string where = kWhere[static_cast<int>(proposal.where)];
  const auto add = [&](const char* sign, const std::string& words) {
    if (!words.empty()) form += sign + words;
  };
  add("|-", proposal.old_words);
  add("|+", proposal.new_words);
  if (!proposal.anchor.empty()) form += "|@" + where + " " + proposal.anchor;
  if (proposal.anchor.empty() && !proposal.destination) add("|@", where);
  add("|~", proposal.until);
  if (proposal.destination) {
    form += "|>" + (where.empty() || !proposal.anchor.empty() ? "" : where + " ") + place_form(*proposal.destination);
  }
  add("|#", proposal.portion);
  add("|&", proposal.heading);
  if (proposal.throughout) form += "|throughout";
  for (const std::string& part : proposal.parts) add("|/", part);
  for (const auto& [heading, passage] : proposal.citations) form += "|%" + heading + (passage.empty() ? "" : ": " + passage);
  return form;
}

inline std::string letter_form(const std::string& text, const std::vector<std::string>& by = {"CARICOM"},
                               const std::vector<std::string>& own_names = {}) {
  std::vector<Diagnostic> diagnostics;
  std::string form;
  for (const Proposal& proposal : read_letter(text + "\n", by, diagnostics, own_names)) {
    if (proposal.asks != Ask::kRemark) form += (form.empty() ? "" : " ;; ") + proposal_form(proposal);
  }
  return form.empty() ? "remark" : form;
}

inline void expect_read(const Row& row) { EXPECT_EQ(letter_form(row.text), row.read) << row.text; }

}  // namespace travaux
