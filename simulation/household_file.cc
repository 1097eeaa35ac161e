#include "simulation/household_file.h"

#include <algorithm>

#include "base/file.h"
#include "simulation/amounts.h"

namespace hearth::simulation {
namespace {

using Kind = DescribedDevice::Kind;
constexpr double kMany = 1e6;

class HouseholdReader {
 public:
  Status take(LineReader words) {
    if (words.take("place")) return place(words);
    if (words.take("space")) return space(words);
    if (words.take("outdoors")) return outdoors(words);
    if (words.take("way_out")) return way_out(words);
    if (words.take("plays")) return plays(words);
    if (words.take("battery_lasts")) {
      device().battery_lasts = TRY(take_span(words)).low;
      return has_device() ? words.end() : no_device();
    }
    if (words.take("radio")) return radio(words);
    TRY(reader_.take(std::move(words)));
    if (reader_.home().doors.size() > 1) return invalid("expected one door: a household has no more");
    return follow();
  }

  Result<HouseholdHome> finish(std::string_view place) && {
    for (const auto& [room, names] : beside_) {
      for (const std::string& name : names) {
        const uint32_t other = home_.find_room(name);
        if (other == kNowhere)
          return invalid(
              "room '" + home_.rooms[room].id + "' lies beside '" + name + "', which is no room of this home",
              std::string(place));
        home_.rooms[room].beside.push_back(other);
        home_.rooms[other].beside.push_back(room);
      }
    }
    for (DescribedRoom& room : home_.rooms) {
      std::ranges::sort(room.beside);
      room.beside.erase(std::ranges::unique(room.beside).begin(), room.beside.end());
    }
    if (home_.rooms.empty()) return invalid("expected at least one room", std::string(place));
    if (!has_way_out_) return invalid("expected way_out below the room that one comes in by", std::string(place));
    DescribedHome described = std::move(reader_).finish();
    home_.zone = std::move(described.zone);
    home_.door = std::move(described.doors.front());
    return std::move(home_);
  }

 private:
  bool has_device() const { return !home_.devices.empty(); }
  static Error no_device() { return invalid("expected a device above this line"); }
  /// The one named last; a spare one when there is none, which has_device() tells.
  DescribedDevice& device() { return has_device() ? home_.devices.back() : spare_; }
  DescribedRoom* room() { return home_.rooms.empty() ? nullptr : &home_.rooms.back(); }

  /// Keeps a place for each room and entity that the common reader took.
  Status follow() {
    if (reader_.home().doors.empty()) return ok();
    const home::Listing& listing = reader_.home().doors.front().listing;
    if (listing.areas.size() > home_.rooms.size()) {
      if (home_.find_room(reader_.room()) != kNowhere) return invalid("room '" + reader_.room() + "' stands twice");
      home_.rooms.push_back({.id = reader_.room(), .beside = {}});
    }
    if (listing.entities.size() > home_.devices.size()) {
      if (home_.rooms.empty()) return invalid("expected a room above this line");
      keys_.push_back(listing.entities.back().key);
      DescribedDevice device;
      device.room = static_cast<uint32_t>(home_.rooms.size() - 1);
      home_.devices.push_back(std::move(device));
    }
    return ok();
  }

  Status place(LineReader& words) {
    home_.place.latitude = TRY(take_amount(words, "", -65, 65));
    home_.place.longitude = TRY(take_amount(words, "", -180, 180));
    return words.end();
  }

  Status space(LineReader& words) {
    if (room() == nullptr) return invalid("expected a room above this line");
    room()->floor_m2 = TRY(take_amount(words, "m2", 2, 500));
    while (!words.done()) {
      if (words.take("height")) {
        room()->height_m = TRY(take_amount(words, "m", 2, 10));
      } else if (words.take("window")) {
        room()->window_m2 = TRY(take_amount(words, "m2", 0, 100));
      } else if (words.take("facing")) {
        room()->facing_deg = TRY(take_amount(words, "", 0, 360));
      } else if (words.take("beside")) {
        auto& names = beside_.emplace_back(static_cast<uint32_t>(home_.rooms.size() - 1), std::vector<std::string>{});
        while (!words.done()) names.second.push_back(TRY(words.plain("a room")));
      } else {
        return invalid("expected height, window, facing or beside, found '" + words.peek()->text + "'");
      }
    }
    return ok();
  }

  Status outdoors(LineReader& words) {
    if (room() == nullptr) return invalid("expected a room above this line");
    room()->outdoors = true;
    return words.end();
  }

  /// "way_out lock.front_door binary_sensor.front_door": both below, in this room.
  Status way_out(LineReader& words) {
    if (room() == nullptr) return invalid("expected a room above this line");
    has_way_out_ = true;
    home_.way_out = static_cast<uint32_t>(home_.rooms.size() - 1);
    while (!words.done()) {
      const std::string key = TRY(words.plain("the lock or the contact of the front door"));
      const uint32_t found = find_device(key);
      if (found == kNowhere) return invalid("no device is called '" + key + "' above this line");
      const Kind kind = home_.devices[found].plays;
      if (kind != Kind::Lock && kind != Kind::Door) return invalid("'" + key + "' plays neither lock nor door");
      (kind == Kind::Lock ? home_.front_lock : home_.front_contact) = found;
    }
    return ok();
  }

