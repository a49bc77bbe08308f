// A table as a spreadsheet has it: one row of names, then rows of texts and numbers. What CSV and workbooks are written from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "travaux/mandates.h"
#include "travaux/report.h"

namespace travaux::report {

/// A count, or a text: "1.10" is an address and stays one.
struct GridCell {
  GridCell() = default;
  GridCell(std::string words) : text(std::move(words)) {}  // NOLINT(google-explicit-constructor): rows are lists of them
  GridCell(const char* words) : text(words) {}             // NOLINT(google-explicit-constructor)
  GridCell(std::string_view words) : text(words) {}        // NOLINT(google-explicit-constructor)
  GridCell(std::size_t count) : number(count) {}           // NOLINT(google-explicit-constructor)

  std::string text;
  std::optional<std::size_t> number;
};

struct Grid {
  std::vector<std::string> head;
  std::vector<std::vector<GridCell>> rows;
};

/// RFC 4180, with the head as first row.
std::string csv_of(const Grid& grid);

/// A row an item, a column an instrument.
Grid mandates_grid(const MandateTable& table);
/// A row for an item and its counterpart.
Grid mandates_grid(const MandatesDiff& changes);

/// A row for each item and group that had something to say of it, and one where nobody had asked.
Grid table_grid(const TablePapers& papers);

}  // namespace travaux::report
