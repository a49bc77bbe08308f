#include "cli/authors.h"

#include <nlohmann/json.hpp>

#include "cli/files.h"
#include "cli/session.h"
#include "travaux/text.h"

namespace travaux::cli {
namespace {

constexpr const char* kForm = "it must read like {\"Jane Doe\": \"CARICOM\"}";

std::string loose(std::string_view name) { return fold_case(fold_white_space(name)); }

}  // namespace

Result<Authors> read_authors(const std::string& path) {
  Authors authors;
  if (path.empty()) return authors;
  const Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  const nlohmann::json json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object()) {
    return input_error("the authors' groups cannot be read", path,
                       json.is_discarded() ? "it is not JSON" : "it is no JSON object", kForm);
  }
  for (const auto& [author, group] : json.items()) {
    if (!group.is_string() || fold_white_space(group.get<std::string>()).empty()) {
      return input_error("the authors' groups cannot be read", path, "\"" + author + "\" has no group's name", kForm);
    }
    authors[loose(author)] = fold_white_space(group.get<std::string>());
  }
  return authors;
}

void name_groups(CommentSource& source, const Authors& authors) {
  const auto rename = [&](std::string& author) {
    const auto found = authors.find(loose(author));
    if (found != authors.end()) author = found->second;
  };
  if (authors.empty()) return;
  for (Revision& revision : source.revisions) rename(revision.author);
  for (MarginNote& note : source.margin) rename(note.author);
}

}  // namespace travaux::cli
