// What things were, and when they became so, as the journal has it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "home/home.h"
#include "memory/journal.h"

namespace hearth::answer {

/// One state that people ask for: "open", "off", "locked", "home" …
struct AskedState {
  home::Capability capability = home::Capability::None;
  bool (*holds)(const home::Value& value) = nullptr;
};
/// By which capability that thing shows such a state; nothing when it shows none.
std::optional<AskedState> asked_state(const home::Home& home, home::EntityId thing, std::string_view state);

/// A thing that became what was asked for. `since_ever`: it was so as far back as the journal was read.
struct Became {
  Time at{};
  flow::MessageId seen;    ///< the report of it
  flow::MessageId before;  ///< the report that it was otherwise; none when `since_ever`
  bool is_so = false;      ///< it still is
  bool since_ever = false;
};

/// One of the things that are asked about.
struct AskedThing {
  home::EntityId thing;
  AskedState state;
};

/// Of each, in their order: the last time that it became so before the message `before`; nothing when it never was, as
/// far as was read. All of them in one pass over the journal, which ends as soon as nothing more is to be learnt, after
/// `most` reports, and when `stop` says so: a question is not worth more. Errors: the journal's.
Result<std::vector<std::optional<Became>>> last_became(const memory::EntryReader& past,
                                                       std::span<const AskedThing> things, flow::MessageId before,
                                                       const std::function<bool()>& stop, size_t most = 100'000);

}  // namespace hearth::answer
