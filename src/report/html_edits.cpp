#include "report/html_edits.h"

#include <algorithm>
#include <tuple>

#include "report/attribution.h"
#include "report/json.h"
#include "report/lookup.h"

namespace travaux::report {

namespace {

bool names_edits(const Redline& redline) {
  return std::any_of(redline.blocks.begin(), redline.blocks.end(), [](const RedlineBlock& block) {
    return std::any_of(block.runs.begin(), block.runs.end(), [](const Run& run) { return !run.edits.empty(); });
  });
}

Redline without_edits(Redline redline) {
  for (RedlineBlock& block : redline.blocks) {
    for (Run& run : block.runs) run.edits.clear();
  }
  return redline;
}

/// Where an edit stands in the comparison: the same for one edit in two attributions of it.
auto key_of(const AttributedEdit& edit) {
  return std::tuple(edit.target, edit.change, edit.from_item, edit.to_item, edit.section_index, edit.item, edit.citation,
                    edit.passage, edit.edit);
}

}  // namespace

PageEdits::PageEdits(const Redline& redline, const DocumentDiff& changes, const Document& from, const Document& to,
                     const RedlineCredits& credits)
    : credits_(credits) {
  if (complete()) {
    if (!names_edits(redline)) own_redline_ = travaux::credited(redline, from, to, changes, *credits.attribution);
    redline_ = names_edits(redline) ? &redline : &own_redline_;
    take_all(*credits.attribution);
  } else {
    own_ = attribute(from, to, changes, {});
    own_redline_ = travaux::credited(without_edits(redline), from, to, changes, own_);
    redline_ = &own_redline_;
    take_all(own_);
  }
  if (credited()) take_sources();
  note_runs();
}

void PageEdits::take_all(const Attribution& attribution) {
  for (const AttributedEdit& edit : attribution.edits) list_.push_back({&edit, {}, {}, false});
}

void PageEdits::take_sources() {
  std::map<decltype(key_of(*list_.front().edit)), const AttributedEdit*> given;
  for (const AttributedEdit& edit : credits_.attribution->edits) given.emplace(key_of(edit), &edit);
  for (PageEdit& entry : list_) {
    const auto found = given.find(key_of(*entry.edit));
    if (found == given.end()) continue;
    for (const Source& source : found->second->sources) {
      if (!may_name(credits_, source.by)) continue;
      entry.sources.push_back(&source);
      if (std::find(entry.groups.begin(), entry.groups.end(), source.by) == entry.groups.end()) entry.groups.push_back(source.by);
    }
    for (const std::string& group : entry.groups) ++groups_[group];
    asked_ += entry.sources.empty() ? 0 : 1;
  }
}

void PageEdits::note_runs() {
  for (const RedlineBlock& block : redline_->blocks) {
    for (const Run& run : block.runs) {
      for (const std::size_t e : run.edits) {
        if (e < list_.size() && run.kind != RunKind::kKept) list_[e].in_text = true;
      }
    }
  }
  for (std::size_t e = 0; e < list_.size(); ++e) {
    const AttributedEdit& edit = *list_[e].edit;
    if (list_[e].in_text || (edit.from_item.empty() && edit.to_item.empty())) continue;
    const Side side = edit.to_item.empty() ? Side::kFrom : Side::kTo;
    without_words_[{side, edit.to_item.empty() ? edit.from_item : edit.to_item}].push_back(e);
  }
}

const std::vector<std::size_t>& PageEdits::without_words(Side side, const std::string& address) const {
  static const std::vector<std::size_t> kNone;
  const auto found = without_words_.find({side, address});
  return found == without_words_.end() ? kNone : found->second;
}

std::string edit_ids(const std::vector<std::size_t>& edits) {
  std::string ids;
  for (const std::size_t e : edits) ids += (ids.empty() ? "" : " ") + std::to_string(e);
  return ids;
}

std::string place_of(const AttributedEdit& edit) {
  if (edit.target == EditTarget::kFront) return "Before the first section";
  if (edit.target == EditTarget::kBack) return "After the last section";
  if (edit.target == EditTarget::kSection) return "Section " + edit.section;
  const auto list = [](const std::string& one) { return one.empty() ? std::vector<std::string>() : std::vector{one}; };
  return from_to(list(edit.from_item), list(edit.to_item));
}

std::string source_mark(const PageEdits& edits, std::size_t edit) {
  if (edit >= edits.list().size() || edits.list()[edit].groups.empty()) return {};
  std::string groups;
  for (const std::string& group : edits.list()[edit].groups) groups += (groups.empty() ? "" : ", ") + group;
  return "<a class=\"asked-by\" href=\"#e" + std::to_string(edit) + "\" data-label=\"" + escaped(groups) +
         "\" aria-label=\"asked for by " + escaped(groups) + "\"></a>";
}

std::string edits_data(const PageEdits& edits) {
  Json json = {
      {"credited", edits.credited()}, {"complete", edits.complete()}, {"groups", Json::array()}, {"edits", Json::array()}};
  std::map<std::string, std::size_t> number;
  for (const auto& [group, count] : edits.groups()) {
    number.emplace(group, number.size());
    json["groups"].push_back(group);
  }
  for (const PageEdit& entry : edits.list()) {
    const AttributedEdit& edit = *entry.edit;
    Json row = {{"place", place_of(edit)}, {"change", edit.change}};
    if (!edit.instrument.empty()) row["instrument"] = edit.instrument;
    if (edit.edit) row["class"] = name_of(edit.edit_class);
    if (edit.strength != Strength::kNone) row["strength"] = name_of(edit.strength);
    for (const std::string& group : entry.groups) row["groups"].push_back(number[group]);
    json["edits"].push_back(std::move(row));
  }
  // No markup can come of what stands in it: in JSON "<" occurs in strings alone.
  std::string text;
  for (const char c : json.dump(-1, ' ', true, Json::error_handler_t::replace)) {
    c == '<' ? text += "\\u003c" : c == '>' ? text += "\\u003e" : c == '&' ? text += "\\u0026" : text += c;
  }
  return "<script type=\"application/json\" id=\"data\">" + text + "</script>\n";
}

}  // namespace travaux::report
