// The household of the repository's own files, for tests.
#pragma once

#include <gtest/gtest.h>

#include "simulation/household.h"

namespace hearth::simulation {

inline HouseholdHome test_home() {
  Result<HouseholdHome> home = read_household("simulation/homes/two_floors.home");
  EXPECT_TRUE(home.ok()) << to_string(home.error());
  return std::move(home).value();
}

/// Begins on Monday, 5 January 2026, at midnight in Berlin, unless told otherwise.
inline std::unique_ptr<Household> test_household(uint64_t seed, const char* start = "2026-01-04T23:00:00Z") {
  HouseholdHome home = test_home();
  Result<Residents> residents = read_residents("simulation/residents/anna_and_ben.residents", home);
  EXPECT_TRUE(residents.ok()) << to_string(residents.error());
  return Household::open(std::move(home), std::move(residents).value(), {seed, parse_iso8601(start).value()}).value();
}

}  // namespace hearth::simulation
