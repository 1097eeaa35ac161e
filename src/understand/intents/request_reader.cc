#include "understand/intents/request_reader.h"

#include <algorithm>

#include "text/normalise.h"
#include "understand/intents/intent_names.h"

namespace hearth::understand {
namespace {

using flow::Intent;
using Origin = ParsedSlot::Origin;

/// A value as the house keeps it. Text values of numbers' lists ("up") stay words.
flow::Value canonical(const ParsedSlot& slot) {
  if (slot.value.is_boolean()) return slot.value.get<bool>();
  if (slot.value.is_number()) return slot.value.get<double>();
  if (!slot.value.is_string()) return {};
  std::string word = slot.value.get<std::string>();
  if (slot.name == "color") {
    if (const std::string_view rgb = color_named(word); !rgb.empty()) return std::string(rgb);
  }
  return word;
}

std::vector<std::string> words_of(const Json& value) {
  std::vector<std::string> words;
  if (value.is_string()) words.push_back(value.get<std::string>());
  if (value.is_array()) {
    for (const Json& one : value) {
      if (one.is_string()) words.push_back(one.get<std::string>());
    }
  }
  return words;
}

/// "lock", "unlock", "open", "close" and what people say for them stand in the templates of these replies alone.
bool speaks_the_act(const Parse& parse, Intent intent) {
  const Json& metadata = parse.block->metadata;
  if (metadata.is_object() && metadata.value("explicit", false)) return true;
  if (intent == Intent::Open || intent == Intent::Close || intent == Intent::Lock || intent == Intent::Unlock) {
    return true;
  }
  if (intent == Intent::ClimateSetTemperature) return parse.slot("temperature") != nullptr;
  if (intent != Intent::TurnOn && intent != Intent::TurnOff) return false;
  const std::string& reply = parse.response();
  return reply == "lock" || reply == "cover" || reply == "valve" || reply == "cover_device_class" ||
         reply == "open_all" || reply == "close_all";
}

/// Open text as it was said, with the commas and marks that reading drops: the part of the sentence that comes to it.
std::string verbatim(std::string_view sentence, const std::string& read) {
  constexpr size_t kLongest = 2000;
  if (sentence.size() > kLongest) return read;
  const auto begins = [&](size_t at) { return at == 0 || sentence[at - 1] == ' '; };
  for (size_t at = sentence.size(); at-- > 0;) {
    if (!begins(at) || sentence[at] == ' ') continue;
    const std::string_view tail = sentence.substr(at);
    if (text::strip_punctuation(tail) == read) return text::squeeze(tail);
  }
  return read;
}

/// What was said, with the commas between its words.
std::string as_spoken(std::string_view sentence, const ParsedSlot& slot) {
  const bool within = slot.begin < slot.end && slot.end <= sentence.size();
  return within ? text::squeeze(sentence.substr(slot.begin, slot.end - slot.begin)) : slot.text;
}

class Reader {
 public:
  Reader(const Parse& parse, std::string_view sentence) : parse_(parse), sentence_(sentence) {}

  Wanted read() {
    flow::Request& request = wanted_.request;
    request.intent = intent_named(parse_.intent());
    if (request.intent == Intent::None) return std::move(wanted_);
    request.response = parse_.response();
    request.explicit_words = speaks_the_act(parse_, request.intent);
    wanted_.mention.intent = request.intent;
    if (const std::string kind = question_kind(request.intent, request.response); !kind.empty()) {
      request.question = flow::Question{kind, std::string(sentence_), {}};
      wanted_.mention.asks = true;
    }
    read_metadata();
    for (const ParsedSlot& slot : parse_.slots) add(slot);
    if (wanted_.mention.kinds.empty() && !wanted_.mention.named) {
      if (const std::string_view kind = usual_kind(request.intent); !kind.empty()) {
        wanted_.mention.kinds.emplace_back(kind);
      }
    }
    if (!wanted_.mention.named && !wanted_.mention.kinds.empty()) {
      wanted_.mention.spoken =
          wanted_.mention.device_class.empty() ? wanted_.mention.kinds.front() : wanted_.mention.device_class;
    }
    return std::move(wanted_);
  }

 private:
  void read_metadata() {
    const Json& metadata = parse_.block->metadata;
    if (!metadata.is_object()) return;
    wanted_.mention.one = metadata.value("one", false);
    const std::string combination = metadata.value("slot_combination", std::string());
    wanted_.mention.everywhere = combination == "domain_all" || metadata.value("everywhere", false);
  }

  void add(const ParsedSlot& slot) {
    Mention& mention = wanted_.mention;
    wanted_.wild = wanted_.wild || slot.is_wildcard;
    if (slot.name == "name" && !slot.is_wildcard && !names_words(wanted_.request.intent)) {
      mention.named = true;
      mention.spoken = slot.text;
      for (const uint32_t id : slot.ids) mention.called.push_back({id});
    } else if (slot.name == "area") {
      mention.area = slot.ids.empty() ? home::AreaId{} : home::AreaId{slot.ids.front()};
      mention.area_spoken = slot.origin == Origin::Spoken;
      if (!mention.area && !mention.area_spoken) return;  // nobody knows where the speaker is
    } else if (slot.name == "floor") {
      mention.floor = slot.ids.empty() ? home::FloorId{} : home::FloorId{slot.ids.front()};
    } else if (slot.name == "domain") {
      mention.kinds = words_of(slot.value);
    } else if (slot.name == "device_class") {
      const std::vector<std::string> classes = words_of(slot.value);
      if (!classes.empty()) mention.device_class = classes.front();
    } else if (slot.name == "state") {
      const std::vector<std::string> states = words_of(slot.value);
      if (!states.empty()) mention.state = states.front();
    }
    std::erase_if(wanted_.request.slots, [&](const flow::Slot& other) { return other.name == slot.name; });
    wanted_.request.slots.push_back({slot.name, spoken(slot), canonical(slot), {}});
  }

  std::string spoken(const ParsedSlot& slot) const {
    const Intent intent = wanted_.request.intent;
    if (!slot.is_wildcard) return slot.text;
    if (intent == Intent::Broadcast) return verbatim(sentence_, slot.text);
    return flow::changes_lists(intent) ? as_spoken(sentence_, slot) : slot.text;
  }

  const Parse& parse_;
  const std::string_view sentence_;
  Wanted wanted_;
};

}  // namespace

Wanted read_request(const Parse& parse, std::string_view sentence) { return Reader(parse, sentence).read(); }

void forget_reply(flow::Request& request) {
  const bool has_replies = request.intent <= Intent::Broadcast;
  if (has_replies) request.response.clear();
}

}  // namespace hearth::understand
