// Phrases into sentences: the last step before anybody hears or reads them, and the only one that knows a language.
#pragma once

#include "act/wording/phrasebook.h"
#include "act/wording/replies.h"
#include "base/json.h"
#include "flow/header.h"
#include "home/home.h"

namespace hearth::act {

/// Arguments of a Phrase and what a template sees of them:
/// - "entity" (an EntityId as number; may come several times) → `entity`, a list for `the(entity)` and `either(entity)`
/// - "area", "person" as a number → its name; as text → that text
/// - "clock" (a civil time), "days" from today, "rule" (RFC 5545, may be empty) → for `moment(clock, days, rule)`
/// - "capability", its name; `said(value, capability)` words a value with its unit
/// - "reason", the key of another phrase, whose arguments are called "reason.<name>" here → that phrase in words
/// - "reply", "reply_abroad" and "reply.<slot>" are for `reply` alone
/// - everything else as it is; an argument that comes several times is a list
/// Functions, each with what [form] of the language makes of it, so that no word of any language stands in the program:
/// - `the(entities)` "the desk lamp and the fan", of more than three their number; `each(entities)` all their names;
///   `either(entities)` the same with "or"; a second argument is the language's own name of a case
/// - `plural(entities)` whether a verb that goes with them is in the plural
/// - `said(value, capability)` the value with its unit; a third argument, entities, for what agrees with them in gender
///   and number. A capability that is none names a list of words: `said("on", "state")` is form.value_state
/// - `duration(seconds)` "5 minutes 30 seconds"; a second argument is a case
/// - `moment(clock, days, rule)` "at seven this evening", of a civil time, days from today and an RFC 5545 rule, which
///   is empty where it is for once
/// - `place(area)` "in the kitchen", by the area's name
/// - `begin(text)` the text with a large first letter
/// Immutable, thread-safe.
class Worder {
 public:
  explicit Worder(Phrasebook book, Replies replies = Replies())
      : book_(std::move(book)), replies_(std::move(replies)) {}

  /// Errors: NotFound for a key that no file has; those of Template::render.
  Result<std::string> say(const flow::Phrase& phrase, std::string_view language, const home::Home& home) const;
  /// Several phrases as one text.
  Result<std::string> say(const std::vector<flow::Phrase>& phrases, std::string_view language,
                          const home::Home& home) const;

  /// What Home Assistant's package has to say in the place of the phrase, exactly as it has it: the reply that the
  /// argument "reply" names ("HassTurnOn/default"), or "reply_abroad" in a language of which there are no phrases, with
  /// the slots "reply.<slot>" and the phrase's own things and value. Only for what was wholly done.
  /// Errors: NotFound where nothing is named, the language has no such reply, or it turns out to say too little; those
  /// of Template::render.
  Result<std::string> reply(const flow::Phrase& phrase, std::string_view language, const home::Home& home) const;

  const Phrasebook& book() const { return book_; }
  const Replies& replies() const { return replies_; }

 private:
  struct Speaking;
  Result<std::string> render(std::string_view key, const Json& arguments, const Speaking& speaking) const;
  text::TemplateFunctions functions(const Speaking& speaking) const;
  Result<Json> list(const std::vector<Json>& arguments, std::string_view form, size_t most,
                    const Speaking& speaking) const;
  Result<Json> said(const std::vector<Json>& arguments, const Speaking& speaking) const;
  Result<Json> duration(const std::vector<Json>& arguments, const Speaking& speaking) const;
  Result<Json> place(const std::vector<Json>& arguments, const Speaking& speaking) const;
  Result<Json> moment(const std::vector<Json>& arguments, const Speaking& speaking) const;
  struct Named;  ///< several things in one language
  Named named(const std::vector<Json>& arguments, const Speaking& speaking) const;

  Phrasebook book_;
  Replies replies_;
};

}  // namespace hearth::act
