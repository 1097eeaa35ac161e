// Messages as JSON, for people, the control socket, the page and stories. Members that hold their default are left out.
#pragma once

#include <string_view>

#include "base/json.h"
#include "flow/message.h"

namespace hearth::flow {

/// {"Plan": {…}}. The encoded results of a LaneReturn stand there as {"port", "bytes" in hexadecimal digits}.
Json to_json(const Message& message);
/// {"seq": 7, "at": "…", "direction": "input", "trace": 7, "origin": "mqtt", "Plan": {…}}
Json to_json(const Entry& entry);
Json to_json(const home::Listing& listing);
Json to_json(const home::Entity& entity);
Json to_json(const home::State& state);
Json to_json(const Value& value);
Json to_json(const Phrase& phrase);
Json to_json(const Step& step);

/// Errors: InvalidInput with the path of the member and what was expected; unknown members are errors too.
Result<Message> message_from_json(const Json& json);
Result<home::Listing> listing_from_json(const Json& json);
Result<Value> value_from_json(const Json& json);

std::string_view name_of(Intent intent);
Result<Intent> intent_named(std::string_view name);
std::string_view name_of(Faculty faculty);
std::string_view name_of(Plan::Verdict verdict);
std::string_view name_of(Outcome::Progress progress);
std::string_view name_of(Actuation::By by);
std::string_view name_of(LaneReturn::Status status);

}  // namespace hearth::flow
