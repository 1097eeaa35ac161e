// The part of ComponentTable that tells the house and the broker what changed.
#include <algorithm>
#include <set>

#include "connect/mqtt/component_table.h"
#include "home/thing_words.h"
#include "text/normalise.h"

namespace hearth::connect::mqtt {
namespace {

std::set<std::string> topics_of(const Component& component) {
  std::set<std::string> topics;
  for (const Input& input : component.inputs) topics.insert(input.topic);
  for (const Availability& availability : component.availability) topics.insert(availability.topic);
  return topics;
}

}  // namespace

void ComponentTable::drop_routes(const std::string& key, const Component& component, TableChanges& changes) {
  for (const std::string& topic : topics_of(component)) {
    const auto found = routes_.find(topic);
    if (found == routes_.end()) continue;
    const auto first = found->second.lower_bound({key, 0, false});
    auto last = first;
    while (last != found->second.end() && last->key == key) ++last;
    found->second.erase(first, last);
    if (!found->second.empty()) continue;
    routes_.erase(found);
    changes.unsubscribe.push_back(topic);
  }
}

void ComponentTable::hide(Entry& entry, TableChanges& changes) {
  entry.shown = false;
  entry.dirty = true;  // to be listed again if it comes back
  drop_routes(entry.component.entity.key, entry.component, changes);
  changes.listing->removed.push_back(entry.component.entity.key);
}

void ComponentTable::show(const std::string& key, Entry& entry, TableChanges& changes) {
  const Component& component = entry.component;
  for (size_t i = 0; i < component.inputs.size(); ++i) { routes_[component.inputs[i].topic].insert({key, i, false}); }
  for (size_t i = 0; i < component.availability.size(); ++i) {
    routes_[component.availability[i].topic].insert({key, i, true});
  }
  for (const std::string& topic : topics_of(component)) changes.subscribe.push_back(topic);
  entry.shown = true;
}

void ComponentTable::weigh(home::Entity& entity, const std::string& name, const std::string& device) const {
  if (entity.kind == "cover" && entity.device_class.empty()) {
    const home::CoverByName cover = home::cover_by_name(text::normalise(name + " " + device));
    entity.device_class = cover.device_class;
    if (!cover.harmless) entity.tier = home::Tier::Secure;
  }
  if (secure_.contains(entity.key) || secure_.contains(home::identity_of(name))) entity.tier = home::Tier::Secure;
}

void ComponentTable::list(const Entry& entry, home::Listing& listing, std::map<std::string, home::DeviceId>& devices,
                          std::map<std::string, home::AreaId>& areas) const {
  home::Entity entity = entry.component.entity;
  entity.device = {};
  entity.area.reset();
  const auto known = devices_.find(entry.component.device);
  std::string name = entity.names.empty() ? "" : entity.names.front().text, device_name;
  if (known != devices_.end() && !known->second.info.device.names.empty()) {
    device_name = known->second.info.device.names.front().text;
  }
  weigh(entity, name.empty() ? device_name : name, device_name);
  if (!entry.component.device.empty() && known != devices_.end()) {
    home::DeviceId& id = devices[known->first];
    if (!id) {
      home::Device device = known->second.info.device;
      device.area = {};
      if (const std::string& area = known->second.info.area; !area.empty()) {
        home::AreaId& place = areas[home::identity_of(area)];
        if (!place) {
          listing.areas.push_back({{}, {{area, {}}}, {}, {}});
          place.value = static_cast<uint32_t>(listing.areas.size());
          listing.areas.back().id = place;
        }
        device.area = place;
      }
      id.value = static_cast<uint32_t>(listing.devices.size() + 1);
      device.id = id;
      listing.devices.push_back(std::move(device));
    }
    entity.device = id;
  }
  entity.id.value = static_cast<uint32_t>(listing.entities.size() + 1);
  listing.entities.push_back(std::move(entity));
}

TableChanges ComponentTable::flush(const std::string& door, bool complete) {
  TableChanges changes;
  changes.listing.emplace();
  changes.listing->door = door;
  changes.listing->complete = complete;
  for (const auto& [key, component] : gone_) {
    drop_routes(key, component, changes);
    const auto still = entries_.find(key);
    if (still == entries_.end() || !visible(still->second)) changes.listing->removed.push_back(key);
  }
  gone_.clear();

  std::map<std::string, home::DeviceId> devices;
  std::map<std::string, home::AreaId> areas;
  for (auto& [key, entry] : entries_) {
    const bool wanted = visible(entry);
    if (!wanted && entry.shown) hide(entry, changes);
    if (!wanted) continue;
    const Publications& ask = entry.component.ask;
    if (!entry.shown || complete) changes.ask.insert(changes.ask.end(), ask.begin(), ask.end());
    if (!entry.shown) show(key, entry, changes);
    if (entry.dirty || complete) list(entry, *changes.listing, devices, areas);
    entry.dirty = false;
  }
  std::ranges::sort(changes.subscribe);
  changes.subscribe.erase(std::ranges::unique(changes.subscribe).begin(), changes.subscribe.end());
  std::erase_if(changes.unsubscribe, [&](const std::string& topic) { return routes_.contains(topic); });
  std::ranges::sort(changes.listing->removed);
  if (!complete && changes.listing->entities.empty() && changes.listing->removed.empty()) changes.listing.reset();
  changed_ = false;
  return changes;
}

}  // namespace hearth::connect::mqtt
