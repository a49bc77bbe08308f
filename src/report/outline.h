// A comparison in the order of reading: by the later draft's sections, with what is gone where it stood.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "travaux/diff.h"

namespace travaux::report {

/// An item's changes, with those of the citations under it.
struct OutlineItem {
  const ItemDiff* item = nullptr;
  std::vector<const CitationDiff*> citations;  ///< changed ones: that came, went from here for good, or stand here still
  std::vector<const CitationDiff*> left;       ///< that moved from here to another item
  bool changed() const { return !item->changes.empty() || !citations.empty() || !left.empty(); }
};

/// A section of either draft, matched ones as one.
struct OutlineSection {
  std::optional<std::size_t> from, to;   ///< indices into the documents' sections
  const SectionDiff* section = nullptr;  ///< null where the comparison says nothing about it
  std::vector<OutlineItem> items;
  bool changed() const;
};

/// Every section and item of both drafts. The pointers are into `changes`.
std::vector<OutlineSection> outline_of(const DocumentDiff& changes, const Document& from, const Document& to);

/// "2", "3 → 4"; a heading where no number is printed; empty where nothing is known.
std::string number_of(const OutlineSection& section, const Document& from, const Document& to);
/// As printed in the later draft, where it has the section.
std::string heading_of(const OutlineSection& section, const Document& from, const Document& to);

}  // namespace travaux::report
