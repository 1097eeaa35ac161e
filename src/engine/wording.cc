#include "engine/wording.h"

#include "base/log.h"

namespace hearth::engine {

std::string worded(const flow::Phrase& phrase, const Wording& wording, const home::Home& home) {
  if (phrase.empty()) return {};
  Result<std::string> words = wording.worder.say(phrase, wording.language, home);
  if (words) return std::move(words).value();
  LOG_DEBUG("'{}' cannot be worded: {}", phrase.key, to_string(words.error()));
  return {};
}

Json area_name(const home::Home& home, home::DeviceId id) {
  const home::Device* device = home.device(id);
  return device == nullptr || !device->area ? Json(nullptr) : Json(home.display_name(device->area));
}

}  // namespace hearth::engine
