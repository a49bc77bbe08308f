// Which family a text belongs to. What is counted is here; how much of it makes a family is a table of data (families.json).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "parse/outline.h"

namespace travaux {

/// What is counted in a text, each feature under the name that the table gives it: "articles", "preambular", … Linear.
std::map<std::string, int> features_of(const std::vector<Line>& lines);

/// The family of the table's first rule all of whose tests the counts pass.
Family recognise(const std::map<std::string, int>& features);

}  // namespace travaux
