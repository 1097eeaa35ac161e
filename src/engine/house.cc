#include "engine/house.h"

#include "act/promises/alarm_clock.h"
#include "base/log.h"
#include "engine/erased.h"
#include "engine/unkept.h"

namespace hearth::engine {
namespace {

constexpr Duration kClockSlack = std::chrono::seconds(1);  // less than this is drift, not a step

home::DeviceId find_device(const home::Home& home, std::string_view identifier) {
  for (const home::Device& device : home.devices) {
    if (std::ranges::find(device.identifiers, identifier) != device.identifiers.end()) return device.id;
  }
  return {};
}

}  // namespace

House::House(const Clock& clock, memory::Journal& journal, HouseOptions options)
    : clock_(clock), journal_(journal), options_(std::move(options)), inbox_(options_.inbox_capacity) {}

House::~House() {
  close();
  core_.reset();  // before the inbox that its sinks fill
}

Result<std::unique_ptr<House>> House::open(Parts parts, graph::Executor& executor, const Clock& clock,
                                           memory::Journal& journal, HouseOptions options) {
  std::unique_ptr<House> house(new House(clock, journal, std::move(options)));
  parts.past = &journal;
  House* self = house.get();
  graph::Sinks sinks;
  sinks.returned = [self](graph::Return back) {
    if (!back.stream()) self->inbox_.push(to_entry(back), {}, Inbox::Room::Always);  // one for each request
  };
  sinks.wake = [self](graph::Wake wake) {
    flow::Wake due{.node = std::move(wake.node), .key = std::move(wake.key), .due = wake.due};
    self->inbox_.push(std::move(due), {}, Inbox::Room::Always);  // one for each key of a node
  };
  sinks.fault = [self](graph::Fault fault) {
    ++self->faults_;
    LOG_WARN("{}: {}", fault.node, to_string(fault.error));
    self->last_fault_.with([&](std::string& last) { last = fault.node + ": " + to_string(fault.error); });
  };
  house->core_ = TRY(Core::open(parts, executor, std::move(sinks)));
  TRY(house->recover());
  return house;
}

Status House::recover() {
  TRY(journal_.scan({1}, [this](const flow::Entry& entry) {
    if (entry.origin == memory::kUnreadable) report_unreadable(std::get<flow::Gap>(entry.message));
    core_->fold(entry);
    return true;
  }));
  last_ = journal_.last();
  lost_ = core_->outstanding().lost("the house stopped before it was done");
  return ok();
}

void House::report_unreadable(const flow::Gap& gap) {
  ++faults_;
  LOG_ERROR("the journal has an entry that cannot be read; the house goes on without it: {}", gap.reason);
  last_fault_.with([&](std::string& last) { last = "journal: " + gap.reason; });
}

void House::attach(connect::Door& door) { doors_.emplace(door.name(), &door); }

void House::start() {
  wall_minus_steady_ = clock_.now().time_since_epoch() - clock_.steady();
  accept(flow::Started{.version = options_.version, .zone = options_.zone, .crashed = options_.crashed}, "house");
  for (flow::LaneReturn& back : std::exchange(lost_, {})) {
    const flow::TraceId trace = back.head.trace;
    accept(std::move(back), "recovery", trace);
  }
}

bool House::inventory(flow::Inventory inventory) { return inbox_.push(std::move(inventory)) == Inbox::Taken::Queued; }

void House::observe(std::string_view door, std::string_view key, flow::Observation observation) {
  const home::CapabilityFacts& facts = home::facts(observation.capability);
  std::string merge;  // presses are news each, states only the newest
  if (!facts.momentary) merge = std::string(door) + '\n' + std::string(key) + '\n' + std::string(facts.name);
  inbox_.push(Named{std::string(door), std::string(key), std::move(observation)}, merge, Inbox::Room::Droppable);
}

bool House::hear(std::string_view door, std::string_view device, flow::Utterance utterance) {
  return take_in(door, device, std::move(utterance));
}
bool House::want(std::string_view door, std::string_view device, flow::Meaning meaning) {
  return take_in(door, device, std::move(meaning));
}
bool House::take_in(std::string_view door, std::string_view device, std::variant<flow::Utterance, flow::Meaning> wish) {
  const bool late = inbox_.counts().waiting >= static_cast<size_t>(Inbox::Room::Ordinary) * options_.inbox_capacity;
  Heard heard{std::string(door), std::string(device), std::move(wish), late};
  return inbox_.push(std::move(heard), {}, Inbox::Room::Reserve) == Inbox::Taken::Queued;
}

void House::receipt(flow::Receipt receipt) {
  inbox_.push(std::move(receipt), {}, Inbox::Room::Always);  // one for each command
}
void House::feedback(flow::Feedback feedback) { inbox_.push(std::move(feedback)); }
bool House::ask(Look look) { return inbox_.push(std::move(look)) == Inbox::Taken::Queued; }
void House::close() { inbox_.close(); }

bool House::step(Duration patience) {
  std::optional<Arrival> arrival = inbox_.pop(patience);
  const bool stepped = notice_clock();  // also in a quiet house: its timers are armed by the wall clock
  if (!arrival) return stepped;
  notice_drops();
  take(std::move(*arrival));
  return true;
}

void House::take(Arrival arrival) {
  if (auto* look = std::get_if<Look>(&arrival)) {
    (*look)(*core_);
  } else if (auto* inventory = std::get_if<flow::Inventory>(&arrival)) {
    std::string door = inventory->listing.door;
    accept(std::move(*inventory), std::move(door));
  } else if (auto* named = std::get_if<Named>(&arrival)) {
    if (resolve(*named)) accept(std::move(named->observation), std::move(named->door));
  } else if (auto* heard = std::get_if<Heard>(&arrival)) {
    resolve(*heard);
    std::visit([&](auto& wish) { accept(std::move(wish), std::move(heard->door)); }, heard->wish);
  } else if (auto* receipt = std::get_if<flow::Receipt>(&arrival)) {
    take_receipt(std::move(*receipt));
  } else if (auto* feedback = std::get_if<flow::Feedback>(&arrival)) {
    accept(std::move(*feedback), "door");
  } else if (auto* back = std::get_if<flow::LaneReturn>(&arrival)) {
    const flow::TraceId trace = back->head.trace;
    accept(std::move(*back), "lane", trace);
  } else if (auto* wake = std::get_if<flow::Wake>(&arrival)) {
    accept(std::move(*wake), "clock");
  }
}

void House::take_receipt(flow::Receipt receipt) {
  const memory::PlanRecord* record = core_->memory().plans.find(receipt.plan);
  const flow::TraceId trace = record == nullptr ? flow::TraceId{} : record->plan.head.trace;
  const bool unkept = is_unkept(receipt, core_->memory().plans);
  flow::MessageId changed;  // the earlier promise that the refused one would have changed
  if (unkept) changed = std::get<flow::Promise>(record->plan.steps[receipt.step]).changes;
  accept(std::move(receipt), unkept ? "journal" : "door", trace);
  if (!changed) return;
  std::vector<flow::Wake> wakes;  // it holds again as it was, and may be due sooner than it is armed for
  for (const memory::Promised& promised : core_->memory().promises.all()) {
    if (promised.id != changed || !act::rings(promised)) continue;
    wakes.push_back({.node = "act.promises", .key = act::episode_of(promised), .due = promised.promise.due});
  }
  for (flow::Wake& wake : wakes) accept(std::move(wake), "clock");
}

bool House::resolve(Named& named) {
  const home::Home& home = *core_->memory().present.home();
  named.observation.entity = home.find(home.door(named.door), named.key);
  if (named.observation.entity) return true;
  ++unknown_keys_;
  LOG_DEBUG("{} reports '{}', which it has not listed", named.door, named.key);
  return false;
}

void House::resolve(Heard& heard) {
  const home::Home& home = *core_->memory().present.home();
  const auto complete = [&](auto& wish) {
    constexpr bool kIsWords = std::is_same_v<std::decay_t<decltype(wish)>, flow::Utterance>;
    wish.heard.door = home.door(heard.door);
    if (heard.late && kIsWords) wish.head.deadline = clock_.now() - Duration(1);  // a tap needs no lane
    if (!heard.device.empty()) wish.heard.device = find_device(home, heard.device);
    const home::Satellite* satellite = home.satellite(wish.heard.device);
    if (satellite == nullptr) return;
    if (!wish.speaker && satellite->usual) {
      wish.speaker = satellite->usual;
      if constexpr (kIsWords) wish.speaker_confidence = 1;
    }
    if (wish.language.empty()) wish.language = satellite->language;
  };
  std::visit(complete, heard.wish);
}

bool House::notice_clock() {
  if (!wall_minus_steady_) return false;
  const Duration offset = clock_.now().time_since_epoch() - clock_.steady();
  const Duration step = offset - *wall_minus_steady_;
  if (step < kClockSlack && step > -kClockSlack) return false;
  wall_minus_steady_ = offset;
  accept(flow::ClockStep{.by_s = to_seconds(step)}, "clock");
  return true;
}

void House::notice_drops() {
  const uint64_t dropped = inbox_.counts().dropped;
  if (dropped == drops_noticed_) return;
  accept(flow::Dropped{.where = "inbox", .count = dropped - drops_noticed_}, "house");
  drops_noticed_ = dropped;
}

void House::accept(flow::Message message, std::string origin, flow::TraceId trace) {
  flow::Entry input{{last_.value + 1}, clock_.now(), flow::Entry::Input, trace, std::move(origin), std::move(message)};
  if (!input.trace) input.trace.value = input.seq.value;
  flow::Header& head = flow::head_of(input.message);
  head.id = input.seq;
  head.trace = input.trace;
  head.at = input.at;

  std::vector<flow::Entry> caused = core_->run(input);
  last_.value += 1 + caused.size();
  entries_ += 1 + caused.size();
  Leaving leaving = leaving_with(input, caused, core_->memory().plans);
  memory::Batch batch;
  batch.durability = leaving.durability;
  batch.entries.reserve(1 + caused.size());
  batch.entries.push_back(std::move(input));
  std::ranges::move(caused, std::back_inserter(batch.entries));
  Told told;
  if (listen_) told = listen_(batch.entries, *core_);
  std::vector<flow::Plan> ended = ended_by(batch.entries);
  if (leaving.empty() && ended.empty()) {
    batch.written = std::move(told);
  } else {
    batch.written = [this, leaving = std::move(leaving), ended = std::move(ended), told = std::move(told),
                     home = core_->memory().present.home()](const Status& written) {
      let_out(leaving, home, written);
      for (const flow::Plan& plan : ended) {
        if (written || !leaving.holds_back(plan.head.id)) tell_of_end(plan, *home);  // once its words are out
      }
      if (told) told(written);
    };
  }
  journal_.append(std::move(batch));
}

std::vector<flow::Plan> House::ended_by(std::span<const flow::Entry> entries) const {
  std::vector<flow::Plan> ended;
  for (const flow::Entry& entry : entries) {
    const auto* outcome = std::get_if<flow::Outcome>(&entry.message);
    if (outcome == nullptr) continue;
    const memory::PlanRecord* record = core_->memory().plans.find(outcome->plan);
    if (record != nullptr && record->finished && record->plan.reply.door) ended.push_back(record->plan);
  }
  return ended;
}

void House::tell_of_end(const flow::Plan& plan, const home::Home& home) {
  const uint32_t door = plan.reply.door.value;
  if (door > home.doors.size()) return;
  const auto found = doors_.find(home.doors[door - 1]);
  if (found != doors_.end()) found->second->plan_ended(plan);
}

void House::let_out(const Leaving& leaving, const std::shared_ptr<const home::Home>& home, const Status& written) {
  if (!written) {  // a promise that cannot be kept is not made
    for (const Leaving::PromiseStep& promise : leaving.promises) {
      receipt({.plan = promise.plan, .step = promise.step, .error = written.error()});
    }
  }
  for (const auto& [command, only_if_kept] : leaving.deeds) {
    flow::Receipt refused{.plan = command.plan, .step = command.step};
    if (!written && only_if_kept) {
      refused.error = written.error();
      receipt(std::move(refused));
      continue;
    }
    const uint32_t number = command.to.door.value;
    const std::string name = number == 0 || number > home->doors.size() ? "" : home->doors[number - 1];
    const auto door = doors_.find(name);
    if (door == doors_.end()) {
      refused.error =
          unavailable("no door of that name is open", name.empty() ? "door " + std::to_string(number) : name);
      receipt(std::move(refused));
      continue;
    }
    door->second->carry_out(command, home);
  }
}

House::Health House::health() const {
  const auto counts = inbox_.counts();
  Health health{entries_, unknown_keys_, counts.replaced, counts.dropped, counts.waiting, faults_, {}};
  health.last_fault = last_fault_.with([](const std::string& last) { return last; });
  return health;
}

}  // namespace hearth::engine
