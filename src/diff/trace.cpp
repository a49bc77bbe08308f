// The walk: back from a draft along its bases, then forward into all that was made from it.
#include "travaux/trace.h"

#include <algorithm>
#include <utility>

#include "diff/trace_entries.h"
#include "diff/trace_returns.h"

namespace travaux {

namespace {

class Tracer {
 public:
  Tracer(const std::vector<TraceDraft>& drafts, std::size_t draft, const Place& place, const TraceOptions& options)
      : chain_(drafts, draft, options), returns_(chain_, options), trace_{draft, place, {}, chain_.circle()} {}

  Trace run() {
    walk_back();
    std::reverse(trace_.steps.begin(), trace_.steps.end());
    for (std::size_t i = 1; i < trace_.steps.size(); ++i) trace_.steps[i].after = i - 1;
    walk_forward();
    return std::move(trace_);
  }

 private:
  // --- back ---

  void walk_back() {
    std::vector<Place> places{trace_.place};
    std::vector<Gone> earlier;  // what it had been before it went, in drafts still to come
    for (std::optional<std::size_t> d = trace_.draft; d; d = chain_.base(*d)) {
      places = step_back(*d, std::move(places), earlier);
      if (places.empty() && earlier.empty()) return;
    }
  }

  /// Adds the step of a draft, unless it has nothing to tell; the answer is where it stood in the base.
  std::vector<Place> step_back(std::size_t draft, std::vector<Place> places, std::vector<Gone>& earlier) {
    TraceStep step{draft, chain_.base(draft), {}, std::move(places), {}, {}};
    if (step.base) {
      const std::vector<Place> went = take_places(earlier, *step.base);
      if (step.places.empty() && went.empty()) return {};
      compare(step, went, step.places);
    }
    for (const TraceEntry& entry : step.entries) {
      if (entry.again) earlier.push_back({entry.again->draft, entry.again->place});
    }
    trace_.steps.push_back(std::move(step));
    return from_places(trace_.steps.back().entries);
  }

  static std::vector<Place> take_places(std::vector<Gone>& earlier, std::size_t draft) {
    std::vector<Place> places;
    for (const Gone& gone : earlier) {
      if (gone.draft == draft) places.push_back(gone.place);
    }
    std::erase_if(earlier, [&](const Gone& gone) { return gone.draft == draft; });
    return places;
  }

  void compare(TraceStep& step, const std::vector<Place>& from, const std::vector<Place>& to) {
    const DocumentDiff& changes = chain_.changes(step.draft);
    step.entries = entries_of(changes, from, to);
    step.degraded = changes.degraded;
    for (TraceEntry& entry : step.entries) {
      if (const ItemDiff* item = item_changed(entry, Change::kAdded)) {
        entry.again = returns_.before(step.draft, item->to_places.front());
      }
    }
  }

  // --- forward ---

  /// What is followed: where it stands, and what of it has gone.
  struct Front {
    std::vector<Place> places;
    std::vector<Gone> gone;
    std::size_t step = 0;  ///< the last that told of it
  };

  // Not by recursion: a chain may be long.
  void walk_forward() {
    std::vector<std::pair<std::size_t, Front>> waiting;  // a draft, and what stood in its base
    push_made_from(trace_.draft, {{trace_.place}, {}, trace_.steps.size() - 1}, waiting);
    while (!waiting.empty()) {
      const auto [draft, before] = std::move(waiting.back());
      waiting.pop_back();
      push_made_from(draft, step_forward(draft, before), waiting);
    }
  }

  void push_made_from(std::size_t draft, const Front& front, std::vector<std::pair<std::size_t, Front>>& waiting) const {
    if (front.places.empty() && front.gone.empty()) return;
    const std::vector<std::size_t>& drafts = chain_.made_from(draft);
    for (auto next = drafts.rbegin(); next != drafts.rend(); ++next) waiting.emplace_back(*next, front);
  }

  /// Adds the step of a draft, unless it has nothing to tell; the answer is what stands after it.
  Front step_forward(std::size_t draft, const Front& before) {
    Front after{{}, {}, before.step};
    std::vector<Place> again;
    for (const Gone& gone : before.gone) {
      const std::optional<Place> place = returns_.after(gone, draft);
      place ? again.push_back(*place) : after.gone.push_back(gone);
    }
    if (before.places.empty() && again.empty()) return after;
    TraceStep step{draft, chain_.base(draft), before.step, {}, {}, {}};
    compare(step, before.places, again);
    after.places = step.places = to_places(step.entries);
    for (const TraceEntry& entry : step.entries) {
      const ItemDiff* item = item_changed(entry, Change::kRemoved);
      if (item != nullptr) after.gone.push_back({*step.base, item->from_places.front()});
    }
    after.step = trace_.steps.size();
    trace_.steps.push_back(std::move(step));
    return after;
  }

  Chain chain_;
  Returns returns_;
  Trace trace_;
};

}  // namespace

Trace trace(const std::vector<TraceDraft>& drafts, std::size_t draft, const Place& place, const TraceOptions& options) {
  return Tracer(drafts, draft, place, options).run();
}

}  // namespace travaux
