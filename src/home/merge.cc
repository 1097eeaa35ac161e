#include "home/merge.h"

#include <algorithm>
#include <limits>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace hearth::home {
namespace {

/// Lower is asked first. Home Assistant knows more about a device (exposure, areas, history) than the bare protocol.
int preference(std::string_view door) { return door.starts_with("home_assistant") ? 0 : 1; }

class Merger {
 public:
  Merger(const Home& before, const Listing& listing) : before_(before), home_(before), listing_(listing) {
    ++home_.version;
  }

  Home run() && {
    number_door();
    index();
    join_places();
    join_devices();
    join_entities();
    join_people();
    remove_gone();
    finish();
    return std::move(home_);
  }

 private:
  void number_door() {
    door_ = home_.door(listing_.door);
    if (!door_) {
      home_.doors.push_back(listing_.door);
      door_ = DoorId{static_cast<uint32_t>(home_.doors.size())};
    }
  }

  /// What is looked up for every device and entity of the listing, so that thousands cost no more than each one once.
  /// The tables are only asked, never walked, but for `unclaimed_`, which has an order.
  void index() {
    for (const Device& device : before_.devices) {
      for (const std::string& identifier : device.identifiers) by_identifier_.emplace(identifier, device.id);
    }
    std::unordered_set<EntityId> claimed;
    for (const Source& source : before_.sources) {
      sourced_.insert(source.entity);
      if (source.door == door_) {
        ours_.emplace(source.key, source.entity);
        claimed.insert(source.entity);
      } else {
        const int rank = preference(before_.doors[source.door.value - 1]);
        int& best = other_preference_.try_emplace(source.entity, kNoOther).first->second;
        best = std::min(best, rank);
      }
    }
    for (const Entity& entity : before_.entities) {
      if (entity.device && !claimed.contains(entity.id)) unclaimed_.emplace(entity.device, entity.id);
      if (!sourced_.contains(entity.id)) gone_[entity.key].push_back(entity.id);
    }
  }

  /// Finds a thing by any of its names, or appends it, and adds the names that it did not have.
  template <class T>
  auto join_by_name(std::vector<T>& known, const T& told) -> decltype(T::id) {
    for (const Name& name : told.names) {
      const std::string wanted = identity_of(name.text);
      for (T& thing : known) {
        const bool match =
            std::ranges::any_of(thing.names, [&](const Name& n) { return identity_of(n.text) == wanted; });
        if (!match) continue;
        for (const Name& other : told.names) {
          const std::string folded = identity_of(other.text);
          const bool has =
              std::ranges::any_of(thing.names, [&](const Name& n) { return identity_of(n.text) == folded; });
          if (!has) thing.names.push_back(other);
        }
        return thing.id;
      }
    }
    known.push_back(told);
    known.back().id.value = static_cast<uint32_t>(known.size());
    return known.back().id;
  }

  template <class ThingId>
  static ThingId mapped(const std::vector<ThingId>& map, ThingId local) {
    return local.value == 0 || local.value > map.size() ? ThingId{} : map[local.value - 1];
  }

  void join_places() {
    for (const Floor& floor : listing_.floors) {
      const FloorId id = join_by_name(home_.floors, floor);
      home_.floors[id.value - 1].level = floor.level;
      floors_.push_back(id);
    }
    for (const Area& area : listing_.areas) {
      const bool known = !area.names.empty() && home_.find_area(area.names.front().text);
      const AreaId id = join_by_name(home_.areas, area);
      Area& joined = home_.areas[id.value - 1];
      const FloorId floor = mapped(floors_, area.floor);
      if (floor || !known) joined.floor = floor;
      if (!known) joined.beside.clear();
      areas_.push_back(id);
    }
    for (size_t i = 0; i < listing_.areas.size(); ++i) {
      std::vector<AreaId>& beside = home_.areas[areas_[i].value - 1].beside;
      for (const AreaId local : listing_.areas[i].beside) {
        const AreaId neighbour = mapped(areas_, local);
        if (neighbour && std::ranges::find(beside, neighbour) == beside.end()) beside.push_back(neighbour);
      }
    }
  }

  /// The oldest device that has one of its identifiers.
  Device* find_device(const Device& told) {
    DeviceId oldest;
    for (const std::string& identifier : told.identifiers) {
      const auto found = by_identifier_.find(identifier);
      if (found != by_identifier_.end() && (!oldest || found->second < oldest)) oldest = found->second;
    }
    return oldest ? &home_.devices[oldest.value - 1] : nullptr;
  }

  void join_devices() {
    for (const Device& told : listing_.devices) {
      Device* known = find_device(told);
      const AreaId area = mapped(areas_, told.area);
      if (known == nullptr) {
        home_.devices.push_back(told);
        known = &home_.devices.back();
        known->id.value = static_cast<uint32_t>(home_.devices.size());
        known->door = door_;
        known->area = area;
      } else {
        const bool ours = known->door == door_;
        const bool better = preference(listing_.door) < preference(home_.doors[known->door.value - 1]);
        if ((ours || better) && !told.names.empty()) known->names = told.names;
        if (area && (ours || better || !known->area)) known->area = area;
        if (better) known->door = door_;
        for (const std::string& identifier : told.identifiers) {
          if (std::ranges::find(known->identifiers, identifier) == known->identifiers.end()) {
            known->identifiers.push_back(identifier);
          }
        }
      }
      for (const std::string& identifier : told.identifiers) {
        const auto place = by_identifier_.emplace(identifier, known->id).first;
        place->second = std::min(place->second, known->id);
      }
      devices_.push_back(known->id);
    }
  }

