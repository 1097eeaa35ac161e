#include "engine/queries.h"

#include <algorithm>

#include "answer/why/explainer.h"
#include "flow/json.h"

namespace hearth::engine {
namespace {

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
    Json row{{"value", flow::to_json(state.value)}, {"settable", trait.settable}};
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

Json list_devices(const Core& core) {
  const memory::Present& present = core.memory().present;
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
             {"states", states_of(present, entity)}};
    if (!entity.device_class.empty()) row["device_class"] = entity.device_class;
    if (device != nullptr && !device->names.empty()) row["device"] = device->names.front().text;
    if (!sources.empty()) row["door"] = home.doors[sources.front().door.value - 1];
    list.push_back(std::move(row));
  }
  return list;
}

Json list_promises(const Core& core) {
  static constexpr std::array kKinds{"timer", "alarm", "reminder", "item"};
  Json list = Json::array();
  for (const memory::Promised& promised : core.memory().promises.all()) {
    const flow::Promise& promise = promised.promise;
    Json row{{"id", promised.id.value},
             {"kind", kKinds[promise.kind]},
             {"about", flow::to_json(promise.about)},
             {"begun", to_iso8601(promised.begun)},
             {"paused", promised.paused}};
    if (!promise.list.empty()) row["list"] = promise.list;
    if (promise.due != Time{}) row["due"] = to_iso8601(promise.due);
    if (promised.paused) row["remaining_s"] = promised.remaining_s;
    list.push_back(std::move(row));
  }
  return list;
}

Json list_lessons(const Core& core) {
  Json list = Json::array();
  for (const flow::Lesson& lesson : core.memory().lexicon.view()->lessons) {
    list.push_back(flow::to_json(flow::Message(lesson))["Lesson"]);
  }
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

Result<Json> explain(const memory::EntryReader& journal, const memory::View& view, const act::Worder& worder,
                     std::string_view language, flow::MessageId about) {
  const answer::Explainer explainer(journal);
  const answer::Explanation found =
      about ? TRY(explainer.explain(about)) : TRY(explainer.explain_last(answer::WhyQuestion{}, *view.home));
  Json chain = Json::array();
  for (const answer::ChainLink& link : found.chain) {
    Json reasons = Json::array();
    for (const flow::Because& because : link.because) {
      reasons.push_back({{"faculty", flow::name_of(because.faculty)},
                         {"what", TRY(worder.say(because.what, language, *view.home))},
                         {"confidence", because.confidence}});
    }
    Json from = Json::array();
    for (const flow::MessageId id : link.from) from.push_back(id.value);
    chain.push_back({{"id", link.id.value},
                     {"kind", link.kind},
                     {"origin", link.origin},
                     {"at", to_iso8601(link.at)},
                     {"because", std::move(reasons)},
                     {"from", std::move(from)}});
  }
  Json evidence = Json::array();
  for (const flow::Evidence& item : found.evidence) evidence.push_back({{"id", item.id}, {"quote", item.quote}});
  return Json{{"about", found.about.value},
              {"sentence", TRY(worder.say(found.sentence, language, *view.home))},
              {"chain", std::move(chain)},
              {"evidence", std::move(evidence)}};
}

}  // namespace hearth::engine
