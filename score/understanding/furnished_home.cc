#include "score/understanding/furnished_home.h"

#include <fmt/format.h>

#include <algorithm>

#include "home/merge.h"
#include "score/understanding/traits.h"
#include "text/normalise.h"

namespace hearth::score {
namespace {

// Nobody says these names.
constexpr const char* kSpeakersRoom = "Room 901";
constexpr const char* kRoomOfFloor = "Room 902";
constexpr const char* kSpareRoom = "Room 903";
constexpr const char* kSpareFloor = "Level 904";

bool alike(std::string_view a, std::string_view b) { return text::fold(a) == text::fold(b); }

/// Slots of questions and of timers name no kind.
std::string_view kind_of(std::string_view intent) {
  if (intent.starts_with("HassLight")) return "light";
  if (intent.starts_with("HassClimate")) return "climate";
  if (intent.starts_with("HassFan")) return "fan";
  if (intent.starts_with("HassMedia") || intent.starts_with("HassSetVolume")) return "media_player";
  if (intent.starts_with("HassVacuum")) return "vacuum";
  if (intent.starts_with("HassLawnMower")) return "lawn_mower";
  return {};
}

bool asks(const SuiteFile& file) { return file.intent.find("Get") != std::string::npos; }

class Furnisher {
 public:
  explicit Furnisher(std::span<const ToldCase> cases) : cases_(cases) {}

  FurnishedHome furnish() && {
    out_.listing.door = kSuiteDoor;
    out_.listing.complete = true;
    for (const ToldCase& one : cases_) {
      for (const std::string& floor : one.file->home.floors) floor_called(floor);
      for (const SuiteHome::Area& area : one.file->home.areas) add_area(area);
    }
    if (speaker_ == 0) speaker_ = room(kSpeakersRoom, "");
    add_satellites();
    for (const ToldCase& one : cases_) add_things(one);
    out_.home = home::merge({}, out_.listing);
    out_.room = {speaker_};
    return std::move(out_);
  }

 private:
  uint32_t floor_called(const std::string& name) {
    if (name.empty()) return 0;
    for (const home::Floor& floor : out_.listing.floors) {
      if (alike(floor.names.front().text, name)) return floor.id.value;
    }
    const auto number = static_cast<uint32_t>(out_.listing.floors.size() + 1);
    out_.listing.floors.push_back({{number}, {{name, ""}}, static_cast<int32_t>(number)});
    return number;
  }
  uint32_t room(const std::string& name, const std::string& floor) {
    const uint32_t on = floor_called(floor);
    const auto number = static_cast<uint32_t>(out_.listing.areas.size() + 1);
    out_.listing.areas.push_back({{number}, {{name, ""}}, {on}, {}});
    return number;
  }
  uint32_t area_called(const std::string& name, const std::string& floor) {
    for (const home::Area& area : out_.listing.areas) {
      if (alike(area.names.front().text, name)) return area.id.value;
    }
    return room(name, floor);
  }
  void add_area(const SuiteHome::Area& area) {
    const uint32_t id = area_called(area.name, area.floor);
    if (area.is_here && speaker_ == 0) speaker_ = id;
  }

  /// One a room, so that timers can have been asked for anywhere; the speaker's is the first.
  void add_satellites() {
    home::Person owner;
    owner.id = {1};
    owner.names = {{"Person 906", ""}};
    owner.role = home::Role::Owner;
    out_.listing.people.push_back(std::move(owner));
    add_satellite(speaker_, std::string(kSpeaker));
    for (const home::Area& area : out_.listing.areas) {
      if (area.id.value != speaker_) add_satellite(area.id.value, fmt::format("{} {}", kSpeaker, area.id.value));
    }
  }
  void add_satellite(uint32_t area, const std::string& identifier) {
    home::Device device;
    device.id = {static_cast<uint32_t>(out_.listing.devices.size() + 1)};
    device.names = {{fmt::format("Unit {}", 950 + device.id.value), ""}};
    device.area = {area};
    device.identifiers = {identifier};
    home::Satellite satellite;
    satellite.device = device.id;
    satellite.microphone = satellite.speaker = true;
    satellite.usual = home::PersonId{1};
    out_.listing.devices.push_back(std::move(device));
    out_.listing.satellites.push_back(satellite);
  }

  /// A thing that another file had already stays what it was.
  void add_things(const ToldCase& one) {
    const Subject subject = subject_of(*one.file, *one.test);
    const home::AreaId here{place(subject)};
    for (const SuiteHome::Entity& entity : one.file->home.entities) {
      const bool there = &one != &cases_.front() && std::ranges::any_of(out_.listing.entities, [&](const auto& known) {
        return alike(known.names.front().text, entity.name);
      });
      if (!there) add(entity, entity.area.empty() ? here.value : area_called(entity.area, ""));
    }
    if (subject.name.empty() && !subject.kinds.empty() && !asks(*one.file)) add_kinds(subject);
  }

