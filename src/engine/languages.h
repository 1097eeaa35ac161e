// Loads the sentences of languages: the household's at the start, others in the background when somebody speaks them.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/guarded.h"
#include "engine/lookup_thread.h"
#include "understand/sentence_files.h"
#include "understand/sentences.h"

namespace hearth::engine {

struct ModelFiles {
  std::filesystem::path phrases = "phrases";      ///< of the repository or the installation
  std::filesystem::path sentences = "sentences";  ///< Hearth's own templates
  std::filesystem::path intents;                  ///< one LANGUAGE.json each, of the fetched package
  std::filesystem::path household{};              ///< the household's own sentences, a folder a language; empty: none
  std::filesystem::path cache{};                  ///< compiled sentences are kept here; empty: nowhere
};

/// Makes languages ready in a SentencesByLanguage, which must outlive it. Thread-safe.
class Languages {
 public:
  /// What to do about a language that is spoken and not there.
  enum class Demand : uint8_t {
    Ignored,     ///< the best that is there reads it
    AtOnce,      ///< it is loaded on the thread that asks: for houses in simulated time
    Background,  ///< a thread of its own loads it; who asks waits a second at most
  };

  Languages(ModelFiles files, understand::SentencesByLanguage& into) : files_(std::move(files)), into_(into) {}

  /// `ready` is called with every language that is loaded, on the thread that loads it, before anybody can speak it.
  /// Before `start`.
  void on_ready(std::function<void(const std::string& language)> ready) { ready_ = std::move(ready); }

  /// Call once, before any house runs. The household's own language is there when it returns, and so are the others
  /// unless they come in the background.
  void start(const std::vector<std::string>& household, Demand demand);

  /// Waits until these, and the household's, are ready or known to be absent: a minute at most. Where the program loads
  /// none on demand, those of others stay absent.
  void make_ready(const std::vector<std::string>& languages);

  /// Reads the household's own sentences again where they changed; in the background, or at once without one.
  void look_again();

  /// What could not be loaded, and sentences that were left out, a line each.
  std::vector<std::string> problems() const;

 private:
  enum class State : uint8_t { Loading, Ready, Absent };
  struct Known {
    State state = State::Loading;
    std::string stamp;  ///< of the household's files, when they were read
    std::vector<std::string> problems;
  };
  using All = std::map<std::string, Known, std::less<>>;

  void want(std::string_view language);
  bool begin(const std::string& language);
  void load(const std::string& language, bool asked_for);
  std::string stamp_of(const std::string& language) const;

  const ModelFiles files_;
  understand::SentencesByLanguage& into_;
  Demand demand_ = Demand::Ignored;
  std::function<void(const std::string&)> ready_;
  Awaited<All> known_;
  std::unique_ptr<LookupThread> thread_;  // last: what it does needs all of the above
};

}  // namespace hearth::engine
