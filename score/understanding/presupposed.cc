#include "score/understanding/presupposed.h"

#include "text/normalise.h"

namespace hearth::score {
namespace {

using flow::Promise;

class Teller {
 public:
  Teller(const FurnishedHome& furnished, Time now) : furnished_(furnished), now_(now) {}

  void furnish() {
    add(flow::Inventory{{}, furnished_.listing}, now_, flow::Entry::Input);
    for (const FurnishedHome::Report& report : furnished_.reports) {
      flow::Observation seen{.entity = {report.entity}, .capability = report.capability, .value = report.value};
      add(std::move(seen), now_, flow::Entry::Input);
    }
  }

  /// A plan with this one step, carried out at `at`; returns its number.
  flow::MessageId promise(Promise step, home::DeviceId where, Time at) {
    flow::Plan plan;
    plan.verdict = flow::Plan::Do;
    plan.reply = {furnished_.home.door(kSuiteDoor), where, "before"};
    plan.steps = {std::move(step)};
    const flow::MessageId id = add(std::move(plan), at, flow::Entry::Emission);
    add(flow::Outcome{.plan = id, .step = 0, .progress = flow::Outcome::Done}, at, flow::Entry::Emission);
    return id;
  }

  Past past;

 private:
  flow::MessageId add(flow::Message message, Time at, flow::Entry::Direction direction) {
    const flow::MessageId id{past.entries.size() + 1};
    flow::Header& head = flow::head_of(message);
    head.id = id;
    head.trace = {id.value};
    head.at = at;
    past.entries.push_back({id, at, direction, head.trace, "suite", std::move(message)});
    return id;
  }

  const FurnishedHome& furnished_;
  const Time now_;
};

bool changes_timer(const SuiteFile& file) {
  return file.intent.ends_with("Timer") ? file.intent != "HassStartTimer"
                                        : file.intent == "HassTimerStatus" || file.intent == "HassCancelAllTimers";
}

bool takes_from_list(const SuiteFile& file) {
  return file.intent.ends_with("CompleteItem") || file.intent.ends_with("RemoveItem");
}

double left_in(const SuiteFile& file, double otherwise) {
  if (!file.home.timers.is_array() || file.home.timers.empty()) return otherwise;
  const Json& timer = file.home.timers.front();
  return timer.is_object() ? timer.value("total_seconds_left", otherwise) : otherwise;
}

Promise timer(double seconds, double left, const std::string& name, Time now) {
  Promise promise;
  promise.kind = Promise::Timer;
  promise.seconds = seconds;
  promise.due = now + from_seconds(left);
  if (!name.empty()) promise.about = flow::literal(name);
  return promise;
}

void add_timers(const SuiteFile& file, const SuiteTest& test, const FurnishedHome& furnished, Time now,
                Teller& teller) {
  const Subject subject = subject_of(file, test);
  const home::DeviceId here{1};  // the one that hears the sentence
  home::DeviceId there = here;
  for (const home::Device& device : furnished.home.devices) {
    if (!subject.area.empty() && device.area == furnished.home.find_area(subject.area)) there = device.id;
  }
  const double seconds = seconds_in(test, "start_").value_or(1500);
  const Time begun = now - std::chrono::seconds(1);
  const flow::MessageId meant =
      teller.promise(timer(seconds, left_in(file, seconds - 1), subject.name, now), there, begun);
  teller.past.meant = {meant};
  if (file.intent == "HassUnpauseTimer") {
    Promise pause;
    pause.kind = Promise::Timer;
    pause.change = Promise::Pause;
    pause.changes = meant;
    teller.promise(pause, here, begun);
  }
  const bool told = !subject.name.empty() || !subject.area.empty() || seconds_in(test, "start_");
  if (!told && file.intent != "HassCancelAllTimers") return;
  const flow::MessageId other = teller.promise(timer(777, 770, "", now), here, begun);
  if (file.intent == "HassCancelAllTimers" && subject.area.empty()) teller.past.meant.push_back(other);
}

}  // namespace

std::optional<double> seconds_in(const SuiteTest& test, const std::string& prefix) {
  std::optional<double> total;
  const auto add = [&](const char* unit, double seconds) {
    if (const auto number = slot_number(test, (prefix + unit).c_str())) total = total.value_or(0) + *number * seconds;
  };
  add("hours", 3600);
  add("minutes", 60);
  add("seconds", 1);
  return total;
}

Past past_of(const SuiteFile& file, const SuiteTest& test, const FurnishedHome& furnished, Time now) {
  Teller teller(furnished, now);
  teller.furnish();
  if (changes_timer(file)) add_timers(file, test, furnished, now, teller);
  if (takes_from_list(file)) {
    Promise item;
    item.kind = Promise::Item;
    item.about = flow::literal(slot_text(test, "item"));
    const std::string list = slot_text(test, "name");
    item.list = list.empty() ? "shopping" : text::normalise(list);
    teller.past.meant = {teller.promise(item, {1}, now)};
  }
  return std::move(teller.past);
}

}  // namespace hearth::score
