#include "answer/home/weather_answerer.h"

#include <algorithm>
#include <array>

namespace hearth::answer {
namespace {

using flow::Phrase;
using home::Capability;

constexpr auto kKinds =
    std::to_array<std::string_view>({"weather", "outside", "wind", "pressure", "uv", "humidity", "forecast"});

/// What is known of the weather, and by which thing.
class Sky {
 public:
  Sky(const flow::Request& request, const memory::Present& present, Time now, Duration stale_after)
      : request_(request), present_(present), now_(now), stale_after_(stale_after) {}

  bool measured() const { return !request_.targets.empty(); }
  /// The first of the targets that knows it; noted as evidence. Unknown when none does.
  home::Value look(Capability capability, flow::Answer& answer) const {
    for (const home::EntityId id : request_.targets) {
      const home::Entity* entity = present_.home()->entity(id);
      if (entity == nullptr) continue;
      const bool tells_sky = capability != Capability::Text || entity->kind == "weather";
      const Seen seen = look_at(present_, *entity, capability, now_);
      if (!tells_sky || !home::known(seen.value)) continue;
      note(present_, *entity, seen, stale_after_, answer);
      return seen.value;
    }
    return {};
  }

 private:
  const flow::Request& request_;
  const memory::Present& present_;
  const Time now_;
  const Duration stale_after_;
};

Phrase unknown(const Sky& sky) { return {sky.measured() ? "weather.unknown" : "weather.none", {}}; }

Phrase whole_weather(const Sky& sky, flow::Answer& answer) {
  const home::Value condition = sky.look(Capability::Text, answer);
  const home::Value degrees = sky.look(Capability::Temperature, answer);
  const home::Value humidity = sky.look(Capability::Humidity, answer);
  if (!home::known(condition) && !home::known(degrees) && !home::known(humidity)) return unknown(sky);
  Phrase words{home::known(condition) ? "weather.now" : "weather.sensed", {}};
  if (home::known(condition)) words.with.emplace_back("condition", condition);
  if (home::known(degrees)) words.with.emplace_back("value", degrees);
  if (home::known(humidity)) words.with.emplace_back("humidity", humidity);
  answer.value = home::known(condition) ? condition : degrees;
  return words;
}

Phrase one_measure(const Sky& sky, Capability capability, flow::Answer& answer) {
  answer.value = sky.look(capability, answer);
  if (!home::known(answer.value)) return {sky.measured() ? "weather.not_measured" : "weather.none", {}};
  return {capability == Capability::Temperature ? "weather.outside" : "weather.measured",
          {{"capability", std::string(home::facts(capability).name)}, {"value", answer.value}}};
}

}  // namespace

bool answer_from_weather(const flow::Request& request, const memory::Present& present, Time now, Duration stale_after,
                         flow::Answer& answer) {
  if (!request.question || std::ranges::find(kKinds, request.question->kind) == kKinds.end()) return false;
  const std::string& kind = request.question->kind;
  const Sky sky(request, present, now, stale_after);
  answer.confidence = 0.95F;
  if (kind == "weather") {
    answer.words = whole_weather(sky, answer);
  } else if (kind == "outside") {
    answer.words = one_measure(sky, Capability::Temperature, answer);
  } else if (kind == "wind") {
    answer.words = one_measure(sky, Capability::Speedometer, answer);
  } else if (kind == "pressure") {
    answer.words = one_measure(sky, Capability::Pressure, answer);
  } else if (kind == "humidity") {
    answer.words = one_measure(sky, Capability::Humidity, answer);
  } else if (kind == "uv") {
    answer.words = {"weather.not_measured", {}};
  } else {
    answer.words = {"weather.no_forecast", {}};
    Phrase now_words = whole_weather(sky, answer);
    if (home::known(answer.value)) answer.assumptions.insert(answer.assumptions.begin(), std::move(now_words));
  }
  return true;
}

}  // namespace hearth::answer
