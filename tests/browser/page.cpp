// Writes a page for the browser to be tested with: the redline of two drafts of the worked example with who asked for what.
//   browser_page HISTORY FROM TO [--for GROUP | --without | --hostile]
// HISTORY is a folder with a manifest; FROM and TO are labels of it.
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "travaux/parse.h"
#include "travaux/read.h"
#include "travaux/report.h"

namespace {

using namespace travaux;
using Json = nlohmann::json;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string text_of(const std::string& path) {
  const Result<Reading> reading = read_bytes(bytes_of(path), path);
  if (!reading) throw std::runtime_error("cannot read " + path);
  return reading->text;
}

/// The words of a worked example, on their way to a page.
class Papers {
 public:
  Papers(std::string folder, const std::string& from, const std::string& to) : folder_(std::move(folder)), labels_{from, to} {
    manifest_ = Json::parse(bytes_of(folder_ + "/manifest.json"));
    from_ = parse(text_of(file_of(from)));
    to_ = parse(text_of(file_of(to)));
    from_.label = from;
    to_.label = to;
    resolve_instruments({&from_, &to_}, built_in_registry());
    changes_ = diff(from_, to_);
    changes_.from_label = from;
    changes_.to_label = to;
  }

  std::string page(const std::string& only, bool with_credits, const std::string& hostile) {
    read_comments();
    Attribution attribution = attribute(from_, to_, changes_, list_);
    if (!hostile.empty()) spoil(attribution, hostile);
    RedlineNotes notes;
    for (const std::string& label : labels_) notes.origin.drafts.push_back(origin_of(label, hostile));
    notes.origin.version = "9.9.9" + hostile;
    if (with_credits) notes.credits = {&attribution, &list_, only};
    Redline redline = credited(build_redline(from_, to_, changes_), from_, to_, changes_, attribution);
    if (!hostile.empty()) {
      redline.title = redline.from_label = redline.to_label = hostile;
      notes.notices = {hostile};
    }
    return redline_html(redline, changes_, from_, to_, notes);
  }

 private:
  std::string file_of(const std::string& label) const { return folder_ + "/" + event_of(label).at("file").get<std::string>(); }

  const Json& event_of(const std::string& label) const {
    for (const Json& event : manifest_.at("events")) {
      if (event.at("kind") == "draft" && event.at("label") == label) return event;
    }
    throw std::runtime_error("no draft " + label);
  }

  void read_comments() {
    std::vector<GroupNames> groups;
    for (const Json& group : manifest_.at("groups"))
      groups.push_back({group.at("name"), group.at("members"), group.at("aliases")});
    for (const Json& event : manifest_.at("events")) {
      if (event.at("kind") != "comment" || event.at("on") != labels_.front()) continue;
      const std::string file = event.at("file");
      const CommentSource source{file, event.at("by"), labels_.front(), event.at("date")};
      comments_.push_back(read_comment(text_of(folder_ + "/" + file), source, from_, built_in_registry(), Speakers(groups)));
    }
    for (const Comment& comment : comments_) list_.push_back({&comment});
  }

  OriginDraft origin_of(const std::string& label, const std::string& hostile) const {
    const Json& event = event_of(label);
    return {label + hostile,
            std::string(64, 'a'),
            event.at("date").get<std::string>() + hostile,
            event.at("by").get<std::string>() + hostile,
            event.at("round").get<int>(),
            event.at("origin") == "constructed"};
  }

  /// Every string that somebody else wrote.
  void spoil(Attribution& attribution, const std::string& hostile) {
    for (AttributedEdit& edit : attribution.edits) {
      for (std::string* text : {&edit.from, &edit.to, &edit.section, &edit.instrument}) *text += hostile;
      for (Source& source : edit.sources) {
        source.by += hostile;
        source.evidence += hostile;
      }
    }
    for (Comment& comment : comments_) {
      comment.date += hostile;
      comment.on += hostile;
      for (Proposal& proposal : comment.proposals) {
        proposal.words += hostile;
        proposal.number = hostile;
      }
    }
  }

  std::string folder_;
  std::vector<std::string> labels_;
  Json manifest_;
  Document from_, to_;
  DocumentDiff changes_;
  std::vector<Comment> comments_;
  std::vector<CommentOn> list_;
};

constexpr const char* kHostile =
    "</script></article><script>window.hacked=1</script><img src=x onerror='window.hacked=2'>\" onfocus=\"window.hacked=3\" "
    "<!--<script>\xe2\x80\xa8\x01";

}  // namespace

int main(int count, char** values) try {
  const std::vector<std::string> arguments(values + 1, values + count);
  const std::string how = arguments.size() > 3 ? arguments[3] : "";
  Papers papers(arguments.at(0), arguments.at(1), arguments.at(2));
  std::cout << papers.page(how == "--for" ? arguments.at(4) : "", how != "--without", how == "--hostile" ? kHostile : "");
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
