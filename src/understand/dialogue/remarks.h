// What people add to a command without meaning anything by it: "off again, the baby's asleep", "que no veo nada".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "understand/linking/heard_names.h"
#include "understand/reading/sentence_reader.h"
#include "understand/talk_words.h"

namespace hearth::understand {

/// Ways to take such a remark off the end of a sentence, or off its beginning where a comma parts it from the rest: the
/// sentences that are left, the longest first, at most four. A remark begins with one of `words.remarks` and says
/// nothing of `words.no_remark`, by which a sentence could come to mean another thing ("if", "the wrong one"), nor
/// anything of which `tells` is true.
std::vector<std::string> without_remarks(std::string_view text, const TalkWords& words,
                                         const std::function<bool(const std::string&)>& tells);

/// Whether words say when, how much, where or about what: then nobody may pass over them.
bool tells_more(const std::string& text, const SentenceReader& sentences, const TalkWords& words,
                const HeardNames& names);

}  // namespace hearth::understand
