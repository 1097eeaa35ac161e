// Messages as the journal's bytes. Unknown fields are skipped, absent ones take their defaults, so an older program's
// journal reads in a newer one.
#pragma once

#include <string>
#include <string_view>

#include "flow/message.h"

namespace hearth::flow {

/// Deterministic: equal messages give equal bytes.
std::string encode(const Message& message);

/// `kind`: the index in Message. Errors: Corrupt with the byte; InvalidInput for a kind that this program does not
/// know.
Result<Message> decode(size_t kind, std::string_view bytes);

/// The body of a journal entry: the message without what the entry's own columns carry (id, trace, time), and the
/// origin.
std::string encode_body(const Entry& entry);
/// Completes `entry`, whose seq, at, direction and trace are set, from its kind and body.
Status decode_body(size_t kind, std::string_view body, Entry& entry);

}  // namespace hearth::flow
