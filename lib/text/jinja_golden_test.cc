// Compares with what real Jinja2 made of the same templates (testdata/record.py).
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "text/jinja.h"

namespace hearth::text {
namespace {

const std::filesystem::path kData = "lib/text/testdata";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::filesystem::path replies_of(const std::string& language) {
  const char* fetched = std::getenv("HEARTH_FETCHED");
  return std::filesystem::path(fetched != nullptr ? fetched : "build/fetched") / "intents/data" / (language + ".json");
}

std::string fnv(std::string_view text) {
  uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return fmt::format("{:016x}", hash);
}

/// The replies of a language, by the hash of their source.
std::map<std::string, std::string> templates_of(const Json& file) {
  std::map<std::string, std::string> out;
  if (!file.contains("responses")) return out;
  const Json replies = file["responses"].value("intents", Json::object());
  for (const Json& group : replies) {
    for (const Json& text : group) out[fnv(text.get<std::string>())] = text.get<std::string>();
  }
  const Json errors = file["responses"].value("errors", Json::object());
  for (const Json& text : errors) {
    if (text.is_string()) out[fnv(text.get<std::string>())] = text.get<std::string>();
  }
  return out;
}

TemplateFunctions probe_functions() {
  return state_functions([](std::string_view, std::string_view attribute) -> Json {
    if (attribute.empty()) return "on";
    return attribute == "current_temperature" ? Json(20.5) : (attribute == "temperature" ? Json(21) : Json());
  });
}

struct Count {
  int same = 0, different = 0, failed_alike = 0, failed = 0, lenient = 0;
};

/// Renders every recorded template on every probe, printing what differs.
Count compare(const std::string& golden, const std::map<std::string, std::string>& templates, const Json& probes) {
  Count count;
  std::istringstream lines(golden);
  for (std::string line; std::getline(lines, line);) {
    const size_t tab = line.find('\t'), second = line.find('\t', tab + 1);
    const auto found = templates.find(line.substr(0, tab));
    if (found == templates.end()) continue;
    const Json expected = Json::parse(line.substr(second + 1));
    const Result<Template> made = Template::compile(found->second, found->first);
    const size_t probe = std::stoul(line.substr(tab + 1, second - tab - 1));
    const Result<std::string> out =
        made.ok() ? made->render(probes[probe], {}, probe_functions()) : Result<std::string>(made.error());
    if (expected.is_null()) {
      ++(out.ok() ? count.lenient : count.failed_alike);
    } else if (!out.ok()) {
      ++count.failed;
      std::printf("failed: %s\n", to_string(out.error()).c_str());
    } else if (Json(*out) == expected) {
      ++count.same;
    } else {
      ++count.different;
      std::printf("%s on probe %zu: '%s' instead of %s\n", found->first.c_str(), probe, out->c_str(),
                  expected.dump().c_str());
    }
  }
  return count;
}

class JinjaReplies : public testing::TestWithParam<const char*> {};

TEST_P(JinjaReplies, CompileAndRenderAsInJinja2) {
  const std::string language = GetParam();
  const std::string file = read(replies_of(language));
  if (file.empty()) GTEST_SKIP() << "no reply set at " << replies_of(language) << "; run tools/fetch intents";
  const auto templates = templates_of(Json::parse(file));
  const Json probes = Json::parse(read(kData / "probes.json"));
  for (const auto& [hash, source] : templates) {
    const Result<Template> made = Template::compile(source, hash);
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : to_string(made.error()));
  }
  const Count count = compare(read(kData / ("replies_" + language + ".tsv")), templates, probes);
  std::printf("%zu templates: %d renderings the same, %d fail in both\n", templates.size(), count.same,
              count.failed_alike);
  EXPECT_EQ(count.different + count.failed + count.lenient, 0);
  EXPECT_EQ(static_cast<size_t>(count.same + count.failed_alike), templates.size() * probes.size());
}

INSTANTIATE_TEST_SUITE_P(JinjaGolden, JinjaReplies, testing::Values("en", "de", "fr", "es"),
                         [](const auto& language) { return std::string(language.param); });

TEST(JinjaGolden, PayloadTemplatesRenderAsInJinja2) {
  for (const Json& example : Json::parse(read(kData / "payloads.json"))) {
    const auto source = example["template"].get<std::string>();
    const Result<Template> made = Template::compile(source, source);
    ASSERT_TRUE(made.ok()) << to_string(made.error());
    const Result<std::string> out = made->render_payload(example["payload"].get<std::string>());
    if (example["expected"].is_null()) {
      EXPECT_FALSE(out.ok()) << source << " rendered " << *out;
    } else {
      EXPECT_EQ(out.ok() ? *out : to_string(out.error()), example["expected"].get<std::string>()) << source;
    }
  }
}

/// HEARTH_JINJA_GOLDEN=DIR (from record.py --all DIR) compares every language; a report, not a demand.
TEST(JinjaGolden, OtherLanguages) {
  const char* directory = std::getenv("HEARTH_JINJA_GOLDEN");
  if (directory == nullptr) GTEST_SKIP() << "set HEARTH_JINJA_GOLDEN to what record.py --all wrote";
  const Json probes = Json::parse(read(kData / "probes.json"));
  Count total;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const std::string language = entry.path().stem().string().substr(std::string_view("replies_").size());
    const Json file = Json::parse(read(replies_of(language)));
    const Count count = compare(read(entry.path()), templates_of(file), probes);
    total.same += count.same, total.different += count.different, total.failed += count.failed;
    total.failed_alike += count.failed_alike, total.lenient += count.lenient;
  }
  std::printf("same %d, different %d, failed here alone %d, failed in both %d, failed in Jinja2 alone %d\n", total.same,
              total.different, total.failed, total.failed_alike, total.lenient);
  EXPECT_GT(total.same, 0);
}

}  // namespace
}  // namespace hearth::text