  static bool same_purpose(const Entity& a, const Entity& b) {
    if (a.kind != b.kind || a.device_class != b.device_class) return false;
    std::set<Capability> x, y;
    for (const Trait& trait : a.traits) x.insert(trait.capability);
    for (const Trait& trait : b.traits) y.insert(trait.capability);
    return std::ranges::includes(x, y) || std::ranges::includes(y, x);
  }

  /// The entity that another door shows of the same device, if there is exactly one that this door has not claimed.
  EntityId twin(const Entity& told, DeviceId device) const {
    if (!device) return {};
    EntityId found;
    for (auto place = unclaimed_.lower_bound({device, EntityId{}}); place != unclaimed_.end() && place->first == device;
         ++place) {
      if (!same_purpose(home_.entities[place->second.value - 1], told)) continue;
      if (found) return {};
      found = place->second;
    }
    return found;
  }

  void join_entities() {
    for (const Entity& told : listing_.entities) {
      const DeviceId device = mapped(devices_, told.device);
      const auto known = ours_.find(told.key);
      EntityId id = known == ours_.end() ? formerly(told.key) : known->second;
      if (!id) id = twin(told, device);
      const bool fresh = !id;
      if (fresh) {
        home_.entities.push_back(told);
        id.value = static_cast<uint32_t>(home_.entities.size());
      }
      if (known == ours_.end()) {
        home_.sources.push_back({door_, told.key, id});
        ours_.emplace(told.key, id);
        sourced_.insert(id);
        unclaimed_.erase({home_.entities[id.value - 1].device, id});
      }
      update(home_.entities[id.value - 1], told, id, device, fresh);
      shown_.insert(told.key);
    }
  }

  /// A thing that was gone and came back under the same key keeps its id.
  EntityId formerly(const std::string& key) const {
    const auto found = gone_.find(key);
    if (found == gone_.end()) return {};
    for (const EntityId id : found->second) {
      const Device* owner = home_.device(home_.entities[id.value - 1].device);
      if (!sourced_.contains(id) && (owner == nullptr || owner->door == door_)) return id;
    }
    return {};
  }

  void update(Entity& entity, const Entity& told, EntityId id, DeviceId device, bool fresh) {
    const auto other = other_preference_.find(id);
    const bool leads = other == other_preference_.end() || other->second > preference(listing_.door);
    if (!fresh && !leads) return;
    entity = told;
    entity.id = id;
    entity.device = device;
    entity.area.reset();
    if (told.area) {
      if (const AreaId area = mapped(areas_, *told.area)) entity.area = area;
    }
  }

  void join_people() {
    for (const Person& told : listing_.people) {
      const PersonId id = join_by_name(home_.people, told);
      home_.people[id.value - 1].role = told.role;
      home_.people[id.value - 1].languages = told.languages;
      people_.push_back(id);
    }
    for (const Satellite& told : listing_.satellites) {
      Satellite satellite = told;
      satellite.device = mapped(devices_, told.device);
      if (!satellite.device) continue;
      if (told.usual) {
        const PersonId usual = mapped(people_, *told.usual);
        satellite.usual = usual ? std::optional(usual) : std::nullopt;
      }
      std::erase_if(home_.satellites, [&](const Satellite& s) { return s.device == satellite.device; });
      home_.satellites.push_back(satellite);
    }
  }

  void remove_gone() {
    const std::set<std::string> removed(listing_.removed.begin(), listing_.removed.end());
    std::erase_if(home_.sources, [&](const Source& source) {
      if (source.door != door_) return false;
      return removed.contains(source.key) || (listing_.complete && !shown_.contains(source.key));
    });
  }

  void finish() {
    std::ranges::stable_sort(home_.sources, [&](const Source& a, const Source& b) {
      const auto rank = [&](const Source& s) {
        return std::tuple(s.entity, preference(home_.doors[s.door.value - 1]), s.door);
      };
      return rank(a) < rank(b);
    });
    home_.entity_present.assign(home_.entities.size(), 0);
    for (const Source& source : home_.sources) home_.entity_present[source.entity.value - 1] = 1;
    home_.by_key.resize(home_.sources.size());
    for (size_t i = 0; i < home_.by_key.size(); ++i) home_.by_key[i] = static_cast<uint32_t>(i);
    std::ranges::sort(home_.by_key, {}, [&](uint32_t i) {
      return std::pair<DoorId, std::string_view>(home_.sources[i].door, home_.sources[i].key);
    });
  }

  static constexpr int kNoOther = std::numeric_limits<int>::max();

  const Home& before_;
  Home home_;
  const Listing& listing_;
  DoorId door_;
  std::vector<FloorId> floors_;
  std::vector<AreaId> areas_;
  std::vector<DeviceId> devices_;
  std::vector<PersonId> people_;
  // Keys are views into `before_` and `listing_`, which stay as they are.
  std::unordered_map<std::string_view, DeviceId> by_identifier_;      ///< the oldest that has it
  std::unordered_map<std::string_view, EntityId> ours_;               ///< what this door showed before, and shows now
  std::unordered_map<std::string_view, std::vector<EntityId>> gone_;  ///< that no door showed before, by key
  std::unordered_map<EntityId, int> other_preference_;                ///< the best among other doors that show it
  std::unordered_set<EntityId> sourced_;                              ///< entities that any door shows
  std::set<std::pair<DeviceId, EntityId>> unclaimed_;                 ///< of a device, not shown by this door
  std::unordered_set<std::string_view> shown_;
};

}  // namespace

Home merge(const Home& before, const Listing& listing) { return Merger(before, listing).run(); }

}  // namespace hearth::home
