#include "cli/items.h"

#include <fmt/format.h>

#include "travaux/parse.h"

namespace travaux::cli {
namespace {

std::vector<std::string> split_address(const std::string& address) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t slash; (slash = address.find('/', begin)) != std::string::npos; begin = slash + 1) {
    parts.push_back(address.substr(begin, slash - begin));
  }
  parts.push_back(address.substr(begin));
  return parts;
}

/// The folder of a section: its number, and for one without number its place.
std::string folder_of(const Section& section, std::size_t ordinal) {
  return section.number.empty() ? fmt::format("s{}", ordinal + 1) : section.number;
}

/// Paragraphs with a blank line between, so that git's diff does not run them together.
class Page {
 public:
  void add(const std::string& paragraph) {
    if (paragraph.empty()) return;
    if (!text_.empty()) text_ += "\n";
    text_ += paragraph + "\n";
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string numbered(const std::string& number, const std::string& text) {
  return number.empty() || text.empty() ? number + text : number + " " + text;
}

std::string content_of(const Item& item) {
  Page page;
  page.add(numbered(item.number, item.text));
  page.add(item.status.value_or(""));
  for (const Citation& citation : item.citations) {
    page.add(citation.heading);
    for (const Passage& passage : citation.passages) page.add(passage.text);
  }
  return page.take();
}

std::vector<std::string> path_of(const std::string& folder, const Item& item) {
  std::vector<std::string> path = split_address(item.address);
  // The number of an article is part of its paragraphs' addresses already.
  if (path.size() == 1 || path.front() != folder) path.insert(path.begin(), folder);
  return path;
}

void add_items(const std::string& folder, const std::vector<Item>& items, std::vector<DerivedFile>& files) {
  for (const Item& item : items) {
    files.push_back({path_of(folder, item), content_of(item)});
    add_items(folder, item.items, files);
  }
}

}  // namespace

std::vector<DerivedFile> derive_items(const Document& document) {
  std::vector<DerivedFile> files;
  if (!document.front.empty()) files.push_back({{"front"}, document.front + "\n"});
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    const std::string folder = folder_of(section, i);
    Page page;
    page.add(numbered(section.number, section.heading));
    page.add(section.text);
    files.push_back({{folder, "section"}, page.take()});
    add_items(folder, section.items, files);
  }
  if (!document.back.empty()) files.push_back({{"back"}, document.back + "\n"});
  return files;
}

std::vector<DerivedFile> derive_items(const std::string& text, const std::string& profile) {
  return derive_items(parse(text, family_named(profile)));
}

}  // namespace travaux::cli
