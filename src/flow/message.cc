#include "flow/message.h"

#include <algorithm>

#include "flow/fields.h"

namespace hearth::flow {

Phrase literal(std::string text) { return {"", {{"text", Value(std::move(text))}}}; }

std::string literal_text(const Phrase& phrase) {
  if (!phrase.key.empty() || phrase.with.empty()) return {};
  const auto* text = std::get_if<std::string>(&phrase.with.front().second);
  return text == nullptr ? std::string() : *text;
}

const Slot* find_slot(const Request& request, std::string_view name) {
  const auto found = std::ranges::find(request.slots, name, &Slot::name);
  return found == request.slots.end() ? nullptr : &*found;
}

std::optional<double> number_in(const Request& request, std::string_view slot) {
  const Slot* found = find_slot(request, slot);
  const double* number = found == nullptr ? nullptr : std::get_if<double>(&found->value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

std::string word_in(const Request& request, std::string_view slot) {
  const Slot* found = find_slot(request, slot);
  if (found == nullptr) return {};
  const std::string* word = std::get_if<std::string>(&found->value);
  return word != nullptr && !word->empty() ? *word : found->spoken;
}

std::optional<double> seconds_in(const Request& request, std::string_view prefix) {
  std::optional<double> total;
  const auto add = [&](std::string_view unit, double seconds) {
    const auto number = number_in(request, std::string(prefix) + std::string(unit));
    if (number) total = total.value_or(0) + *number * seconds;
  };
  add("hours", 3600);
  add("minutes", 60);
  add("seconds", 1);
  if (!total && prefix.empty()) total = number_in(request, "duration");
  return total;
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
