#include "cli/recording.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <set>

#include "cli/items.h"
#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::cli {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

template <typename Info>
void describe_source(const Input& input, Info& info) {
  info.source_name = input.path == kStandardInput ? std::string() : std::filesystem::path(input.path).filename().string();
  info.extension = input.reading.extension;
  info.media_type = input.reading.media_type;
  info.encoding = input.reading.encoding;
  info.tracked_changes = input.rejected_changes ? "rejected" : "";
  info.reader_version = kReaderVersion;
}

}  // namespace

Result<DraftEntry> draft_entry(const Input& input, const Document& document, DraftInfo info) {
  // A correction keeps the label it corrects, whatever the text says of itself.
  if (info.label.empty() && info.corrects.empty()) info.label = document.label;
  if (info.label.empty() && info.corrects.empty()) {
    return tl::unexpected(Error{ErrorCode::kUsage, "the draft has no label", shown_path(input.path), "its text states none",
                                "name it with --label LABEL"});
  }
  if (info.date.empty()) info.date = document.date;
  describe_source(input, info);
  info.parser_version = kParserVersion;
  return DraftEntry{std::move(info), input.bytes, input.reading.text, derive_items(document)};
}

CommentEntry comment_entry(const Input& input, CommentInfo info) {
  describe_source(input, info);
  return {std::move(info), input.bytes, input.reading.text};
}

std::string plural(std::size_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string counts_text(const Counts& counts) {
  return fmt::format("{}, {}, {}, {}, {}", plural(counts.sections, "section"), plural(counts.items, "item"),
                     plural(counts.citations, "citation"), plural(counts.passages, "passage"),
                     plural(counts.instruments, "instrument"));
}

std::vector<std::string> unknown_headings(const Document& document, const Registry& registry) {
  std::set<std::string> known;
  for (const Instrument& instrument : registry.instruments) known.insert(instrument.id);
  std::vector<std::string> headings;
  for_each_item(document, [&](const Item& item, const Place&) {
    for (const Citation& citation : item.citations) {
      if (known.insert(citation.instrument).second) headings.push_back(citation.heading);
    }
  });
  return headings;
}

Result<Group> read_group(const std::string& text) {
  const std::size_t equals = text.find('=');
  Group group{trimmed(text.substr(0, equals)), {}, {}};
  if (group.name.empty()) {
    return usage_error(fmt::format("--group: \"{}\" names no group", text), "write it as \"NAME=member,member\"");
  }
  if (equals == std::string::npos) return group;
  for (std::size_t begin = equals + 1; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const std::string member = trimmed(text.substr(begin, comma - begin));
    if (!member.empty()) group.members.push_back(member);
    begin = comma + 1;
  }
  return group;
}

Result<int> read_number(const std::string& text, const std::string& option) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= 0) return value;
  return usage_error(fmt::format("{}: \"{}\" is no whole number", option, text), "write it in digits, as 2");
}

Result<std::optional<int>> read_round(const std::optional<std::string>& text) {
  if (!text) return std::optional<int>();
  const Result<int> round = read_number(*text, "--round");
  if (!round) return tl::unexpected(round.error());
  return std::optional(*round);
}

Origin read_origin(const std::string& text) {
  if (text == "historical") return Origin::kHistorical;
  return text == "constructed" ? Origin::kConstructed : Origin::kUnsaid;
}

std::string name_of(Origin origin) {
  if (origin == Origin::kUnsaid) return {};
  return origin == Origin::kHistorical ? "historical" : "constructed";
}

}  // namespace travaux::cli
