// The bodies of those who live in the home: where they are, what they are about, what their hands do.
#pragma once

#include <deque>

#include "simulation/device.h"
#include "simulation/residents_file.h"

namespace hearth::simulation {

/// Something that somebody does, step by step. `habit` kNowhere: no habit of the file. `cause`: its event in the truth
/// log, 0 for idling, which anything may interrupt.
struct Doing {
  uint32_t habit = kNowhere;
  uint64_t cause = 0;
  std::vector<Step> steps;
  Time expires = kNever;  ///< not begun after that
  size_t at = 0;
};

/// Who wants to know, and who may interfere. All are set before start().
struct PeopleHooks {
  std::function<void(uint32_t person, uint32_t room)> entered, left;
  std::function<void(uint32_t person)> arrived, departed;
  std::function<void(uint32_t person, const Doing&)> finished;
  /// True when the person does not do it although it was meant to be done.
  std::function<bool(uint32_t person, const Step&, uint64_t cause)> forgets;
  /// How much longer the person stays out than meant.
  std::function<Duration(uint32_t person, uint64_t cause)> stays_away;
};

/// Residents come first, in the order of the file; guests follow. One thread.
class People {
 public:
  /// The references must outlive it.
  People(Surroundings& around, Devices& devices, Truth& truth, const Residents& residents);

  PeopleHooks hooks;
  /// Everybody lies in bed.
  void start();
  /// A resident begins it as soon as they can. Told as skipped, and why, when they are away, or asleep and it does not
  /// begin with waking.
  void offer(uint32_t person, Doing doing);
  /// Done at once, whatever the person is about.
  void in_passing(uint32_t person, const Step& step, uint64_t cause) { deed(person, step, cause); }
  /// A guest, standing outside, who then does this.
  void invite(const std::string& name, Doing doing);

  size_t residents() const { return residents_.people.size(); }
  const std::string& name(uint32_t person) const { return people_[person].name; }
  uint32_t room(uint32_t person) const { return people_[person].room; }  ///< kNowhere: away
  bool home(uint32_t person) const { return room(person) != kNowhere; }
  bool up(uint32_t person) const { return home(person) && !people_[person].asleep; }
  size_t residents_home() const;
  size_t guests() const;  ///< inside
  size_t in_room(uint32_t room) const;

 private:
  struct Person {
    std::string name;
    uint32_t room = kNowhere;
    bool guest = false, asleep = false, active = false;
    std::optional<Doing> doing;
    std::deque<Doing> waiting;
    std::vector<uint32_t> path;  ///< rooms still to pass, the next one last
    uint32_t turn = 0, stir_turn = 0;
    Chance chance;
    uint32_t phone = kNowhere;
    uint32_t body_room = kNowhere;
    double heat = 0, moisture = 0, breath = 0;
  };

  void resume(uint32_t person, Duration wait);
  void proceed(uint32_t person);
  bool choose(uint32_t person);
  void idle(uint32_t person);
  Duration perform(uint32_t person, const Step& step);
  Duration wake(uint32_t person);
  Duration sleep(uint32_t person);
  Duration labour(uint32_t person, const Step& step);
  Duration use(uint32_t person, const Step& step);
  Duration leave(uint32_t person, const Step& step);
  Duration step_out(uint32_t person);
  void insert(uint32_t person, std::vector<Step> steps);
  bool deed(uint32_t person, const Step& step, uint64_t cause);
  void move(uint32_t person, uint32_t to);
  void embody(uint32_t person);
  void stir(uint32_t person);
  void skip(uint32_t person, const Doing& doing, const char* why);
  std::vector<uint32_t> route(uint32_t from, uint32_t to) const;
  uint64_t cause(const Person& person) const { return person.doing ? person.doing->cause : 0; }

  Surroundings& around_;
  Devices& devices_;
  Truth& truth_;
  const Residents& residents_;
  std::vector<Person> people_;
};

/// A hand on the device: `capability` becomes `value`.
Step set_step(uint32_t device, home::Capability capability, home::Value value);

}  // namespace hearth::simulation
