#include "understand/grammar/yaml_document.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <charconv>

#include "base/file.h"

namespace hearth::understand {
namespace {

constexpr size_t kMaxValues = 1'000'000;
constexpr size_t kMaxDepth = 64;

template <class Number>
bool reads_as(std::string_view text, Number& number) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

OrderedJson scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return text;  // quoted
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  if (text.empty() || text == "~" || text == "null" || text == "Null") return nullptr;
  if (int64_t whole = 0; reads_as(text, whole)) return whole;
  const bool numeric = text.find_first_not_of("+-.0123456789eE") == std::string::npos;
  if (double number = 0; numeric && reads_as(text, number)) return number;
  return text;
}

std::string escaped(std::string key) {
  for (size_t at = 0; (at = key.find_first_of("~/", at)) != std::string::npos; at += 2) {
    key.replace(at, 1, key[at] == '~' ? "~0" : "~1");
  }
  return key;
}

class Converter {
 public:
  explicit Converter(YamlDocument& into) : into_(into) {}

  Result<OrderedJson> convert(const YAML::Node& node, const std::string& pointer, size_t depth) {
    into_.lines[pointer] = node.Mark().line + 1;
    if (++values_ > kMaxValues) return invalid(fmt::format("expected at most {} values", kMaxValues), into_.file);
    if (depth > kMaxDepth) {
      return invalid(fmt::format("expected at most {} levels", kMaxDepth), into_.place(pointer));
    }
    if (node.IsSequence()) {
      OrderedJson list = OrderedJson::array();
      for (size_t i = 0; i < node.size(); ++i) {
        list.push_back(TRY(convert(node[i], fmt::format("{}/{}", pointer, i), depth + 1)));
      }
      return list;
    }
    if (node.IsMap()) {
      OrderedJson object = OrderedJson::object();
      for (const auto& entry : node) {
        if (!entry.first.IsScalar()) return invalid("expected a plain word as key", into_.place(pointer));
        const std::string& key = entry.first.Scalar();
        object[key] = TRY(convert(entry.second, pointer + "/" + escaped(key), depth + 1));
      }
      return object;
    }
    return node.IsScalar() ? scalar(node) : OrderedJson(nullptr);
  }

 private:
  YamlDocument& into_;
  size_t values_ = 0;
};

}  // namespace

std::string YamlDocument::place(std::string pointer) const {
  for (;;) {
    if (const auto line = lines.find(pointer); line != lines.end()) return fmt::format("{}:{}", file, line->second);
    const size_t slash = pointer.rfind('/');
    if (slash == std::string::npos) return file;
    pointer.resize(slash);
  }
}

Result<YamlDocument> parse_yaml(std::string_view text, std::string_view file) {
  YamlDocument document;
  document.file = std::string(file);
  try {
    const YAML::Node root = YAML::Load(std::string(text));
    document.root = TRY(Converter(document).convert(root, "", 0));
  } catch (const YAML::Exception& problem) {
    return invalid(fmt::format("expected YAML: {}", problem.msg),
                   fmt::format("{}:{}:{}", file, problem.mark.line + 1, problem.mark.column + 1));
  }
  return document;
}

Result<YamlDocument> read_yaml(const std::string& path) { return parse_yaml(TRY(read_file(path)), path); }

}  // namespace hearth::understand
