// How Hearth itself appears to Home Assistant: as one device, announced by discovery in the device form.
// Source: home-assistant.io, integration "mqtt", device discovery.
#pragma once

#include <string>
#include <string_view>

#include "connect/mqtt/component.h"

namespace hearth::connect::mqtt {

/// Makes the messages; publishes nothing itself. Topics: `<own>/status` (online, offline; also the last will),
/// `<own>/health` and `<own>/answer` (JSON), all retained.
class SelfAnnouncement {
 public:
  /// Discovery ignores what names this as its origin, so that no Hearth takes another for a device.
  static constexpr std::string_view kOrigin = "Hearth";

  /// `own`: the base topic, also the device's identifier; `prefix`: of discovery; `version`: of the program.
  SelfAnnouncement(std::string own, std::string prefix, std::string version)
      : own_(std::move(own)), prefix_(std::move(prefix)), version_(std::move(version)) {}

  const std::string& own() const { return own_; }
  /// Discovery and the word that we are here. To be repeated whenever Home Assistant says that it has started.
  Publications arrival() const;
  Publication farewell() const;
  /// `well` false raises a problem in Home Assistant; `detail` says which.
  Publication health(bool well, std::string_view detail) const;
  /// What was last answered to somebody.
  Publication answer(std::string_view text) const;

 private:
  Json description() const;

  std::string own_, prefix_, version_;
};

}  // namespace hearth::connect::mqtt
