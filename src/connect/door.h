// The contract between the house and what is outside it: a door posts what it sees and hears, and carries out commands.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "flow/command.h"
#include "flow/inventory.h"
#include "flow/meaning.h"
#include "flow/observation.h"
#include "flow/outcome.h"
#include "flow/plan.h"
#include "flow/utterance.h"
#include "home/home.h"

namespace hearth::connect {

/// What a door may tell the house. Thread-safe, never blocks; what does not fit is dropped and counted by the house.
/// False where it was dropped, or the house is closing: nothing will come of it, and whoever waits should be told.
/// A door names things by its own keys, the house resolves them; headers are the house's to fill in.
class HouseInbox {
 public:
  virtual ~HouseInbox() = default;

  /// `inventory.listing.door` is the door's name. Post it before the observations of the entities that it lists.
  virtual bool inventory(flow::Inventory inventory) = 0;
  /// `key`: the entity's in the last inventory. An unknown key is counted, not fatal.
  virtual void observe(std::string_view door, std::string_view key, flow::Observation observation) = 0;
  /// `device`: one of the identifiers of the device that was spoken to; empty when there is none.
  virtual bool hear(std::string_view door, std::string_view device, flow::Utterance utterance) = 0;
  /// The same of what needs no words, such as a tap. `head.because` says where it comes from.
  virtual bool want(std::string_view door, std::string_view device, flow::Meaning meaning) = 0;
  virtual void receipt(flow::Receipt receipt) = 0;
  virtual void feedback(flow::Feedback feedback) = 0;
};

/// How a door is doing, for `hearth check` and the page.
struct DoorHealth {
  std::string name;
  bool connected = false;
  std::string detail;                 ///< one line: where it is connected, or why it is not
  uint64_t in = 0, out = 0;           ///< messages of the protocol since open()
  uint64_t errors = 0;                ///< messages that made no sense
  std::vector<std::string> unusable;  ///< what it could not use and why, sorted; each until it is mended or goes
};

/// One way into and out of the house. Thread-safe. Destroying an open door closes it.
class Door {
 public:
  virtual ~Door() = default;

  /// The same for as long as the door lives, and over restarts: keys of entities are unique within it.
  virtual std::string_view name() const = 0;
  /// Starts I/O and returns at once; `inbox` must outlive close(). A peer that is absent is no error: the door keeps
  /// trying and health() says so. Soon after, an Inventory is posted, even an empty one.
  /// Errors: InvalidInput or NotFound for settings that can never work; Denied for files that may not be read.
  virtual Status open(HouseInbox& inbox) = 0;
  /// Sends what the command asks for. Answers with exactly one Receipt, now or later, from any thread; its error says
  /// why nothing was sent. `home`: the snapshot by which the command's ids are meant.
  virtual void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) = 0;
  /// A plan that was to answer at this door has come to its end, and all that it says has been carried out before. On
  /// the thread that writes the journal; must not block.
  virtual void plan_ended(const flow::Plan& /*plan*/) {}
  virtual DoorHealth health() const = 0;
  /// After it returns nothing is posted any more.
  virtual void close() = 0;
};

}  // namespace hearth::connect
