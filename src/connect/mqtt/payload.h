// One MQTT payload as the readers of several entities look at it.
#pragma once

#include <optional>
#include <string_view>

#include "base/json.h"

namespace hearth::connect::mqtt {

/// Borrows the bytes. One thread. JSON is parsed once, when it is first asked for.
class Payload {
 public:
  /// Longer states are not read as JSON; pictures and firmware come through other topics.
  static constexpr size_t kLongestState = 256 << 10;

  explicit Payload(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  /// Null when the payload is no JSON document.
  const Json* json() const {
    if (!tried_) {
      tried_ = true;
      if (Result<Json> parsed = parse_json(text_, {}, kLongestState); parsed.ok()) json_ = std::move(parsed).value();
    }
    return json_ ? &*json_ : nullptr;
  }
  /// The member of a JSON object; null when there is none.
  const Json* member(std::string_view name) const {
    const Json* whole = json();
    if (whole == nullptr || !whole->is_object()) return nullptr;
    const auto found = whole->find(name);
    return found == whole->end() ? nullptr : &*found;
  }

 private:
  std::string_view text_;
  mutable bool tried_ = false;
  mutable std::optional<Json> json_;
};

}  // namespace hearth::connect::mqtt
