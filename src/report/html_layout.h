// What stands where in the text of a redline, before it is written: groups of blocks, their names, the two ends of each move.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/html.h"

namespace travaux::report {

/// Items of a comparison by their addresses.
class ItemIndex {
 public:
  explicit ItemIndex(const DocumentDiff& changes);
  const ItemDiff* find(Side side, const std::string& address) const;

 private:
  std::map<std::pair<Side, std::string>, const ItemDiff*> items_;
};

/// What stands together: an item with its status and citations.
struct ItemGroup {
  std::size_t begin = 0, end = 0;  ///< blocks
  const ItemDiff* item = nullptr;
  Side side = Side::kTo;  ///< kFrom: text that is gone from here
  std::string address;
  bool changed = false;
  std::string id;        ///< empty: the item has it elsewhere
  std::size_t stop = 0;  ///< of a changed one: index into Article::changes
};

/// Where moved text left and where it came to.
struct MoveEnds {
  std::string from, to;  ///< addresses
  bool left = false, came = false;
};

struct Layout {
  std::vector<ItemGroup> groups;
  std::map<std::size_t, MoveEnds> moves;           ///< by RedlineBlock::move
  std::map<std::size_t, std::string> section_ids;  ///< of sections and of the back matter, by the block that bears them
};

/// Lays a redline out and notes in `article` the ids it gave to sections and items.
Layout lay_out(const Redline& redline, const ItemIndex& items, Ids& ids, Article& article);

/// What became of what stands together: "edited, moved from 2.3", "mandates only".
std::string label_of(const ItemGroup& group, const Redline& redline);

/// Whether a block holds anything but kept words.
bool any_change(const RedlineBlock& block);

}  // namespace travaux::report
