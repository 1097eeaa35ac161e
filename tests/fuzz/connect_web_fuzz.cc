// Any JSON is a tap or is refused with the member that is wrong, and a tap sets exactly one thing, by a value of its
// kind.
#include "base/check.h"
#include "connect/desk/asked.h"
#include "connect/web/taps.h"
#include "home/merge.h"

namespace {

using namespace hearth;

const home::Home& lamp() {
  static const home::Home made = [] {
    home::Listing listing{.door = "fuzz"};
    listing.devices.push_back({.names = {{"Lamp", ""}}, .identifiers = {"lamp"}});
    home::Entity entity{.key = "lamp", .kind = "light"};
    entity.device.value = 1;
    entity.traits = {{.capability = home::Capability::OnOff, .sensed = true, .settable = true},
                     {.capability = home::Capability::Brightness, .sensed = true, .settable = true, .high = 100},
                     {.capability = home::Capability::Effect, .settable = true},
                     {.capability = home::Capability::Battery, .sensed = true}};
    listing.entities.push_back(std::move(entity));
    return home::merge({}, listing);
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto asked = connect::parse_asked({reinterpret_cast<const char*>(data), size});
  if (!asked.ok()) return 0;
  if (const auto undo = connect::undo_of(*asked); undo.ok()) CHECK(undo->readings.size() == 1);
  const auto tap = connect::tap_of(*asked, lamp());
  if (!tap.ok()) {
    CHECK(!tap.error().place.empty());
    return 0;
  }
  const flow::Request& request = tap->readings.at(0).requests.at(0);
  CHECK(request.targets.size() == 1 && lamp().present(request.targets[0]));
  const flow::Slot* capability = flow::find_slot(request, "capability");
  CHECK(capability != nullptr);
  const auto known = home::find_capability(std::get<std::string>(capability->value));
  CHECK(known && lamp().trait(request.targets[0], *known)->settable);
  if (const flow::Slot* value = flow::find_slot(request, "value")) CHECK(home::fits(*known, value->value));
  CHECK(!request.explicit_words && !request.confirmed);
  return 0;
}
