// The replies of Home Assistant's own sentences: Jinja templates by intent and key, as its package has them.
// https://developers.home-assistant.io/docs/voice/intent-recognition/template-sentence-syntax
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "text/jinja.h"

namespace hearth::act {

/// One thing as a reply sees it, in Home Assistant's words: state "on", unit in the attribute "unit_of_measurement".
struct ReplyState {
  std::string name, domain, state;
  Json attributes = Json::object();
};

/// What a reply may tell of.
struct ReplyContext {
  Json slots = Json::object();  ///< by name: words, whole numbers, and what an intent adds ("timers", "canceled")
  std::vector<ReplyState> matched, unmatched;  ///< the things asked for: those in the state asked for, and the others
};

/// "time" and "date" of the slots of GetCurrentTime and GetCurrentDate.
struct ReplyMoment {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0;
};
void put_moment(const ReplyMoment& moment, Json& slots);

/// Immutable once loaded; sources are kept and compiled when one is said, for few of them ever are. Thread-safe.
class Replies {
 public:
  /// Reads "responses" of `<folder>/<language>.json`; a language whose file is absent has none.
  /// Errors: InvalidInput naming the file.
  static Result<Replies> load(const std::filesystem::path& folder, const std::vector<std::string>& languages);

  /// Whether the language, or the one without its region, has that reply. `intent` as the package names it:
  /// "HassTurnOn".
  bool has(std::string_view intent, std::string_view key, std::string_view language) const;

  /// White space is squeezed, as Home Assistant does. Errors: NotFound when there is no such reply; those of
  /// text::Template, naming language, intent and key.
  Result<std::string> say(std::string_view intent, std::string_view key, std::string_view language,
                          const ReplyContext& context) const;

 private:
  const std::string* find(std::string_view intent, std::string_view key, std::string_view language) const;
  std::map<std::string, std::string, std::less<>> sources_;  ///< by "de/HassTurnOn/default"
};

}  // namespace hearth::act
