#include "connect/mqtt/config_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hearth::connect::mqtt {
namespace {

constexpr size_t kLongestText = 4096;
constexpr size_t kLongestWord = 1024;
constexpr size_t kMostOptions = 1000;
constexpr text::Budget kBudget{.steps = 20'000, .output_bytes = 16 << 10, .value_bytes = 64 << 10};

/// As Python's str() writes it.
std::optional<std::string> python_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "True" : "False";
  if (value.is_number_integer()) return dump(value);
  if (value.is_number_float()) return fmt::format("{}", value.get<double>());
  return std::nullopt;
}

}  // namespace

Result<Publication> CommandTopic::message(const Json& value, const Json& more) const {
  Publication out{topic, {}, qos, retain};
  if (!content) {
    out.payload = python_text(value).value_or(dump(value));
    return out;
  }
  Json context = more;
  context["value"] = value;
  out.payload = TRY(content->render(context, kBudget));
  return out;
}

const Json* ConfigReader::find(std::string_view key) const {
  const auto found = config_.find(key);
  return found == config_.end() || found->is_null() ? nullptr : &*found;
}

bool ConfigReader::is_null(std::string_view key) const {
  const auto found = config_.find(key);
  return found != config_.end() && found->is_null();
}

void ConfigReader::fail(std::string_view key, std::string message) {
  if (!error_) error_ = invalid(fmt::format("{}: {}", key, message), place_);
}

std::string ConfigReader::text(std::string_view key, std::string fallback) {
  const Json* value = find(key);
  if (value == nullptr) return fallback;
  std::optional<std::string> text = python_text(*value);
  if (!text) {
    fail(key, "expected a text");
    return fallback;
  }
  if (text->size() > kLongestText) {
    fail(key, fmt::format("a text of {} bytes, expected at most {}", text->size(), kLongestText));
    return fallback;
  }
  return std::move(*text);
}

double ConfigReader::number(std::string_view key, double fallback) {
  const Json* value = find(key);
  if (value == nullptr) return fallback;
  const std::optional<double> told = value->is_number()   ? std::optional(value->get<double>())
                                     : value->is_string() ? parse_number(value->get_ref<const std::string&>())
                                                          : std::nullopt;
  constexpr double kLargest = 1e12;
  if (!told || !(std::abs(*told) <= kLargest)) {
    fail(key, "expected a number");
    return fallback;
  }
  return *told;
}

bool ConfigReader::flag(std::string_view key, bool fallback) {
  const Json* value = find(key);
  if (value == nullptr) return fallback;
  if (value->is_boolean()) return value->get<bool>();
  const std::string text = python_text(*value).value_or("");
  for (const char* yes : {"true", "True", "yes", "on", "1"}) {
    if (text == yes) return true;
  }
  for (const char* no : {"false", "False", "no", "off", "0"}) {
    if (text == no) return false;
  }
  fail(key, "expected true or false");
  return fallback;
}

std::vector<std::string> ConfigReader::list(std::string_view key, std::vector<std::string> fallback) {
  const Json* value = find(key);
  if (value == nullptr) return fallback;
  if (value->is_string()) return {value->get<std::string>()};
  std::vector<std::string> out;
  if (!value->is_array() || value->size() > kMostOptions) {
    fail(key, fmt::format("expected a list of at most {} texts", kMostOptions));
    return fallback;
  }
  for (const Json& item : *value) {
    std::optional<std::string> text = python_text(item);
    if (!text || text->size() > kLongestWord) {
      fail(key, "expected a list of texts");
      return fallback;
    }
    out.push_back(std::move(*text));
  }
  return out;
}

std::string ConfigReader::topic(std::string_view key) {
  if (find(key) == nullptr) return {};
  std::string topic = text(key);
  if (const Status status = check_announced_topic(topic, reserved_); !status.ok()) {
    fail(key, status.error().message);
    return {};
  }
  return topic;
}

std::optional<text::Template> ConfigReader::content(std::string_view key) {
  if (find(key) == nullptr) return std::nullopt;
  std::string source = text(key);
  if (error_ || source.empty()) return std::nullopt;
  Result<text::Template> compiled = text::Template::compile(std::move(source), std::string(key));
  if (compiled.ok()) return std::move(compiled).value();
  const Error& error = compiled.error();
  fail(error.place.empty() ? key : std::string_view(error.place), error.message);
  return std::nullopt;
}

std::optional<CommandTopic> ConfigReader::command(std::string_view topic_key, std::string_view template_key,
                                                  bool once) {
  CommandTopic command;
  command.topic = topic(topic_key);
  if (!template_key.empty()) command.content = content(template_key);
  const double qos = number("qos", 0);
  if (qos != 0 && qos != 1 && qos != 2) fail("qos", "expected 0, 1 or 2");
  command.qos = std::max(once ? 0 : 1, qos == 2 ? 2 : qos == 1 ? 1 : 0);
  command.retain = flag("retain", false);
  if (command.topic.empty()) return std::nullopt;
  return command;
}

bool ConfigReader::input(Component& component, std::string_view topic_key, std::string_view template_key,
                         Decode decode) {
  std::string from = topic(topic_key);
  std::optional<text::Template> with = template_key.empty() ? std::nullopt : content(template_key);
  if (from.empty()) return false;
  component.inputs.push_back(
      {std::move(from),
       [with = std::move(with), decode = std::move(decode)](const Payload& payload, Reports& reports) -> Status {
         if (!with) return decode(std::string(payload.text()), reports);
         return decode(TRY(with->render_payload(payload.text(), Json::object(), kBudget)), reports);
       }});
  return true;
}

void ConfigReader::json_input(Component& component, std::string_view topic_key,
                              std::function<Status(const Payload&, Reports&)> read) {
  if (std::string from = topic(topic_key); !from.empty())
    component.inputs.push_back({std::move(from), std::move(read)});
}

std::optional<double> parse_number(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

Decode decode_switch(Capability capability, std::string on, std::string off) {
  return [=](const std::string& text, Reports& reports) -> Status {
    if (text.empty()) return ok();
    if (text == on) {
      reports.push_back({capability, true});
    } else if (text == off) {
      reports.push_back({capability, false});
    } else if (text == "None") {
      reports.push_back({capability, {}});
    } else {
      return invalid(fmt::format("\"{}\" is neither \"{}\" nor \"{}\"", text.substr(0, 80), on, off));
    }
    return ok();
  };
}

Decode decode_number(Capability capability, std::function<double(double)> convert) {
  return [=](const std::string& text, Reports& reports) -> Status {
    if (text.empty()) return ok();
    if (text == "None") {
      reports.push_back({capability, {}});
      return ok();
    }
    const std::optional<double> number = parse_number(text);
    if (!number) return invalid(fmt::format("\"{}\" is no number", text.substr(0, 80)));
    reports.push_back({capability, convert ? convert(*number) : *number});
    return ok();
  };
}

Decode decode_word(Capability capability, std::vector<std::string> options) {
  return [=](const std::string& text, Reports& reports) -> Status {
    if (text.empty()) return ok();
    if (text == "None") {
      reports.push_back({capability, {}});
      return ok();
    }
    if (text.size() > kLongestWord) return invalid(fmt::format("a word of {} bytes", text.size()));
    if (!options.empty() && std::ranges::find(options, text) == options.end()) {
      return invalid(fmt::format("\"{}\" is none of {}", text.substr(0, 80), fmt::join(options, ", ")));
    }
    reports.push_back({capability, text});
    return ok();
  };
}

}  // namespace hearth::connect::mqtt
