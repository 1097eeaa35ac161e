#include "answer/asked.h"

namespace hearth::answer {
namespace {

constexpr Duration kPause = std::chrono::milliseconds(50);  // how late a stop may be noticed
constexpr int kMostPauses = 20;  // a second in all: the writer is behind by milliseconds, or in trouble

}  // namespace

std::vector<home::EntityId> things_of(const flow::Request& request) {
  if (!request.targets.empty()) return request.targets;
  std::vector<home::EntityId> things;
  if (const flow::Slot* name = flow::find_slot(request, "name")) {
    for (const auto& [entity, score] : name->candidates) things.push_back(entity);
  }
  return things;
}

void add_moment(Time at, Time now, const calendar::Zone& zone, flow::Phrase& words) {
  const calendar::CivilTime civil = zone.to_civil(at);
  const int64_t days = calendar::day_number(civil) - calendar::day_number(zone.to_civil(now));
  words.with.emplace_back("clock", calendar::to_string(civil));
  words.with.emplace_back("days", static_cast<double>(days));
}

void wait_for_journal(const memory::EntryReader& past, flow::MessageId id, const std::stop_token& stop) {
  for (int pauses = 0; pauses < kMostPauses && !stop.stop_requested(); ++pauses) {
    if (past.wait_for(id, kPause)) return;
  }
}

}  // namespace hearth::answer
