#include "understand/sentence_files.h"

#include <set>

#include "base/fingerprint.h"
#include "text/number_words.h"
#include "understand/grammar/intent_source.h"
#include "understand/household_sentences.h"

namespace hearth::understand {
namespace {

/// Everything that the compiled sentences follow from.
struct Texts {
  FileText intents;
  std::optional<FileText> commands, replies;
  std::vector<FileText> household;
  std::vector<Error> problems;  ///< of household files that could not be read
};

Result<std::optional<FileText>> read_if_there(const std::string& path) {
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return std::optional<FileText>();
  return std::optional(FileText(path, TRY(read_file(path))));
}

Result<Texts> read_texts(const SentenceSources& sources) {
  Texts texts;
  texts.intents = {sources.intents, TRY(read_file(sources.intents))};
  texts.commands = TRY(read_if_there(sources.own + "/hearth.yaml"));
  texts.replies = TRY(read_if_there(sources.own + "/replies.yaml"));
  if (!sources.household.empty()) texts.household = read_household_files(sources.household, texts.problems);
  return texts;
}

/// Of the sources, the sources of this program that compile them, and the number words of this machine.
std::string key_of(const SentenceSources& sources, const Texts& texts) {
  Fingerprint print;
  print.add(HEARTH_GRAMMAR_VERSION).add(text::number_words_version()).add(sources.language);
  const auto add = [&](const FileText& file) { print.add(file.first).add(file.second); };
  add(texts.intents);
  print.add(texts.commands ? "own" : "");
  if (texts.commands) add(*texts.commands);
  print.add(texts.replies ? "own" : "");
  if (texts.replies) add(*texts.replies);
  for (const FileText& file : texts.household) add(file);
  return print.hex();
}

Result<Language> own_language(const std::optional<FileText>& file, const std::string& language) {
  if (file) return parse_language(file->second, file->first);
  Language none;
  none.language = language;
  return none;
}

void drop_repeats(std::vector<Error>& problems) {
  std::set<std::string> seen;
  std::erase_if(problems, [&](const Error& problem) { return !seen.insert(to_string(problem)).second; });
}

Result<LoadedSentences> compile(const SentenceSources& sources, const Texts& texts) {
  std::vector<Error> problems;
  Language base = TRY(parse_language(texts.intents.second, texts.intents.first));
  Language commands = TRY(own_language(texts.commands, base.language));
  Language replies = TRY(own_language(texts.replies, base.language));
  if (!texts.household.empty()) {
    const std::string& language = sources.language.empty() ? base.language : sources.language;
    Language household = household_language(texts.household, language, problems);
    household.language = base.language;
    Language with_household = base;
    TRY(add_sentences(with_household, std::move(household)));
    std::vector<Error> more;
    Result<Sentences> all = compile_sentences(std::move(with_household), commands, replies, &more);
    if (all) {
      problems.insert(problems.end(), more.begin(), more.end());
      drop_repeats(problems);
      return LoadedSentences{std::move(all).value(), std::move(problems)};
    }
    problems.push_back(all.error());
    problems.back().message += "; the household's own sentences are left out";
  }
  Sentences sentences = TRY(compile_sentences(std::move(base), std::move(commands), std::move(replies), &problems));
  drop_repeats(problems);
  return LoadedSentences{std::move(sentences), std::move(problems)};
}

}  // namespace

Result<LoadedSentences> load_sentences(const SentenceSources& sources, const SentenceCache& cache) {
  const Texts texts = TRY(read_texts(sources));
  const std::string key = key_of(sources, texts);
  const std::string name = sources.language.empty() ? "language" : sources.language;
  std::optional<LoadedSentences> kept = cache.find(name, key);
  LoadedSentences loaded = kept ? std::move(*kept) : TRY(compile(sources, texts));
  if (!kept) {
    if (const Status written = cache.keep(name, key, loaded); !written) loaded.problems.push_back(written.error());
  }
  loaded.problems.insert(loaded.problems.end(), texts.problems.begin(), texts.problems.end());
  return loaded;
}

}  // namespace hearth::understand
