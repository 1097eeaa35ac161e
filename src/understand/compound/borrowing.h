// Words that a part of a sentence leaves to its neighbour: "turn off the lamp and the radio", "the lamp and the radio
// off".
#pragma once

#include "understand/compound/part.h"

namespace hearth::understand {

/// `piece` with the words of the part before that it may lack, the likeliest first: the other name in the place of the
/// name, then more and fewer words around it, then the first words alone. `plural`: of several names that share one
/// noun, "the front and back doors".
std::vector<Words> with_words_before(const Words& piece, const Part& before, const TalkWords& talk, bool plural);

/// `piece`, which waits for its verb, with the last words of the part behind: those after its name, then more and
/// fewer.
std::vector<Words> with_words_behind(const Words& piece, const Part& behind);

}  // namespace hearth::understand
