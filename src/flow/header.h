// What every message begins with, and the parts that several messages share.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "flow/faculty.h"
#include "home/things.h"

namespace hearth::flow {

using home::Capability;
using home::DeviceId;
using home::DoorId;
using home::EntityId;
using home::Language;
using home::PersonId;
using home::Tier;
using home::Value;

/// A message's id is its place in the journal.
using MessageId = Id<struct MessageTag, uint64_t>;
/// All that follows from one input shares its trace: the id of that input.
using TraceId = Id<struct TraceTag, uint64_t>;
using LessonId = Id<struct LessonTag, uint64_t>;

/// Something to be said, not yet in words: a key of `phrases/<language>/` with its arguments. Key "" = the literal text
/// in the argument "text", quoted as it is.
struct Phrase {
  std::string key;
  std::vector<std::pair<std::string, Value>> with;
  bool operator==(const Phrase&) const = default;
  bool empty() const { return key.empty() && with.empty(); }
};

/// Words that are taken as they are: what a person, a device or a page said.
Phrase literal(std::string text);
/// The words of a literal; empty for any other phrase.
std::string literal_text(const Phrase& phrase);

/// What a claim rests on. `id`: of the message, triple, passage, norm or lesson.
struct Evidence {
  enum Kind : uint8_t { Message, Triple, Passage, Norm, Learned };
  Kind kind = Message;
  uint64_t id = 0;
  std::string quote;
  float weight = 1;
  bool operator==(const Evidence&) const = default;
};

/// Why one step did what it did; the whole chain is a walk along `Header::from`.
struct Because {
  Faculty faculty = Faculty::None;
  Phrase what;
  std::vector<Evidence> evidence;
  float confidence = 1;
  bool operator==(const Because&) const = default;
};

/// `id`, `trace` and `at` are set by the house when it takes the message in. `deadline`: later, nobody needs it.
struct Header {
  MessageId id;
  TraceId trace;
  Time at{};
  Time deadline = kNever;
  std::vector<MessageId> from;
  std::vector<Because> because;
  bool operator==(const Header&) const = default;
};

/// Who was spoken to, and where a reply goes. `conversation`: the door's own word for a talk of several turns; may be
/// empty. `ticket`: the door's number of the one sentence, so that it knows whose answer a reply is; 0: none.
struct Address {
  DoorId door;
  DeviceId device;
  std::string conversation;
  uint64_t ticket = 0;
  bool operator==(const Address&) const = default;
};
inline bool same_conversation(const Address& a, const Address& b) {
  return a.door == b.door && a.device == b.device && a.conversation == b.conversation;
}

}  // namespace hearth::flow
