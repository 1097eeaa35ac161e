#include "understand/sentence_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/file.h"
#include "base/fingerprint.h"
#include "text/number_words.h"
#include "understand/grammar/intent_source.h"
#include "understand/household_sentences.h"

namespace hearth::understand {
namespace {

constexpr std::string_view kReplies = "replies.yaml", kFollowUps = "follow";  // the second: how the names begin

/// Everything that the compiled sentences follow from.
struct Texts {
  FileText intents;
  std::vector<FileText> commands;
  std::optional<FileText> replies;
  std::vector<FileText> follow_ups;
  std::vector<FileText> household;
  std::vector<Error> problems;  ///< of household files that could not be read
};

Result<std::optional<FileText>> read_if_there(const std::string& path) {
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return std::optional<FileText>();
  return std::optional(FileText(path, TRY(read_file(path))));
}

/// The *.yaml of the folder that follow what was done, or else those that are no fragments, by name.
Result<std::vector<FileText>> read_folder(const std::string& folder, bool follow_ups) {
  std::vector<std::string> paths;
  std::error_code none;
  for (const auto& file : std::filesystem::directory_iterator(folder, none)) {
    const std::filesystem::path& path = file.path();
    const bool follows = path.filename().string().starts_with(kFollowUps);
    if (path.extension() == ".yaml" && path.filename() != kReplies && follows == follow_ups) {
      paths.push_back(path.string());
    }
  }
  std::ranges::sort(paths);
  std::vector<FileText> files;
  for (const std::string& path : paths) files.emplace_back(path, TRY(read_file(path)));
  return files;
}

Result<Texts> read_texts(const SentenceSources& sources) {
  Texts texts;
  texts.intents = {sources.intents, TRY(read_file(sources.intents))};
  texts.commands = TRY(read_folder(sources.own, false));
  texts.replies = TRY(read_if_there(fmt::format("{}/{}", sources.own, kReplies)));
  texts.follow_ups = TRY(read_folder(sources.own, true));
  if (!sources.household.empty()) texts.household = read_household_files(sources.household, texts.problems);
  return texts;
}

/// Of the sources, the sources of this program that compile them, and the number words of this machine.
std::string key_of(const SentenceSources& sources, const Texts& texts) {
  Fingerprint print;
  print.add(HEARTH_GRAMMAR_VERSION).add(text::number_words_version()).add(sources.language);
  const auto add = [&](const FileText& file) { print.add(file.first).add(file.second); };
  add(texts.intents);
  print.add(texts.replies ? "own" : "");
  if (texts.replies) add(*texts.replies);
  for (const std::vector<FileText>& files : {texts.commands, texts.follow_ups, texts.household}) {
    print.add(std::to_string(files.size()));
    for (const FileText& file : files) add(file);
  }
  return print.hex();
}

Result<Language> parse_all(const std::vector<FileText>& files) {
  Language all;
  for (const FileText& file : files) {
    Language more = TRY(parse_language(file.second, file.first));
    if (all.language.empty()) {
      all = std::move(more);
    } else {
      TRY(add_sentences(all, std::move(more)));
    }
  }
  return all;
}

Result<OwnSentences> own_sentences(const Texts& texts) {
  OwnSentences own;
  own.commands = TRY(parse_all(texts.commands));
  own.follow_ups = TRY(parse_all(texts.follow_ups));
  if (texts.replies) own.replies = TRY(parse_language(texts.replies->second, texts.replies->first));
  return own;
}

void drop_repeats(std::vector<Error>& problems) {
  std::set<std::string> seen;
  std::erase_if(problems, [&](const Error& problem) { return !seen.insert(to_string(problem)).second; });
}

Result<LoadedSentences> compile(const SentenceSources& sources, const Texts& texts) {
  std::vector<Error> problems;
  Language base = TRY(parse_language(texts.intents.second, texts.intents.first));
  OwnSentences own = TRY(own_sentences(texts));
  if (!texts.household.empty()) {
    const std::string& language = sources.language.empty() ? base.language : sources.language;
    Language household = household_language(texts.household, language, problems);
    household.language = base.language;
    Language with_household = base;
    TRY(add_sentences(with_household, std::move(household)));
    std::vector<Error> more;
    Result<Sentences> all = compile_sentences(std::move(with_household), own, &more);
    if (all) {
      problems.insert(problems.end(), more.begin(), more.end());
      drop_repeats(problems);
      return LoadedSentences{std::move(all).value(), std::move(problems)};
    }
    problems.push_back(all.error());
    problems.back().message += "; the household's own sentences are left out";
  }
  Sentences sentences = TRY(compile_sentences(std::move(base), std::move(own), &problems));
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
