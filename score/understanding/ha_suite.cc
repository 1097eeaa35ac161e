#include "score/understanding/ha_suite.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "text/normalise.h"
#include "understand/grammar/yaml_document.h"

namespace hearth::score {
namespace {

namespace fs = std::filesystem;

/// A place that nobody can name; the suite gives an area even where its home has none.
constexpr std::string_view kSomewhere = "__context_area__";

std::string text_of(const OrderedJson& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

class Reader {
 public:
  explicit Reader(const understand::YamlDocument& document) : document_(document) {}

  Result<SuiteHome> home() const {
    SuiteHome home;
    for (const OrderedJson& entity : TRY(list("entities"))) {
      home.entities.push_back({text_of(entity, "name"), text_of(entity, "domain"), text_of(entity, "state"),
                               text_of(entity, "area"), Json(entity.value("attributes", OrderedJson()))});
      if (home.entities.back().name.empty()) return wrong("/entities", "a name for every entity");
    }
    for (const OrderedJson& area : TRY(list("areas"))) {
      home.areas.push_back({text_of(area, "name"), text_of(area, "floor"), area.value("context_area", false)});
      if (home.areas.back().name.empty()) return wrong("/areas", "a name for every area");
    }
    for (const OrderedJson& floor : TRY(list("floors"))) home.floors.push_back(text_of(floor, "name"));
    home.timers = document_.root.value("timers", OrderedJson());
    home.media = document_.root.value("media", OrderedJson());
    return home;
  }

  Result<std::vector<SuiteTest>> tests() const {
    std::vector<SuiteTest> tests;
    for (const OrderedJson& test : TRY(list("tests"))) {
      SuiteTest& out = tests.emplace_back();
      const std::string pointer = fmt::format("/tests/{}", tests.size() - 1);
      if (!test.contains("sentences") || !test["sentences"].is_array()) return wrong(pointer, "a list of sentences");
      for (const OrderedJson& sentence : test["sentences"]) {
        if (!sentence.is_string()) return wrong(pointer + "/sentences", "sentences as text");
        out.sentences.push_back(sentence);
      }
      out.slots = Json(test.value("slots", OrderedJson::object()));
      if (out.slots.is_null()) out.slots = Json::object();
      if (!out.slots.is_object()) return wrong(pointer + "/slots", "slots with values");
      out.media = Json(test.value("media", OrderedJson()));
      const OrderedJson response = test.value("response", OrderedJson());
      if (response.is_string()) out.responses.push_back(response);
      for (const OrderedJson& one : response.is_array() ? response : OrderedJson::array()) {
        if (one.is_string()) out.responses.push_back(one);
      }
    }
    return tests;
  }

 private:
  Error wrong(const std::string& pointer, std::string_view expected) const {
    return invalid(fmt::format("expected {}", expected), document_.place(pointer));
  }

  /// A list of maps under a key of the file; none if the key is absent.
  Result<OrderedJson> list(const char* key) const {
    if (!document_.root.is_object()) return wrong("", "keys with values");
    const OrderedJson items = document_.root.value(key, OrderedJson());
    if (items.is_null()) return OrderedJson::array();
    const auto map = [](const OrderedJson& item) { return item.is_object(); };
    if (!items.is_array() || !std::all_of(items.begin(), items.end(), map)) {
      return wrong(std::string("/") + key, "a list of keys with values");
    }
    return items;
  }

  const understand::YamlDocument& document_;
};

bool same(const Json& expected, const Json& found) {
  if (expected == found) return true;  // a slot may hold a list
  if (expected.is_array()) {
    return std::any_of(expected.begin(), expected.end(), [&](const Json& one) { return same(one, found); });
  }
  if (expected.is_number() && found.is_number()) return expected.get<double>() == found.get<double>();
  if (!expected.is_string() || !found.is_string()) return false;
  return text::fold(expected.get<std::string>()) == text::fold(found.get<std::string>());
}

std::string shown(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

}  // namespace

understand::HomeNames SuiteHome::names() const {
  understand::HomeNames names;
  for (const Entity& entity : entities) {
    names.entities.push_back({static_cast<uint32_t>(names.entities.size() + 1), entity.domain, {entity.name}});
  }
  for (const Area& area : areas) names.areas.push_back({static_cast<uint32_t>(names.areas.size() + 1), {area.name}});
  for (const std::string& floor : floors) {
    names.floors.push_back({static_cast<uint32_t>(names.floors.size() + 1), {floor}});
  }
  return names;
}

understand::Context SuiteHome::context() const {
  for (size_t i = 0; i < areas.size(); ++i) {
    if (areas[i].is_here) return {areas[i].name, static_cast<uint32_t>(i + 1), {}};
  }
  return {std::string(kSomewhere), 0, {}};
}

size_t SuiteFile::cases() const {
  size_t count = 0;
  for (const SuiteTest& test : tests) count += test.sentences.size();
  return count;
}

Result<SuiteFile> read_suite_file(const std::string& folder, const std::string& path) {
  const understand::YamlDocument document = TRY(understand::read_yaml(folder + "/" + path));
  SuiteFile file;
  file.path = path;
  file.intent = fs::path(path).parent_path().filename();
  file.combination = fs::path(path).stem();
  file.home = TRY(Reader(document).home());
  file.tests = TRY(Reader(document).tests());
  return file;
}

Result<std::vector<SuiteFile>> read_suite(const std::string& suite, const std::string& language) {
  const std::string folder = suite + "/tests/" + language;
  std::error_code problem;
  std::vector<std::string> paths;
  for (fs::recursive_directory_iterator entry(folder, problem), end; !problem && entry != end;
       entry.increment(problem)) {
    const fs::path& path = entry->path();
    if (path.extension() != ".yaml" || path.filename().string().starts_with('_')) continue;
    paths.push_back(fs::relative(path, folder));
  }
  if (problem) return not_found("expected a folder of test files: " + problem.message(), folder);
  std::sort(paths.begin(), paths.end());
  std::vector<SuiteFile> files;
  for (const std::string& path : paths) files.push_back(TRY(read_suite_file(folder, path)));
  return files;
}

Verdict judge(const SuiteFile& file, const SuiteTest& test, const understand::Parse* parse) {
  using Origin = understand::ParsedSlot::Origin;
  if (parse == nullptr) return Verdict::Missed;
  if (parse->intent() != file.intent) return Verdict::Wrong;
  bool implied = false;
  std::map<std::string, const Json*> found;  // the last of one name counts
  for (const understand::ParsedSlot& slot : parse->slots) {
    if (test.slots.contains(slot.name)) {
      found[slot.name] = &slot.value;
    } else if (slot.name == "domain") {
      implied = true;
    } else if (slot.name != "area" || slot.origin != Origin::Context) {
      return Verdict::Wrong;
    }
  }
  for (const auto& [name, value] : test.slots.items()) {
    const auto slot = found.find(name);
    if (slot == found.end() || !same(value, *slot->second)) return Verdict::Wrong;
  }
  return implied ? Verdict::RightButFor : Verdict::Exact;
}

std::string describe(const understand::Parse* parse) {
  if (parse == nullptr) return "nothing";
  std::string out = parse->intent();
  for (const understand::ParsedSlot& slot : parse->slots) out += fmt::format(" {}={}", slot.name, shown(slot.value));
  return out;
}

std::string describe(const SuiteFile& file, const SuiteTest& test) {
  std::string out = file.intent;
  for (const auto& [name, value] : test.slots.items()) out += fmt::format(" {}={}", name, shown(value));
  return out;
}

}  // namespace hearth::score
