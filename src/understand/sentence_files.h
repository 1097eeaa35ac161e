// The files of one language: Home Assistant's, Hearth's own, the household's; read, compiled, and kept compiled.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "understand/sentences.h"

namespace hearth::understand {

struct SentenceSources {
  std::string language;   ///< as the household's files must name it; empty: what Home Assistant's file says
  std::string intents;    ///< Home Assistant's file
  std::string own;        ///< folder with replies.yaml, follow.yaml and the commands, every other *.yaml; may be absent
  std::string household;  ///< folder with the household's *.yaml in the same format; empty or absent: none
};

struct LoadedSentences {
  Sentences sentences;
  std::vector<Error> problems;  ///< what was left out, and why: file, line, column
  bool from_cache = false;
};

/// Compiled sentences in a folder, one file a language. They hold as long as their sources and the program are the
/// same.
class SentenceCache {
 public:
  /// Empty: nothing is kept. The folder is made when it is needed.
  explicit SentenceCache(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}

  /// Nothing when there is none of this key, or when it is damaged.
  std::optional<LoadedSentences> find(const std::string& language, const std::string& key) const;
  /// Replaces the language's file only when all was written. Errors: Unavailable naming the file.
  Status keep(const std::string& language, const std::string& key, const LoadedSentences& loaded) const;

 private:
  std::filesystem::path folder_;
};

/// From the cache in some 10 ms, else compiled in 100 to 1000 and then kept. Mistakes in single sentences, and any in
/// the household's files, are problems and cost only themselves. Errors: NotFound and InvalidInput of Home Assistant's
/// file and of Hearth's own; sentences too large to compile.
Result<LoadedSentences> load_sentences(const SentenceSources& sources, const SentenceCache& cache = SentenceCache());

}  // namespace hearth::understand
