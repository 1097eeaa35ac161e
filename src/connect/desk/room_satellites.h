// The satellites of one screen, a shell or a page, in the rooms from which it is spoken.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "base/guarded.h"
#include "base/json.h"
#include "connect/door.h"

namespace hearth::connect {

struct RoomSatellitesOptions {
  std::string door;        ///< name of the door that lists them
  std::string identifier;  ///< "control:shell"
  std::string name;        ///< "Shell"
  std::string area;        ///< where it stands unless a request says otherwise; empty: nowhere
  /// The home as it is now, whose areas may be named. Thread-safe. None: `area` alone.
  std::function<std::shared_ptr<const home::Home>()> home;
  home::Language language = "en";
  std::optional<home::Person> person;  ///< who speaks there; none: a guest
};

/// Thread-safe.
class RoomSatellites {
 public:
  explicit RoomSatellites(RoomSatellitesOptions options) : options_(std::move(options)) {}

  /// The area that a request names, by the name that is displayed. Errors: InvalidInput that names those there are.
  Result<std::string> area_of(const Json& asked) const;
  /// The identifier of the satellite in that area, which is listed before, unless the house has taken it already.
  std::string in(const std::string& area, HouseInbox& inbox);

 private:
  const RoomSatellitesOptions options_;
  Guarded<std::set<std::string>> listed_;
};

}  // namespace hearth::connect
