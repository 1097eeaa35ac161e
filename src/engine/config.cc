#include "engine/config.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <utility>

#include "base/file.h"
#include "calendar/zone.h"

namespace hearth::engine {
namespace {

/// Reads the members of one table, remembers which it knows, and names file, line and key in every error.
class TableReader {
 public:
  TableReader(const toml::table& table, std::string where, const std::filesystem::path& file)
      : table_(table), where_(std::move(where)), file_(file) {}

  Status text(const char* key, std::string& value) { return scalar<std::string>(key, value, "text in quotes"); }
  Status flag(const char* key, bool& value) { return scalar<bool>(key, value, "true or false"); }
  Status port(const char* key, uint16_t& value) {
    int64_t number = value;
    TRY(scalar<int64_t>(key, number, "a port number"));
    if (number < 0 || number > 65535) return wrong(key, "a port number from 0 to 65535");
    value = static_cast<uint16_t>(number);
    return ok();
  }
  Status number(const char* key, int32_t& value) {
    int64_t number = value;
    TRY(scalar<int64_t>(key, number, "a whole number"));
    if (!std::in_range<int32_t>(number)) return wrong(key, "a whole number of 32 bits");
    value = static_cast<int32_t>(number);
    return ok();
  }
  Status texts(const char* key, std::vector<std::string>& values) {
    const toml::node* node = get(key);
    if (node == nullptr) return ok();
    values.clear();
    if (const auto one = node->value_exact<std::string>()) {
      values.push_back(*one);
      return ok();
    }
    const toml::array* list = node->as_array();
    if (list == nullptr) return wrong(key, "a list of texts");
    for (const toml::node& item : *list) {
      const auto text = item.value_exact<std::string>();
      if (!text) return wrong(key, "a list of texts");
      values.push_back(*text);
    }
    return ok();
  }
  /// Calls `read` for the table of that name, if there is one.
  template <class Read>
  Status table(const char* key, Read&& read) {
    const toml::node* node = get(key);
    if (node == nullptr) return ok();
    if (!node->is_table()) return wrong(key, fmt::format("a table: [{}]", key));
    TableReader inner(*node->as_table(), key, file_);
    TRY(read(inner));
    return inner.finish();
  }
  /// The same for each table of a list of tables.
  template <class Read>
  Status tables(const char* key, Read&& read) {
    const toml::node* node = get(key);
    if (node == nullptr) return ok();
    const toml::array* list = node->as_array();
    if (list == nullptr || !list->is_homogeneous(toml::node_type::table)) {
      return wrong(key, fmt::format("a list of tables: [[{}]]", key));
    }
    for (const toml::node& item : *list) {
      TableReader inner(*item.as_table(), key, file_);
      TRY(read(inner));
      TRY(inner.finish());
    }
    return ok();
  }
  /// Refuses what nobody asked for: a misspelt key must not pass in silence.
  Status finish() const {
    for (const auto& [key, node] : table_) {
      if (known_.contains(std::string(key.str()))) continue;
      return invalid(fmt::format("unknown key '{}'; known here: {}", key.str(), fmt::join(known_, ", ")),
                     place(node.source().begin.line));
    }
    return ok();
  }
  Error wrong(const char* key, const std::string& expected) const {
    const toml::node* node = table_.get(key);
    const auto line = node == nullptr ? table_.source().begin.line : node->source().begin.line;
    return invalid(fmt::format("'{}': expected {}", key, expected), place(line));
  }

 private:
  const toml::node* get(const char* key) {
    known_.insert(key);
    return table_.get(key);
  }
  template <class T>
  Status scalar(const char* key, T& value, const char* expected) {
    const toml::node* node = get(key);
    if (node == nullptr) return ok();
    const auto found = node->value_exact<T>();
    if (!found) return wrong(key, expected);
    value = *found;
    return ok();
  }
  std::string place(size_t line) const {
    return fmt::format("{}:{}{}{}", file_.string(), line, where_.empty() ? "" : " in ", where_);
  }

  const toml::table& table_;
  const std::string where_;
  const std::filesystem::path& file_;
  std::set<std::string> known_;
};

constexpr const char* kLanguage = "languages by their tags, such as \"de\" or \"pt-BR\"";

/// The shape of a BCP 47 tag, which also names files.
bool is_language(std::string_view tag) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !tag.empty() && tag.size() <= 16 && std::ranges::all_of(tag, fits);
}

/// A secret's file must be nobody else's business.
Result<std::string> read_secret(const std::filesystem::path& file) {
  struct stat about{};
  if (::stat(file.c_str(), &about) != 0) return not_found("no such file", file.string());
  if ((about.st_mode & 077) != 0) return denied("others can read it; expected mode 0600", file.string());
  std::ifstream in(file);
  std::string secret;
  std::getline(in, secret);
  if (!in && secret.empty()) return invalid("expected the secret on the first line", file.string());
  return secret;
}

class ConfigReader {
 public:
  explicit ConfigReader(const std::filesystem::path& file) { config_.file = file; }

