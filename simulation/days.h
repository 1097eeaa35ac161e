// What kind of day it is: weekday, holiday, vacation, illness; and who comes by.
#pragma once

#include "calendar/zone.h"
#include "simulation/people.h"

namespace hearth::simulation {

/// One thread. The references must outlive it.
class Days {
 public:
  Days(Surroundings& around, People& people, Truth& truth, const Residents& residents, const calendar::Zone& zone);
  /// Called at each local midnight, and at the start for the day that has begun.
  void begin(const calendar::CivilTime& date);

  bool ill(uint32_t resident) const { return ill_[resident] > 0; }
  bool public_holiday() const { return public_holiday_; }
  /// Bit of the weekday, Monday first; a public holiday is a Sunday.
  uint8_t weekday() const { return weekday_; }
  uint16_t month() const { return month_; }  ///< bit of the month, January first
  /// That time of the day that began last, civil time moved by `after_midnight`.
  Time at(Duration after_midnight) const;
  const calendar::CivilTime& date() const { return date_; }

 private:
  struct Vacation {
    int64_t day = 0;
    Duration length{};
  };
  void plan_year(int year);
  void fall_ill();
  void invite();
  void visit();
  uint64_t tell(std::string who, const char* what);

  Surroundings& around_;
  People& people_;
  Truth& truth_;
  const Residents& residents_;
  const calendar::Zone& zone_;
  Chance chance_;
  calendar::CivilTime date_;
  int planned_year_ = 0;
  std::vector<Vacation> vacations_;
  std::vector<int> ill_;  ///< days left, today included
  bool public_holiday_ = false;
  uint8_t weekday_ = 1;
  uint16_t month_ = 1;
  uint32_t guest_number_ = 0;
};

}  // namespace hearth::simulation
