// A negotiated text as the generator holds it: units with an identity that edits keep, so that what became of each is known.
//
// This is not the library's Document: it is what a draft means, before it is printed. `render.h` prints it, `truth.h` compares
// two of them by identity.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace travaux::negotiations {

/// Identity of a section, item, citation or passage; one numbering for all. 0 is nobody's.
using Id = std::size_t;

enum class Form { kPlan, kTreaty, kResolution, kUnnumbered };

struct Passage {
  Id id = 0;
  bool quoted = true;
  std::string text;  ///< without its quotation marks
};

struct Citation {
  Id id = 0;
  std::string instrument;        ///< the library's id of it, known beforehand
  std::string heading;           ///< without closing colon and locator
  std::string locator;           ///< "Demand Reduction"; mostly empty
  bool on_heading_line = false;  ///< its first passage is printed behind the heading's colon
  bool printed_colon = true;
  std::vector<Passage> passages;
};

struct Item {
  Id id = 0;
  std::string number;  ///< as printed: "2.1", "3", "(a)"; empty where none is
  std::string text;
  std::string status;  ///< "(AGREED ad ref.)"
  std::vector<Item> items;
  std::vector<Citation> citations;
};

struct Section {
  Id id = 0;
  std::string number;  ///< "2", "Article 4"; empty for a preamble, an operative part, an unnumbered text
  std::string heading;
  std::string text;            ///< its own, before its items; of a preamble the words that open it ("The General Assembly,")
  std::string closing;         ///< of a preamble: "Have agreed as follows:"
  std::string address_prefix;  ///< "PP", "OP", "¶" for items that are counted there, else empty
  std::vector<Item> items;
};

/// An instrument that a text may cite.
struct Instrument {
  std::string id;
  std::vector<std::string> headings;  ///< the ways to print it that name the same instrument
  std::vector<std::string> locators;
};

struct Text {
  std::string name;
  Form form = Form::kPlan;
  std::string language = "en";
  std::string title, version;
  std::vector<std::string> front;
  std::vector<Section> sections;
  std::vector<std::string> back;
  Id last_id = 0;
};

/// A text to start from, with the words that edits of it are made of.
struct Base {
  Text text;
  std::vector<Instrument> instruments;
  std::vector<std::string> fresh_items;     ///< items of the same kind that it does not hold
  std::vector<std::string> fresh_headings;  ///< of sections
  std::vector<std::string> fresh_passages;
};

/// Where an item stands.
struct Where {
  const Section* section = nullptr;
  std::size_t section_index = 0;
  const Item* parent = nullptr;  ///< of a sub-item
  const Item* item = nullptr;
  std::string address;
  Id parent_id() const { return parent != nullptr ? parent->id : section->id; }
};

/// Every item, parents before their sub-items, in document order, with its address by the rules of the design's section 6.
std::vector<Where> items_of(const Text& text);

/// The item of that id, or null.
Item* find_item(Text& text, Id id);
const Item* find_item(const Text& text, Id id);
Section* find_section(Text& text, Id id);
/// The list of siblings that holds the item, and its index there; the list is null where there is no such item.
struct Seat {
  std::vector<Item>* list = nullptr;
  std::size_t index = 0;
};
Seat find_seat(Text& text, Id id);
/// The children's list of a section or an item.
std::vector<Item>* children_of(Text& text, Id parent);
/// The citation and the item that holds it.
struct CitationSeat {
  Item* item = nullptr;
  std::size_t index = 0;
};
CitationSeat find_citation(Text& text, Id id);

/// Gives new ids to a citation or to an item and all that is under it.
void name_anew(Text& text, Citation& citation);
void name_anew(Text& text, Item& item);

/// Prints consecutive numbers anew wherever the form has numbers: sections, items and points.
void renumber(Text& text);

/// "(a)", "(b)", …
std::string letter(std::size_t index);

}  // namespace travaux::negotiations
