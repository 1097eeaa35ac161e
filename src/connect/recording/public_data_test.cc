// Runs the readers over the public recordings where they are present.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "connect/recording/recording.h"

namespace hearth::connect {
namespace {

struct PublicFile {
  const char* path;
  const char* format;
  uint64_t rows, observations;
  size_t sensors;
};

class PublicRecordings : public testing::TestWithParam<PublicFile> {};

TEST_P(PublicRecordings, AreReadWhole) {
  const char* chosen = std::getenv("HEARTH_SHARED_DATA");
  const std::filesystem::path path =
      std::filesystem::path(chosen != nullptr ? chosen : "../shared/data") / "smarthome" / GetParam().path;
  if (!std::filesystem::exists(path))
    GTEST_SKIP() << "no " << path.string() << "; set HEARTH_SHARED_DATA to the data folder";
  auto recording = std::move(Recording::open(path)).value();
  EXPECT_EQ(recording.format(), GetParam().format);
  uint64_t observations = 0, misfits = 0;
  Time before = Time::min();
  while (const auto seen = recording.next()) {
    ++observations;
    ASSERT_GE(seen->head.at, before);
    before = seen->head.at;
  }
  for (const Oddity& odd : recording.oddities()) {
    std::cout << path.filename().string() << ": " << to_string(odd.kind) << " x" << odd.count << ", first line "
              << odd.first_line << ": " << odd.example << "\n";
    misfits += odd.kind == OddityKind::Unparsable || odd.kind == OddityKind::MisfitValue ? odd.count : 0;
  }
  EXPECT_EQ(misfits, 0U);
  EXPECT_EQ(recording.rows(), GetParam().rows);
  EXPECT_EQ(observations, GetParam().observations);
  EXPECT_EQ(recording.inventory().listing.entities.size(), GetParam().sensors);
}

INSTANTIATE_TEST_SUITE_P(
    Files, PublicRecordings,
    testing::Values(PublicFile{"casas_wsu_al/data", "CASAS log", 61'578, 61'578, 12},
                    PublicFile{"frailty_box/aruba/dataset.csv", "point table", 12'954, 12'954, 11},
                    PublicFile{"frailty_box/aruba/activity_dataset.csv", "interval table", 6'440, 12'880, 11},
                    PublicFile{"frailty_box/hh101/dataset.csv", "interval table", 2'459, 4'918, 30},
                    PublicFile{"frailty_box/KA_House/KA_ss.csv", "interval table", 1'229, 2'458, 14},
                    PublicFile{"frailty_box/KA_House/KA_as.csv", "interval table", 259, 518, 8},
                    PublicFile{"frailty_box/KA_House/KA_sensor_dataset.csv", "point table", 2'458, 2'458, 14},
                    PublicFile{"frailty_box/KA_House/KA_activity_dataset.csv", "point table", 518, 518, 8},
                    PublicFile{"frailty_box/KB_House/KB_ss.csv", "interval table", 19'075, 38'118, 23},
                    PublicFile{"kasteren_mitlab_mavpad/kasteren/kasterenSenseData.txt", "interval table", 1'319, 2'638,
                               14},
                    PublicFile{"ordonez_uci_adl/OrdonezA_Sensors.txt", "interval table", 409, 818, 12},
                    PublicFile{"ordonez_uci_adl/OrdonezA_ADLs.txt", "interval table", 248, 496, 9}),
    [](const auto& file) {
      std::string name = file.param.path;
      std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
      return name;
    });

}  // namespace
}  // namespace hearth::connect
