// When somebody does what they usually do, and when for once they do not.
#pragma once

#include "simulation/days.h"

namespace hearth::simulation {

/// One thread. The references must outlive it. What it is told of leads to doings later, never within the call.
class Habits {
 public:
  Habits(Surroundings& around, Devices& devices, People& people, Truth& truth, const Residents& residents,
         const Days& days, const Weather& weather, const calendar::Zone& zone);

  void start();                                     ///< plans what comes every so often
  void begin_day(const calendar::CivilTime& date);  ///< plans what comes by clock and sun
  void entered(uint32_t person, uint32_t room);
  void left(uint32_t person, uint32_t room);
  void arrived(uint32_t person) { after(Habit::Arriving, person); }
  void departed(uint32_t person) { after(Habit::Departing, person); }
  void finished(uint32_t person, uint32_t habit);
  void changed(uint32_t device, home::Capability capability, const home::Value& value);

 private:
  void every(uint32_t habit);
  void after(Habit::Trigger trigger, uint32_t person);
  void passing(uint32_t habit, uint32_t person);
  /// Draws whether it happens this time, and lets it happen, or tells that it does not, after `wait`.
  void plan(uint32_t habit, uint32_t person, Duration wait);
  void follow(uint32_t habit, uint32_t person);
  bool today(const Habit& habit) const;
  bool belongs(const Habit& habit, uint32_t person) const;
  bool holds(const Habit& habit, uint32_t person) const;
  bool holds(const Condition& condition, const Habit& habit, uint32_t person) const;
  uint64_t tell(TruthEvent::Kind kind, uint32_t habit, const std::string& who, const char* why = "");

  Surroundings& around_;
  Devices& devices_;
  People& people_;
  Truth& truth_;
  const Residents& residents_;
  const Days& days_;
  const Weather& weather_;
  const calendar::Zone& zone_;
  std::vector<Chance> chances_;  ///< by habit
};

}  // namespace hearth::simulation
