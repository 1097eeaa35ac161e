// One running home: takes what doors, lanes and clocks bring, one at a time, and lets out what its steps say.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "base/clock.h"
#include "base/guarded.h"
#include "base/queue.h"
#include "connect/door.h"
#include "engine/core.h"
#include "engine/leaving.h"
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

  /// Calls `listen` on the house thread with each input and what followed from it; what it returns is called on the
  /// writer's thread when they are written, or with why they are not. Both must be quick. Before start().
  using Told = std::function<void(const Status& written)>;
  using Listener = std::function<Told(std::span<const flow::Entry>, const Core&)>;
  void listen(Listener listen) { listen_ = std::move(listen); }

  /// Lets the house begin: every node arms its wakes, requests that a crash lost come back as failed.
  void start();

  /// Takes one arrival, waiting for it at most `patience`; notices a step of the clock also when none came. False when
  /// there was neither.
  bool step(Duration patience = {});
  /// Runs `look` on the house thread, soon. False when the house is closing.
  bool ask(std::function<void(const Core&)> look);
  /// No more arrivals; what waits is still taken by step().
  void close();
  bool closed() const { return inbox_.closed(); }

  bool inventory(flow::Inventory inventory) override;
  void observe(std::string_view door, std::string_view key, flow::Observation observation) override;
  bool hear(std::string_view door, std::string_view device, flow::Utterance utterance) override;
  bool want(std::string_view door, std::string_view device, flow::Meaning meaning) override;
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
    std::variant<flow::Utterance, flow::Meaning> wish;
    bool late = false;  ///< the inbox was full: answered, but not understood any more
  };
  using Look = std::function<void(const Core&)>;
  using Arrival =
      std::variant<flow::Inventory, Named, Heard, flow::Receipt, flow::Feedback, flow::LaneReturn, flow::Wake, Look>;

  using Inbox = CoalescingQueue<Arrival>;

  House(const Clock& clock, memory::Journal& journal, HouseOptions options);
  Status recover();
  void report_unreadable(const flow::Gap& gap);
  void take(Arrival arrival);
  void take_receipt(flow::Receipt receipt);
  bool resolve(Named& named);
  void resolve(Heard& heard);
  bool take_in(std::string_view door, std::string_view device, std::variant<flow::Utterance, flow::Meaning> wish);
  /// False when the wall clock went as it should.
  bool notice_clock();
  void notice_drops();
  /// Makes an input of a message and runs it through the core and into the journal. `trace` 0: begins its own.
  void accept(flow::Message message, std::string origin, flow::TraceId trace = {});
  /// The plans that came to their end with these entries and were asked for at a door.
  std::vector<flow::Plan> ended_by(std::span<const flow::Entry> entries) const;
  /// The writer's thread.
  void tell_of_end(const flow::Plan& plan, const home::Home& home);
  /// The writer's thread. What may not leave unwritten comes back as a Receipt that says why.
  void let_out(const Leaving& leaving, const std::shared_ptr<const home::Home>& home, const Status& written);

  const Clock& clock_;
  memory::Journal& journal_;
  const HouseOptions options_;
  Inbox inbox_;
  std::unique_ptr<Core> core_;
  std::map<std::string, connect::Door*, std::less<>> doors_;
  Listener listen_;
  flow::MessageId last_;
  std::optional<Duration> wall_minus_steady_;  ///< none before start()
  uint64_t drops_noticed_ = 0;
  std::vector<flow::LaneReturn> lost_;
  std::atomic<uint64_t> entries_{0}, unknown_keys_{0}, faults_{0};
  Guarded<std::string> last_fault_;
};

}  // namespace hearth::engine
