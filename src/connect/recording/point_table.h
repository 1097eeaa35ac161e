// Tables of single moments: date; then a name that ends in what happened: "2008-02-25 00:20:14;Hall-Bedroom door ON",
// "2008-02-25 00:19:32;brush teeth START", "2010-11-04 00:03:50.209589;sleeping_begin".
#pragma once

#include "connect/recording/row_format.h"

namespace hearth::connect {

class PointTable final : public RowFormat {
 public:
  std::string_view name() const override { return "point table"; }
  Read read(std::string_view line, Row& row) override;
  void begin_again() override { begun_ = false; }

 private:
  bool begun_ = false;
};

}  // namespace hearth::connect
