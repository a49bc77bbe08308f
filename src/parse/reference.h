// Cross-references as texts print them: "paragraphs 5.1 to 5.9", "Article 12, paragraph 3 (a)", "la sección 7".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "travaux/text.h"

namespace travaux {

enum class ReferenceKind { kParagraph, kArticle, kSection, kPart };

/// One number of a reference.
struct ReferenceTarget {
  std::vector<int> values;  ///< "5.9": 5, 9; a Roman numeral has one
  std::string suffix;       ///< "bis"
  std::string point;        ///< "(a)"; empty for none
  bool roman = false;
  std::string printed;
  std::size_t offset = 0;  ///< in the text
};

/// Where a reference leads.
enum class Belongs {
  kOwn,      ///< it says so: "of this Article", "above"
  kBare,     ///< nothing is said, and nothing else is spoken of
  kForeign,  ///< another instrument, or something that cannot be told
};

struct Reference {
  ReferenceKind kind = ReferenceKind::kParagraph;
  std::string noun;     ///< plain: "chapter"
  std::string printed;  ///< as it stands: "Capítulo"
  std::vector<ReferenceTarget> targets;
  std::vector<ReferenceTarget> articles;  ///< of paragraphs: the one article that they are said to be of
  Belongs belongs = Belongs::kForeign;
  std::string owner;  ///< of an own one, the noun after "of this": "article"; empty for none
};

/// The references in one paragraph, outside its quotations. Linear in the paragraph, but for a bounded look back.
std::vector<Reference> references_in(std::string_view paragraph);

}  // namespace travaux
