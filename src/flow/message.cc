#include "flow/message.h"

#include <algorithm>

#include "flow/fields.h"

namespace hearth::flow {

Phrase literal(std::string text) { return {"", {{"text", Value(std::move(text))}}}; }

const Slot* find_slot(const Request& request, std::string_view name) {
  const auto found = std::ranges::find(request.slots, name, &Slot::name);
  return found == request.slots.end() ? nullptr : &*found;
}

bool passes(const Trigger& trigger, const Value& value) {
  if (trigger.test == Trigger::Is) return home::known(value) && value == trigger.value;
  const double* is = std::get_if<double>(&value);
  const double* bound = std::get_if<double>(&trigger.value);
  if (is == nullptr || bound == nullptr) return false;
  return trigger.test == Trigger::Below ? *is < *bound : *is > *bound;
}

Header& head_of(Message& message) {
  return std::visit([](auto& alternative) -> Header& { return alternative.head; }, message);
}
const Header& head_of(const Message& message) {
  return std::visit([](const auto& alternative) -> const Header& { return alternative.head; }, message);
}

std::string_view kind_name(const Message& message) { return kind_name(message.index()); }
std::string_view kind_name(size_t kind) {
  return kind < Alternatives<Message>::list.size() ? Alternatives<Message>::list[kind] : "unknown";
}

}  // namespace hearth::flow
