#include "negotiations/base.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "travaux/parse.h"
#include "travaux/read.h"

namespace travaux::negotiations {
namespace {

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> fields(const std::string& line, char separator) {
  std::vector<std::string> list;
  std::stringstream stream(line);
  for (std::string field; std::getline(stream, field, separator);) list.push_back(trimmed(field));
  return list;
}

class Reader {
 public:
  explicit Reader(std::string name) : name_(std::move(name)) { base_.text.name = name_; }

  void read(const std::string& content) {
    std::stringstream stream(content);
    for (std::string line; std::getline(stream, line);) {
      ++line_;
      if (!line.empty() && line[0] != '#') read_line(line);
    }
  }

  Base finish() {
    renumber(base_.text);
    return std::move(base_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(name_ + ":" + std::to_string(line_) + ": " + what);
  }

  bool take(std::string& line, const std::string& prefix) const {
    if (line.compare(0, prefix.size(), prefix) != 0) return false;
    line = trimmed(line.substr(prefix.size()));
    return true;
  }

  Section& section() const {
    if (base_.text.sections.empty()) fail("no section yet");
    return const_cast<Section&>(base_.text.sections.back());
  }

  Item& item() const {
    if (section().items.empty()) fail("no item yet");
    Item& last = section().items.back();
    return last.items.empty() ? last : last.items.back();
  }

  Citation& citation() const {
    if (item().citations.empty()) fail("no citation yet");
    return item().citations.back();
  }

  Id name() { return ++base_.text.last_id; }

  void read_line(std::string line) {
    if (take(line, "** ")) return section().items.back().items.push_back({name(), "", line, "", {}, {}});
    if (take(line, "* ")) return section().items.push_back({name(), "", line, "", {}, {}});
    if (take(line, "== ")) return add_section(line);
    if (take(line, "=| ")) return void(section().closing = line);
    if (take(line, "= ")) return void(section().text = line);
    if (take(line, "+ ")) return void(item().status = line);
    if (take(line, "@ ")) return add_citation(line);
    if (take(line, "\" ")) return citation().passages.push_back({name(), true, line});
    if (take(line, "- ")) return citation().passages.push_back({name(), false, line});
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) fail("not understood: " + line);
    read_field(line.substr(0, colon), trimmed(line.substr(colon + 2)));
  }

  void add_section(const std::string& heading) {
    Section section;
    section.id = name();
    section.heading = heading;
    if (heading == "Preamble") section.address_prefix = "PP";
    if (heading == "Operative part") section.address_prefix = "OP";
    if (heading == "Paragraphs") {
      section.address_prefix = "¶";
      section.heading.clear();
    }
    base_.text.sections.push_back(section);
  }

  void add_citation(const std::string& line) {
    const std::vector<std::string> parts = fields(line, '/');
    const auto known = keys_.find(parts.at(0));
    if (known == keys_.end()) fail("no instrument " + parts[0]);
    const Instrument& instrument = base_.instruments[known->second];
    Citation citation{name(), instrument.id, instrument.headings[0], parts.size() > 1 ? parts[1] : "", false, true, {}};
    item().citations.push_back(citation);
  }

  void read_field(const std::string& key, const std::string& value) {
    Text& text = base_.text;
    if (key == "form") return read_form(value);
    if (key == "language") return void(text.language = value);
    if (key == "title") return void(text.title = value);
    if (key == "version") return void(text.version = value);
    if (key == "front") return text.front.push_back(value);
    if (key == "back") return text.back.push_back(value);
    if (key == "fresh") return base_.fresh_items.push_back(value);
    if (key == "fresh-heading") return base_.fresh_headings.push_back(value);
    if (key == "fresh-passage") return base_.fresh_passages.push_back(value);
    std::vector<std::string> list = fields(value, '|');
    if (key == "instrument" && list.size() > 2) {
      keys_[list[0]] = base_.instruments.size();
      return base_.instruments.push_back({list[1], {list.begin() + 2, list.end()}, {}});
    }
    if (key == "locators" && keys_.count(list.at(0)) > 0) {
      base_.instruments[keys_[list[0]]].locators.assign(list.begin() + 1, list.end());
      return;
    }
    fail("not understood: " + key);
  }

  void read_form(const std::string& value) {
    static const std::map<std::string, Form> forms = {
        {"plan", Form::kPlan}, {"treaty", Form::kTreaty}, {"resolution", Form::kResolution}, {"unnumbered", Form::kUnnumbered}};
    const auto found = forms.find(value);
    if (found == forms.end()) fail("no form " + value);
    base_.text.form = found->second;
  }

