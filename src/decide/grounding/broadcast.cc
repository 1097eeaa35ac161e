#include "decide/grounding/broadcast.h"

#include <algorithm>

namespace hearth::decide {

Grounded ground_broadcast(const flow::Request& request, const flow::Address& from, const home::Home& home) {
  const flow::Slot* message = flow::find_slot(request, "message");
  if (message == nullptr || message->spoken.empty()) {
    return Grounded::refusal(flow::Faculty::DialoguePolicy, phrase("broadcast.nothing"));
  }
  const std::string room = word_in(request, "area");
  const home::AreaId wanted = room.empty() ? home::AreaId{} : home.find_area(room);
  Grounded grounded;
  flow::Phrase done = phrase("broadcast.done");
  for (const home::Satellite& satellite : home.satellites) {
    const home::Device* device = home.device(satellite.device);
    if (device == nullptr || !device->door || device->id == from.device) continue;
    if (!satellite.speaker && !satellite.screen) continue;
    if (!room.empty() && device->area != wanted) continue;
    grounded.steps.emplace_back(flow::Say{flow::literal(message->spoken), flow::Address{device->door, device->id, {}}});
    const std::pair<std::string, flow::Value> place{"area", static_cast<double>(device->area.value)};
    if (device->area && std::ranges::find(done.with, place) == done.with.end()) done.with.push_back(place);
  }
  if (grounded.steps.empty()) {
    return Grounded::refusal(flow::Faculty::DialoguePolicy,
                             phrase(room.empty() ? "broadcast.nobody" : "broadcast.nobody_there", {{"spoken", room}}));
  }
  done.with.emplace_back("count", static_cast<double>(grounded.steps.size()));
  grounded.done.push_back(std::move(done));
  grounded.because.push_back(because(flow::Faculty::Grounding, phrase("because.broadcast")));
  return grounded;
}

}  // namespace hearth::decide
