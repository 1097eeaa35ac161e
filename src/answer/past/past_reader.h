// What things were, and when they became so, as the journal has it.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

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

/// The last time that it became so before the message `before`. Reads at most `most` reports back, and until `stop`
/// says so: a question is not worth more. Nothing when it never was, as far as was read. Errors: the journal's.
Result<std::optional<Became>> last_became(const memory::EntryReader& past, home::EntityId thing,
                                          const AskedState& asked, flow::MessageId before,
                                          const std::function<bool()>& stop, size_t most = 200'000);

}  // namespace hearth::answer
