#include "engine/queries.h"

#include <algorithm>

#include "answer/why/explainer.h"
#include "engine/chain_words.h"
#include "flow/fields.h"
#include "flow/json.h"

namespace hearth::engine {
namespace {

constexpr std::array kTiers{"harmless", "noticeable", "secure"};
constexpr std::array kRoles{"owner", "adult", "child", "guest"};

std::string first_name(const std::vector<home::Name>& names) { return names.empty() ? "" : names.front().text; }

Json names_after_first(const std::vector<home::Name>& names) {
  Json list = Json::array();
  for (size_t i = 1; i < names.size(); ++i) list.push_back(names[i].text);
  return list;
}

Json states_of(const memory::Present& present, const home::Entity& entity) {
  Json states = Json::object();
  for (const home::Trait& trait : entity.traits) {
    const home::CapabilityFacts& facts = home::facts(trait.capability);
    const home::State& state = present.state(entity.id, trait.capability);
    Json row{{"value", flow::to_json(state.value)}, {"settable", trait.settable}, {"sensed", trait.sensed}};
    if (trait.low < trait.high) {
      row["low"] = trait.low;
      row["high"] = trait.high;
    }
    if (trait.step > 0) row["step"] = trait.step;
    if (!trait.options.empty()) row["options"] = trait.options;
    if (!facts.unit.empty()) row["unit"] = facts.unit;
    if (state.seen != Time{}) {
      row["since"] = to_iso8601(state.since);
      row["seen"] = to_iso8601(state.seen);
    }
    states[std::string(facts.name)] = std::move(row);
  }
  return states;
}

}  // namespace

Glance glance_at(const Core& core) {
  const memory::Memory& memory = core.memory();
  Glance glance{memory.last, memory.present, memory.promises.all(), memory.conversations.view(), {}};
  for (const memory::Conversation& conversation : glance.conversations->all) {
    if (!conversation.question) continue;
    const memory::PlanRecord* record = memory.plans.find(conversation.question->plan);
    if (record != nullptr) glance.asking[conversation.question->plan] = record->plan.head.trace;
  }
  return glance;
}

Json list_devices(const memory::Present& present) {
  const home::Home& home = *present.home();
  Json list = Json::array();
  for (const home::Entity& entity : home.entities) {
    if (!home.present(entity.id)) continue;
    const home::AreaId area = home.area_of(entity);
    const home::Device* device = home.device(entity.device);
    const auto sources = home.sources_of(entity.id);
    Json row{{"entity", entity.id.value},
             {"name", home.display_name(entity.id)},
             {"aliases", names_after_first(entity.names)},
             {"area", area ? Json(home.display_name(area)) : Json(nullptr)},
             {"kind", entity.kind},
             {"available", present.available(entity.id)},
             {"tier", kTiers[static_cast<size_t>(entity.tier)]},
             {"states", states_of(present, entity)}};
    if (!entity.device_class.empty()) row["device_class"] = entity.device_class;
    if (device != nullptr && !device->names.empty()) row["device"] = device->names.front().text;
    if (!sources.empty()) row["door"] = home.doors[sources.front().door.value - 1];
    list.push_back(std::move(row));
  }
  return list;
}

Json list_promises(std::span<const memory::Promised> promises, const Wording& wording, const home::Home& home) {
  constexpr auto& kKinds = flow::Names<flow::Promise::Kind>::list;
  Json list = Json::array();
  for (const memory::Promised& promised : promises) {
    const flow::Promise& promise = promised.promise;
    Json row{{"id", promised.id.value},
             {"kind", kKinds[promise.kind]},
             {"about", flow::to_json(promise.about)},
             {"begun", to_iso8601(promised.begun)},
             {"text", worded(promise.about, wording, home)},
             {"area", area_name(home, promised.where.device)},
             {"paused", promised.paused}};
    if (promise.seconds > 0) row["seconds"] = promise.seconds;
    if (!promise.list.empty()) row["list"] = promise.list;
    const Time due = promised.again != kNever ? promised.again : promise.due;
    if (due != Time{} && due != kNever) row["due"] = to_iso8601(due);
    if (!promise.recurrence.empty()) row["recurrence"] = promise.recurrence;
    if (promised.rung) row["ringing"] = true;
    if (promised.paused) row["remaining_s"] = promised.remaining_s;
    list.push_back(std::move(row));
  }
  return list;
}

Json list_lessons(const memory::LexiconView& lexicon) {
  Json list = Json::array();
  for (const flow::Lesson& lesson : lexicon.lessons) { list.push_back(flow::to_json(flow::Message(lesson))["Lesson"]); }
  return list;
}

Result<Json> read_journal(const memory::EntryReader& journal, const JournalPage& page) {
  Json list = Json::array();
  if (page.trace != 0) {
    for (const flow::Entry& entry : TRY(journal.trace({page.trace}))) list.push_back(flow::to_json(entry));
    return list;
  }
  const auto take = [&](const flow::Entry& entry) {
    list.push_back(flow::to_json(entry));
    return list.size() < page.limit;
  };
  if (page.limit == 0) return list;
  if (page.newest) {
    TRY(journal.scan_back(take));
    std::ranges::reverse(list);
  } else {
    TRY(journal.scan({page.after + 1}, take));
  }
  return list;
}

namespace {

Json list_places(const home::Home& home, Json& areas) {
  std::vector<const home::Floor*> sorted;
  for (const home::Floor& floor : home.floors) sorted.push_back(&floor);
  std::ranges::stable_sort(sorted, {}, &home::Floor::level);
  Json floors = Json::array();
  for (const home::Floor* floor : sorted)
    floors.push_back({{"name", first_name(floor->names)}, {"level", floor->level}});
  for (const home::Area& area : home.areas) {
    const home::Floor* floor = home.floor(area.floor);
    areas.push_back({{"name", first_name(area.names)},
                     {"aliases", names_after_first(area.names)},
                     {"floor", floor == nullptr ? Json(nullptr) : Json(first_name(floor->names))}});
  }
  return floors;
}

Json list_people(const home::Home& home) {
  Json people = Json::array();
  for (const home::Person& person : home.people) {
    people.push_back({{"name", first_name(person.names)}, {"role", kRoles[static_cast<size_t>(person.role)]}});
  }
  return people;
}

Json list_questions(const Glance& glance, const Wording& wording, Time now) {
  const home::Home& home = *glance.present.home();
  Json questions = Json::array();
  for (const memory::Conversation& conversation : glance.conversations->all) {
    if (!conversation.question) continue;
    const flow::Ask& ask = conversation.question->ask;
    if (ask.until != Time{} && ask.until < now) continue;
    const auto trace = glance.asking.find(conversation.question->plan);
    Json choices = Json::array();
    for (const flow::Phrase& choice : ask.choices) choices.push_back(worded(choice, wording, home));
    questions.push_back({{"plan", conversation.question->plan.value},
                         {"trace", trace == glance.asking.end() ? 0 : trace->second.value},
                         {"text", worded(ask.words, wording, home)},
                         {"choices", std::move(choices)},
                         {"conversation", conversation.address.conversation},
                         {"area", area_name(home, conversation.address.device)},
                         {"until", ask.until == Time{} ? Json(nullptr) : Json(to_iso8601(ask.until))}});
  }
  return questions;
}

}  // namespace

Json describe_home(const Glance& glance, const Wording& wording, Time now) {
  const home::Home& home = *glance.present.home();
  Json areas = Json::array();
  Json floors = list_places(home, areas);
  return {{"seq", glance.last.value},
          {"time", to_iso8601(now)},
          {"language", wording.language},
          {"floors", std::move(floors)},
          {"areas", std::move(areas)},
          {"people", list_people(home)},
          {"entities", list_devices(glance.present)},
          {"promises", list_promises(glance.promises, wording, home)},
          {"questions", list_questions(glance, wording, now)}};
}

Result<Json> explain(const memory::EntryReader& journal, const memory::View& view, const Wording& wording,
                     flow::MessageId about) {
  const answer::Explainer explainer(journal);
  const answer::Explanation found =
      about ? TRY(explainer.explain(about)) : TRY(explainer.explain_last(answer::WhyQuestion{}, *view.home));
  Json chain = Json::array();
  for (const answer::ChainLink& link : found.chain) {
    Json reasons = Json::array();
    for (const flow::Because& because : link.because) {
      reasons.push_back({{"faculty", flow::name_of(because.faculty)},
                         {"what", worded(because.what, wording, *view.home)},
                         {"confidence", because.confidence}});
    }
    const Result<flow::Entry> entry = journal.read(link.id);
    Json from = Json::array();
    for (const flow::MessageId id : link.from) from.push_back(id.value);
    chain.push_back({{"id", link.id.value},
                     {"kind", link.kind},
                     {"origin", link.origin},
                     {"at", to_iso8601(link.at)},
                     {"sentence", entry ? sentence_of(*entry, wording, *view.home) : std::string()},
                     {"because", std::move(reasons)},
                     {"from", std::move(from)}});
  }
  Json evidence = Json::array();
  for (const flow::Evidence& item : found.evidence) evidence.push_back({{"id", item.id}, {"quote", item.quote}});
  return Json{{"about", found.about.value},
              {"sentence", TRY(wording.worder.say(found.sentence, wording.language, *view.home))},
              {"chain", std::move(chain)},
              {"evidence", std::move(evidence)}};
}

}  // namespace hearth::engine
