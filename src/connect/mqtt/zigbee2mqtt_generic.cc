// Generic exposes: one property, one entity.
#include <fmt/format.h>

#include <algorithm>

#include "connect/mqtt/device_classes.h"
#include "connect/mqtt/units.h"
#include "connect/mqtt/zigbee2mqtt_exposes.h"

namespace hearth::connect::mqtt {
namespace {

constexpr size_t kDeepestComposite = 3;
constexpr size_t kLongestText = 1024;

using Path = std::vector<std::string>;

/// Where the property lies in the state: members of composites, then its own.
const Json* at_path(const Payload& payload, const Path& path) {
  const Json* here = payload.member(path.front());
  for (size_t i = 1; here != nullptr && i < path.size(); ++i) {
    if (!here->is_object()) return nullptr;
    const auto found = here->find(path[i]);
    here = found == here->end() ? nullptr : &*found;
  }
  return here;
}

Json nested(const Path& path, Json value) {
  for (size_t i = path.size(); i-- > 0;) value = Json{{path[i], std::move(value)}};
  return value;
}

/// "illuminance_lux" → "illuminance lux"; the bridge's own label where there is one.
std::string spoken(const Feature& feature) {
  std::string text = feature.label.empty() ? feature.name : feature.label;
  std::ranges::replace(text, '_', ' ');
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z' && (text.size() < 2 || text[1] >= 'a')) {
    text.front() = static_cast<char>(text.front() - 'A' + 'a');
  }
  return text;
}

class Generic {
 public:
  Generic(const ExposedDevice& device, const Feature& feature, Path path)
      : device_(device), feature_(feature), path_(std::move(path)) {
    for (const std::string& step : path_) part_ += (part_.empty() ? "" : ".") + step;
  }

  std::optional<Component> build() {
    if (feature_.type == "binary") return binary();
    if (feature_.type == "numeric") return numeric();
    if (feature_.type == "enum") return words();
    if (feature_.type == "text" || feature_.type == "list") return text();
    return std::nullopt;
  }

 private:
  Component begin(std::string kind, std::string device_class) {
    Component component = begin_component(device_, part_, std::move(kind), std::move(device_class), spoken(feature_));
    const auto category = feature_.json->find("category");
    const bool aside = category != feature_.json->end() && (*category == "config" || *category == "diagnostic");
    component.entity.exposed = feature_.property == "battery" || (!aside && !feature_.settable());
    return component;
  }

  /// `read`: a JSON value that is not null into what it means, or nothing when it makes no sense.
  void listen(Component& component, Capability capability, std::function<std::optional<Value>(const Json&)> read) {
    if (!feature_.published()) return;
    component.inputs.push_back(
        {device_.state_topic(),
         [path = path_, capability, read = std::move(read)](const Payload& payload, Reports& reports) -> Status {
           const Json* value = at_path(payload, path);
           if (value == nullptr) return ok();
           if (value->is_null()) {
             reports.push_back({capability, {}});
             return ok();
           }
           if (std::optional<Value> meant = read(*value)) {
             reports.push_back({capability, std::move(*meant)});
             return ok();
           }
           return invalid(fmt::format("{} is {}", path.back(), dump(*value).substr(0, 80)));
         }});
  }

  Output speak(std::function<Result<Json>(const Value&)> write) {
    if (!feature_.settable()) return {};
    return [device = device_, path = path_, write = std::move(write)](const Value& to, double) -> Result<Publications> {
      return set_message(device, nested(path, TRY(write(to))));
    };
  }

  Component binary() {
    const bool settable = feature_.settable();
    const std::string_view device_class = settable ? "" : class_of_property(feature_.name, true);
    Component component = begin(settable ? "switch" : "binary_sensor", std::string(device_class));
    const BinaryClass meaning = binary_class(device_class);
    const Json on = feature_.value_on.is_null() ? Json(true) : feature_.value_on;
    const Json off = feature_.value_off.is_null() ? Json(false) : feature_.value_off;
    const auto write = [on, off](const Value& to) -> Result<Json> { return std::get<bool>(to) ? on : off; };
    add_trait(component, meaning.capability, feature_.published(), speak(write));
    listen(component, meaning.capability, [=](const Json& value) -> std::optional<Value> {
      if (value == on) return !meaning.inverted;
      if (value == off) return meaning.inverted;
      return std::nullopt;
    });
    return component;
  }

