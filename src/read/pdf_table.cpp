#include "read/pdf_table.h"

#include <algorithm>
#include <cmath>

namespace travaux {

namespace {

/// Where paragraphs or rows begin: after a gap wider than lines usually have.
std::vector<double> begins_after_gaps(const std::vector<PdfLine>& lines) {
  std::vector<double> leads;
  for (std::size_t i = 1; i < lines.size(); ++i) leads.push_back(lines[i].bottom - lines[i - 1].bottom);
  if (leads.empty()) return {};
  auto sorted = leads;
  std::sort(sorted.begin(), sorted.end());
  const double usual = sorted[sorted.size() / 4];
  std::vector<double> begins;
  for (std::size_t i = 0; i < leads.size(); ++i) {
    if (leads[i] > usual * 1.2) begins.push_back(lines[i + 1].top);
  }
  return begins;
}

}  // namespace

bool is_table(const std::vector<PdfLine>& left, const std::vector<PdfLine>& right) {
  const auto a = begins_after_gaps(left), b = begins_after_gaps(right);
  if (a.size() < 2 || b.size() < 2) return false;
  std::size_t together = 0;
  for (const double top : a) {
    together += std::any_of(b.begin(), b.end(), [&](double other) { return std::abs(other - top) < 2; });
  }
  return together * 5 >= std::max(a.size(), b.size()) * 4;
}

}  // namespace travaux
