#include "understand/intents/intent_names.h"

#include <algorithm>
#include <array>

#include "flow/fields.h"

namespace hearth::understand {

using flow::Intent;

Intent intent_named(std::string_view name) {
  if (name.starts_with("Hass")) name.remove_prefix(4);
  const auto& list = flow::Names<Intent>::list;
  const auto found = std::ranges::find(list, name);
  return found == list.end() ? Intent::None : static_cast<Intent>(found - list.begin());
}

std::string_view name_of(Intent intent) {
  const auto& list = flow::Names<Intent>::list;
  const auto number = static_cast<size_t>(intent);
  return number < list.size() ? list[number] : std::string_view("None");
}

std::string_view usual_kind(Intent intent) {
  switch (intent) {
    case Intent::LightSet:
    case Intent::LightBrighter:
    case Intent::LightDimmer:
      return "light";
    case Intent::FanSetSpeed:
      return "fan";
    case Intent::ClimateSetTemperature:
    case Intent::ClimateSetFanMode:
      return "climate";
    case Intent::SetVolume:
    case Intent::SetVolumeRelative:
    case Intent::MediaPlayerMute:
    case Intent::MediaPlayerUnmute:
    case Intent::MediaPause:
    case Intent::MediaUnpause:
    case Intent::MediaNext:
    case Intent::MediaPrevious:
    case Intent::MediaSearchAndPlay:
      return "media_player";
    case Intent::VacuumStart:
    case Intent::VacuumReturnToBase:
    case Intent::VacuumCleanArea:
      return "vacuum";
    case Intent::LawnMowerStartMowing:
    case Intent::LawnMowerDock:
      return "lawn_mower";
    default:
      return {};
  }
}

std::string question_kind(Intent intent, std::string_view response) {
  switch (intent) {
    case Intent::GetState:
      if (response == "one") return "state";
      if (response == "one_yesno") return "is";
      if (response == "any_short") return "any";
      if (response == "which_person") return "which";
      return std::string(response);
    case Intent::ClimateGetTemperature:
      return response == "target_temperature" ? "target_temperature" : "temperature";
    case Intent::GetWeather:
      if (response == "outside_temp") return "outside";
      return response == "default" || response == "detailed_weather" ? "weather" : std::string(response);
    case Intent::GetCurrentDate:
      return "date";
    case Intent::GetCurrentTime:
      return "time";
    case Intent::TimerStatus:
      return "timers";
    case Intent::ListQuery:
      return "list";
    case Intent::PromiseQuery:
    case Intent::PastQuery:
      return std::string(response);
    case Intent::Why:
      return response == "default" ? "why" : std::string(response);
    default:
      return {};
  }
}

bool names_words(Intent intent) {
  return flow::changes_timers(intent) || flow::changes_lists(intent) || intent == Intent::TimerStatus ||
         intent == Intent::ListQuery;
}

std::string_view color_named(std::string_view name) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr auto kColors = std::to_array<Pair>({{"white", "#ffffff"},
                                                       {"black", "#000000"},
                                                       {"red", "#ff0000"},
                                                       {"orange", "#ffa500"},
                                                       {"yellow", "#ffff00"},
                                                       {"green", "#00ff00"},
                                                       {"blue", "#0000ff"},
                                                       {"purple", "#800080"},
                                                       {"violet", "#ee82ee"},
                                                       {"brown", "#a52a2a"},
                                                       {"pink", "#ffc0cb"},
                                                       {"magenta", "#ff00ff"},
                                                       {"cyan", "#00ffff"},
                                                       {"turquoise", "#40e0d0"}});
  const auto found = std::ranges::find(kColors, name, &Pair::first);
  return found == kColors.end() ? std::string_view() : found->second;
}

}  // namespace hearth::understand
