// A compiled language as bytes, so that it need not be compiled again. For files that stay on this machine: whoever
// keeps them tells by a fingerprint of the sources, the build and the bytes whether they still hold.
#pragma once

#include "base/wire.h"
#include "understand/grammar/compiled_language.h"

namespace hearth::understand {

void store(const CompiledLanguage& language, wire::Writer& out);

/// Errors: Corrupt, also when something refers to what is not there. Damage within a text is not noticed here.
Result<CompiledLanguage> restore_language(wire::Reader& in);

}  // namespace hearth::understand
