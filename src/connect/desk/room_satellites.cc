#include "connect/desk/room_satellites.h"

#include <fmt/format.h>

#include "connect/desk/asked.h"

namespace hearth::connect {

Result<std::string> RoomSatellites::area_of(const Json& asked) const {
  const std::string wanted = TRY(text_in(asked, "area", kLongestName, options_.area));
  if (wanted.empty() || wanted == options_.area) return wanted;
  const auto home = options_.home ? options_.home() : std::make_shared<const home::Home>();
  if (const home::AreaId area = home->find_area(wanted)) return std::string(home->display_name(area));
  std::set<std::string> rooms;
  for (const home::Area& area : home->areas) rooms.emplace(home->display_name(area.id));
  if (!options_.area.empty()) rooms.insert(options_.area);
  return invalid(fmt::format("expected one of the rooms there are: {}",
                             rooms.empty() ? "none" : fmt::format("{}", fmt::join(rooms, ", "))),
                 "area");
}

std::string RoomSatellites::in(const std::string& area, HouseInbox& inbox) {
  std::string identifier = options_.identifier;
  if (!area.empty()) identifier += ":" + home::identity_of(area);
  if (listed_.with([&](const std::set<std::string>& listed) { return listed.contains(identifier); })) return identifier;
  flow::Inventory inventory;
  home::Listing& listing = inventory.listing;
  listing.door = options_.door;
  home::Device device{.names = {{options_.name, ""}}, .identifiers = {identifier}};
  if (!area.empty()) {
    listing.areas.push_back({.names = {{area, ""}}});
    device.area.value = 1;
  }
  listing.devices.push_back(std::move(device));
  home::Satellite satellite{.device = {1}, .screen = true, .language = options_.language};
  if (options_.person) {
    listing.people.push_back(*options_.person);
    satellite.usual = home::PersonId{1};
  }
  listing.satellites.push_back(std::move(satellite));
  // What the house had no room for is listed again the next time: without it whoever speaks there is a stranger.
  if (inbox.inventory(std::move(inventory))) {
    listed_.with([&](std::set<std::string>& listed) { listed.insert(identifier); });
  }
  return identifier;
}

}  // namespace hearth::connect
