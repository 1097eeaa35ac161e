#include "flow/json.h"

#include <charconv>

#include "flow/json_fields.h"

namespace hearth::flow::json {

template Json write_fields<Header>(const Header&);
template Status read_fields<Header>(const Json&, Header&);
template Json write_fields<Phrase>(const Phrase&);
template Status read_fields<Phrase>(const Json&, Phrase&);
template Json write_fields<Request>(const Request&);
template Status read_fields<Request>(const Json&, Request&);
template Json write_fields<Slot>(const Slot&);
template Status read_fields<Slot>(const Json&, Slot&);
template Json write_fields<Ask>(const Ask&);
template Status read_fields<Ask>(const Json&, Ask&);
template Json write_fields<Lesson>(const Lesson&);
template Status read_fields<Lesson>(const Json&, Lesson&);
template Json write_fields<Observation>(const Observation&);
template Status read_fields<Observation>(const Json&, Observation&);
template Json write_fields<Promise>(const Promise&);
template Status read_fields<Promise>(const Json&, Promise&);
template Json write_fields<Set>(const Set&);
template Status read_fields<Set>(const Json&, Set&);
template Json write_fields<Show>(const Show&);
template Status read_fields<Show>(const Json&, Show&);
template Json write_fields<Wait>(const Wait&);
template Status read_fields<Wait>(const Json&, Wait&);
template Json write_fields<Plan>(const Plan&);
template Status read_fields<Plan>(const Json&, Plan&);
template Json write_fields<home::Entity>(const home::Entity&);
template Status read_fields<home::Entity>(const Json&, home::Entity&);
template Json write_fields<home::Listing>(const home::Listing&);
template Status read_fields<home::Listing>(const Json&, home::Listing&);
template Json write_fields<home::Device>(const home::Device&);
template Status read_fields<home::Device>(const Json&, home::Device&);

namespace {

std::string to_hex(std::string_view bytes) {
  std::string digits;
  digits.reserve(2 * bytes.size());
  for (const char byte : bytes) digits += fmt::format("{:02x}", static_cast<uint8_t>(byte));
  return digits;
}

Result<std::string> from_hex(std::string_view digits) {
  const Error wrong = invalid("expected pairs of hexadecimal digits", "bytes");
  if (digits.size() % 2 != 0) return wrong;
  std::string bytes;
  for (size_t i = 0; i < digits.size(); i += 2) {
    uint8_t byte = 0;
    const char* end = digits.data() + i + 2;
    const auto [stopped, error] = std::from_chars(digits.data() + i, end, byte, 16);
    if (error != std::errc() || stopped != end) return wrong;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

Status read_result(const Json& json, std::pair<std::string, std::string>& result) {
  if (!json.is_object()) return expected("an object", json);
  for (const auto& [name, member] : json.items()) {
    if (name == "port") {
      TRY(inside(name, read(member, result.first)));
    } else if (name == "bytes") {
      std::string digits;
      TRY(inside(name, read(member, digits)));
      result.second = TRY(from_hex(digits));
    } else {
      return invalid("no such member", name);
    }
  }
  return ok();
}

}  // namespace

Json write(const LaneReturn& value) {
  Json object = write_fields(value);
  if (value.results.empty()) return object;
  Json results = Json::array();
  for (const auto& [port, bytes] : value.results) results.push_back({{"port", port}, {"bytes", to_hex(bytes)}});
  object["results"] = std::move(results);
  return object;
}

Status read(const Json& json, LaneReturn& value) {
  if (!json.is_object() || !json.contains("results")) return read_fields(json, value);
  Json rest = json;
  rest.erase("results");
  TRY(read_fields(rest, value));
  const Json& results = json["results"];
  if (!results.is_array()) return inside("results", expected("a list", results));
  value.results.clear();
  for (const Json& result : results) {
    const std::string place = "results." + std::to_string(value.results.size());
    TRY(inside(place, read_result(result, value.results.emplace_back())));
  }
  return ok();
}

}  // namespace hearth::flow::json

namespace hearth::flow {

using json::read;
using json::read_whole;
using json::write;

Json to_json(const Message& message) { return write(message); }
Json to_json(const home::Listing& listing) { return write(listing); }
Json to_json(const home::Entity& entity) { return write(entity); }
Json to_json(const home::State& state) { return write(state); }
Json to_json(const Value& value) { return write(value); }
Json to_json(const Phrase& phrase) { return write(phrase); }
Json to_json(const Step& step) { return write(step); }

Json to_json(const Entry& entry) {
  Json json = write(entry.message);
  json["seq"] = entry.seq.value;
  json["at"] = to_iso8601(entry.at);
  json["direction"] = write(entry.direction);
  json["trace"] = entry.trace.value;
  json["origin"] = entry.origin;
  return json;
}

Result<Message> message_from_json(const Json& json) { return read_whole<Message>(json); }
Result<home::Listing> listing_from_json(const Json& json) { return read_whole<home::Listing>(json); }
Result<Value> value_from_json(const Json& json) { return read_whole<Value>(json); }

std::string_view name_of(Intent intent) { return Names<Intent>::list[static_cast<size_t>(intent)]; }
Result<Intent> intent_named(std::string_view name) {
  Intent intent = Intent::None;
  TRY(read(Json(std::string(name)), intent));
  return intent;
}
std::string_view name_of(Faculty faculty) { return Names<Faculty>::list[static_cast<size_t>(faculty)]; }
std::string_view name_of(Plan::Verdict verdict) { return Names<Plan::Verdict>::list[verdict]; }
std::string_view name_of(Outcome::Progress progress) { return Names<Outcome::Progress>::list[progress]; }
std::string_view name_of(Actuation::By by) { return Names<Actuation::By>::list[by]; }
std::string_view name_of(LaneReturn::Status status) { return Names<LaneReturn::Status>::list[status]; }

}  // namespace hearth::flow
