// In which of the household's languages something was said: the one whose sentences explain it best. An utterance comes
// with a language, but a page or a satellite is set to one while the people before it may speak several.
#pragma once

#include <string>
#include <string_view>

#include "understand/grammar/grammar.h"

namespace hearth::understand {

/// How well one language explains a text.
struct Explained {
  enum How : uint8_t { NotAtAll, ByOpenText, AsFollowUp, AsReply, AsCommand } how = NotAtAll;
  Score score = 0;    ///< of the best reading: only comparable for the same text
  bool sure = false;  ///< every word stands in a sentence of this language
  auto operator<=>(const Explained& other) const = default;
};

/// The sentences of one language, with the names of a home.
struct Understood {
  const Grammar& commands;
  const Grammar& replies;
  const Grammar& follow_ups;
};

/// `asked`: a question is open, which a fragment of the replies may answer. Some 10 µs.
Explained explained_by(const Understood& language, bool asked, std::string_view text, const Context& context);

/// In what to answer: as it was said ("de-AT") where that is the language that was understood ("de"), else the latter.
std::string language_of_reply(const std::string& said_in, const std::string& understood_in);

}  // namespace hearth::understand
