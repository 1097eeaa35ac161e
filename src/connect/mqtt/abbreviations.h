// Short keys of discovery messages. Source: home-assistant.io, integration "mqtt", supported abbreviations.
#pragma once

#include <string_view>

namespace hearth::connect::mqtt {

/// The long form of a key of a config or component ("stat_t" → "state_topic"); the key itself where it is no
/// abbreviation.
std::string_view long_key(std::string_view key);
/// Of a member of `device` ("mf" → "manufacturer").
std::string_view long_device_key(std::string_view key);
/// Of a member of `origin` ("sw" → "sw_version").
std::string_view long_origin_key(std::string_view key);

}  // namespace hearth::connect::mqtt
