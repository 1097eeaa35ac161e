#include "understand/dialogue/replies.h"

#include <algorithm>
#include <cmath>

#include "flow/limits.h"
#include "text/normalise.h"
#include "understand/intents/intent_names.h"
#include "understand/intents/request_reader.h"
#include "understand/linking/abilities.h"

namespace hearth::understand {
namespace {

using flow::Intent;

constexpr size_t kShortReply = 4;  // words; more than that and nothing understood is no reply but something else

const flow::Slot* slot_in(const flow::Request& request, std::string_view name) {
  return flow::find_slot(request, name);
}

double number_or(const flow::Slot* slot, double otherwise) {
  const double* number = slot == nullptr ? nullptr : std::get_if<double>(&slot->value);
  return number == nullptr ? otherwise : *number;
}

void put(flow::Request& request, flow::Slot slot) {
  std::erase_if(request.slots, [&](const flow::Slot& other) { return other.name == slot.name; });
  request.slots.push_back(std::move(slot));
}

/// One way to read the fragment, tried in the grammar's order until one fills the hole.
class Filling {
 public:
  Filling(const memory::OpenQuestion& question, const home::Home& home) : ask_(question.ask), home_(home) {}

  /// The completed request; nothing when this reading does not answer what was asked.
  std::optional<flow::Request> fill(const flow::Request& said, const Mention& mention) const {
    if (ask_.slot.empty()) return std::nullopt;
    if (ask_.slot == "name")
      return ask_.entities.empty() && !ask_.choices.empty() ? choice(said) : thing(said, mention);
    if (ask_.slot == "duration") return duration(said);
    if (ask_.slot == "when") return moment(said);
    return value(said);
  }

 private:
  flow::Request with_targets(std::vector<home::EntityId> targets, std::string spoken) const {
    flow::Request request = ask_.hole;
    request.targets = std::move(targets);
    if (slot_in(request, "name") == nullptr && !spoken.empty()) put(request, {"name", spoken, spoken, {}});
    return request;
  }

  /// "the second one": from 1; "the last one" is -1. Out of range: nothing.
  static std::optional<size_t> place(const flow::Request& said, size_t count) {
    const double number = number_or(slot_in(said, "ordinal"), 0);
    if (number == -1 && count > 0) return count - 1;
    if (number < 1 || number > static_cast<double>(count)) return std::nullopt;
    return static_cast<size_t>(number) - 1;
  }

  std::optional<flow::Request> thing(const flow::Request& said, const Mention& mention) const {
    if (said.response == "all" && !ask_.entities.empty()) return with_targets(ask_.entities, {});
    if (const auto at = place(said, ask_.entities.size())) return with_targets({ask_.entities[*at]}, {});
    if (ask_.entities.empty() && mention.area_spoken && !mention.named) return there(mention);
    const std::vector<home::EntityId> meant = mention.named ? among_choices(mention) : by_part(said, mention);
    if (!meant.empty() && (meant.size() == 1 || mention.area_spoken)) return with_targets(meant, mention.spoken);
    return std::nullopt;
  }

  /// "In the kitchen", where the room was asked for: what is called so there. Several are asked about anew.
  std::optional<flow::Request> there(const Mention& mention) const {
    const flow::Slot* name = slot_in(ask_.hole, "name");
    if (name == nullptr || name->candidates.empty()) return std::nullopt;
    const std::string wanted = text::normalise(name->spoken);
    flow::Slot found{name->name, name->spoken, name->value, {}};
    for (const home::Entity& entity : home_.entities) {
      if (found.candidates.size() == flow::kMostCandidates) break;
      if (!home_.present(entity.id) || !entity.exposed || home_.area_of(entity) != mention.area) continue;
      const bool called =
          std::ranges::any_of(entity.names, [&](const home::Name& own) { return text::normalise(own.text) == wanted; });
      if (called && can(entity, ask_.hole.intent, ask_.hole.question.has_value())) {
        found.candidates.emplace_back(entity.id, 1.0F);
      }
    }
    if (found.candidates.empty()) return std::nullopt;
    if (found.candidates.size() == 1) return with_targets({found.candidates.front().first}, {});
    flow::Request request = ask_.hole;
    put(request, std::move(found));
    return request;
  }

  /// A full name: one of the choices, or anything where no choices were given.
  std::vector<home::EntityId> among_choices(const Mention& mention) const {
    std::vector<home::EntityId> meant;
    for (const home::EntityId id : mention.called) {
      const home::Entity* entity = home_.entity(id);
      if (entity == nullptr || (mention.area_spoken && home_.area_of(*entity) != mention.area)) continue;
      const bool offered = std::ranges::find(ask_.entities, id) != ask_.entities.end();
      if (offered || ask_.entities.empty()) meant.push_back(id);
    }
    return meant;
  }