  Status radio(LineReader& words) {
    RadioQuality& quality = has_device() ? device().radio.emplace(home_.radio) : home_.radio;
    while (!words.done()) {
      if (words.take("delay")) {
        quality.delay = TRY(take_span(words));
        continue;
      }
      const std::string what = TRY(words.plain("delay, loses, repeats or contradicts"));
      const double share = TRY(parse_share(TRY(words.plain("a share such as 2%"))));
      if (what == "loses") {
        quality.loses = share;
      } else if (what == "repeats") {
        quality.repeats = share;
      } else if (what == "contradicts") {
        quality.contradicts = share;
      } else {
        return invalid("expected delay, loses, repeats or contradicts, found '" + what + "'");
      }
    }
    return ok();
  }

  Status plays(LineReader& words) {
    if (!has_device()) return no_device();
    static constexpr std::pair<std::string_view, Kind> kKinds[] = {
        {"still", Kind::Still}, {"lamp", Kind::Lamp},     {"plug", Kind::Plug},     {"appliance", Kind::Appliance},
        {"cover", Kind::Cover}, {"lock", Kind::Lock},     {"window", Kind::Window}, {"radiator", Kind::Radiator},
        {"door", Kind::Door},   {"fridge", Kind::Fridge}, {"motion", Kind::Motion}, {"sensor", Kind::Sensor},
        {"fan", Kind::Fan},     {"vacuum", Kind::Vacuum}, {"button", Kind::Button}, {"phone", Kind::Phone},
        {"media", Kind::Media}};
    const std::string name = TRY(words.plain("what it plays, such as lamp"));
    const auto* found = std::ranges::find(kKinds, name, &std::pair<std::string_view, Kind>::first);
    if (found == std::end(kKinds)) {
      std::string known;
      for (const auto& [word, kind] : kKinds) known += (known.empty() ? "" : ", ") + std::string(word);
      return invalid("expected one of " + known + ", found '" + name + "'");
    }
    device().plays = found->second;
    TRY(usual(words));
    while (!words.done()) TRY(clause(words));
    return ok();
  }

  /// The amounts without which that kind makes no sense.
  Status usual(LineReader& words) {
    DescribedDevice& it = device();
    switch (it.plays) {
      case Kind::Lamp:
        it.lumen = TRY(take_amount(words, "lm", 1, kMany));
        it.watts = TRY(take_amount(words, "W", 0, 2000));
        return ok();
      case Kind::Plug:
      case Kind::Radiator:
      case Kind::Fan:
      case Kind::Media:
        it.watts = TRY(take_amount(words, "W", 0, 20000));
        return ok();
      case Kind::Appliance:
        while (!words.done() && !(words.peek()->text == "standby")) {
          const Duration length = TRY(take_span(words)).low;
          it.program.push_back({length, TRY(take_amount(words, "W", 0, 20000))});
        }
        return it.program.empty() ? invalid("expected a program such as 5m 80W, 20m 2000W") : Status();
      case Kind::Cover:
      case Kind::Lock:
      case Kind::Motion:
      case Kind::Vacuum:
        it.takes = TRY(take_span(words)).low;
        return ok();
      case Kind::Sensor:
        it.every = TRY(take_span(words)).low;
        return it.every < std::chrono::seconds(10) ? invalid("expected at least 10s between two looks") : Status();
      case Kind::Window:
        it.window_m2 = TRY(take_amount(words, "m2", 0, 20));
        return ok();
      case Kind::Phone:
        it.person = TRY(words.next("the name of a person")).text;
        return ok();
      default:
        return ok();
    }
  }

  Status clause(LineReader& words) {
    if (words.take("standby")) {
      device().standby_w = TRY(take_amount(words, "W", 0, 1000));
    } else if (words.take("air")) {
      device().air_m3h = TRY(take_amount(words, "m3/h", 0, 5000));
    } else if (words.take("every")) {
      device().every = TRY(take_span(words)).low;
      if (device().every < std::chrono::seconds(10)) return invalid("expected at least 10s between two looks");
    } else {
      return invalid("expected standby, air or every, found '" + words.peek()->text + "'");
    }
    return ok();
  }

  uint32_t find_device(std::string_view key) const {
    const auto found = std::ranges::find(keys_, key);
    return found == keys_.end() ? kNowhere : static_cast<uint32_t>(found - keys_.begin());
  }

  HomeReader reader_;
  HouseholdHome home_;
  std::vector<std::string> keys_;  ///< of home_.devices
  DescribedDevice spare_;
  std::vector<std::pair<uint32_t, std::vector<std::string>>> beside_;
  bool has_way_out_ = false;
};

}  // namespace

uint32_t HouseholdHome::find_room(std::string_view id) const {
  const auto found = std::ranges::find(rooms, id, &DescribedRoom::id);
  return found == rooms.end() ? kNowhere : static_cast<uint32_t>(found - rooms.begin());
}

uint32_t HouseholdHome::find_device(std::string_view key) const {
  const auto found = std::ranges::find(door.listing.entities, key, &home::Entity::key);
  return found == door.listing.entities.end() ? kNowhere : static_cast<uint32_t>(found - door.listing.entities.begin());
}

Result<HouseholdHome> parse_household(std::string_view text, std::string_view place) {
  HouseholdReader reader;
  TRY(for_each_line(text, place, [&](LineReader words) { return reader.take(std::move(words)); }));
  return std::move(reader).finish(place);
}

Result<HouseholdHome> read_household(const std::filesystem::path& file) {
  return parse_household(TRY(read_file(file)), file.string());
}

}  // namespace hearth::simulation
