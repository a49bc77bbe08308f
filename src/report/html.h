// The page of a redline, piece by piece. Everything that comes from a draft passes `escaped`.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/outline.h"
#include "travaux/report.h"

namespace travaux::report {

/// For text and for attributes in double quotes; what may not stand in a page is U+FFFD, or a space where it is white space.
std::string escaped(std::string_view text);

/// Names for `id`, each given once.
class Ids {
 public:
  /// "item-2.1-a" for ("item", "2.1/(a)"); with a number behind it where that is taken.
  std::string make(std::string_view kind, std::string_view name);

 private:
  std::set<std::string> taken_;
  std::map<std::string, std::size_t> next_;
};

/// Which draft an address belongs to.
enum class Side { kFrom, kTo };

/// The text of the redline, and where in it things stand.
struct Article {
  struct Stop {
    std::string id, address;
    std::size_t section = 0;
    bool listed = true;  ///< false: the place that an item moved away from
  };
  std::string html;
  std::vector<std::string> sections;  ///< ids, by index into Redline::sections; empty: nothing stands there
  std::vector<std::size_t> order;     ///< the same sections as they stand in the later draft
  std::string back;                   ///< id of the text after the last section; empty: there is none
  std::vector<Stop> changes;          ///< the changed items, in order
  std::map<std::pair<Side, std::string>, std::string> items;  ///< (draft, address) -> id
  /// (draft, address of the item, heading as printed) -> ids, as often as it is cited there.
  std::map<std::pair<Side, std::pair<std::string, std::string>>, std::vector<std::string>> citations;
};

class PageEdits;

/// The text of `edits.redline()`.
Article article_of(const PageEdits& edits, const DocumentDiff& changes, const std::string& language);

/// The counts and the tables of changed items and mandates.
std::string summary_html(const DocumentDiff& changes, const Document& from, const Document& to, const Article& article);

/// The same list of sections twice: beside the text on a wide screen, to be opened on a narrow one.
std::string navigation_html(const Redline& redline, const Article& article);

}  // namespace travaux::report
