// An announcement (first line: platform and id, or a whole topic behind a "/"; then the config up to an empty line;
// then a payload for its topics) is refused or makes entities that keep to the rules; repeating it changes nothing, and
// taking it back leaves nothing.
#include "connect/mqtt/discovery.h"

#include "connect_mqtt_home.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth::connect::mqtt;
  const std::string_view whole(reinterpret_cast<const char*>(data), size);
  const size_t line = whole.find('\n');
  if (line == std::string_view::npos) return 0;
  const std::string first(whole.substr(0, line));
  const std::string topic = first.starts_with('/') ? first.substr(1) : "homeassistant/" + first + "/config";
  const std::string_view rest = whole.substr(line + 1);
  const size_t gap = rest.find("\n\n");
  const std::string config(rest.substr(0, gap));
  const std::string payload(gap == std::string_view::npos ? std::string_view() : rest.substr(gap + 2));

  Discovery discovery("homeassistant", "hearth");
  ComponentTable table;
  if (!discovery.take(topic, config, table).ok()) {
    CHECK(table.size() == 0 && table.devices() == 0);
    return 0;
  }
  exercise(table, payload);
  static_cast<void>(discovery.unusable());
  CHECK(discovery.take(topic, config, table).ok());
  CHECK(!table.changed());
  CHECK(discovery.take(topic, "", table).ok());
  CHECK(table.size() == 0 && table.devices() == 0);
  const TableChanges last = table.flush("mqtt", false);
  CHECK(last.subscribe.empty());
  return 0;
}
