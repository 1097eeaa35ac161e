#include "understand/grammar/grammar.h"

#include <algorithm>

#include "text/utf.h"
#include "understand/grammar/matcher.h"
#include "understand/grammar/parse_builder.h"
#include "understand/grammar/skip_words.h"

namespace hearth::understand {
namespace {

constexpr size_t kMaxBytes = 4 * Matcher::kMaxCharacters;

thread_local uint64_t spent = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// Without the spaces between characters of scripts that write none.
SpokenText without_cjk_gaps(const SpokenText& text) {
  SpokenText out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool between =
        i > 0 && i + 1 < text.size() && text::is_cjk(text.characters[i - 1]) && text::is_cjk(text.characters[i + 1]);
    if (text.characters[i] == U' ' && between) continue;
    out.characters.push_back(text.characters[i]);
    out.spans.push_back(text.spans[i]);
  }
  return out;
}

/// A sentence read with and without its skip words often means the same; the better one stays.
void drop_repeats(std::vector<Parse>& parses) {
  std::vector<Parse> kept;
  kept.reserve(parses.size());
  for (Parse& parse : parses) {
    const bool known =
        kept.size() < 64 &&
        std::any_of(kept.begin(), kept.end(), [&](const Parse& other) { return same_meaning(parse, other); });
    if (!known) kept.push_back(std::move(parse));
  }
  parses = std::move(kept);
}

}  // namespace

Result<Grammar> Grammar::compile(Language source, std::vector<Error>* problems) {
  return of(TRY(compile_language(std::move(source), problems)));
}

Grammar Grammar::of(CompiledLanguage compiled) {
  auto language = std::make_shared<const CompiledLanguage>(std::move(compiled));
  auto home = std::make_shared<const HomeTries>(HomeNames{}, language->domains);
  return {std::move(language), std::move(home)};
}

Grammar Grammar::with_names(const HomeNames& home) const {
  return {language_, std::make_shared<const HomeTries>(home, language_->domains, !language_->source.ignore_whitespace)};
}

std::vector<Parse> Grammar::parse(std::string_view sentence, const Context& context, size_t limit) const {
  thread_local Matcher matcher;
  if (sentence.size() > kMaxBytes) return {};
  SpokenText spoken = read_utterance(sentence);
  if (language_->source.ignore_whitespace) spoken = without_cjk_gaps(spoken);
  std::vector<Parse> parses;
  for (const SkippedText& text : skip_words(std::move(spoken), language_->skip_words)) {
    const Lattice& lattice = matcher.match(*language_, *home_, text.text);
    const PathSource source{language_, *home_, lattice, sentence, text, context};
    const std::vector<Path> paths = best_paths(language_->automaton, lattice, limit);
    spent += lattice.edges.size() + paths.size();
    for (const Path& path : paths) {
      if (std::optional<Parse> parse = build_parse(path, source)) parses.push_back(std::move(*parse));
    }
  }
  std::stable_sort(parses.begin(), parses.end(), better);
  drop_repeats(parses);
  if (parses.size() > limit) parses.resize(limit);
  return parses;
}

uint64_t Grammar::steps() { return spent; }

}  // namespace hearth::understand
