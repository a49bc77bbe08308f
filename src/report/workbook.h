// A workbook of several tables (.xlsx). The library that writes it stays in workbook.cpp.
#pragma once

#include <string>
#include <vector>

#include "report/grid.h"
#include "travaux/error.h"

namespace travaux::report {

/// One sheet: the grid's head stays in sight and carries the filter.
struct Sheet {
  std::string name;  ///< at most 31 characters, none of []:*?/\ among them
  Grid grid;
  std::size_t frozen = 0;  ///< columns that stay in sight
  bool filtered = true;
};

/// The last sheet: what the workbook is about, its notices, what it is made from, and what did not fit into the sheets before it.
Sheet about_sheet(const std::vector<Sheet>& sheets, const std::string& subject, const std::vector<std::string>& notices,
                  const ReportOrigin& origin);

/// The bytes of the file. What a sheet cannot hold (rows beyond 1,048,576, columns beyond 16,384, characters of a cell beyond
/// 32,767) is left out, which `about_sheet` says.
Result<std::string> workbook(const std::string& title, const std::vector<Sheet>& sheets);

}  // namespace travaux::report
