// What people add to a command without meaning anything by it: "off again, the baby's asleep", "que no veo nada".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "understand/talk_words.h"

namespace hearth::understand {

/// Ways to take such a remark off the end of a sentence, or off its beginning where a comma parts it from the rest: the
/// sentences that are left, the longest first, at most four. A remark begins with one of `words.remarks` and says
/// nothing of `words.no_remark`, by which a sentence could come to mean another thing ("if", "the wrong one").
std::vector<std::string> without_remarks(std::string_view text, const TalkWords& words);

}  // namespace hearth::understand
