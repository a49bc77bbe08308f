#include "report/workbook.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "report/cell_text.h"
#include "report/origin.h"
#include "travaux/report.h"
#include "travaux/text.h"

namespace travaux::report {
namespace {

constexpr std::size_t kMostRows = LXW_ROW_MAX, kMostColumns = LXW_COL_MAX;
constexpr double kNarrowest = 8, kWidest = 60, kWidestHead = 20;  // in characters
constexpr std::time_t kCreated = 946684800;                       // 2000-01-01: the same bytes on every run
constexpr std::uint8_t kA4 = 9;

/// A file without a name: the library writes to a path only.
class UnnamedFile {
 public:
  UnnamedFile() : file_(memfd_create("workbook", MFD_CLOEXEC)) {}
  UnnamedFile(const UnnamedFile&) = delete;
  UnnamedFile& operator=(const UnnamedFile&) = delete;
  ~UnnamedFile() {
    if (file_ >= 0) close(file_);
  }

  bool good() const { return file_ >= 0; }
  std::string path() const { return fmt::format("/proc/self/fd/{}", file_); }

  /// False where it cannot be read; errno says why.
  bool read_all(std::string& bytes) const {
    const off_t size = lseek(file_, 0, SEEK_END);
    if (size < 0) return false;
    bytes.resize(static_cast<std::size_t>(size));
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t read = pread(file_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
      if (read <= 0) return false;
      at += static_cast<std::size_t>(read);
    }
    return true;
  }

 private:
  int file_;
};

double width_of(const Grid& grid, std::size_t column) {
  std::size_t head = column < grid.head.size() ? display_width(grid.head[column]) : 0, widest = 0;
  for (const std::vector<GridCell>& row : grid.rows) {
    if (column < row.size()) widest = std::max(widest, row[column].number ? 6 : display_width(row[column].text));
  }
  const double wanted = std::max(std::min(static_cast<double>(head) + 3, kWidestHead), static_cast<double>(widest) + 2);
  return std::clamp(wanted, kNarrowest, kWidest);
}

/// The sheets of one workbook, written one after the other.
class SheetWriter {
 public:
  explicit SheetWriter(lxw_workbook* book) : book_(book) {
    body_ = workbook_add_format(book);
    format_set_text_wrap(body_);
    format_set_align(body_, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(body_, LXW_BORDER_HAIR);
    format_set_bottom_color(body_, 0xB0B0B0);
    head_ = workbook_add_format(book);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_align(head_, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(head_, 0xE8ECF1);
    format_set_bottom(head_, LXW_BORDER_THIN);
  }

  /// The first failure of the library; LXW_NO_ERROR: none.
  lxw_error write(const Sheet& sheet) {
    lxw_worksheet* page = workbook_add_worksheet(book_, sheet.name.c_str());
    if (page == nullptr) return LXW_ERROR_MEMORY_MALLOC_FAILED;
    const std::size_t columns = std::min(sheet.grid.head.size(), kMostColumns);
    const std::size_t rows = std::min(sheet.grid.rows.size(), kMostRows - 1);
    lay_out(page, sheet, columns, rows);
    for (std::size_t c = 0; c < columns; ++c) write(page, 0, c, sheet.grid.head[c], head_);
    for (std::size_t r = 0; r < rows; ++r) {
      const std::vector<GridCell>& row = sheet.grid.rows[r];
      for (std::size_t c = 0; c < std::min(columns, row.size()); ++c) write(page, r + 1, c, row[c], body_);
    }
    return failure_;
  }

 private:
  static void lay_out(lxw_worksheet* page, const Sheet& sheet, std::size_t columns, std::size_t rows) {
    for (std::size_t c = 0; c < columns; ++c) {
      worksheet_set_column(page, column(c), column(c), width_of(sheet.grid, c), nullptr);
    }
    worksheet_freeze_panes(page, 1, column(sheet.frozen));
    if (sheet.filtered && columns > 0) {
      worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(std::max<std::size_t>(rows, 1)), column(columns - 1));
    }
    worksheet_set_landscape(page);
    worksheet_set_paper(page, kA4);
    worksheet_fit_to_pages(page, 1, 0);
    worksheet_repeat_rows(page, 0, 0);
    worksheet_set_footer(page, "&L&A&R&P / &N");
  }

  static lxw_col_t column(std::size_t c) { return static_cast<lxw_col_t>(c); }

  void write(lxw_worksheet* page, std::size_t r, std::size_t c, const GridCell& field, lxw_format* format) {
    const auto row = static_cast<lxw_row_t>(r);
    lxw_error failure = LXW_NO_ERROR;
    if (field.number) {
      failure = worksheet_write_number(page, row, column(c), static_cast<double>(*field.number), format);
    } else {
      failure = worksheet_write_string(page, row, column(c), cell_text(field.text).c_str(), format);
    }
    if (failure_ == LXW_NO_ERROR) failure_ = failure;
  }

  lxw_workbook* book_;
  lxw_format *body_ = nullptr, *head_ = nullptr;
  lxw_error failure_ = LXW_NO_ERROR;
};

tl::unexpected<Error> no_room(const std::string& why) {
  return tl::unexpected(
      Error{ErrorCode::kIo, "the workbook could not be written", {}, why, "make room for temporary files, or write it as .csv"});
}

/// What of a sheet is left out, each a sentence.
void add_cuts(const Sheet& sheet, Grid& grid) {
  const auto say = [&](const std::string& words) { grid.rows.push_back({"Left out", "Sheet " + sheet.name + ": " + words}); };
  if (sheet.grid.rows.size() >= kMostRows)
    say(fmt::format("{} rows of {}", sheet.grid.rows.size() - kMostRows + 1, sheet.grid.rows.size()));
  if (sheet.grid.head.size() > kMostColumns)
    say(fmt::format("{} columns of {}", sheet.grid.head.size() - kMostColumns, sheet.grid.head.size()));
  std::size_t cut = 0;
  for (const std::vector<GridCell>& row : sheet.grid.rows) {
    cut +=
        static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const GridCell& field) { return is_cut(field.text); }));
  }
  if (cut > 0) say(fmt::format("the ends of {} texts longer than a cell can be; they end in “{}”", cut, kCutMark));
}

}  // namespace

