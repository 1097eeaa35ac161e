// One running home: takes what doors, lanes and clocks bring, one at a time, and lets out what its steps say.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/guarded.h"
#include "base/queue.h"
#include "connect/door.h"
#include "engine/core.h"
#include "memory/journal.h"

namespace hearth::engine {

struct HouseOptions {
  std::string zone = "UTC";  ///< IANA name of the home's civil time
  std::string version;       ///< of the program, for the journal
  bool crashed = false;      ///< the last run did not close its journal
  size_t inbox_capacity = 8192;
};

/// The state and journal of one home. Doors, lanes, models and clock belong to the host and outlive it; two houses
/// share nothing else. What HouseInbox offers may be called from any thread; `start`, `step` and `ask`'s function run
/// on the house thread, which is whichever thread calls `step`, one at a time.
class House final : public connect::HouseInbox {
 public:
  /// Folds the journal. Errors: what the journal cannot read, or a wiring that does not fit.
  static Result<std::unique_ptr<House>> open(Parts parts, graph::Executor& executor, const Clock& clock,
                                             memory::Journal& journal, HouseOptions options);
  ~House() override;

  /// Commands to the door of that name go to it. Before start().
  void attach(connect::Door& door);

  /// Lets the house begin: every node arms its wakes, requests that a crash lost come back as failed.
  void start();

  /// Takes one arrival, waiting for it at most `patience`. False when none came.
  bool step(Duration patience = {});
  /// Runs `look` on the house thread, soon. False when the house is closing.
  bool ask(std::function<void(const Core&)> look);
  /// No more arrivals; what waits is still taken by step().
  void close();
  bool closed() const { return inbox_.closed(); }

  void inventory(flow::Inventory inventory) override;
  void observe(std::string_view door, std::string_view key, flow::Observation observation) override;
  void hear(std::string_view door, std::string_view device, flow::Utterance utterance) override;
  void receipt(flow::Receipt receipt) override;
  void feedback(flow::Feedback feedback) override;

  const Core& core() const { return *core_; }
  const memory::Journal& journal() const { return journal_; }

  /// Any thread.
  struct Health {
    uint64_t entries = 0, unknown_keys = 0, coalesced = 0, dropped = 0, waiting = 0, faults = 0;
    std::string last_fault;
  };
  Health health() const;

 private:
  struct Named {
    std::string door, key;
    flow::Observation observation;
  };
  struct Heard {
    std::string door, device;
    flow::Utterance utterance;
  };
  using Look = std::function<void(const Core&)>;
  using Arrival =
      std::variant<flow::Inventory, Named, Heard, flow::Receipt, flow::Feedback, flow::LaneReturn, flow::Wake, Look>;

  House(const Clock& clock, memory::Journal& journal, HouseOptions options);
  Status recover();
  void take(Arrival arrival);
  bool resolve(Named& named);
  void resolve(Heard& heard);
  void notice_clock();
  void notice_drops();
  /// Makes an input of a message and runs it through the core and into the journal. `trace` 0: begins its own.
  void accept(flow::Message message, std::string origin, flow::TraceId trace = {});
  void let_out(const std::vector<flow::Command>& commands, const std::shared_ptr<const home::Home>& home,
               bool needs_sync, const Status& written);

  const Clock& clock_;
  memory::Journal& journal_;
  const HouseOptions options_;
  CoalescingQueue<Arrival> inbox_;
  std::unique_ptr<Core> core_;
  std::map<std::string, connect::Door*, std::less<>> doors_;
  flow::MessageId last_;
  Duration wall_minus_steady_{};
  uint64_t drops_noticed_ = 0;
  std::vector<flow::LaneReturn> lost_;
  std::atomic<uint64_t> entries_{0}, unknown_keys_{0}, faults_{0};
  Guarded<std::string> last_fault_;
};

}  // namespace hearth::engine
