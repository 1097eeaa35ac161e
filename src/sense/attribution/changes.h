// What changed, and what the house had asked for just then: the facts from which attribution judges.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "memory/fields.h"
#include "memory/projection.h"

namespace hearth::sense {

using flow::Capability;
using flow::EntityId;
using flow::MessageId;
using flow::Value;

/// How long after a Set a report is taken for its echo: over the time that the change takes and this much more.
inline constexpr Duration kEcho = std::chrono::seconds{10};
/// After that a matching report is still probably the echo of a slow device, until this much later.
inline constexpr Duration kLateEcho = std::chrono::seconds{60};
/// How long after a Set other capabilities of the entity, or what a scene moves, follow.
inline constexpr Duration kFollows = std::chrono::seconds{5};
/// A value that jumps back within this of its echo was hardly somebody's wish.
inline constexpr Duration kBounce = std::chrono::seconds{2};
/// Changes that close together come from one cause.
inline constexpr Duration kTogether = std::chrono::seconds{1};
/// How long after a device could be reached again its reports tell of its power coming back.
inline constexpr Duration kCameBack = std::chrono::seconds{15};
/// How long after a start of the house a device's first report tells of what happened while the house was off.
inline constexpr Duration kSinceStart = std::chrono::seconds{60};

/// A Set on its way to a device.
struct Expectation {
  MessageId command, plan;
  uint16_t step = 0;
  EntityId entity;
  Capability capability = Capability::None;
  Value to;
  double over_s = 0;
  Time sent{};
  std::optional<Time> met;  ///< when its value was reported; when it was sent, if that was the value already
  bool operator==(const Expectation&) const = default;
};

/// The value that one capability of one entity holds.
struct Held {
  EntityId entity;
  Capability capability = Capability::None;
  Value value;
  Time since{};
  bool operator==(const Held&) const = default;
};

/// A change that no Set explained.
struct Unexplained {
  EntityId entity;
  Time at{};
  bool operator==(const Unexplained&) const = default;
};

/// All that Changes keeps, each list in the order named.
struct ChangesState {
  std::vector<Held> held;                ///< by entity and capability
  std::vector<Expectation> expected;     ///< oldest first
  std::vector<Unexplained> unexplained;  ///< oldest first
  Time started{};                        ///< of the house, the last time
  bool operator==(const ChangesState&) const = default;
};

/// How a change fits what the house had asked for.
enum class Match : uint8_t {
  None,
  Echo,       ///< the value of a Set, in time
  LateEcho,   ///< the value of a Set, but late
  OnTheWay,   ///< between the value before and that of a Set
  Follows,    ///< another capability of an entity that was Set just now
  FromScene,  ///< some other entity, just after the house activated a scene or pressed a button
  Contrary,   ///< another value than that of a Set that is still unanswered
  Bounce,     ///< away from the value of a Set, right after it was reached
};

/// One observed change of a value that could have been set.
struct Change {
  MessageId observation;
  EntityId entity;
  Capability capability = Capability::None;
  Value before, after;  ///< `before` is unknown for the first report of all
  Time at{};
  float confidence = 1;  ///< of the observation
  std::string hint;      ///< its cause_hint
  Match match = Match::None;
  std::optional<Expectation> expected;  ///< what it matches, unless None
  size_t together = 0;                  ///< other entities that changed unexplained within kTogether before
  bool came_back = false;               ///< the entity could be reached again within kCameBack before
  bool while_off = false;               ///< the first report since a start that was less than kSinceStart before
};

/// Could anything of this kind be set at all? Sensors' capabilities are not followed.
bool may_be_set(Capability capability);

/// Folds Command, Observation, Started and ClockStep. House thread only. Bounded: one Held a capability that may be set
/// (at most kMostHeld; what comes later is not followed), the newest kMostExpected Sets of the last minutes, the newest
/// kMostUnexplained changes. A retained report or an unknown value is no news: the former only tells what is held.
class Changes final : public memory::Projection {
 public:
  static constexpr size_t kMostHeld = 20'000;
  static constexpr size_t kMostExpected = 256;
  static constexpr size_t kMostUnexplained = 32;

  std::string_view name() const override { return "attribution"; }
  void apply(const flow::Entry& entry) override;
  std::string save() const override;
  Status restore(std::string_view bytes) override;

  /// What the observation folded last changed; null when it changed nothing, or when another entry came since. Not
  /// part of what is saved: it serves the nodes that handle that very entry.
  const Change* change(MessageId observation) const;

 private:
  void expect(const flow::Command& command, const flow::Set& set, Time at);
  void observe(const flow::Observation& seen, Time at);
  void shift(Duration by);
  void forget(Time now);
  void meet(Expectation& asked, Time at);
  void match(Change& change);
  Expectation* match_value(const Change& change);
  bool match_place(Change& change);
  void compare_unexplained(Change& change);
  Held* held(EntityId entity, Capability capability);
  bool hold(EntityId entity, Capability capability, const Value& value, Time at);

  ChangesState state_;
  std::optional<Change> last_;
};

}  // namespace hearth::sense

namespace hearth::flow {

// clang-format off
template <> struct Fields<sense::Expectation> {
  using T = sense::Expectation;
  static constexpr auto list = std::tuple(
      field(1, "command", &T::command), field(2, "plan", &T::plan), field(3, "step", &T::step),
      field(4, "entity", &T::entity), field(5, "capability", &T::capability), field(6, "to", &T::to),
      field(7, "over_s", &T::over_s), field(8, "sent", &T::sent), field(9, "met", &T::met));
};
template <> struct Fields<sense::Held> {
  using T = sense::Held;
  static constexpr auto list = std::tuple(
      field(1, "entity", &T::entity), field(2, "capability", &T::capability), field(3, "value", &T::value),
      field(4, "since", &T::since));
};
template <> struct Fields<sense::Unexplained> {
  using T = sense::Unexplained;
  static constexpr auto list = std::tuple(field(1, "entity", &T::entity), field(2, "at", &T::at));
};
template <> struct Fields<sense::ChangesState> {
  using T = sense::ChangesState;
  static constexpr auto list = std::tuple(
      field(1, "held", &T::held), field(2, "expected", &T::expected), field(3, "unexplained", &T::unexplained),
      field(4, "started", &T::started));
};
// clang-format on

}  // namespace hearth::flow
