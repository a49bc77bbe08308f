// The XML of a Word file's parts, and its nodes by their names without prefix: producers choose prefixes as they like, and
// of the names that matter here no two vocabularies mean different things.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/docx_package.h"

namespace travaux {

/// A part's document; null where the package has no such part. Document type definitions are refused, entities other than
/// XML's own stay unread, nesting beyond the limit is refused before anything recursive sees it. Linear.
Result<std::unique_ptr<pugi::xml_document>> read_part(DocxPackage& package, const std::string& part_name);

/// Where the parts of a package are: the main document and what it refers to.
struct DocxParts {
  std::string document, styles, numbering, footnotes, endnotes, comments;
};
Result<DocxParts> find_parts(DocxPackage& package);

std::string_view local_name(const char* name);
inline std::string_view local_name(pugi::xml_node node) { return local_name(node.name()); }

/// The first child of that local name, null node where there is none.
pugi::xml_node child_of(pugi::xml_node node, std::string_view name);
/// The value of the attribute of that local name; empty where there is none.
std::string_view attribute_of(pugi::xml_node node, std::string_view name);
/// `attribute_of(child_of(node, name), "val")`.
std::string_view value_of(pugi::xml_node node, std::string_view name);
/// A switch: "1", "true", "on" or nothing written is on.
bool is_on(pugi::xml_node node);
/// A number; `otherwise` where it is none, is negative or too large for a list.
int number_of(std::string_view digits, int otherwise);

/// An attribute that names something within the file, as short as any that Word writes.
std::string id_of(pugi::xml_node node, std::string_view name);

/// What is to be read of an mc:AlternateContent: the choice that has words, else the fallback.
pugi::xml_node alternative_of(pugi::xml_node alternate);

/// A node's character data as words may be shown: valid UTF-8, control characters and line ends as spaces.
std::string words_of(pugi::xml_node node);
/// An attribute's value likewise: a name, a date. What many pieces repeat is cut off after 256 bytes, so that a small file stays
/// a small text.
std::string words_of_attribute(pugi::xml_node node, std::string_view name);

}  // namespace travaux
