// Any text is a home and its residents, parted by a line of dashes, or is refused naming the line; who was understood
// can live there for an hour.
#include "simulation/household.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth;
  constexpr std::string_view kParted = "\n---\n";
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const size_t parted = std::min(text.find(kParted), text.size());
  Result<simulation::HouseholdHome> home = simulation::parse_household(text.substr(0, parted), "fuzz.home");
  if (!home) {
    CHECK(home.error().place.starts_with("fuzz.home"));
    return 0;
  }
  CHECK(home->rooms.size() == home->door.listing.areas.size());
  CHECK(home->devices.size() == home->door.listing.entities.size());
  const std::string_view who = parted < text.size() ? text.substr(parted + kParted.size()) : std::string_view();
  Result<simulation::Residents> residents = simulation::parse_residents(who, "fuzz.residents", *home);
  if (!residents) {
    CHECK(residents.error().place.starts_with("fuzz.residents"));
    return 0;
  }
  if (home->devices.size() > 30 || residents->people.size() > 5 || residents->habits.size() > 30) return 0;
  auto household = simulation::Household::open(std::move(*home), std::move(*residents), {.seed = 1});
  if (!household) return 0;  // a zone that nobody knows
  (*household)->advance((*household)->now() + std::chrono::hours(1));
  uint64_t last = 0;
  for (const simulation::TruthEvent& event : (*household)->take_truth()) {
    CHECK(event.id == ++last);
    CHECK(!to_line(event).empty());
  }
  return 0;
}
