// The page of items × instruments, piece by piece: what the page of one draft and that of a comparison share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/html.h"
#include "travaux/mandates.h"

namespace travaux::report {

/// Beyond this many cells the table itself is left out of a page: a browser would labour over it, and nobody could read it.
inline constexpr std::size_t kMostCells = 20'000;

std::string bdi(std::string_view text);
std::string link_to(const std::string& id, const std::string& html);

/// Title, year and, small, the id where the title does not show it.
std::string instrument_html(const Instrument& instrument);

/// What stands above the parts of a page.
struct PageHead {
  std::string title, language;
  std::vector<std::string> drafts;   ///< their labels
  std::vector<std::string> notices;  ///< each a sentence
  std::vector<std::pair<std::string, std::string>> counts;
  std::vector<std::pair<std::string, std::string>> parts;  ///< (id, name) of what can be jumped to
  std::string subject = "Mandates";                        ///< what the page is about
};

/// From the doctype to the parts.
std::string page_head(const PageHead& head);
/// What closes the page: what it is made from.
std::string page_foot(const ReportOrigin& origin);

/// A table of rows under section headings and of columns with upright heads; it scrolls by itself, with its first column kept in
/// sight.
class Matrix {
 public:
  /// A column's head: what is shown, what it means, and the id of the part about it.
  void add_column(std::string_view name, std::string_view title, const std::string& id);
  void add_section(std::string_view name);
  /// A row's cells, one for each column, as HTML; empty where nothing is cited.
  void add_row(const std::string& head, const std::vector<std::string>& cells);
  /// The part of the page, `legend` (HTML) above the table; for a table of more than `kMostCells` cells a sentence instead.
  std::string html(std::size_t rows, std::string_view legend) const;

 private:
  std::size_t columns_ = 0;
  std::string head_, body_;
};

}  // namespace travaux::report
