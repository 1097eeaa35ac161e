// What input that nobody means well costs the whole house, text to reply: prints one line of JSON, the dearest first.
// usage: bad_input_bench [ENTITIES]
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include <algorithm>

#include "apps/files.h"
#include "base/json.h"
#include "engine/simulated_house.h"

namespace {

using namespace hearth;

constexpr int kRounds = 20;

home::Listing listing(size_t count) {
  home::Listing all;
  all.door = "bench";
  all.areas = {{.names = {{"Kitchen", "en"}}}, {.names = {{"Hall", "en"}}}};
  all.devices = {{.names = {{"speaker", "en"}}, .area = home::AreaId{1}, .identifiers = {"sat"}}};
  all.people = {{.names = {{"Anna", ""}}, .role = home::Role::Owner}};
  all.satellites = {{.device = home::DeviceId{1}, .language = "en", .usual = home::PersonId{1}}};
  for (size_t i = 0; i < count; ++i) {
    all.entities.push_back({.key = fmt::format("light.l{}", i),
                            .kind = "light",
                            .names = {{i % 3 == 0 ? std::string("lamp") : fmt::format("lamp {}", i), "en"}},
                            .area = home::AreaId{static_cast<uint32_t>(1 + i % 2)},
                            .traits = {{.capability = home::Capability::OnOff, .sensed = true, .settable = true}}});
  }
  return all;
}

std::string repeated(std::string_view what, size_t bytes) {
  std::string text;
  while (text.size() + what.size() <= bytes) text += what;
  return text;
}

std::vector<std::pair<std::string, std::string>> sentences() {
  std::vector<std::pair<std::string, std::string>> all{
      {"a command", "turn on the lamp 4"},
      {"a name of a thousand", "turn on the lamp"},
      {"zero width", "turn\u200b on\u200b the\u200b lamp\u200b 4"},
      {"right to left", "\u202eturn on the lamp 4"},
      {"emoji", repeated("💡", 480)},
      {"invalid UTF-8", repeated("\xff\xc3", 480)},
      {"10,000 letters", std::string(10'000, 'a')},
      {"10,000 bytes of commands", repeated("turn on the lamp and ", 10'000)}};
  for (const char* word : {"the ", "and ", "lamp ", "on ", "all ", "1 ", "and then ", "in the kitchen ",
                           "in ten minutes ", "at seven ", "turn on the lamp and ", "and in the hall ", "no, "}) {
    all.emplace_back("\"" + std::string(word) + "\" until it fits", repeated(word, 490));
  }
  return all;
}

double said_in_ms(engine::SimulatedHouse& house, const std::string& text) {
  flow::Utterance utterance;
  utterance.text = text;
  utterance.language = "en";
  const auto start = std::chrono::steady_clock::now();
  house.house().hear("bench", "sat", std::move(utterance));
  house.settle();
  const auto end = std::chrono::steady_clock::now();
  house.advance(house.clock().now() + std::chrono::minutes(3));
  return std::chrono::duration<double, std::milli>(end - start).count();
}

}  // namespace

int main(int count, char** words) {
  const size_t entities = count > 1 ? std::strtoull(words[1], nullptr, 10) : 3000;
  const auto models = engine::Models::load(apps::model_files(), {"en"});
  if (!models) {
    std::fprintf(stderr, "%s\n", to_string(models.error()).c_str());
    return 1;
  }
  memory::MemoryJournal journal;
  auto opened = engine::SimulatedHouse::open(**models, journal, from_microseconds(1'772'427'600'000'000));
  if (!opened) {
    std::fprintf(stderr, "%s\n", to_string(opened.error()).c_str());
    return 1;
  }
  engine::SimulatedHouse& house = **opened;
  house.house().start();
  house.house().inventory({.listing = listing(entities)});
  house.settle();
  (void)said_in_ms(house, "turn on the lamp 4");  // names are compiled for the first sentence
  std::vector<Json> rows;
  for (const auto& [name, text] : sentences()) {
    std::vector<double> took;
    for (int i = 0; i < kRounds; ++i) took.push_back(said_in_ms(house, text));
    std::ranges::sort(took);
    rows.push_back({{"input", name}, {"median_ms", took[kRounds / 2]}, {"worst_ms", took.back()}});
  }
  std::ranges::sort(rows, [](const Json& a, const Json& b) { return a["worst_ms"] > b["worst_ms"]; });
  std::printf("%s\n", dump({{"entities", entities}, {"goal_ms", 50}, {"inputs", rows}}).c_str());
}
