// Uses the library alone: two texts in, what changed out.
#include <cstdlib>
#include <iostream>

#include "travaux/diff.h"
#include "travaux/parse.h"

int main() {
  travaux::Document from = travaux::parse("1. Borders\n\n1.1 States should promote joint patrols.\n");
  travaux::Document to = travaux::parse("1. Borders\n\n1.1 States shall promote joint patrols.\n");
  travaux::resolve_instruments({&from, &to}, travaux::built_in_registry());
  const travaux::DocumentDiff changes = travaux::diff(from, to);
  for (const travaux::ItemDiff& item : changes.items) {
    for (const travaux::Edit& edit : item.edits) {
      std::cout << edit.from_item << ": " << edit.from << " -> " << edit.to << '\n';
    }
  }
  return changes.empty() ? EXIT_FAILURE : EXIT_SUCCESS;
}