  Result<Config> read(const toml::table& root) {
    TableReader reader(root, "", config_.file);
    TRY(reader.table("home", [&](TableReader& home) { return read_home(home); }));
    TRY(reader.table("journal", [&](TableReader& journal) { return read_journal(journal); }));
    TRY(reader.table("log", [&](TableReader& log) { return read_log(log); }));
    TRY(reader.table("control", [&](TableReader& control) { return read_control(control); }));
    TRY(reader.table("web", [&](TableReader& web) { return read_web(web); }));
    TRY(reader.tables("door", [&](TableReader& door) { return read_door(door); }));
    config_.listing.door = "config";
    TRY(reader.tables("floor", [&](TableReader& floor) { return read_floor(floor); }));
    TRY(reader.tables("area", [&](TableReader& area) { return read_area(area); }));
    TRY(reader.tables("person", [&](TableReader& person) { return read_person(person); }));
    TRY(reader.finish());
    return std::move(config_);
  }

 private:
  std::filesystem::path beside(const std::string& path) const {
    return path.empty() ? std::filesystem::path() : config_.file.parent_path() / path;
  }

  Status read_home(TableReader& reader) {
    TRY(reader.text("name", config_.name));
    TRY(reader.text("zone", config_.zone));
    if (const auto zone = calendar::Zone::find(config_.zone); !config_.zone.empty() && !zone) {
      return reader.wrong("zone", fmt::format("an IANA name: {}", to_string(zone.error())));
    }
    TRY(reader.text("language", config_.language));
    TRY(reader.texts("languages", config_.languages));
    TRY(reader.text("sentences", config_.sentences));
    TRY(reader.text("cache", config_.cache));
    if (!is_language(config_.language)) return reader.wrong("language", kLanguage);
    if (!std::ranges::all_of(config_.languages, is_language)) return reader.wrong("languages", kLanguage);
    return ok();
  }

  Status read_journal(TableReader& reader) {
    std::string path = config_.journal.string();
    TRY(reader.text("path", path));
    config_.journal = path;
    return ok();
  }

  Status read_log(TableReader& reader) {
    static const std::set<std::string> kLevels{"debug", "info", "warn", "error", "off"};
    TRY(reader.text("level", config_.log_level));
    if (!kLevels.contains(config_.log_level)) return reader.wrong("level", "debug, info, warn, error or off");
    return ok();
  }

  Status read_control(TableReader& reader) {
    ControlConfig& control = config_.control;
    TRY(reader.text("socket", control.socket));
    TRY(reader.port("port", control.port));
    TRY(reader.text("token_file", control.token_file));
    TRY(reader.text("area", control.area));
    TRY(reader.text("person", control.person));
    if (!control.socket.empty()) control.socket = beside(control.socket);
    if (!control.token_file.empty()) control.token_file = beside(control.token_file);
    if (control.port != 0 && control.token_file.empty())
      return reader.wrong("token_file", "a file, since 'port' is set");
    return ok();
  }

  Status read_web(TableReader& reader) {
    WebConfig& web = config_.web.emplace();
    TRY(reader.text("listen", web.listen));
    TRY(reader.port("port", web.port));
    TRY(reader.flag("beyond_loopback", web.beyond_loopback));
    TRY(reader.texts("hosts", web.hosts));
    TRY(reader.text("token_file", web.token_file));
    TRY(reader.text("area", web.area));
    TRY(reader.text("person", web.person));
    if (!web.token_file.empty()) web.token_file = beside(web.token_file);
    return ok();
  }

