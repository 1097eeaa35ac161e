// The one list of every struct's fields. A number once used is never used again, also when its field goes.
// Signal has no list: it never enters the house.
#pragma once

#include "flow/fields_of.h"
#include "flow/message.h"
#include "flow/when.h"

namespace hearth::flow {

// clang-format off
template <> struct Names<Error::Kind> {
  static constexpr std::array list = std::to_array<std::string_view>({"not_found", "invalid_input", "unavailable", "timed_out", "cancelled", "denied", "corrupt",
      "internal"});
};
template <> struct Names<home::Tier> {
  static constexpr std::array list = std::to_array<std::string_view>({"harmless", "noticeable", "secure"});
};
template <> struct Names<home::Role> {
  static constexpr std::array list = std::to_array<std::string_view>({"owner", "adult", "child", "guest"});
};
template <> struct Names<Faculty> {
  static constexpr std::array list = std::to_array<std::string_view>({"None", "Attribution", "Language", "Grammar", "Intent", "OutOfScope", "Slots", "EntityLinking",
      "CommandSplitting", "Coreference", "QueryRewriting", "QuestionTyping", "StateQuestion", "Why",
      "HypothesisRanker", "DialoguePolicy", "Grounding", "Confirmation", "Safety", "Interruption",
      "Preference", "Runner", "Undo", "Promises", "Wording", "Touch"});
};
template <> struct Names<Intent> {
  static constexpr std::array list = std::to_array<std::string_view>({"None", "TurnOn", "TurnOff", "Toggle", "GetState", "SetPosition", "LightSet",
      "ClimateSetTemperature", "ClimateGetTemperature", "FanSetSpeed", "SetVolume", "SetVolumeRelative",
      "MediaPlayerMute", "MediaPlayerUnmute", "MediaPause", "MediaUnpause", "MediaNext", "MediaPrevious",
      "MediaSearchAndPlay", "VacuumStart", "VacuumReturnToBase", "VacuumCleanArea", "LawnMowerStartMowing",
      "LawnMowerDock", "StartTimer", "CancelTimer", "CancelAllTimers", "IncreaseTimer", "DecreaseTimer",
      "PauseTimer", "UnpauseTimer", "TimerStatus", "ListAddItem", "ListCompleteItem", "ListRemoveItem",
      "ShoppingListAddItem", "ShoppingListCompleteItem", "GetWeather", "GetCurrentDate", "GetCurrentTime",
      "Broadcast", "Respond", "Nevermind", "Open", "Close", "Lock", "Unlock", "LightBrighter",
      "LightDimmer", "Why", "Undo", "Confirm", "Refuse", "Choose", "ListQuery", "Set", "SetAlarm",
      "CancelAlarm", "SnoozeAlarm", "SkipAlarm", "StopAlarm", "SetReminder", "CancelReminder", "CancelErrand",
      "PromiseQuery", "PastQuery", "Conditional", "ClimateSetFanMode"});
};
template <> struct Names<Evidence::Kind> {
  static constexpr std::array list = std::to_array<std::string_view>({"message", "triple", "passage", "norm", "learned"});
};
template <> struct Names<Actuation::By> {
  static constexpr std::array list = std::to_array<std::string_view>({"person", "by_hand", "hearth", "other_automation", "unknown"});
};
template <> struct Names<Lesson::Stage> {
  static constexpr std::array list = std::to_array<std::string_view>({"proposed", "trial", "active", "forgotten"});
};
template <> struct Names<Lesson::Kind> {
  static constexpr std::array list = std::to_array<std::string_view>({"word", "rewrite", "concept", "preference", "routine", "exception", "sound", "setting"});
};
template <> struct Names<Promise::Kind> {
  static constexpr std::array list = std::to_array<std::string_view>({"timer", "alarm", "reminder", "item", "errand", "ending"});
};
template <> struct Names<Trigger::Test> {
  static constexpr std::array list = std::to_array<std::string_view>({"is", "below", "above"});
};
template <> struct Names<Promise::Change> {
  static constexpr std::array list = std::to_array<std::string_view>({"begin", "cancel", "pause", "resume", "extend", "complete",
      "snooze", "skip", "stop"});
};
template <> struct Names<Proposal::Kind> {
  static constexpr std::array list = std::to_array<std::string_view>({"hunch", "suggestion", "routine", "ring"});
};
template <> struct Names<When::Role> {
  static constexpr std::array list = std::to_array<std::string_view>({"at", "until", "for", "after", "between"});
};
template <> struct Names<When::Grain> {
  static constexpr std::array list = std::to_array<std::string_view>({"second", "minute", "hour", "part_of_day", "day", "weekend", "week", "month", "season", "year"});
};
template <> struct Names<Plan::Verdict> {
  static constexpr std::array list = std::to_array<std::string_view>({"do", "ask_back", "offer", "defer", "decline"});
};
template <> struct Names<Outcome::Progress> {
  static constexpr std::array list = std::to_array<std::string_view>({"started", "done", "unconfirmed", "refused", "failed", "interrupted", "undone"});
};
template <> struct Names<Feedback::Kind> {
  static constexpr std::array list = std::to_array<std::string_view>({"accepted", "rejected", "undone", "corrected", "rephrased", "interrupted", "ignored"});
};
template <> struct Names<LaneReturn::Status> {
  static constexpr std::array list = std::to_array<std::string_view>({"done", "shed", "dropped", "late", "failed", "cancelled"});
};
template <> struct Names<Entry::Direction> {
  static constexpr std::array list = std::to_array<std::string_view>({"input", "emission"});
};

template <> struct Fields<Error> {
  using T = Error;
  static constexpr auto list = std::tuple(
      field(1, "kind", &T::kind),
      field(2, "message", &T::message),
      field(3, "place", &T::place));
};
template <> struct Fields<home::Name> {
  using T = home::Name;
  static constexpr auto list = std::tuple(
      field(1, "text", &T::text),
      field(2, "language", &T::language));
};
template <> struct Fields<home::Trait> {
  using T = home::Trait;
  static constexpr auto list = std::tuple(
      field(1, "capability", &T::capability),
      field(2, "sensed", &T::sensed),
      field(3, "settable", &T::settable),
      field(4, "low", &T::low),
      field(5, "high", &T::high),
      field(6, "step", &T::step),
      field(7, "options", &T::options));
};
template <> struct Fields<home::Floor> {
  using T = home::Floor;
  static constexpr auto list = std::tuple(
      field(1, "id", &T::id),
      field(2, "names", &T::names),
      field(3, "level", &T::level));
};
template <> struct Fields<home::Area> {
  using T = home::Area;
  static constexpr auto list = std::tuple(
      field(1, "id", &T::id),
      field(2, "names", &T::names),
      field(3, "floor", &T::floor),
      field(4, "beside", &T::beside));
};
template <> struct Fields<home::Device> {
  using T = home::Device;
  static constexpr auto list = std::tuple(
      field(1, "id", &T::id),
      field(2, "names", &T::names),
      field(3, "area", &T::area),
      field(4, "door", &T::door),
      field(5, "identifiers", &T::identifiers),
      field(6, "manufacturer", &T::manufacturer),
      field(7, "model", &T::model));
};
template <> struct Fields<home::Entity> {
  using T = home::Entity;
  static constexpr auto list = std::tuple(
      field(1, "id", &T::id),
      field(2, "key", &T::key),
      field(3, "kind", &T::kind),
      field(4, "device_class", &T::device_class),
      field(5, "names", &T::names),
      field(6, "device", &T::device),
      field(7, "area", &T::area),
      field(8, "traits", &T::traits),
      field(9, "tier", &T::tier),
      field(10, "exposed", &T::exposed));
};
template <> struct Fields<home::Satellite> {
  using T = home::Satellite;
  static constexpr auto list = std::tuple(
      field(1, "device", &T::device),
      field(2, "microphone", &T::microphone),
      field(3, "speaker", &T::speaker),
      field(4, "screen", &T::screen),
      field(5, "language", &T::language),
      field(6, "usual", &T::usual));
};
template <> struct Fields<home::Person> {
  using T = home::Person;
  static constexpr auto list = std::tuple(
      field(1, "id", &T::id),
      field(2, "names", &T::names),
      field(3, "role", &T::role),
      field(4, "languages", &T::languages));
};
template <> struct Fields<home::State> {
  using T = home::State;
  static constexpr auto list = std::tuple(
      field(1, "value", &T::value),
      field(2, "since", &T::since),
      field(3, "seen", &T::seen));
};
template <> struct Fields<home::Listing> {
  using T = home::Listing;
  static constexpr auto list = std::tuple(
      field(1, "door", &T::door),
      field(2, "complete", &T::complete),
      field(3, "floors", &T::floors),
      field(4, "areas", &T::areas),
      field(5, "devices", &T::devices),
      field(6, "entities", &T::entities),
      field(7, "people", &T::people),
      field(8, "satellites", &T::satellites),
      field(9, "removed", &T::removed));
};
template <> struct Fields<Phrase> {
  using T = Phrase;
  static constexpr auto list = std::tuple(
      field(1, "key", &T::key),
      field(2, "with", &T::with));
};
template <> struct Fields<Evidence> {
  using T = Evidence;
  static constexpr auto list = std::tuple(
      field(1, "kind", &T::kind),
      field(2, "id", &T::id),
      field(3, "quote", &T::quote),
      field(4, "weight", &T::weight));
};
template <> struct Fields<Because> {
  using T = Because;
  static constexpr auto list = std::tuple(
      field(1, "faculty", &T::faculty),
      field(2, "what", &T::what),
      field(3, "evidence", &T::evidence),
      field(4, "confidence", &T::confidence));
};
template <> struct Fields<Header> {
  using T = Header;
  static constexpr auto list = std::tuple(
      field(1, "id", &T::id),
      field(2, "trace", &T::trace),
      field(3, "at", &T::at),
      field(4, "deadline", &T::deadline),
      field(5, "from", &T::from),
      field(6, "because", &T::because));
};
template <> struct Fields<Address> {
  using T = Address;
  static constexpr auto list = std::tuple(
      field(1, "door", &T::door),
      field(2, "device", &T::device),
      field(3, "conversation", &T::conversation),
      field(4, "ticket", &T::ticket));
};
template <> struct Fields<Slot> {
  using T = Slot;
  static constexpr auto list = std::tuple(
      field(1, "name", &T::name),
      field(2, "spoken", &T::spoken),
      field(3, "value", &T::value),
      field(4, "candidates", &T::candidates));
};
template <> struct Fields<Question> {
  using T = Question;
  static constexpr auto list = std::tuple(
      field(1, "kind", &T::kind),
      field(2, "text", &T::text),
      field(3, "program", &T::program));
};
template <> struct Fields<Request> {
  using T = Request;
  static constexpr auto list = std::tuple(
      field(1, "intent", &T::intent),
      field(2, "slots", &T::slots),
      field(3, "targets", &T::targets),
      field(4, "question", &T::question),
      field(5, "confirmed", &T::confirmed),
      field(6, "explicit_words", &T::explicit_words),
      field(7, "response", &T::response),
      field(8, "when", &T::when));
};
template <> struct Fields<Reading> {
  using T = Reading;
  static constexpr auto list = std::tuple(
      field(1, "requests", &T::requests),
      field(2, "confidence", &T::confidence));
};
template <> struct Fields<When> {
  using T = When;
  static constexpr auto list = std::tuple(
      field(1, "role", &T::role),
      field(2, "grain", &T::grain),
      field(3, "spoken", &T::spoken),
      field(4, "from", &T::from),
      field(5, "to", &T::to),
      field(6, "seconds", &T::seconds),
      field(7, "recurrence", &T::recurrence),
      field(8, "zone", &T::zone),
      field(9, "others", &T::others),
      field(10, "dated", &T::dated));
};
template <> struct Fields<Set> {
  using T = Set;
  static constexpr auto list = std::tuple(
      field(1, "entity", &T::entity),
      field(2, "capability", &T::capability),
      field(3, "to", &T::to),
      field(4, "over_s", &T::over_s));
};
template <> struct Fields<Ask> {
  using T = Ask;
  static constexpr auto list = std::tuple(
      field(1, "words", &T::words),
      field(2, "hole", &T::hole),
      field(3, "slot", &T::slot),
      field(4, "choices", &T::choices),
      field(5, "entities", &T::entities),
      field(6, "until", &T::until));
};
template <> struct Fields<Trigger> {
  using T = Trigger;
  static constexpr auto list = std::tuple(
      field(1, "entity", &T::entity),
      field(2, "capability", &T::capability),
      field(3, "test", &T::test),
      field(4, "value", &T::value),
      field(5, "armed", &T::armed));
};
template <> struct Fields<Promise> {
  using T = Promise;
  static constexpr auto list = std::tuple(
      field(1, "kind", &T::kind),
      field(2, "about", &T::about),
      field(3, "due", &T::due),
      field(4, "recurrence", &T::recurrence),
      field(5, "zone", &T::zone),
      field(6, "change", &T::change),
      field(7, "changes", &T::changes),
      field(8, "seconds", &T::seconds),
      field(9, "list", &T::list),
      field(10, "requests", &T::requests),
      field(11, "tier", &T::tier),
      field(12, "to", &T::to),
      field(13, "trigger", &T::trigger),
      field(14, "changes_step", &T::changes_step));
};
template <> struct Fields<Say> {
  using T = Say;
  static constexpr auto list = std::tuple(
      field(1, "words", &T::words),
      field(2, "to", &T::to));
};
template <> struct Fields<Show> {
  using T = Show;
  static constexpr auto list = std::tuple(
      field(1, "items", &T::items));
};
template <> struct Fields<Wait> {
  using T = Wait;
  static constexpr auto list = std::tuple(
      field(1, "until", &T::until),
      field(2, "unless", &T::unless));
};
template <> struct Fields<Words> {
  using T = Words;
  static constexpr auto list = std::tuple(
      field(1, "text", &T::text),
      field(2, "language", &T::language),
      field(3, "choices", &T::choices),
      field(4, "unasked", &T::unasked));
};
template <> struct Fields<Stop> {
  using T = Stop;
  static constexpr auto list = std::tuple(
      field(1, "entity", &T::entity));
};

template <> struct Fields<Started> {
  using T = Started;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "version", &T::version),
      field(3, "zone", &T::zone),
      field(4, "crashed", &T::crashed));
};
template <> struct Fields<Inventory> {
  using T = Inventory;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "listing", &T::listing));
};
template <> struct Fields<Observation> {
  using T = Observation;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "entity", &T::entity),
      field(3, "capability", &T::capability),
      field(4, "value", &T::value),
      field(5, "confidence", &T::confidence),
      field(6, "retained", &T::retained),
      field(7, "cause_hint", &T::cause_hint));
};
template <> struct Fields<Actuation> {
  using T = Actuation;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "entity", &T::entity),
      field(3, "capability", &T::capability),
      field(4, "before", &T::before),
      field(5, "after", &T::after),
      field(6, "confidence", &T::confidence),
      field(7, "person", &T::person),
      field(8, "by", &T::by));
};
template <> struct Fields<Utterance> {
  using T = Utterance;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "text", &T::text),
      field(3, "alternatives", &T::alternatives),
      field(4, "language", &T::language),
      field(5, "final", &T::final),
      field(6, "revision", &T::revision),
      field(7, "heard", &T::heard),
      field(8, "speaker", &T::speaker),
      field(9, "speaker_confidence", &T::speaker_confidence));
};
template <> struct Fields<Meaning> {
  using T = Meaning;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "readings", &T::readings),
      field(3, "complete", &T::complete),
      field(4, "heard", &T::heard),
      field(5, "speaker", &T::speaker),
      field(6, "language", &T::language),
      field(7, "text", &T::text),
      field(8, "named", &T::named));
};
template <> struct Fields<Answer> {
  using T = Answer;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "meaning", &T::meaning),
      field(3, "source", &T::source),
      field(4, "absent", &T::absent),
      field(5, "value", &T::value),
      field(6, "words", &T::words),
      field(7, "assumptions", &T::assumptions),
      field(8, "evidence", &T::evidence),
      field(9, "confidence", &T::confidence));
};
template <> struct Fields<Forecast> {
  using T = Forecast;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "entity", &T::entity),
      field(3, "capability", &T::capability),
      field(4, "value", &T::value),
      field(5, "from", &T::from),
      field(6, "until", &T::until),
      field(7, "probability", &T::probability));
};
template <> struct Fields<Lesson> {
  using T = Lesson;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "lesson", &T::lesson),
      field(3, "stage", &T::stage),
      field(4, "owner", &T::owner),
      field(5, "body", &T::body),
      field(6, "kind", &T::kind));
};
template <> struct Fields<Proposal> {
  using T = Proposal;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "kind", &T::kind),
      field(3, "episode", &T::episode),
      field(4, "steps", &T::steps),
      field(5, "benefit", &T::benefit),
      field(6, "expires", &T::expires),
      field(7, "withdrawn", &T::withdrawn),
      field(8, "to", &T::to),
      field(9, "person", &T::person),
      field(10, "language", &T::language),
      field(11, "again", &T::again),
      field(12, "next", &T::next));
};
template <> struct Fields<Plan> {
  using T = Plan;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "settles", &T::settles),
      field(3, "verdict", &T::verdict),
      field(4, "steps", &T::steps),
      field(5, "tier", &T::tier),
      field(6, "person", &T::person),
      field(7, "reply", &T::reply),
      field(8, "language", &T::language),
      field(9, "undoes", &T::undoes),
      field(10, "unasked", &T::unasked));
};
template <> struct Fields<Command> {
  using T = Command;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "plan", &T::plan),
      field(3, "step", &T::step),
      field(4, "to", &T::to),
      field(5, "what", &T::what));
};
template <> struct Fields<Receipt> {
  using T = Receipt;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "plan", &T::plan),
      field(3, "step", &T::step),
      field(4, "error", &T::error));
};
template <> struct Fields<Outcome> {
  using T = Outcome;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "plan", &T::plan),
      field(3, "step", &T::step),
      field(4, "entity", &T::entity),
      field(5, "capability", &T::capability),
      field(6, "before", &T::before),
      field(7, "after", &T::after),
      field(8, "error", &T::error),
      field(9, "progress", &T::progress));
};
template <> struct Fields<Feedback> {
  using T = Feedback;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "about", &T::about),
      field(3, "person", &T::person),
      field(4, "kind", &T::kind));
};
template <> struct Fields<Wake> {
  using T = Wake;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "node", &T::node),
      field(3, "key", &T::key),
      field(4, "due", &T::due));
};
template <> struct Fields<LaneReturn> {
  using T = LaneReturn;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "node", &T::node),
      field(3, "port", &T::port),
      field(4, "request", &T::request),
      field(5, "status", &T::status),
      field(6, "error", &T::error),
      field(7, "model", &T::model),
      field(8, "view", &T::view),
      field(9, "results", &T::results));
};
template <> struct Fields<ClockStep> {
  using T = ClockStep;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "by_s", &T::by_s));
};
template <> struct Fields<Dropped> {
  using T = Dropped;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "where", &T::where),
      field(3, "count", &T::count));
};
template <> struct Fields<NodeError> {
  using T = NodeError;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "node", &T::node),
      field(3, "error", &T::error));
};
template <> struct Fields<Gap> {
  using T = Gap;
  static constexpr auto list = std::tuple(
      field(1, "head", &T::head),
      field(2, "since", &T::since),
      field(3, "lost", &T::lost),
      field(4, "reason", &T::reason));
};

template <> struct Alternatives<Step> {
  static constexpr std::array list = std::to_array<std::string_view>({"set", "say", "ask", "promise", "show", "wait", "lesson"});
};
template <> struct Alternatives<Deed> {
  static constexpr std::array list = std::to_array<std::string_view>({"set", "words", "stop"});
};
template <> struct Alternatives<Message> {
  static constexpr std::array list = std::to_array<std::string_view>({
      "Started", "Inventory", "Observation", "Actuation", "Utterance", "Meaning", "Answer", "Forecast", "Lesson",
      "Proposal", "Plan", "Command", "Receipt", "Outcome", "Feedback", "Wake", "LaneReturn", "ClockStep", "Dropped",
      "NodeError", "Gap"});
};
static_assert(Alternatives<Message>::list.size() == std::variant_size_v<Message>);
static_assert(Alternatives<Step>::list.size() == std::variant_size_v<Step>);
static_assert(Alternatives<Deed>::list.size() == std::variant_size_v<Deed>);
// clang-format on

}  // namespace hearth::flow