  /// Where the test is about.
  uint32_t place(const Subject& subject) {
    if (!subject.area.empty()) return area_called(subject.area, subject.floor);
    if (subject.floor.empty()) return speaker_;
    const uint32_t floor = floor_called(subject.floor);
    for (const home::Area& area : out_.listing.areas) {
      if (area.floor.value == floor) return area.id.value;
    }
    return room(kRoomOfFloor, subject.floor);
  }

  void add(const SuiteHome::Entity& entity, uint32_t area) {
    home::Entity& made = out_.listing.entities.emplace_back();
    made.id = {static_cast<uint32_t>(out_.listing.entities.size())};
    made.key = fmt::format("{}.{}", entity.domain, made.id.value);
    made.kind = entity.domain;
    if (entity.attributes.is_object()) made.device_class = entity.attributes.value("device_class", "");
    made.names = {{entity.name, ""}};
    made.area = home::AreaId{area};
    made.traits = traits_of(entity);
    for (auto& [capability, value] : states_of(entity)) {
      out_.reports.push_back({made.id.value, capability, std::move(value)});
    }
  }

  /// What the sentence takes for granted, in every room and in one that nobody means.
  void add_kinds(const Subject& subject) {
    if (std::ranges::none_of(out_.listing.areas,
                             [](const auto& area) { return area.names.front().text == kSpareRoom; })) {
      room(kSpareRoom, kSpareFloor);
    }
    for (const home::Area& area : out_.listing.areas) {
      const bool there = std::ranges::any_of(out_.listing.entities, [&](const home::Entity& entity) {
        return entity.area == area.id && entity.kind == subject.kinds.front() &&
               (subject.device_class.empty() || entity.device_class == subject.device_class);
      });
      if (there) continue;
      SuiteHome::Entity made{fmt::format("Fitting {}", 910 + area.id.value), subject.kinds.front(), "", "", {}};
      if (!subject.device_class.empty()) made.attributes = {{"device_class", subject.device_class}};
      add(made, area.id.value);
    }
  }

  const std::span<const ToldCase> cases_;
  FurnishedHome out_;
  uint32_t speaker_ = 0;
};

}  // namespace

std::string slot_text(const SuiteTest& test, const char* name) {
  const auto slot = test.slots.find(name);
  if (slot == test.slots.end()) return {};
  const Json& value = slot->is_array() && !slot->empty() ? slot->front() : *slot;
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::optional<double> slot_number(const SuiteTest& test, const char* name) {
  const auto slot = test.slots.find(name);
  if (slot == test.slots.end()) return std::nullopt;
  const Json& value = slot->is_array() && !slot->empty() ? slot->front() : *slot;
  return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

Subject subject_of(const SuiteFile& file, const SuiteTest& test) {
  Subject subject;
  const auto domain = test.slots.find("domain");
  if (domain != test.slots.end() && domain->is_array()) {
    for (const Json& one : *domain) subject.kinds.push_back(one.is_string() ? one.get<std::string>() : one.dump());
  } else if (domain != test.slots.end()) {
    subject.kinds = {slot_text(test, "domain")};
  } else if (const std::string_view kind = kind_of(file.intent); !kind.empty()) {
    subject.kinds.emplace_back(kind);
  }
  subject.device_class = slot_text(test, "device_class");
  if (subject.kinds.empty() && !subject.device_class.empty()) subject.kinds = {"cover"};
  subject.name = slot_text(test, "name");
  subject.area = slot_text(test, "area");
  subject.floor = slot_text(test, "floor");
  subject.everywhere = file.combination == "domain_all";
  return subject;
}

FurnishedHome furnish(const SuiteFile& file, const SuiteTest& test) {
  const ToldCase one{&file, &test};
  return furnish({&one, 1});
}
FurnishedHome furnish(std::span<const ToldCase> cases) { return Furnisher(cases).furnish(); }

std::vector<home::EntityId> meant(const Subject& subject, const FurnishedHome& furnished) {
  const home::Home& home = furnished.home;
  std::vector<home::EntityId> found;
  for (const home::Entity& entity : home.entities) {
    const home::Area* area = home.area(home.area_of(entity));
    const home::Floor* floor = home.floor(home.floor_of(entity));
    const bool placed = !subject.area.empty() || !subject.floor.empty();
    if (!subject.area.empty() && (area == nullptr || !alike(area->names.front().text, subject.area))) continue;
    if (!subject.floor.empty() && (floor == nullptr || !alike(floor->names.front().text, subject.floor))) continue;
    if (!subject.name.empty()) {
      if (alike(entity.names.front().text, subject.name)) found.push_back(entity.id);
      continue;
    }
    if (std::ranges::find(subject.kinds, entity.kind) == subject.kinds.end()) continue;
    if (!subject.device_class.empty() && entity.device_class != subject.device_class) continue;
    if (!placed && !subject.everywhere && home.area_of(entity) != furnished.room) continue;
    found.push_back(entity.id);
  }
  return found;
}

}  // namespace hearth::score
