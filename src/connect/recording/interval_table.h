// Tables of intervals, as van Kasteren published them and others after him: start, end, and what was on meanwhile. The
// rest of a row is a sensor's number and 1, an activity's number, an activity's name, or where a sensor is, its type
// and its room (UCI "Activities of Daily Living"). Separated by tabs, commas or semicolons; dates as 25-Feb-2008 or
// 2008-02-25.
#pragma once

#include "connect/recording/row_format.h"

namespace hearth::connect {

class IntervalTable final : public RowFormat {
 public:
  /// `names` explain the numbers; a list in the file's own preamble adds to them.
  explicit IntervalTable(LabelList names) : names_(std::move(names)) {}
  std::string_view name() const override { return "interval table"; }
  Read read(std::string_view line, Row& row) override;
  void begin_again() override { begun_ = false; }
  bool last_was_unnamed() const override { return unnamed_; }

 private:
  Read name_by_number(std::string_view number, bool activity, Row& row);

  LabelList names_;
  bool begun_ = false;  ///< a row was seen: what is none from here on is a fault, not a heading
  bool unnamed_ = false;
};

}  // namespace hearth::connect
