#include "understand/sentences.h"

#include "understand/grammar/intent_source.h"

namespace hearth::understand {

Result<Sentences> compile_sentences(Language base, Language commands, Language replies) {
  Language fragments;
  fragments.language = base.language;
  fragments.ignore_whitespace = base.ignore_whitespace;
  fragments.skip_words = base.skip_words;
  fragments.lists = base.lists;
  fragments.rules = base.rules;
  TRY(add_sentences(fragments, std::move(replies)));
  TRY(add_sentences(base, std::move(commands)));
  return Sentences{TRY(Grammar::compile(std::move(base))), TRY(Grammar::compile(std::move(fragments)))};
}

Result<Sentences> read_sentences(const std::string& intents, const std::string& own) {
  return compile_sentences(TRY(read_language(intents)), TRY(read_language(own + "/hearth.yaml")),
                           TRY(read_language(own + "/replies.yaml")));
}

const Sentences* find_sentences(const SentencesByLanguage& all, std::string_view language) {
  for (const std::string_view tag : {language, language.substr(0, language.find('-')), std::string_view("en")}) {
    const auto found = all.find(tag);
    if (found != all.end()) return &found->second;
  }
  return all.empty() ? nullptr : &all.begin()->second;
}

}  // namespace hearth::understand