  Component numeric() {
    const std::string_view device_class = class_of_property(feature_.name, false);
    Capability capability = feature_.settable() ? Capability::Level : sensor_class(device_class);
    if (capability == Capability::None) capability = Capability::Number;
    std::optional<Conversion> unit = conversion(capability, feature_.unit);
    const bool own_unit = capability == Capability::Level || capability == Capability::Number;
    if (!unit && !own_unit) capability = Capability::Number;  // a unit that measures something else
    const Conversion by = own_unit ? Conversion{} : unit.value_or(Conversion{});
    Component component = begin(feature_.settable() ? "number" : "sensor", std::string(device_class));
    if (capability == Capability::SignalQuality) component.entity.exposed = false;
    const auto write = [by](const Value& to) -> Result<Json> { return Json(by.to_device(std::get<double>(to))); };
    home::Trait& trait = add_trait(component, capability, feature_.published(), speak(write));
    trait.low = by.to_house(feature_.low);
    trait.high = by.to_house(feature_.high);
    if (feature_.low == feature_.high) trait.low = trait.high = 0;
    trait.step = by.step_to_house(feature_.step);
    listen(component, capability, [by](const Json& value) -> std::optional<Value> {
      if (!value.is_number()) return std::nullopt;
      return by.to_house(value.get<double>());
    });
    return component;
  }

  Component words() {
    const bool action = feature_.name == "action" && !feature_.settable();
    const Capability capability = action                ? Capability::Press
                                  : feature_.settable() ? Capability::Option
                                                        : Capability::Text;
    Component component = begin(action ? "event" : feature_.settable() ? "select" : "sensor", action ? "button" : "");
    const auto write = [values = feature_.values](const Value& to) -> Result<Json> {
      const std::string& wanted = std::get<std::string>(to);
      if (std::ranges::find(values, wanted) == values.end()) {
        return invalid(fmt::format("\"{}\" is none of {}", wanted, fmt::join(values, ", ")));
      }
      return Json(wanted);
    };
    add_trait(component, capability, feature_.published(), speak(write)).options = feature_.values;
    listen(component, capability, [action](const Json& value) -> std::optional<Value> {
      if (!value.is_string()) return std::nullopt;
      const std::string& text = value.get_ref<const std::string&>();
      if (action && text.empty()) return Value{};  // the bridge clears an action with an empty one
      return text.substr(0, kLongestText);
    });
    if (!action) return component;
    for (Input& input : component.inputs) {  // neither the clearing nor nothing is an event
      input.read = [read = std::move(input.read)](const Payload& payload, Reports& reports) -> Status {
        TRY(read(payload, reports));
        std::erase_if(reports, [](const Report& report) { return !home::known(report.value); });
        return ok();
      };
    }
    return component;
  }

  Component text() {
    const bool settable = feature_.settable() && feature_.type == "text";
    Component component = begin(settable ? "text" : "sensor", "");
    const auto write = [](const Value& to) -> Result<Json> { return Json(std::get<std::string>(to)); };
    add_trait(component, Capability::Text, feature_.published(), settable ? speak(write) : Output{});
    listen(component, Capability::Text, [](const Json& value) -> std::optional<Value> {
      std::string text = value.is_string() ? value.get<std::string>() : dump(value);
      if (text.size() > kLongestText) return std::nullopt;
      return text;
    });
    return component;
  }

  const ExposedDevice& device_;
  const Feature& feature_;
  const Path path_;
  std::string part_;
};

}  // namespace

void add_generic(const ExposedDevice& device, const Feature& expose, const std::vector<std::string>& path,
                 std::vector<Component>& out) {
  constexpr size_t kMostOfADevice = 512;
  std::vector<std::string> here = path;
  if (!expose.property.empty()) here.push_back(expose.property);
  if (expose.type != "composite") {
    if (expose.property.empty() || out.size() >= kMostOfADevice) return;
    if (std::optional<Component> component = Generic(device, expose, here).build()) {
      if (!component->entity.traits.empty()) out.push_back(std::move(*component));
    }
    return;
  }
  const auto features = expose.json->find("features");
  if (features == expose.json->end() || !features->is_array() || here.size() > kDeepestComposite) return;
  for (const Json& json : *features) {
    if (const std::optional<Feature> feature = read_feature(json)) add_generic(device, *feature, here, out);
  }
}

}  // namespace hearth::connect::mqtt
