#include "engine/timeline.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/lookup_thread.h"
#include "engine/timeline_item.h"

namespace hearth::engine {
namespace {

constexpr uint64_t kReach = 200'000;  // entries; a fifth of a second of a slow disk

template <class T>
constexpr size_t kind_of() {
  return flow::Message(std::in_place_type<T>).index();
}

}  // namespace

std::shared_ptr<const PlanMarks> marks_of(const memory::Plans& plans) {
  auto marks = std::make_shared<PlanMarks>();
  for (const memory::PlanRecord& record : plans.all()) {
    const bool promises = std::ranges::any_of(
        record.plan.steps, [](const flow::Step& step) { return std::holds_alternative<flow::Promise>(step); });
    marks->plans[record.plan.head.id] = {!record.undone_by && memory::did_something(record), promises,
                                         record.undone_by};
  }
  return marks;
}

std::span<const size_t> timeline_kinds() {
  static const std::array kinds{kind_of<flow::Started>(),  kind_of<flow::Utterance>(), kind_of<flow::Meaning>(),
                                kind_of<flow::Plan>(),     kind_of<flow::Actuation>(), kind_of<flow::Gap>(),
                                kind_of<flow::ClockStep>()};
  return kinds;
}

bool concerns_timeline(const flow::Entry& entry) {
  if (const auto* changed = std::get_if<flow::Actuation>(&entry.message)) return changed->by != flow::Actuation::Hearth;
  if (const auto* said = std::get_if<flow::Utterance>(&entry.message)) return said->final;
  if (const auto* command = std::get_if<flow::Command>(&entry.message)) {
    return std::holds_alternative<flow::Words>(command->what);
  }
  if (const auto* outcome = std::get_if<flow::Outcome>(&entry.message)) {
    // The end of a sentence changes nothing that is shown.
    return static_cast<bool>(outcome->entity) || outcome->progress != flow::Outcome::Started;
  }
  return std::ranges::find(timeline_kinds(), entry.message.index()) != timeline_kinds().end();
}

Json timeline_item(std::span<const flow::Entry> trace, const Telling& telling) {
  TimelineItem item(telling);
  for (const flow::Entry& entry : trace) item.take(entry);
  return item.finish();
}

namespace {

/// The newest entry that is written, or refused; `last` unless the disk is slow.
uint64_t written_up_to(const memory::EntryReader& journal, uint64_t last) {
  if (journal.wait_for({last}, kWrittenSoon)) return last;
  uint64_t newest = 0;
  const Status read = journal.scan_back([&](const flow::Entry& entry) {
    newest = entry.seq.value;
    return false;
  });
  return read ? std::min(newest, last) : 0;
}

bool is_looked_for(const flow::Entry& entry) {
  return std::ranges::find(timeline_kinds(), entry.message.index()) != timeline_kinds().end() &&
         concerns_timeline(entry);
}

/// Traces by their places, which are their first entries that are looked for; the newest first.
using Places = std::map<uint64_t, std::vector<flow::Entry>, std::greater<>>;

/// Finds at least `limit` places below `before`, if there are as many from `first` on, and maybe some further down.
/// Returns how far down all of them are known.
Result<uint64_t> find_places(const memory::EntryReader& journal, uint64_t first, uint64_t before, uint64_t limit,
                             Places& places) {
  std::set<uint64_t> traces;
  uint64_t reached = first;
  Status problem = ok();
  TRY(journal.look_back({first}, {before}, timeline_kinds(), [&](const flow::Entry& entry) {
    const uint64_t here = entry.seq.value;
    if (places.size() >= limit && std::next(places.begin(), static_cast<ptrdiff_t>(limit) - 1)->first > here) {
      reached = here + 1;
      return false;
    }
    if (!is_looked_for(entry) || !traces.insert(entry.trace.value).second) return true;
    Result<std::vector<flow::Entry>> trace = journal.trace(entry.trace);
    if (!trace) {
      problem = std::move(trace).error();
      return false;
    }
    const auto shown = std::ranges::find_if(*trace, is_looked_for);
    const uint64_t place = shown == trace->end() ? here : shown->seq.value;
    places.emplace(place, std::move(*trace));
    return true;
  }));
  TRY(problem);
  return reached;
}

}  // namespace

Result<Json> timeline_page(const memory::EntryReader& journal, const TimelineRange& range, const Telling& telling) {
  const uint64_t last = written_up_to(journal, range.last);
  const uint64_t before = range.before == 0 ? last + 1 : range.before;
  Places places;
  const uint64_t reached =
      TRY(find_places(journal, before > kReach ? before - kReach : 1, before, range.limit, places));
  places.erase(places.upper_bound(reached), places.end());  // each is found again at its own place
  std::vector<Json> items;
  for (const auto& [place, trace] : places) {
    if (Json item = timeline_item(trace, telling); !item.is_null()) items.push_back(std::move(item));
  }
  std::ranges::sort(items, std::greater<>(), [](const Json& item) { return item.at("trace").get<uint64_t>(); });
  return Json{{"items", std::move(items)}, {"next", reached <= 1 ? Json(nullptr) : Json(reached)}, {"seq", last}};
}

}  // namespace hearth::engine
