// A draft's items as files, so that plain git shows them.
#pragma once

#include <vector>

#include "travaux/model.h"
#include "travaux/record.h"

namespace travaux::cli {

/// A file for each item, each section's heading, the front and the back. A function of the text alone: no registry is asked, so
/// that the files stay comparable when a registry grows. What it makes of a text may change only with `kParserVersion`.
std::vector<DerivedFile> derive_items(const Document& document);

/// The same from a text as the record holds it, and the profile it was recorded with.
std::vector<DerivedFile> derive_items(const std::string& text, const std::string& profile = {});

}  // namespace travaux::cli