  std::string name_;
  std::size_t line_ = 0;
  Base base_;
  std::map<std::string, std::size_t> keys_;
};

std::string without_marks(const std::string& quotation) {
  std::string text = quotation;
  for (const std::string mark : {"“", "”"}) {
    if (text.compare(0, mark.size(), mark) == 0) text = text.substr(mark.size());
    if (text.size() >= mark.size() && text.compare(text.size() - mark.size(), mark.size(), mark) == 0)
      text.resize(text.size() - mark.size());
  }
  return trimmed(text);
}

// A citation as the model has it; nothing where it is printed in a way that the renderer does not print.
std::optional<Citation> citation_from(Text& text, const travaux::Citation& read) {
  Citation citation{++text.last_id, read.instrument, read.heading, "", false, false, {}};
  if (!citation.heading.empty() && citation.heading.back() == ':') {
    citation.heading.pop_back();
    citation.printed_colon = true;
  }
  if (read.locator) {
    const std::size_t at = citation.heading.find(", " + *read.locator);
    if (at == std::string::npos) return std::nullopt;
    citation.locator = *read.locator;
    citation.heading.resize(at);
  }
  for (const travaux::Passage& passage : read.passages) {
    const bool quoted = passage.form == PassageForm::kQuotation;
    if (passage.text.find('\n') != std::string::npos) return std::nullopt;
    if (quoted && (passage.text.compare(0, 3, "“") != 0 || passage.text.find("”") != passage.text.size() - 3))
      return std::nullopt;
    citation.passages.push_back({++text.last_id, quoted, quoted ? without_marks(passage.text) : passage.text});
  }
  citation.on_heading_line = citation.printed_colon && !read.passages.empty() && read.passages[0].line == read.line;
  if (!citation.printed_colon || citation.passages.empty()) return std::nullopt;
  return citation;
}

Item item_from(Base& base, const travaux::Item& read) {
  Item item{++base.text.last_id, read.number, read.text, read.status.value_or(""), {}, {}};
  for (const travaux::Citation& cited : read.citations) {
    const std::optional<Citation> citation = citation_from(base.text, cited);
    if (!citation) continue;
    item.citations.push_back(*citation);
    auto known = base.instruments.begin();
    while (known != base.instruments.end() && known->id != cited.instrument) ++known;
    if (known == base.instruments.end()) known = base.instruments.insert(known, {cited.instrument, {}, {}});
    bool listed = false;
    for (const std::string& heading : known->headings) listed = listed || heading == citation->heading;
    if (!listed) known->headings.push_back(citation->heading);
  }
  for (const travaux::Item& point : read.items) item.items.push_back(item_from(base, point));
  return item;
}

// The registry's other titles of the instruments that are cited without a symbol.
void add_aliases(Base& base) {
  for (Instrument& instrument : base.instruments) {
    if (instrument.id.find('/') != std::string::npos) continue;
    for (const travaux::Instrument& known : built_in_registry().instruments)
      if (known.id == instrument.id) instrument.headings.push_back(known.title);
  }
}

// The historical draft, as the library's own parser reads it: only where to start from, never the truth about a change.
Base march_7(const std::string& folder) {
  const std::string path = folder + "/history/san-salvador-2011/2011-04-01-note-and-plan-of-action.txt";
  const Result<Reading> reading = read_bytes(slurp(path), path);
  if (!reading) throw std::runtime_error(to_string(reading.error()));
  Document document = parse(reading->text);
  resolve_instruments({&document}, built_in_registry());
  Base base = read_base(folder, "march7-words");
  base.text = {};
  base.text.name = "march7";
  base.text.title = "PROPOSAL FOR A PLAN OF ACTION";
  base.text.version = "El Salvador Version, March 7, 2011";
  for (const travaux::Section& read : document.sections) {
    Section section;
    section.id = ++base.text.last_id;
    section.number = read.number;
    section.heading = read.heading;
    section.text = read.text;
    for (const travaux::Item& item : read.items) section.items.push_back(item_from(base, item));
    base.text.sections.push_back(section);
  }
  add_aliases(base);
  return base;
}

}  // namespace

const std::vector<std::string>& base_names() {
  static const std::vector<std::string> names = {"march7", "treaty", "resolution", "plan-es", "alike", "unnumbered"};
  return names;
}

Base parse_base(const std::string& content, const std::string& name) {
  Reader reader(name);
  reader.read(content);
  return reader.finish();
}

Base read_base(const std::string& folder, const std::string& name) {
  if (name == "march7") return march_7(folder);
  const std::string path = folder + "/tests/negotiations/texts/" + name + ".txt";
  return parse_base(slurp(path), path);
}

}  // namespace travaux::negotiations