  Status read_door(TableReader& reader) {
    std::string type = "mqtt", password_file;
    connect::MqttDoorOptions door;
    net::MqttTls tls;
    bool secure = false;
    TRY(reader.text("type", type));
    if (type != "mqtt") return reader.wrong("type", "\"mqtt\"");
    TRY(reader.text("name", door.name));
    TRY(reader.text("host", door.broker.host));
    TRY(reader.port("port", door.broker.port));
    TRY(reader.text("client_id", door.broker.client_id));
    TRY(reader.text("user", door.broker.user));
    TRY(reader.text("password_file", password_file));
    TRY(reader.flag("tls", secure));
    TRY(reader.text("ca_file", tls.ca_file));
    TRY(reader.text("certificate_file", tls.certificate_file));
    TRY(reader.text("key_file", tls.key_file));
    TRY(reader.flag("verify", tls.verify));
    TRY(reader.text("discovery", door.discovery_prefix));
    TRY(reader.texts("zigbee2mqtt", door.zigbee2mqtt));
    TRY(reader.text("own_topic", door.own_topic));
    TRY(reader.texts("secure", door.secure));
    static const std::set<std::string> kTaken{"", "config", "control", "web"};  // the host's own doors
    if (kTaken.contains(door.name)) return reader.wrong("name", "a name that is not empty, config, control or web");
    for (const connect::MqttDoorOptions& other : config_.mqtt) {
      if (other.name == door.name) return reader.wrong("name", "another name: each door has its own");
    }
    if (!password_file.empty()) door.broker.password = TRY(read_secret(beside(password_file)));
    for (std::string* path : {&tls.ca_file, &tls.certificate_file, &tls.key_file}) *path = beside(*path).string();
    if (secure) door.broker.tls = tls;
    config_.mqtt.push_back(std::move(door));
    return ok();
  }

  static void add_names(std::vector<home::Name>& names, const std::string& name,
                        const std::vector<std::string>& aliases) {
    names.push_back({name, ""});
    for (const std::string& alias : aliases) names.push_back({alias, ""});
  }
  static Status read_names(TableReader& reader, std::vector<home::Name>& names) {
    std::string name;
    std::vector<std::string> aliases;
    TRY(reader.text("name", name));
    TRY(reader.texts("aliases", aliases));
    if (name.empty()) return reader.wrong("name", "a name");
    add_names(names, name, aliases);
    return ok();
  }

  Status read_floor(TableReader& reader) {
    home::Floor floor;
    TRY(read_names(reader, floor.names));
    TRY(reader.number("level", floor.level));
    config_.listing.floors.push_back(std::move(floor));
    return ok();
  }

  Status read_area(TableReader& reader) {
    home::Area area;
    std::string floor;
    TRY(read_names(reader, area.names));
    TRY(reader.text("floor", floor));
    const auto& floors = config_.listing.floors;
    for (size_t i = 0; i < floors.size(); ++i) {
      if (floors[i].names.front().text == floor) area.floor.value = static_cast<uint32_t>(i + 1);
    }
    if (!floor.empty() && !area.floor) return reader.wrong("floor", "the name of a [[floor]] of this file");
    config_.listing.areas.push_back(std::move(area));
    return ok();
  }

  Status read_person(TableReader& reader) {
    home::Person person;
    std::string role = "adult";
    TRY(read_names(reader, person.names));
    TRY(reader.text("role", role));
    TRY(reader.texts("languages", person.languages));
    if (!std::ranges::all_of(person.languages, is_language)) return reader.wrong("languages", kLanguage);
    if (role == "owner") {
      person.role = home::Role::Owner;
    } else if (role == "adult") {
      person.role = home::Role::Adult;
    } else if (role == "child") {
      person.role = home::Role::Child;
    } else if (role == "guest") {
      person.role = home::Role::Guest;
    } else {
      return reader.wrong("role", "owner, adult, child or guest");
    }
    config_.listing.people.push_back(std::move(person));
    return ok();
  }

  Config config_;
};

}  // namespace

std::vector<home::Language> spoken_languages(const Config& config) {
  std::vector<home::Language> all;
  const auto add = [&](const home::Language& language) {
    if (std::ranges::find(all, language) == all.end()) all.push_back(language);
  };
  add(config.language);
  for (const home::Language& language : config.languages) add(language);
  for (const home::Person& person : config.listing.people) {
    for (const home::Language& language : person.languages) add(language);
  }
  return all;
}

Result<Config> parse_config(std::string_view toml, const std::filesystem::path& file) {
  try {
    const toml::table root = toml::parse(toml, file.string());
    return ConfigReader(file).read(root);
  } catch (const toml::parse_error& broken) {
    return invalid(std::string(broken.description()),
                   fmt::format("{}:{}:{}", file.string(), broken.source().begin.line, broken.source().begin.column));
  }
}

Result<Config> read_config(const std::filesystem::path& file) {
  const Result<std::string> text = read_file(file);
  if (!text) return not_found(text.error().message + "; see docs/configuration.md", file.string());
  return parse_config(*text, file);
}

}  // namespace hearth::engine
