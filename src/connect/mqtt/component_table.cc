#include "connect/mqtt/component_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hearth::connect::mqtt {
namespace {

/// Nothing while it is not known.
std::optional<bool> combine(AvailabilityMode mode, const std::vector<std::optional<bool>>& heard,
                            std::optional<bool> latest) {
  size_t yes = 0, no = 0;
  for (const std::optional<bool>& word : heard) {
    if (word) ++(*word ? yes : no);
  }
  switch (mode) {
    case AvailabilityMode::Latest:
      return latest;
    case AvailabilityMode::All:
      if (no > 0) return false;
      return yes == heard.size() ? std::optional(true) : std::nullopt;
    case AvailabilityMode::Any:
      if (yes > 0) return true;
      return no == heard.size() ? std::optional(false) : std::nullopt;
    case AvailabilityMode::AllHeard:
      if (no > 0) return false;
      return yes > 0 ? std::optional(true) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Status ComponentTable::put(Origin origin, Component component) {
  const std::string key = component.entity.key;
  const auto known = entries_.find(key);
  if (known == entries_.end() && entries_.size() >= kMostComponents) {
    return invalid(fmt::format("more than {} entities on one broker", kMostComponents), key);
  }
  if (!component.availability.empty()) add_trait(component, Capability::Available, true);
  Entry entry;
  entry.origin = origin;
  entry.reachable.resize(component.availability.size());
  entry.component = std::move(component);
  if (known != entries_.end()) {
    const Entry& before = known->second;
    if (before.shown) gone_.emplace_back(key, before.component);
    if (before.reachable.size() == entry.reachable.size()) {
      entry.reachable = before.reachable;
      entry.available = before.available;
    }
    due_.erase({before.expires.value_or(Duration{}), key});
    due_.erase({before.turns_off.value_or(Duration{}), key});
  }
  entries_.insert_or_assign(key, std::move(entry));
  changed_ = true;
  return ok();
}

void ComponentTable::remove(const std::string& key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return;
  Entry& entry = found->second;
  reschedule(key, entry.expires, std::nullopt);
  reschedule(key, entry.turns_off, std::nullopt);
  if (entry.shown) gone_.emplace_back(key, std::move(entry.component));
  entries_.erase(found);
  changed_ = true;
}

void ComponentTable::put_device(Origin origin, const std::string& key, DeviceInfo device) {
  Device& known = devices_[key];
  known.origins.insert(origin);
  if (known.info == device || (origin == Origin::Discovery && known.origins.contains(Origin::Bridge))) return;
  known.info = std::move(device);
  for (auto& [name, entry] : entries_) {
    if (entry.component.device == key) entry.dirty = true;
  }
  changed_ = true;
}

void ComponentTable::remove_device(Origin origin, const std::string& key) {
  const auto known = devices_.find(key);
  if (known == devices_.end() || known->second.origins.erase(origin) == 0) return;
  if (known->second.origins.empty()) devices_.erase(known);
  changed_ = true;
}

bool ComponentTable::visible(const Entry& entry) const {
  if (entry.origin == Origin::Bridge) return true;
  const auto device = devices_.find(entry.component.device);
  return device == devices_.end() || !device->second.origins.contains(Origin::Bridge);
}

std::vector<Sighting> ComponentTable::take(std::string_view topic, std::string_view payload, bool retained,
                                           Duration now) {
  std::vector<Sighting> out;
  const auto routes = routes_.find(topic);
  if (routes == routes_.end()) return out;
  const Payload parsed(payload);
  for (const Route& route : routes->second) {
    const auto found = entries_.find(route.key);
    if (found == entries_.end() || !found->second.shown) continue;
    if (route.availability) {
      read_availability(route.key, found->second, route.index, parsed, out);
    } else {
      read(route.key, found->second, route.index, parsed, retained, now, out);
    }
  }
  return out;
}

void ComponentTable::read(const std::string& key, Entry& entry, size_t index, const Payload& payload, bool retained,
                          Duration now, std::vector<Sighting>& out) {
  if (index >= entry.component.inputs.size()) return;
  Reports reports;
  const Status status = entry.component.inputs[index].read(payload, reports);
  if (!status.ok()) {
    ++errors_;
    entry.complaint = status.error().message;
    return;
  }
  entry.complaint.clear();
  std::erase_if(reports, [&](const Report& report) {
    const bool past = retained && home::facts(report.capability).momentary;  // the press of some other day
    return past || !home::fits(report.capability, report.value);
  });
  set_timers(entry, reports, retained, now);
  for (Report& report : reports) out.push_back({key, std::move(report)});
}

void ComponentTable::set_timers(Entry& entry, const Reports& reports, bool retained, Duration now) {
  const std::string& key = entry.component.entity.key;
  if (reports.empty()) return;
  // How old a retained value is nobody says: it counts from now.
  if (entry.component.expire_after.count() > 0) reschedule(key, entry.expires, now + entry.component.expire_after);
  if (entry.component.off_delay.count() <= 0) return;
  const bool on = std::ranges::any_of(reports, [](const Report& report) { return report.value == Value{true}; });
  if (on || !retained) {
    reschedule(key, entry.turns_off, on ? std::optional(now + entry.component.off_delay) : std::nullopt);
  }
}

void ComponentTable::reschedule(const std::string& key, std::optional<Duration>& slot, std::optional<Duration> at) {
  if (slot) due_.erase({*slot, key});
  slot = at;
  if (slot) due_.insert({*slot, key});
}

void ComponentTable::read_availability(const std::string& key, Entry& entry, size_t index, const Payload& payload,
                                       std::vector<Sighting>& out) {
  if (index >= entry.reachable.size()) return;
  const std::optional<bool> word = entry.component.availability[index].read(payload);
  if (!word) return;
  entry.reachable[index] = word;
  const std::optional<bool> now = combine(entry.component.availability_mode, entry.reachable, word);
  if (!now || now == entry.available) return;
  entry.available = now;
  out.push_back({key, {Capability::Available, *now}});
}

std::vector<Sighting> ComponentTable::take_due(Duration now) {
  std::vector<Sighting> out;
  while (!due_.empty() && due_.begin()->first <= now) {
    const std::string key = due_.begin()->second;
    due_.erase(due_.begin());
    Entry& entry = entries_.at(key);
    const bool expired = entry.expires && *entry.expires <= now;
    const bool over = entry.turns_off && *entry.turns_off <= now;
    if (expired) reschedule(key, entry.expires, std::nullopt);
    if (over) reschedule(key, entry.turns_off, std::nullopt);
    for (const home::Trait& trait : entry.component.entity.traits) {
      if (!trait.sensed || trait.capability == Capability::Available) continue;
      if (expired) {
        out.push_back({key, {trait.capability, Value{}}});
      } else if (over && home::fits(trait.capability, Value{false})) {
        out.push_back({key, {trait.capability, false}});
      }
    }
  }
  return out;
}

std::optional<Duration> ComponentTable::next_due() const {
  return due_.empty() ? std::nullopt : std::optional(due_.begin()->first);
}

Result<Publications> ComponentTable::command(const std::string& key, Capability capability, const Value& to,
                                             double over_s) const {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return not_found("no such entity on the broker any more", key);
  const auto output = found->second.component.outputs.find(capability);
  if (output == found->second.component.outputs.end()) {
    return denied(fmt::format("{} of this entity cannot be set", home::facts(capability).name), key);
  }
  if (!home::known(to) || !home::fits(capability, to)) {
    return invalid(fmt::format("{} cannot be {}", home::facts(capability).name, home::to_text(to)), key);
  }
  Value within = to;
  if (double* number = std::get_if<double>(&within)) {
    constexpr double kLargest = 1e12;  // beyond it no device has an answer, and whole numbers an end
    if (!(std::abs(*number) <= kLargest))
      return invalid(fmt::format("{} cannot be {}", home::facts(capability).name, *number), key);
    for (const home::Trait& trait : found->second.component.entity.traits) {
      if (trait.capability != capability || trait.low >= trait.high) continue;
      const double slack = std::max(home::facts(capability).tolerance, (trait.high - trait.low) / 100);
      if (*number < trait.low - slack || *number > trait.high + slack) {
        return invalid(fmt::format("{:.10g} is not between {:.10g} and {:.10g}", *number, trait.low, trait.high), key);
      }
      *number = std::clamp(*number, trait.low, trait.high);
    }
  }
  Result<Publications> made = output->second(within, over_s);
  if (made.ok()) return made;
  Error error = std::move(made).error();
  if (error.place.empty()) error.place = key;
  return error;
}

Result<Publications> ComponentTable::stop(const std::string& key) const {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return not_found("no such entity on the broker any more", key);
  if (!found->second.component.stop) return denied("this entity cannot be stopped", key);
  return found->second.component.stop();
}

const home::Entity* ComponentTable::entity(const std::string& key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? nullptr : &found->second.component.entity;
}

std::vector<std::string> ComponentTable::complaints() const {
  std::vector<std::string> out;
  for (const auto& [key, entry] : entries_) {
    if (!entry.complaint.empty()) out.push_back(key + ": " + entry.complaint);
  }
  return out;
}

}  // namespace hearth::connect::mqtt
