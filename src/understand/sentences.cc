#include "understand/sentences.h"

#include "text/normalise.h"
#include "understand/grammar/intent_source.h"
#include "understand/sentence_files.h"

namespace hearth::understand {

void SentencesByLanguage::emplace(std::string_view language, Sentences sentences) {
  auto next = std::make_shared<Ready>(*ready_->read());
  (*next)[std::string(language)] = std::make_shared<const Sentences>(std::move(sentences));
  ready_->publish(std::move(next));
}

std::shared_ptr<const Sentences> SentencesByLanguage::find(std::string_view language) const {
  if (!language.empty() && ask_ && !contains(language)) ask_(language);
  const std::shared_ptr<const Ready> ready = ready_->read();
  const std::string_view own = household_.empty() ? std::string_view() : household_.front();
  for (const std::string_view tag : {language, language.substr(0, language.find('-')), own, std::string_view("en")}) {
    const auto found = ready->find(tag);
    if (found != ready->end()) return found->second;
  }
  return ready->empty() ? nullptr : ready->begin()->second;
}

std::vector<std::shared_ptr<const Sentences>> SentencesByLanguage::household() const {
  const std::shared_ptr<const Ready> ready = ready_->read();
  std::vector<std::shared_ptr<const Sentences>> found;
  for (const std::string& language : household_) {
    if (const auto there = ready->find(language); there != ready->end()) found.push_back(there->second);
  }
  return found;
}

namespace {

/// Fragments that may use the lists and rules of `base`, but are no sentences of its own.
Result<Grammar> compile_fragments(const Language& base, Language own, std::vector<Error>* problems) {
  Language fragments;
  fragments.language = base.language;
  fragments.ignore_whitespace = base.ignore_whitespace;
  fragments.skip_words = base.skip_words;
  fragments.lists = base.lists;
  fragments.rules = base.rules;
  if (!own.language.empty()) TRY(add_sentences(fragments, std::move(own)));
  return Grammar::compile(std::move(fragments), problems);
}

std::vector<std::string> words_of(const Language& language, const std::string& list) {
  std::vector<std::string> words;
  const auto found = language.lists.find(list);
  if (found == language.lists.end()) return words;
  for (const ListValueSource& value : found->second.values) words.push_back(value.in.text);
  return words;
}

NameWords name_words(const Language& commands) {
  const auto folded = [&](const std::string& list) {
    std::vector<std::string> words = words_of(commands, list);
    for (std::string& word : words) word = text::normalise(word);
    return words;
  };
  return {.kinds = folded("kind_words"),
          .of = folded("before_room"),
          .joints = folded("room_joints"),
          .forms = folded("name_forms"),
          .rooms = folded("room_forms"),
          .here = folded("here_words"),
          .everywhere = folded("everywhere_words")};
}

TalkWords talk_words(const Language& follow_ups, const Language& commands) {
  const auto folded = [&](const std::string& list) {
    std::vector<std::string> words = words_of(follow_ups, list);
    for (std::string& word : words) word = text::fold(word);
    return words;
  };
  return {.between = folded("connector"),
          .opener = folded("opener"),
          .fillers = folded("filler"),
          .before = folded("courtesy_before"),
          .after = folded("courtesy_after"),
          .asides = folded("aside"),
          .articles = folded("article"),
          .it = words_of(follow_ups, "it"),
          .both = words_of(follow_ups, "both"),
          .other = words_of(follow_ups, "the_other"),
          .others = words_of(follow_ups, "the_others"),
          .there = words_of(follow_ups, "there"),
          .upstairs = words_of(follow_ups, "upstairs"),
          .downstairs = words_of(follow_ups, "downstairs"),
          .between_items = folded("between_items"),
          .one_item = words_of(follow_ups, "one_item"),
          .upward = words_of(follow_ups, "upward"),
          .downward = words_of(follow_ups, "downward"),
          .remarks = folded("remark"),
          .no_remark = words_of(follow_ups, "no_remark"),
          .no_remark_after = folded("no_remark_after"),
          .names = name_words(commands)};
}

}  // namespace

Result<Sentences> compile_sentences(Language base, OwnSentences own, std::vector<Error>* problems) {
  TalkWords words = talk_words(own.follow_ups, own.commands);
  for (const auto& [name, list] : own.commands.lists) base.lists[name] = list;  // such as the colours
  Grammar answers = TRY(compile_fragments(base, std::move(own.replies), problems));
  Grammar follows = TRY(compile_fragments(base, std::move(own.follow_ups), problems));
  if (!own.commands.language.empty()) TRY(add_sentences(base, std::move(own.commands)));
  return Sentences{TRY(Grammar::compile(std::move(base), problems)), std::move(answers), std::move(follows),
                   std::move(words)};
}

Result<Sentences> read_sentences(const std::string& intents, const std::string& own) {
  SentenceSources sources{.language = {}, .intents = intents, .own = own, .household = {}};
  LoadedSentences loaded = TRY(load_sentences(sources));
  if (!loaded.problems.empty()) return loaded.problems.front();
  return std::move(loaded.sentences);
}

}  // namespace hearth::understand
