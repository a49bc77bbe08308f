#include "read/docx_xml.h"

#include <fmt/format.h>

#include <charconv>

#include "read/decode.h"
#include "text/unicode.h"
#include "travaux/text.h"

namespace travaux {

namespace {

/// Looks through the tags of an XML text without building anything: how deep they nest, and what must not be there.
class Scan {
 public:
  explicit Scan(std::string_view xml, std::size_t limit) : xml_(xml), limit_(limit) {}

  /// Empty, or what is wrong.
  std::string run() {
    std::size_t at = 0;
    while ((at = xml_.find('<', at)) != std::string_view::npos) {
      const auto rest = xml_.substr(at);
      if (rest.starts_with("<!--")) {
        at = after(at + 4, "-->");
      } else if (rest.starts_with("<![CDATA[")) {
        at = after(at + 9, "]]>");
      } else if (rest.starts_with("<!")) {
        return "it has a document type definition, which no Word file may have";
      } else if (rest.starts_with("<?")) {
        at = after(at + 2, "?>");
      } else if (!tag(at)) {
        return fmt::format("its elements nest too deeply; the limit is {} (ReadLimits::xml_depth)", limit_);
      }
    }
    return {};
  }

 private:
  std::size_t after(std::size_t at, std::string_view end) const {
    const auto found = xml_.find(end, at);
    return found == std::string_view::npos ? xml_.size() : found + end.size();
  }

  bool tag(std::size_t& at) {
    const bool closes = xml_.substr(at).starts_with("</");
    std::size_t end = at + 1;
    for (char quote = '\0'; end < xml_.size() && (quote != '\0' || xml_[end] != '>'); ++end) {
      const char c = xml_[end];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    const bool whole = end < xml_.size() && xml_[end - 1] == '/';
    at = std::min(end + 1, xml_.size());
    if (closes) {
      if (depth_ > 0) --depth_;
    } else if (!whole) {
      ++depth_;
    }
    return depth_ <= limit_;
  }

  std::string_view xml_;
  std::size_t limit_;
  std::size_t depth_ = 0;
};

bool has_words(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    const auto name = local_name(child);
    if (name == "t" || name == "delText" || name == "txbxContent" || has_words(child)) return true;
  }
  return false;
}

/// The folder of a part, with its slash: "word/".
std::string folder_of(const std::string& part) { return part.substr(0, part.rfind('/') + 1); }

/// A relation's target as the name of a part, from where its source stands.
std::string resolve(const std::string& folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string base = folder;
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!base.empty()) base.pop_back();
    base = folder_of(base);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return base + std::string(target);
}

std::string clean_words(std::string_view rest) {
  std::string words;
  for (std::size_t bad = 0; !is_utf8(rest, &bad); rest.remove_prefix(bad + 1)) {  // "&#xD800;" is no character
    words.append(rest.substr(0, bad)).append("\xEF\xBF\xBD");
  }
  words.append(rest);
  std::string clean;
  clean.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = next_code_point(words, at);
    const bool control = c < U' ' || (c >= 0x7F && c < 0xA0) || c == U'\u2028' || c == U'\u2029';
    append_utf8(clean, control ? U' ' : c);
  }
  return clean;
}

}  // namespace

