#include "simulation/home_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "base/file.h"
#include "simulation/line.h"
#include "simulation/usual_traits.h"
#include "simulation/value_words.h"

namespace hearth::simulation {
namespace {

using home::Capability;

template <class Thing>
uint32_t find_by_name(const std::vector<Thing>& things, std::string_view name) {
  for (uint32_t i = 0; i < things.size(); ++i) {
    for (const home::Name& known : things[i].names) {
      if (known.text == name) return i + 1;
    }
  }
  return 0;
}

std::string spaced(std::string id) {
  std::ranges::replace(id, '_', ' ');
  return id;
}
std::vector<home::Name> names(LineReader& words, const std::string& otherwise, const home::Language& language) {
  std::vector<home::Name> found;
  while (words.peek() != nullptr && words.peek()->kind == LineWord::Quoted) {
    const std::string name = words.next("a name")->text;
    const bool tagged = name.size() > 3 && name[2] == ':' && std::isalpha(static_cast<unsigned char>(name[0])) != 0;
    found.push_back(tagged ? home::Name{name.substr(3), name.substr(0, 2)} : home::Name{name, language});
  }
  if (found.empty()) found.push_back({spaced(otherwise), language});
  return found;
}

bool at_list_item(const LineReader& words) {
  static constexpr auto kClauses =
      std::to_array<std::string_view>({"class", "tier", "hidden", "blind", "id", "delay", "has", "is"});
  return !words.done() && words.peek()->kind == LineWord::Plain && !std::ranges::count(kClauses, words.peek()->text);
}

}  // namespace

/// Of the entity that a line describes, what is not the entity's own.
struct HomeReader::Described {
  home::Entity entity;
  std::vector<std::string> identifiers;
  std::map<Capability, home::Value> state;
  Duration delay{};
  bool has_traits = false, has_tier = false;
};

Status HomeReader::take(LineReader words) {
  const std::string first = TRY(words.plain("a keyword or an entity such as light.kitchen"));
  if (first == "zone") {
    home_.zone = TRY(words.plain("a time zone"));
  } else if (first == "language") {
    language_ = TRY(words.plain("a language such as de"));
  } else if (first == "door") {
    open_door(TRY(words.plain("the name of a door")));
  } else if (first == "person") {
    TRY(person(words));
  } else if (first == "floor") {
    TRY(floor(words));
  } else if (first == "room") {
    TRY(room(words));
  } else if (first == "satellite") {
    TRY(satellite(words));
  } else if (first.find('.') != std::string::npos) {
    TRY(entity(first, words));
  } else {
    return invalid(
        "expected zone, language, door, person, floor, room, satellite or an entity such as light.kitchen, found '" +
        first + "'");
  }
  return words.end();
}

DescribedHome HomeReader::finish() && {
  if (home_.doors.empty()) open_door("simulator");
  return std::move(home_);
}

void HomeReader::open_door(const std::string& name) {
  DescribedDoor described;
  described.listing.door = name;
  described.listing.complete = true;
  home_.doors.push_back(std::move(described));
  area_ = {};
}

DescribedDoor& HomeReader::door() {
  if (home_.doors.empty()) open_door("simulator");
  return home_.doors.back();
}

Status HomeReader::person(LineReader& words) {
  home::Person person;
  const LineWord name = TRY(words.next("a name"));
  person.names = {{name.text, {}}};
  person.languages = {language_};
  const std::string role = TRY(words.plain("owner, adult, child or guest"));
  static constexpr std::array kRoles{"owner", "adult", "child", "guest"};
  const auto found = std::ranges::find(kRoles, role);
  if (found == kRoles.end()) return invalid("expected owner, adult, child or guest, found '" + role + "'");
  person.role = static_cast<home::Role>(found - kRoles.begin());
  if (words.take("speaks")) person.languages = {TRY(words.plain("a language such as de"))};
  person.id.value = static_cast<uint32_t>(listing().people.size() + 1);
  listing().people.push_back(std::move(person));
  return ok();
}

Status HomeReader::floor(LineReader& words) {
  home::Floor floor;
  const LineWord name = TRY(words.next("a name"));
  floor.names = {{name.text, language_}};
  const std::string level = TRY(words.plain("a level such as 0 or -1"));
  const auto [end, problem] = std::from_chars(level.data(), level.data() + level.size(), floor.level);
  if (problem != std::errc() || end != level.data() + level.size()) {
    return invalid("expected a level such as 0 or -1, found '" + level + "'");
  }
  floor.id.value = static_cast<uint32_t>(listing().floors.size() + 1);
  listing().floors.push_back(std::move(floor));
  return ok();
}

Status HomeReader::room(LineReader& words) {
  home::Area area;
  const std::string id = TRY(words.plain("a name for the room"));
  area.names = names(words, id, language_);
  if (words.take("on")) {
    const LineWord on = TRY(words.next("the name of a floor"));
    area.floor.value = find_by_name(listing().floors, on.text);
    if (!area.floor) return invalid("no floor is called '" + on.text + "' above this line");
  }
  area.id.value = static_cast<uint32_t>(listing().areas.size() + 1);
  area_ = area.id;
  room_ = id;
  listing().areas.push_back(std::move(area));
  return ok();
}

Status HomeReader::satellite(LineReader& words) {
  if (!area_) return invalid("expected a room above this line");
  home::Satellite satellite{.device = {}, .microphone = true, .speaker = true, .language = language_, .usual = {}};
  if (words.take("usual")) {
    const LineWord who = TRY(words.next("the name of a person"));
    const uint32_t number = find_by_name(listing().people, who.text);
    if (number == 0) return invalid("no person is called '" + who.text + "' above this line");
    satellite.usual = home::PersonId{number};
  }
  satellite.device = add_device(room_ + " speaker", {"satellite-" + room_});
  listing().satellites.push_back(std::move(satellite));
  return ok();
}

home::DeviceId HomeReader::add_device(const std::string& name, std::vector<std::string> identifiers) {
  home::Device device;
  device.id.value = static_cast<uint32_t>(listing().devices.size() + 1);
  device.names = {{name, language_}};
  device.area = area_;
  device.identifiers = std::move(identifiers);
  listing().devices.push_back(std::move(device));
  return listing().devices.back().id;
}

Status HomeReader::entity(const std::string& key, LineReader& words) {
  if (door().states.contains(key)) return invalid("'" + key + "' stands twice in this door");
  Described described;
  home::Entity& entity = described.entity;
  entity.key = key;
  entity.kind = key.substr(0, key.find('.'));
  entity.names = names(words, key.substr(key.find('.') + 1), language_);
  while (!words.done()) TRY(clause(described, words));
  if (!described.has_traits) entity.traits = usual_traits(entity.kind);
  if (entity.traits.empty())
    return invalid("expected 'has' and what a " + entity.kind + " can do: it has no usual traits");
  if (!described.has_tier) entity.tier = usual_tier(entity.kind, entity.device_class);
  for (const auto& [capability, value] : described.state) {
    const bool can =
        std::ranges::any_of(entity.traits, [&](const home::Trait& t) { return t.capability == capability; });
    if (!can) return invalid("'" + key + "' has no " + std::string(home::facts(capability).name));
  }
  entity.id.value = static_cast<uint32_t>(listing().entities.size() + 1);
  if (described.identifiers.empty()) described.identifiers.push_back("sim-" + listing().door + "-" + key);
  entity.device = add_device(entity.names.front().text, std::move(described.identifiers));
  door().states.emplace(key, std::move(described.state));
  door().delays.emplace(key, described.delay);
  listing().entities.push_back(std::move(entity));
  return ok();
}

Status HomeReader::clause(Described& described, LineReader& words) {
  home::Entity& entity = described.entity;
  if (words.take("class")) {
    entity.device_class = TRY(words.plain("a device class"));
  } else if (words.take("tier")) {
    const std::string tier = TRY(words.plain("harmless, noticeable or secure"));
    if (tier != "harmless" && tier != "noticeable" && tier != "secure") {
      return invalid("expected harmless, noticeable or secure, found '" + tier + "'");
    }
    entity.tier = tier == "secure"       ? home::Tier::Secure
                  : tier == "noticeable" ? home::Tier::Noticeable
                                         : home::Tier::Harmless;
    described.has_tier = true;
  } else if (words.take("hidden")) {
    entity.exposed = false;
  } else if (words.take("blind")) {
    if (!described.has_traits) entity.traits = usual_traits(entity.kind);
    described.has_traits = true;
    for (home::Trait& trait : entity.traits) trait.sensed = trait.sensed && !trait.settable;
  } else if (words.take("id")) {
    described.identifiers.push_back(TRY(words.plain("an identifier")));
  } else if (words.take("delay")) {
    described.delay = TRY(parse_duration(TRY(words.plain("a length of time"))));
  } else if (words.take("has")) {
    described.has_traits = true;
    while (at_list_item(words)) entity.traits.push_back(TRY(parse_trait(TRY(words.plain("a capability")))));
  } else if (words.take("is")) {
    while (at_list_item(words)) {
      const Capability capability = TRY(parse_capability(TRY(words.plain("a capability"))));
      described.state[capability] = TRY(parse_value(capability, TRY(words.next("a value")).text));
    }
  } else {
    return invalid("expected class, tier, hidden, blind, id, delay, has or is, found '" + words.peek()->text + "'");
  }
  return ok();
}

Status for_each_line(std::string_view text, std::string_view place, const std::function<Status(LineReader)>& take) {
  for (size_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string here = std::string(place) + ":" + std::to_string(number);
    Result<std::vector<LineWord>> words = split_line(text.substr(0, end));
    if (!words) return Error{Error::InvalidInput, words.error().message, here};
    if (!words->empty()) {
      if (Status taken = take(LineReader(std::move(*words))); !taken) {
        return Error{Error::InvalidInput, taken.error().message, here};
      }
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return ok();
}

Result<DescribedHome> parse_home(std::string_view text, std::string_view place) {
  HomeReader reader;
  TRY(for_each_line(text, place, [&](LineReader words) { return reader.take(std::move(words)); }));
  return std::move(reader).finish();
}

Result<DescribedHome> read_home(const std::filesystem::path& file) {
  return parse_home(TRY(read_file(file)), file.string());
}

}  // namespace hearth::simulation
