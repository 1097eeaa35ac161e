// Any text is a home and a story, or is refused naming the line; what a home lists can be merged.
#include "home/merge.h"
#include "simulation/home_file.h"
#include "simulation/line.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<simulation::DescribedHome> described = simulation::parse_home(text, "fuzz.home");
  if (!described) {
    CHECK(described.error().place.starts_with("fuzz.home:"));
  } else {
    home::Home merged;
    for (const simulation::DescribedDoor& door : described->doors) merged = home::merge(merged, door.listing);
    CHECK(merged.entities.size() == merged.entity_present.size());
  }
  const auto words = simulation::split_line(text);
  if (words) CHECK(words->size() <= text.size());
  (void)simulation::parse_duration(text);
  return 0;
}
