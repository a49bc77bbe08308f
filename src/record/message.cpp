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

std::string tag_message(const DraftInfo& draft) { return fmt::format("Draft: {}\n", draft.label); }

}  // namespace travaux
