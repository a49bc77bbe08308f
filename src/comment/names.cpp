// The names of what comments ask for, in reports and JSON: relied upon from outside.
#include "travaux/comment.h"

namespace travaux {

std::string_view name_of(Ask ask) {
  static constexpr std::string_view kNames[] = {"insert",  "delete",    "replace", "reword",  "add",     "remove",
                                                "move",    "split",     "merge",   "retitle", "cite",    "uncite",
                                                "bracket", "unbracket", "keep",    "support", "reserve", "remark"};
  return kNames[static_cast<std::size_t>(ask)];
}

bool has_fate(Ask ask) { return ask != Ask::kSupport && ask != Ask::kReserve && ask != Ask::kRemark; }

std::string_view name_of(CommentForm form) {
  static constexpr std::string_view kNames[] = {"letter", "marked-up copy", "bracketed text", "redraft"};
  return kNames[static_cast<std::size_t>(form)];
}

std::string_view name_of(Field field) {
  static constexpr std::string_view kNames[] = {"item", "section", "heading", "citation", "passage", "front", "back"};
  return kNames[static_cast<std::size_t>(field)];
}

}  // namespace travaux
