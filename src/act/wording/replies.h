// The replies of Home Assistant's own sentences: Jinja templates by intent and key, as its package has them.
// https://developers.home-assistant.io/docs/voice/intent-recognition/template-sentence-syntax
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/guarded.h"
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

/// What it says depends on the files alone. Sources are kept, and compiled when one is said, for few of them ever are.
/// Thread-safe.
class Replies {
 public:
  Replies() : Replies(std::filesystem::path()) {}  ///< has none
  /// "responses" of `<folder>/<language>.json`. A language is read, in some milliseconds, when it is first asked for or
  /// prepared; one whose file is absent or broken has none.
  explicit Replies(std::filesystem::path folder);
  /// With these languages prepared. Errors: those of `prepare`.
  static Result<Replies> load(const std::filesystem::path& folder, const std::vector<std::string>& languages);

  /// Reads the language, and the one without its region, unless they were read before. Errors: InvalidInput naming the
  /// file.
  Status prepare(std::string_view language) const;

  /// Whether the language, or the one without its region, has that reply. `intent` as the package names it:
  /// "HassTurnOn".
  bool has(std::string_view intent, std::string_view key, std::string_view language) const;

  /// White space is squeezed, as Home Assistant does. Errors: NotFound when there is no such reply; those of
  /// text::Template, naming language, intent and key.
  Result<std::string> say(std::string_view intent, std::string_view key, std::string_view language,
                          const ReplyContext& context) const;

 private:
  struct Language;
  using Known = std::map<std::string, std::shared_ptr<const Language>, std::less<>>;
  Result<std::shared_ptr<const Language>> read(std::string_view tag) const;
  /// Null when neither the language nor the one without its region has it.
  std::shared_ptr<const Language> having(const std::string& name, std::string_view language) const;

  std::filesystem::path folder_;
  std::unique_ptr<Guarded<Known>> known_;
};

}  // namespace hearth::act
