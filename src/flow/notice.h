// What the house itself has to remember besides the messages of its steps: starts, wakes, what came back from lanes.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

/// The house began to run. `crashed`: the last run did not end by itself.
struct Started {
  Header head;
  std::string version;  ///< of the program
  std::string zone;     ///< IANA name of the home's civil time
  bool crashed = false;
  bool operator==(const Started&) const = default;
};

/// A time that a node had asked to be woken at has come; `due` may lie behind when the house was off.
struct Wake {
  Header head;
  std::string node, key;
  Time due{};
  bool operator==(const Wake&) const = default;
};

/// Whatever became of a request to a lane: exactly one a request. `request`: the message that was handed over.
/// `results`: the messages that the lane node sent, each by port and encoded as `codec.h` writes it.
struct LaneReturn {
  Header head;
  std::string node, port;
  MessageId request;
  enum Status : uint8_t { Done, Shed, Dropped, Late, Failed, Cancelled };
  Status status = Done;
  std::optional<Error> error;
  std::string model;  ///< hash of the model that ran, empty where there was none
  uint64_t view = 0;  ///< the entry that the lane's view of memory reflected
  std::vector<std::pair<std::string, std::string>> results;
  bool operator==(const LaneReturn&) const = default;
};

/// The wall clock was set: `by` seconds forward.
struct ClockStep {
  Header head;
  double by_s = 0;
  bool operator==(const ClockStep&) const = default;
};

/// Messages that a full edge or inbox did not take.
struct Dropped {
  Header head;
  std::string where;
  uint64_t count = 0;
  bool operator==(const Dropped&) const = default;
};

/// A house node failed on a message; that message is spent, the house goes on.
struct NodeError {
  Header head;
  std::string node;
  Error error;
  bool operator==(const NodeError&) const = default;
};

/// Entries could not be written from `since` on (a full or dead disk); this one is the first after it.
struct Gap {
  Header head;
  Time since{};
  uint64_t lost = 0;
  std::string reason;
  bool operator==(const Gap&) const = default;
};

}  // namespace hearth::flow