Result<std::unique_ptr<pugi::xml_document>> read_part(DocxPackage& package, const std::string& part_name) {
  std::unique_ptr<pugi::xml_document> document;
  if (part_name.empty()) return document;
  Result<std::optional<std::string>> bytes = package.part(part_name);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  if (!*bytes) return document;
  const auto fail = [&](std::string_view why) { return tl::unexpected(docx_error(package.name(), part_name, why)); };
  std::string xml = std::move(**bytes);
  const bool wide = xml.starts_with("\xFF\xFE") || xml.starts_with("\xFE\xFF");
  if (wide) {
    Result<Decoded> decoded = decode(xml, part_name);
    if (!decoded) return fail(decoded.error().what);
    xml = std::move(decoded->text);
  }
  if (xml.starts_with("\xEF\xBB\xBF")) xml.erase(0, 3);
  std::size_t bad = 0;
  if (!is_utf8(xml, &bad)) return fail(fmt::format("byte {} is no UTF-8", bad + 1));
  if (xml.find('\0') != std::string::npos) return fail("it holds a NUL byte");
  const std::string wrong = Scan(xml, package.limits().xml_depth).run();
  if (!wrong.empty()) return fail(wrong);
  document = std::make_unique<pugi::xml_document>();
  const auto parsed =
      document->load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!parsed) return fail(fmt::format("the XML is broken at byte {} ({})", parsed.offset + 1, parsed.description()));
  return document;
}

Result<DocxParts> find_parts(DocxPackage& package) {
  DocxParts parts;
  parts.document = "word/document.xml";
  Result<std::unique_ptr<pugi::xml_document>> relations = read_part(package, "_rels/.rels");
  if (!relations) return tl::unexpected(std::move(relations.error()));
  if (*relations) {
    for (const pugi::xml_node relation : (*relations)->document_element().children()) {
      if (attribute_of(relation, "Type").ends_with("/officeDocument"))
        parts.document = resolve("", attribute_of(relation, "Target"));
    }
  }
  const std::string folder = folder_of(parts.document);
  const std::pair<std::string_view, std::string*> wanted[] = {{"styles", &parts.styles},
                                                              {"numbering", &parts.numbering},
                                                              {"footnotes", &parts.footnotes},
                                                              {"endnotes", &parts.endnotes},
                                                              {"comments", &parts.comments}};
  for (const auto& [type, part] : wanted) *part = folder + std::string(type) + ".xml";
  relations = read_part(package, folder + "_rels/" + parts.document.substr(folder.size()) + ".rels");
  if (!relations) return tl::unexpected(std::move(relations.error()));
  if (!*relations) return parts;
  for (const pugi::xml_node relation : (*relations)->document_element().children()) {
    const auto type = attribute_of(relation, "Type");
    for (const auto& [name, part] : wanted) {
      if (type.ends_with("/" + std::string(name))) *part = resolve(folder, attribute_of(relation, "Target"));
    }
  }
  return parts;
}

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const auto colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string_view attribute_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (local_name(attribute.name()) == name) return attribute.value();
  }
  return {};
}

std::string_view value_of(pugi::xml_node node, std::string_view name) { return attribute_of(child_of(node, name), "val"); }

bool is_on(pugi::xml_node node) {
  const auto value = attribute_of(node, "val");
  return value != "0" && value != "false" && value != "off";
}

int number_of(std::string_view digits, int otherwise) {
  constexpr int kMost = 1'000'000;
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && value >= 0 && value <= kMost ? value : otherwise;
}

pugi::xml_node alternative_of(pugi::xml_node alternate) {
  const pugi::xml_node fallback = child_of(alternate, "Fallback");
  for (const pugi::xml_node choice : alternate.children()) {
    if (local_name(choice) == "Choice" && has_words(choice)) return choice;
  }
  return fallback ? fallback : child_of(alternate, "Choice");
}

std::string words_of(pugi::xml_node node) {
  std::string raw;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) raw += child.value();
  }
  return clean_words(raw);
}

std::string words_of_attribute(pugi::xml_node node, std::string_view name) {
  constexpr std::size_t kLongest = 256;
  std::string words = clean_words(attribute_of(node, name).substr(0, kLongest));
  while (words.size() + 3 > kLongest && words.ends_with("\xEF\xBF\xBD"))
    words.resize(words.size() - 3);  // a character cut in two
  return words;
}

std::string id_of(pugi::xml_node node, std::string_view name) {
  constexpr std::size_t kLongest = 32;
  return std::string(attribute_of(node, name).substr(0, kLongest));
}

}  // namespace travaux
