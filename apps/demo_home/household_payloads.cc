// The household's values in the words of devices that announce themselves.
#include <algorithm>
#include <cmath>

#include "home/value.h"
#include "household.h"

namespace hearth::demo {

using home::Capability;
using home::Value;

std::string member(Capability capability) {
  if (capability == Capability::Vacuum) return "state";  // as "vacuum.mqtt" has it
  return std::string(home::facts(capability).name);
}

Json to_payload(Capability capability, const Value& value) {
  if (const bool* yes = std::get_if<bool>(&value)) {
    if (capability == Capability::Lock) return *yes ? "LOCKED" : "UNLOCKED";
    return *yes ? "ON" : "OFF";
  }
  if (const double* number = std::get_if<double>(&value)) return std::round(*number * 100) / 100;
  if (const std::string* word = std::get_if<std::string>(&value)) return *word;
  return nullptr;
}

Value from_payload(Capability capability, const std::string& payload) {
  switch (home::facts(capability).kind) {
    case home::ValueKind::Boolean:
      if (payload == "ON" || payload == "LOCK") return true;
      if (payload == "OFF" || payload == "UNLOCK") return false;
      return {};
    case home::ValueKind::Number: {
      if (capability == Capability::Position && payload == "OPEN") return 100.0;
      if (capability == Capability::Position && payload == "CLOSE") return 0.0;
      const Result<Json> number = parse_json(payload);
      return number.ok() && number->is_number() ? Value(number->get<double>()) : Value();
    }
    case home::ValueKind::Word:
      if (payload == "start") return std::string("cleaning");
      if (payload == "return_to_base") return std::string("returning");
      if (payload == "pause") return std::string("paused");
      return payload;
  }
  return {};
}

}  // namespace hearth::demo
