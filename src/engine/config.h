// hearth.toml: what an operator sets. The program reads it and never writes it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "connect/mqtt/mqtt_door.h"
#include "home/things.h"

namespace hearth::engine {

struct ControlConfig {
  std::string socket;      ///< path of a Unix socket; empty without `port`: the usual one (connect/control/access.h)
  uint16_t port = 0;       ///< loopback TCP instead; then a token is needed
  std::string token_file;  ///< read at start, mode 0600
  std::string area;        ///< where the shell stands
  std::string person;      ///< as whom it speaks
};

/// The page. None: no page is served.
struct WebConfig {
  std::string listen = "127.0.0.1";
  uint16_t port = 8420;            ///< 0: any free one
  bool beyond_loopback = false;    ///< lets `listen` be an address that other machines can reach
  std::vector<std::string> hosts;  ///< further names by which browsers call this machine
  std::string token_file;          ///< empty: secrets/web.token beside the journal, made when it is missing
  std::string area;                ///< where a page stands that says nothing of it
  std::string person;              ///< as whom pages speak
};

struct Config {
  std::filesystem::path file;  ///< where it was read from; other paths are relative to its folder
  std::string name = "Home";
  std::string zone;                       ///< IANA; empty: UTC
  home::Language language = "en";         ///< the home's own: in which is said what nobody asked for
  std::vector<home::Language> languages;  ///< further ones that are spoken in it
  std::string sentences = "sentences";    ///< folder of the household's own sentences, a folder a language; empty: none
  std::string cache;                      ///< folder of what can be made again; empty: cache, beside the journal
  std::filesystem::path journal = "home.db";
  std::string log_level = "info";
  ControlConfig control;
  std::optional<WebConfig> web;
  std::vector<connect::MqttDoorOptions> mqtt;
  home::Listing listing;  ///< floors, areas and people of the file, as the door "config" lists them
};

/// The home's own language, those that are spoken in it, and those of its people: each once, in this order.
std::vector<home::Language> spoken_languages(const Config& config);

/// Errors: NotFound for the file; InvalidInput with file, line and key, and what was expected: unknown keys, wrong
/// types, values out of range, broken TOML. Denied for secrets that others can read.
Result<Config> read_config(const std::filesystem::path& file);
Result<Config> parse_config(std::string_view toml, const std::filesystem::path& file);

}  // namespace hearth::engine
