// What a few words mean when the house has asked something: the answer that fills the hole of its question.
#pragma once

#include <optional>

#include "memory/conversations.h"
#include "understand/grammar/grammar.h"
#include "understand/linking/entity_linker.h"

namespace hearth::understand {

/// What a reply comes to. A request of the question's intent with its hole filled, Confirm or Refuse; Choose where it
/// is plainly a reply but fits none of the choices. `sure`: the words fill the hole, and none of them was read as free
/// text; so they are meant as the reply even where they would be a command as well ("the bathroom fan").
struct Reply {
  flow::Request request;
  flow::Because because;
  bool sure = false;
};

/// Nothing when `text` is no answer to `question`. `replies`: the fragments, with the names of `home`.
std::optional<Reply> read_reply(std::string_view text, const memory::OpenQuestion& question, const Grammar& replies,
                                const home::Home& home);

}  // namespace hearth::understand
