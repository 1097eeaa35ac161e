#include "understand/language/spoken_language.h"

#include <algorithm>

namespace hearth::understand {
namespace {

bool has_open_text(const Parse& parse) { return std::ranges::any_of(parse.slots, &ParsedSlot::is_wildcard); }

/// The part before the hyphen: "de" of "de-AT".
std::string_view family(std::string_view language) { return language.substr(0, language.find('-')); }

}  // namespace

Explained explained_by(const Understood& language, bool asked, std::string_view text, const Context& context) {
  Explained best;
  const auto consider = [&](const Grammar& grammar, Explained::How how) {
    const std::vector<Parse> parses = grammar.parse(text, context, 1);
    if (parses.empty()) return;
    const bool open = has_open_text(parses.front());
    best = std::max(best, Explained{open ? Explained::ByOpenText : how, parses.front().score, !open});
  };
  consider(language.commands, Explained::AsCommand);
  if (asked && !best.sure) consider(language.replies, Explained::AsReply);
  if (!best.sure) consider(language.follow_ups, Explained::AsFollowUp);
  return best;
}

std::string language_of_reply(const std::string& said_in, const std::string& understood_in) {
  return family(said_in) == family(understood_in) ? said_in : understood_in;
}

}  // namespace hearth::understand
