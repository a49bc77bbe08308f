#include "cli/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "travaux/parse.h"

namespace travaux::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kHang = 14;  // where the text begins, after the date

/// What the text says of an event: everything but the first commit.
struct Chapter {
  std::optional<int> round;
  std::vector<const Event*> events;
};

std::optional<int> round_of(const Event& event, const std::map<std::string, std::optional<int>>& rounds,
                            const std::map<std::string, StoredComment>& comments) {
  if (event.draft) return event.draft->round;
  const CommentInfo* comment = event.comment ? &*event.comment : nullptr;
  if (const auto found = comments.find(event.path); comment == nullptr && found != comments.end()) comment = &found->second.info;
  if (comment == nullptr) return {};
  if (comment->round) return comment->round;
  const auto draft = rounds.find(comment->on);
  return draft == rounds.end() ? std::nullopt : draft->second;
}

/// Rounds in their order. What belongs to none comes last, but where the story begins with it.
std::vector<Chapter> chapters_of(const Story& story) {
  std::map<std::string, std::optional<int>> rounds;
  std::vector<Chapter> chapters;
  for (const Event& event : story.events) {
    if (event.kind == EventKind::kInit) continue;
    if (event.draft) rounds[event.draft->label] = event.draft->round;
    const std::optional<int> round = round_of(event, rounds, story.comments);
    auto chapter = std::find_if(chapters.begin(), chapters.end(), [&](const Chapter& c) { return c.round == round; });
    if (chapter == chapters.end()) chapter = chapters.insert(chapters.end(), {round, {}});
    chapter->events.push_back(&event);
  }
  if (chapters.empty()) return chapters;
  const auto first = chapters.begin() + (chapters.front().round ? 0 : 1);
  std::stable_sort(first, chapters.end(),
                   [](const Chapter& a, const Chapter& b) { return a.round && (!b.round || *a.round < *b.round); });
  return chapters;
}

StyledLine first_line(const std::string& date, std::vector<StyledRun> runs) {
  runs.insert(runs.begin(), {Style::kDim, fmt::format("{:<{}}", date.empty() ? "undated" : date, kHang - kIndent)});
  return {std::move(runs), kIndent, kHang, true};
}

StyledLine more(Style style, std::string text) { return {{{style, std::move(text)}}, kHang, kHang, true}; }

void tell_origin(Origin origin, StyledText& text) {
  if (origin == Origin::kConstructed) text.push_back(more(Style::kNote, "a constructed example, not a historical document"));
}

/// What the drafts leave open. Those without a square bracket or an option's label are not parsed.
Result<std::map<std::string, OpenCounts>> open_counts(const Record& record, const std::vector<Event>& events) {
  std::map<std::string, OpenCounts> open;
  for (const Event& event : events) {
    if (!event.draft) continue;
    Result<StoredDraft> draft = record.find_draft(event.commit);
    if (!draft) return tl::unexpected(draft.error());
    open[event.commit] = may_be_open(draft->text) ? count_open(brackets_of(parse(std::move(draft->text)))) : OpenCounts();
  }
  return open;
}

void tell_draft(const Story& story, const Event& event, StyledText& text) {
  const DraftInfo& draft = *event.draft;
  std::vector<StyledRun> runs = {{Style::kAddress, draft.label}};
  const bool same = draft.corrects == draft.label;
  if (!draft.corrects.empty()) runs.push_back({Style::kTag, same ? " (corrected)" : " (corrects " + draft.corrects + ")"});
  if (!draft.by.empty()) runs.push_back({Style::kPlain, ", tabled by " + draft.by});
  text.push_back(first_line(draft.date, std::move(runs)));
  const auto open = story.open.find(event.commit);
  const std::string words = open == story.open.end() ? std::string() : open_words(open->second);
  if (!words.empty()) text.push_back(more(Style::kNote, words));
  if (!draft.based_on.empty()) text.push_back(more(Style::kDim, "based on " + draft.based_on));
  tell_origin(draft.origin, text);
}

void tell_comment(const Story& story, const Event& event, StyledText& text) {
  const CommentInfo& comment = *event.comment;
  text.push_back(first_line(
      comment.date, {{Style::kPlain, "comment by "}, {Style::kAddress, comment.by}, {Style::kPlain, " on " + comment.on}}));
  if (!comment.replaces.empty()) text.push_back(more(Style::kTag, "replaces " + comment.replaces));
  const auto stored = story.comments.find(event.path);
  if (stored != story.comments.end() && stored->second.withdrawn) text.push_back(more(Style::kTag, "withdrawn"));
  if (stored != story.comments.end() && !stored->second.replaced_by.empty()) {
    text.push_back(more(Style::kTag, "replaced by " + stored->second.replaced_by));
  }
  tell_origin(comment.origin, text);
  text.push_back(more(Style::kDim, event.path));
}

void tell(const Story& story, const Event& event, StyledText& text) {
  if (event.draft) return tell_draft(story, event, text);
  if (event.kind == EventKind::kComment && event.comment) return tell_comment(story, event, text);
  text.push_back(first_line("–", {{Style::kPlain, event.subject}}));
  if (event.kind == EventKind::kRuling) text.push_back(more(Style::kPlain, "reason: " + event.ruling->reason));
  if (!event.reason.empty()) text.push_back(more(Style::kPlain, "reason: " + event.reason));
  if (!event.path.empty()) text.push_back(more(Style::kDim, event.path));
}

}  // namespace

Result<Story> read_story(const Record& record) {
  Result<Negotiation> negotiation = record.negotiation();
  if (!negotiation) return tl::unexpected(negotiation.error());
  Result<std::vector<Event>> events = record.log();
  if (!events) return tl::unexpected(events.error());
  Result<std::vector<StoredComment>> comments = record.comments();
  if (!comments) return tl::unexpected(comments.error());
  Result<std::map<std::string, OpenCounts>> open = open_counts(record, *events);
  if (!open) return tl::unexpected(open.error());
  Story story{std::move(*negotiation), std::move(*events), {}, std::move(*open)};
  for (StoredComment& comment : *comments) {
    comment.text.clear();
    story.comments.emplace(comment.path, std::move(comment));
  }
  return story;
}

StyledText story_text(const Story& story) {
  StyledText text = {{{{Style::kHeading, story.negotiation.title}}, 0, 0, true}};
  const std::vector<Chapter> chapters = chapters_of(story);
  if (chapters.empty()) text.push_back({{{Style::kNote, "Nothing is recorded yet."}}, 0, 0, true});
  for (const Chapter& chapter : chapters) {
    text.emplace_back();
    const std::string heading = chapter.round ? fmt::format("Round {}", *chapter.round) : std::string("No round");
    if (chapter.round || chapters.size() > 1) text.push_back({{{Style::kHeading, heading}}, 0, 0, true});
    for (const Event* event : chapter.events) tell(story, *event, text);
  }
  return text;
}

}  // namespace travaux::cli
