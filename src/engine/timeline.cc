#include "engine/timeline.h"

#include <algorithm>
#include <set>
#include <utility>

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

std::string Telling::say(const flow::Phrase& phrase) const {
  Result<std::string> words = worder.say(phrase, language, home);
  return words ? std::move(words).value() : phrase.key;
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

Result<Json> timeline_page(const memory::EntryReader& journal, const TimelineRange& range, const Telling& telling) {
  const uint64_t before = range.before == 0 ? range.last + 1 : range.before;
  const uint64_t first = before > kReach ? before - kReach : 1;
  // A trace begins with the entry of its own number, so those found from the newest down come in order once each
  // number below `before` has been reached.
  std::set<uint64_t, std::greater<>> traces;
  uint64_t reached = first;
  TRY(journal.look_back({first}, {before}, timeline_kinds(), [&](const flow::Entry& entry) {
    // Everything at or above this entry is known, and with it all traces that begin there.
    const auto is_known = [&](uint64_t trace) { return trace > entry.seq.value; };
    if (traces.size() >= range.limit && std::cmp_greater_equal(std::ranges::count_if(traces, is_known), range.limit)) {
      reached = entry.seq.value + 1;
      return false;
    }
    if (concerns_timeline(entry) && entry.trace.value < before) traces.insert(entry.trace.value);
    return true;
  }));
  Json items = Json::array();
  for (const uint64_t trace : traces) {
    const std::vector<flow::Entry> entries = TRY(journal.trace({trace}));
    if (entries.empty()) continue;
    // What begins further down is found there again, unless it begins with something that is not looked for.
    if (trace < reached && concerns_timeline(entries.front())) continue;
    if (Json item = timeline_item(entries, telling); !item.is_null()) items.push_back(std::move(item));
  }
  return Json{{"items", std::move(items)}, {"next", reached <= 1 ? Json(nullptr) : Json(reached)}, {"seq", range.last}};
}

}  // namespace hearth::engine
