// What the names in sentence files stand for.
#pragma once

#include <string>
#include <string_view>

#include "flow/intent.h"

namespace hearth::understand {

/// "HassTurnOn" and "TurnOn" are both TurnOn; None for a name that this program does not know.
flow::Intent intent_named(std::string_view name);

/// "TurnOn".
std::string_view name_of(flow::Intent intent);

/// The kind of things that an intent is about where its sentence names none ("fan"); empty: any.
std::string_view usual_kind(flow::Intent intent);

/// What a question asks, by its intent and the reply that its template names: "state", "is", "any", "all", "which",
/// "how_many", "where", "temperature", "target_temperature", "weather", "outside" (how warm it is there), "wind",
/// "pressure", "uv", "forecast", "date", "time", "timers", "list", "why"; empty: no question.
std::string question_kind(flow::Intent intent, std::string_view response);

/// True for intents whose slot `name` is a word of the household (a timer, a list), not a thing.
bool names_words(flow::Intent intent);

/// "#rrggbb" of a colour in Home Assistant's lists (CSS names; warm and cold white included); empty when unknown.
std::string_view color_named(std::string_view name);

}  // namespace hearth::understand
