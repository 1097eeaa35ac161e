// The text log of CASAS smart homes (casas.wsu.edu): date, time, sensor, maybe its place in one or two words, its
// value, maybe the activity: "2010-11-04 05:40:51.303739 M004 ON Bed_to_Toilet begin", "2011-06-15 01:03:39.14 Bedroom
// Bedroom ON Sleep".
#pragma once

#include "connect/recording/row_format.h"

namespace hearth::connect {

class CasasLog final : public RowFormat {
 public:
  std::string_view name() const override { return "CASAS log"; }
  Read read(std::string_view line, Row& row) override;
};

}  // namespace hearth::connect
