#include "record/message.h"

#include <fmt/format.h>

#include <string_view>

namespace travaux {
namespace {

void trailer(std::string& message, std::string_view key, std::string_view value) {
  if (!value.empty()) message += fmt::format("{}: {}\n", key, value);
}

std::string round_text(const std::optional<int>& round) { return round ? fmt::format("{}", *round) : std::string(); }

std::string_view origin_text(Origin origin) {
  if (origin == Origin::kUnsaid) return {};
  return origin == Origin::kHistorical ? "historical" : "constructed";
}

}  // namespace

std::string draft_message(const DraftInfo& draft) {
  std::string message = fmt::format("Draft: {}{}\n\n", draft.label, draft.corrects.empty() ? "" : " (correction)");
  if (draft.origin == Origin::kConstructed) message += "This is no historical document: it was constructed.\n\n";
  trailer(message, "Round", round_text(draft.round));
  trailer(message, "Draft", draft.label);
  trailer(message, "Corrects", draft.corrects);
  trailer(message, "Based-On", draft.based_on);
  trailer(message, "Proposed-by", draft.by);
  trailer(message, "Date", draft.date);
  trailer(message, "Origin", origin_text(draft.origin));
  return message;
}

std::string comment_message(const CommentInfo& comment) {
  std::string message = fmt::format("Comment: {} on {}\n\n", comment.by, comment.on);
  if (comment.origin == Origin::kConstructed) message += "This is no historical document: it was constructed.\n\n";
  trailer(message, "Round", round_text(comment.round));
  trailer(message, "Comment-On", comment.on);
  trailer(message, "Proposed-by", comment.by);
  trailer(message, "Replaces", comment.replaces);
  trailer(message, "Date", comment.date);
  trailer(message, "Origin", origin_text(comment.origin));
  return message;
}

std::string withdrawal_message(const CommentInfo& comment, const std::string& path, const std::string& reason) {
  std::string message = fmt::format("Withdrawal: {} on {}\n\n", comment.by, comment.on);
  trailer(message, "Comment-On", comment.on);
  trailer(message, "Proposed-by", comment.by);
  trailer(message, "Withdraws", path);
  trailer(message, "Reason", reason);
  return message;
}

namespace {

/// "2.1 to 2.2", one address where they are one.
std::string place_text(const RulingInfo& ruling) {
  if (ruling.from_item.empty() || ruling.to_item.empty() || ruling.from_item == ruling.to_item)
    return ruling.from_item.empty() ? ruling.to_item : ruling.from_item;
  return fmt::format("{} to {}", ruling.from_item, ruling.to_item);
}

std::string ruling_subject(const RulingInfo& ruling) {
  std::string subject = fmt::format("{}: {}", ruling.kind, ruling.says);
  for (const std::string& part : {ruling.by, place_text(ruling)}) subject += part.empty() ? "" : ", " + part;
  return subject;
}

void ruling_trailers(const RulingInfo& ruling, std::string& message) {
  trailer(message, "From", ruling.from);
  trailer(message, "To", ruling.to);
  trailer(message, "Proposed-by", ruling.by);
  trailer(message, "Comment", ruling.comment);
}

}  // namespace

std::string ruling_message(const RulingInfo& ruling) {
  std::string message = fmt::format("Ruling: {}\n\n", ruling_subject(ruling));
  ruling_trailers(ruling, message);
  trailer(message, "Reason", ruling.reason);
  return message;
}

std::string taking_back_message(const RulingInfo& ruling, const std::string& path, const std::string& reason) {
  std::string message = fmt::format("Ruling taken back: {}\n\n", ruling_subject(ruling));
  ruling_trailers(ruling, message);
  trailer(message, "Withdraws", path);
  trailer(message, "Reason", reason);
  return message;
}

std::string tag_message(const DraftInfo& draft) { return fmt::format("Draft: {}\n", draft.label); }

}  // namespace travaux