Sheet about_sheet(const std::vector<Sheet>& sheets, const std::string& subject, const std::vector<std::string>& notices,
                  const ReportOrigin& origin) {
  Sheet about{"About", {{"About", subject}, {}}, 0, false};
  std::vector<std::vector<GridCell>>& rows = about.grid.rows;
  for (const std::string& notice : notices) rows.push_back({"Notice", notice});
  for (const Sheet& sheet : sheets) add_cuts(sheet, about.grid);
  for (const OriginDraft& draft : origin.drafts) {
    rows.push_back({"Made from", origin_words(draft)});
    if (!draft.hash.empty()) rows.push_back({"SHA-256", draft.hash});
  }
  if (!origin.version.empty()) rows.push_back({"Made with", "travaux " + origin.version});
  return about;
}

Result<std::string> workbook(const std::string& title, const std::vector<Sheet>& sheets) {
  const UnnamedFile file;
  if (!file.good()) return no_room(std::strerror(errno));
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (book == nullptr) return no_room("there is no memory for it");
  std::string shown = cell_text(title);
  lxw_doc_properties properties{};
  properties.title = shown.data();
  properties.created = kCreated;
  workbook_set_properties(book, &properties);
  SheetWriter writer(book);
  lxw_error failure = LXW_NO_ERROR;
  for (const Sheet& sheet : sheets) {
    if (failure == LXW_NO_ERROR) failure = writer.write(sheet);
  }
  const lxw_error closed = workbook_close(book);
  if (failure == LXW_NO_ERROR) failure = closed;
  if (failure != LXW_NO_ERROR) return no_room(lxw_strerror(failure));
  std::string bytes;
  if (!file.read_all(bytes)) return no_room(std::strerror(errno));
  return bytes;
}

}  // namespace travaux::report
