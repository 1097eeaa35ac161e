#include "understand/linking/spoken_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "home/thing_words.h"
#include "text/normalise.h"
#include "understand/linking/implied_names.h"

namespace hearth::understand {
namespace {

std::vector<std::string> texts(const std::vector<home::Name>& names) {
  std::vector<std::string> found;
  for (const home::Name& name : names) {
    if (!name.text.empty()) found.push_back(name.text);
  }
  return found;
}

std::vector<std::string> own_names(const home::Entity& entity, const home::Home& home) {
  std::vector<std::string> called = texts(entity.names);
  const home::Device* device = home.device(entity.device);
  if (called.empty() && device != nullptr) called = texts(device->names);
  return called;
}

/// What a contact is at, as its names and its device's tell; folded. Empty for all else.
std::vector<std::string> places_of(const home::Entity& entity, const home::Home& home) {
  const bool contact = std::ranges::any_of(entity.traits, [](const home::Trait& trait) {
    return trait.sensed && trait.capability == home::Capability::Contact;
  });
  if (!contact) return {};
  std::vector<std::string> names = own_names(entity, home), places;
  if (const home::Device* device = home.device(entity.device); device != nullptr) {
    for (std::string& name : texts(device->names)) names.push_back(std::move(name));
  }
  for (const std::string& name : names) {
    std::string place = home::place_of_contact(text::normalise(name));
    if (!place.empty() && std::ranges::find(places, place) == places.end()) places.push_back(std::move(place));
  }
  return places;
}

/// "Kids room", "kid's room" and "kids' room" sound alike: whoever writes down what was said chooses one of them.
void add_possessives(std::vector<std::string>& names) {
  const size_t own = names.size();
  const auto add = [&](std::string name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  };
  for (size_t i = 0; i < own; ++i) {
    const std::string name = names[i];
    for (size_t space = name.find(' '); space != std::string::npos; space = name.find(' ', space + 1)) {
      const std::string rest = name.substr(space);
      std::string stem = name.substr(0, space);
      const bool marked = stem.ends_with("s'") || stem.ends_with("'s");
      if (!marked && !stem.ends_with('s')) continue;
      stem.resize(stem.size() - (marked ? 2 : 1));
      for (const char* ending : {"s", "'s", "s'"}) add(stem + ending + rest);
    }
  }
}

/// Those that have rooms, by their height.
std::vector<const home::Floor*> storeys_of(const home::Home& home) {
  std::vector<const home::Floor*> storeys;
  for (const home::Floor& floor : home.floors) {
    const auto on_it = [&](const home::Area& area) { return area.floor == floor.id; };
    if (std::ranges::any_of(home.areas, on_it)) storeys.push_back(&floor);
  }
  std::ranges::stable_sort(storeys, {}, &home::Floor::level);
  return storeys;
}

/// "Upstairs": the only floor above the ground floor, or the upper one of two.
home::FloorId upper_floor(const home::Home& home) {
  const std::vector<const home::Floor*> storeys = storeys_of(home);
  const auto above = std::ranges::count_if(storeys, [](const home::Floor* floor) { return floor->level > 0; });
  const bool told = storeys.size() > 1 && storeys.back()->level > storeys[storeys.size() - 2]->level;
  return told && (above == 1 || storeys.size() == 2) ? storeys.back()->id : home::FloorId{};
}

/// "Downstairs": the lower one of two. Of three it may be the ground floor or the cellar.
home::FloorId lower_floor(const home::Home& home) {
  const std::vector<const home::Floor*> storeys = storeys_of(home);
  return storeys.size() == 2 && upper_floor(home) ? storeys.front()->id : home::FloorId{};
}

/// A word that is short for one thing is so for all of its kind whose names hold it: where "fan" is the bathroom fan,
/// it is the ceiling fan as well. `implied`: of each thing of `names`. `joined`: also at the end of a longer word.
void share_short_names(const HomeNames& names, std::vector<std::vector<std::string>>& implied, bool joined) {
  std::map<std::string, std::set<std::string>> shorts;  // by kind
  for (size_t i = 0; i < implied.size(); ++i) {
    for (const std::string& name : implied[i]) {
      if (name.find(' ') == std::string::npos) shorts[names.entities[i].domain].insert(name);
    }
  }
  for (size_t i = 0; i < implied.size(); ++i) {
    for (const std::string& own : names.entities[i].names) {
      const std::string name = " " + text::normalise(own) + " ";
      for (const std::string& word : shorts[names.entities[i].domain]) {
        if (name.size() <= word.size() + 2) continue;
        const bool holds = name.find(" " + word + " ") != std::string::npos || (joined && name.ends_with(word + " "));
        if (holds && std::ranges::find(implied[i], word) == implied[i].end()) implied[i].push_back(word);
      }
    }
  }
}

/// "In Max's", "chez Jade": what only one room can be called.
void add_room_forms(const std::vector<std::string>& forms, HomeNames& names) {
  std::map<std::string, size_t> called;  // how many rooms
  std::vector<std::vector<std::string>> turned;
  for (const HomeNames::Place& area : names.areas) {
    std::vector<std::string> own;
    for (const std::string& name : area.names) own.push_back(text::normalise(name));
    turned.push_back(with_forms(std::move(own), forms));
    for (const std::string& name : turned.back()) ++called[name];
  }
  for (size_t i = 0; i < turned.size(); ++i) {
    const size_t own = names.areas[i].names.size();
    for (size_t k = own; k < turned[i].size(); ++k) {
      if (called[turned[i][k]] == 1) names.areas[i].names.push_back(turned[i][k]);
    }
  }
}

}  // namespace

HomeNames spoken_places(const home::Home& home) {
  HomeNames names;
  for (const home::Area& area : home.areas) {
    std::vector<std::string> called = texts(area.names);
    add_possessives(called);
    names.areas.push_back({area.id.value, std::move(called)});
  }
  for (const home::Floor& floor : home.floors) names.floors.push_back({floor.id.value, texts(floor.names)});
  return names;
}

HomeNames spoken_names(const home::Home& home) {
  HomeNames names = spoken_places(home);
  for (const home::Entity& entity : home.entities) {
    if (!home.present(entity.id) || !entity.exposed) continue;
    std::vector<std::string> called = own_names(entity, home);
    if (!called.empty()) names.entities.push_back({entity.id.value, entity.kind, std::move(called)});
  }
  return names;
}

HomeNames sentence_places(const home::Home& home, const TalkWords& words) {
  HomeNames names = spoken_places(home);
  add_room_forms(words.names.rooms, names);
  for (HomeNames::Place& floor : names.floors) {
    const auto called = [&](const std::vector<std::string>& more) {
      floor.names.insert(floor.names.end(), more.begin(), more.end());
    };
    if (home::FloorId{floor.id} == upper_floor(home)) called(words.upstairs);
    if (home::FloorId{floor.id} == lower_floor(home)) called(words.downstairs);
  }
  return names;
}

HomeNames sentence_names(const home::Home& home, const TalkWords& words) {
  HomeNames names = sentence_places(home, words);
  names.entities = spoken_names(home).entities;
  std::vector<std::vector<std::string>> implied;
  for (const HomeNames::Entity& one : names.entities) {
    implied.push_back(implied_names(one.names, *home.entity({one.id}), home, words.names));
  }
  share_short_names(names, implied, !words.names.joints.empty());
  for (size_t i = 0; i < implied.size(); ++i) {
    HomeNames::Entity& one = names.entities[i];
    for (std::string& place : places_of(*home.entity({one.id}), home)) {
      const bool own =
          std::ranges::any_of(one.names, [&](const std::string& name) { return text::normalise(name) == place; });
      if (!own) one.names.push_back(std::move(place));
    }
    std::ranges::move(implied[i], std::back_inserter(one.names));
  }
  return names;
}

Called called_by(std::string_view spoken, const std::vector<home::EntityId>& things, const home::Home& home) {
  Called called;
  const std::string said = text::normalise(spoken);
  for (const home::EntityId id : things) {
    const home::Entity* entity = home.entity(id);
    if (entity == nullptr) continue;
    const bool own = std::ranges::any_of(own_names(*entity, home),
                                         [&](const std::string& name) { return text::normalise(name) == said; });
    const std::vector<std::string> places = own ? std::vector<std::string>() : places_of(*entity, home);
    const bool beside = std::ranges::find(places, said) != places.end();
    (own ? called.own : beside ? called.beside : called.implied).push_back(id);
  }
  return called;
}

}  // namespace hearth::understand