  /// "The desk one", "in the kitchen", "the lamp": the choices whose name holds the words, or that stand there.
  std::vector<home::EntityId> by_part(const flow::Request& said, const Mention& mention) const {
    std::vector<home::EntityId> meant;
    const flow::Slot* part = slot_in(said, "part");
    if (part == nullptr && !mention.area_spoken && !mention.floor) return meant;
    const std::string words = part == nullptr ? "" : " " + home::identity_of(part->spoken) + " ";
    for (const home::EntityId id : ask_.entities) {
      const home::Entity* entity = home_.entity(id);
      if (entity == nullptr) continue;
      const auto holds = [&](std::string_view name) {
        return (" " + home::identity_of(name) + " ").find(words) != std::string::npos;
      };
      bool fits = part == nullptr || holds(home_.display_name(id)) || holds(home_.display_name(home_.area_of(*entity)));
      for (const home::Name& name : entity->names) fits = fits || holds(name.text);
      if (mention.area_spoken) fits = fits && home_.area_of(*entity) == mention.area;
      if (mention.floor) fits = fits && home_.floor_of(*entity) == mention.floor;
      if (fits) meant.push_back(id);
    }
    return meant;
  }

  /// Choices that are told apart by words, such as timers: by place, by name, by length.
  std::optional<flow::Request> choice(const flow::Request& said) const {
    std::optional<size_t> at = place(said, ask_.choices.size());
    const flow::Slot* part = slot_in(said, "part");
    const double seconds = seconds_in(said).value_or(0);
    for (size_t i = 0; !at && i < ask_.choices.size(); ++i) {
      for (const auto& [key, argument] : ask_.choices[i].with) {
        const auto* text = std::get_if<std::string>(&argument);
        const auto* number = std::get_if<double>(&argument);
        const bool named =
            part != nullptr && text != nullptr && home::identity_of(*text) == home::identity_of(part->spoken);
        const bool as_long = key == "seconds" && number != nullptr && seconds > 0 && std::abs(*number - seconds) < 0.5;
        if (named || as_long) at = i;
      }
    }
    if (!at) return std::nullopt;
    flow::Request request = ask_.hole;
    for (const auto& [key, argument] : ask_.choices[*at].with) {
      if (key == "name") put(request, {"name", part == nullptr ? "" : part->spoken, argument, {}});
      if (key == "seconds") put(request, {"start_seconds", {}, argument, {}});
      if (key == "promise") put(request, {"promise", {}, argument, {}});
    }
    return request;
  }

  /// "The second": of the moments that were offered, in their order.
  std::optional<flow::Request> moment(const flow::Request& said) const {
    if (!ask_.hole.when) return std::nullopt;
    const std::vector<Time>& others = ask_.hole.when->others;
    const auto at = place(said, others.empty() ? 0 : others.size() + 1);
    if (!at) return std::nullopt;
    flow::Request request = ask_.hole;
    if (*at > 0) flow::set_moment(*request.when, others[*at - 1]);
    request.when->others.clear();
    return request;
  }

  std::optional<flow::Request> duration(const flow::Request& said) const {
    if (seconds_in(said).value_or(0) <= 0) return std::nullopt;
    flow::Request request = ask_.hole;
    for (const char* unit : {"hours", "minutes", "seconds"}) {
      if (const flow::Slot* slot = slot_in(said, unit)) put(request, *slot);
    }
    return request;
  }

  /// A number, a colour, or for what is free text the words themselves.
  std::optional<flow::Request> value(const flow::Request& said) const {
    const bool free_text = ask_.slot == "item";
    const bool light = ask_.hole.intent == Intent::LightSet;
    for (const char* name : {"color", "temperature", "number", "part"}) {
      const flow::Slot* slot = slot_in(said, name);
      if (slot == nullptr) continue;
      const bool word = std::string_view(name) == "part";
      if (word != free_text) continue;
      const bool own_kind = std::string_view(name) == "number" || word || light;
      if (!own_kind) continue;
      flow::Slot filled = *slot;
      if (std::string_view(name) == "number" || word) filled.name = ask_.slot;
      flow::Request request = ask_.hole;
      put(request, std::move(filled));
      return request;
    }
    return std::nullopt;
  }

  const flow::Ask& ask_;
  const home::Home& home_;
};

size_t word_count(std::string_view text) {
  size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool gap = c == ' ' || c == '\t' || c == '\n';
    if (!gap && !inside) ++count;
    inside = !gap;
  }
  return count;
}

flow::Because because_filled(const memory::OpenQuestion& question, bool fits) {
  return {flow::Faculty::DialoguePolicy,
          {fits ? "understood.reply" : "understood.no_choice", {{"slot", question.ask.slot}}},
          {{flow::Evidence::Message, question.plan.value, {}, 1}},
          fits ? 0.95F : 0.6F};
}

}  // namespace

std::optional<Reply> read_reply(std::string_view text, const memory::OpenQuestion& question, const Grammar& replies,
                                const home::Home& home) {
  const Filling filling(question, home);
  bool chooses = false;
  for (const Parse& parse : replies.parse(text, {}, 64)) {
    const Wanted wanted = read_request(parse, text);
    if (wanted.request.intent == Intent::Confirm || wanted.request.intent == Intent::Refuse) {
      return Reply{wanted.request, because_filled(question, true)};
    }
    chooses = chooses || !wanted.wild;
    if (auto filled = filling.fill(wanted.request, wanted.mention)) {
      return Reply{std::move(*filled), because_filled(question, true), !wanted.wild};
    }
  }
  if (!chooses && word_count(text) > kShortReply) return std::nullopt;
  Reply unfit;
  unfit.request.intent = Intent::Choose;
  unfit.because = because_filled(question, false);
  return unfit;
}

}  // namespace hearth::understand
