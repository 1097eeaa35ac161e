// Every entity on the broker, however it was announced: routes messages to those that they concern.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "connect/mqtt/component.h"
#include "flow/step.h"
#include "home/home.h"

namespace hearth::connect::mqtt {

/// One thing seen, by the door's key of the entity.
struct Sighting {
  std::string key;
  Report report;
  bool operator==(const Sighting&) const = default;
};

/// What a flush of the table asks of the connection, in this order.
struct TableChanges {
  std::optional<home::Listing> listing;
  std::vector<std::string> unsubscribe;
  /// Also topics that are subscribed already and concern a new entity: asking again makes the broker repeat what it
  /// retains.
  std::vector<std::string> subscribe;
  Publications ask;  ///< once that is done: what makes devices tell their state
};

/// Used by one thread; reads no clock: `now` is the steady clock of whoever calls. The same calls give the same
/// results.
///
/// A device that Zigbee2MQTT's bridge describes and discovery announces too shows what the bridge says, which is more
/// exact; the announcement waits behind it, unseen.
class ComponentTable {
 public:
  enum class Origin : uint8_t { Bridge, Discovery };
  /// More are refused: a home has fewer, and a broken device may announce without end.
  static constexpr size_t kMostComponents = 100'000;

  ComponentTable() = default;
  /// `secure`: names or keys of entities that are Secure whatever they announce.
  explicit ComponentTable(const std::vector<std::string>& secure) {
    for (const std::string& name : secure) secure_.insert({name, home::identity_of(name)});
  }

  /// Adds or replaces what `component.entity.key` names. Errors: InvalidInput when the table is full.
  Status put(Origin origin, Component component);
  void remove(const std::string& key);
  /// Adds or replaces a device; components name it by `key`. A device stays as long as a component names it.
  void put_device(Origin origin, const std::string& key, DeviceInfo device);
  /// What `origin` announced of this device is taken back; its components are not.
  void remove_device(Origin origin, const std::string& key);

  /// What a message says. Errors of single entities are counted and their words kept, for health.
  std::vector<Sighting> take(std::string_view topic, std::string_view payload, bool retained, Duration now);
  /// What the passing of time says: values that expired (unknown), motion that is over (false).
  std::vector<Sighting> take_due(Duration now);
  std::optional<Duration> next_due() const;

  /// What to publish to make it so; a number a hair beyond the trait's bounds becomes the nearest within. Errors:
  /// NotFound for an unknown key, InvalidInput, Denied for what cannot be set.
  Result<Publications> command(const std::string& key, Capability capability, const Value& to, double over_s) const;
  Result<Publications> stop(const std::string& key) const;

  bool changed() const { return changed_; }
  /// All that changed since the last flush; with `complete` the whole home.
  TableChanges flush(const std::string& door, bool complete);

  size_t size() const { return entries_.size(); }
  size_t devices() const { return devices_.size(); }
  const home::Entity* entity(const std::string& key) const;
  uint64_t errors() const { return errors_; }
  /// "key: what was wrong with its last message", of entities whose last message was wrong.
  std::vector<std::string> complaints() const;

 private:
  struct Entry {
    Component component;
    Origin origin = Origin::Bridge;
    bool dirty = true;                           // not yet listed as it is
    bool shown = false;                          // in the house's view
    std::vector<std::optional<bool>> reachable;  // by availability topic
    std::optional<bool> available;
    std::optional<Duration> expires, turns_off;
    std::string complaint;
  };
  struct Device {
    DeviceInfo info;
    std::set<Origin> origins;
  };
  struct Route {
    std::string key;
    size_t index = 0;
    bool availability = false;
    auto operator<=>(const Route&) const = default;
  };

  bool visible(const Entry& entry) const;
  void hide(Entry& entry, TableChanges& changes);
  void show(const std::string& key, Entry& entry, TableChanges& changes);
  void drop_routes(const std::string& key, const Component& component, TableChanges& changes);
  /// The risk of what is listed: by the class that its name and its device's tell, and by what the household says.
  void weigh(home::Entity& entity, const std::string& name, const std::string& device) const;
  void list(const Entry& entry, home::Listing& listing, std::map<std::string, home::DeviceId>& devices,
            std::map<std::string, home::AreaId>& areas) const;
  void read(const std::string& key, Entry& entry, size_t index, const Payload& payload, bool retained, Duration now,
            std::vector<Sighting>& out);
  void read_availability(const std::string& key, Entry& entry, size_t index, const Payload& payload,
                         std::vector<Sighting>& out);
  void set_timers(Entry& entry, const Reports& reports, bool retained, Duration now);
  void reschedule(const std::string& key, std::optional<Duration>& slot, std::optional<Duration> at);

  std::set<std::string> secure_;  // names, folded and not, and keys
  std::map<std::string, Entry> entries_;
  std::map<std::string, Device> devices_;
  std::map<std::string, std::set<Route>, std::less<>> routes_;
  std::set<std::pair<Duration, std::string>> due_;
  std::vector<std::pair<std::string, Component>> gone_;  // removed, but still in the house's view
  uint64_t errors_ = 0;
  bool changed_ = false;
};

}  // namespace hearth::connect::mqtt
