// say, why, undo: sentences to the house.
#include <cstdio>
#include <memory>

#include "apps/hearth/commands.h"

namespace hearth::apps {
namespace {

struct Sentence {
  std::string text, area, language, conversation;
};

int say(const Session& session, const Sentence& sentence) {
  Json body{{"text", sentence.text}};
  if (!sentence.area.empty()) body["area"] = sentence.area;
  if (!sentence.language.empty()) body["language"] = sentence.language;
  if (!sentence.conversation.empty()) body["conversation"] = sentence.conversation;
  const Result<Json> answer = session.ask("POST", "/v1/say", body, std::chrono::seconds(90));
  if (!answer) return fail(answer.error());
  if (session.json) {
    std::printf("%s\n", dump(*answer).c_str());
    return kFine;
  }
  std::printf("%s\n", answer->value("text", "").c_str());
  for (const Json& choice : answer->value("choices", Json::array())) {
    std::printf("  - %s\n", choice.get<std::string>().c_str());
  }
  return kFine;
}

CLI::App* add_sentence(CLI::App& app, const char* name, const char* about, const Session& session, Chosen& chosen,
                       const char* fixed) {
  CLI::App* command = app.add_subcommand(name, about);
  const auto sentence = std::make_shared<Sentence>();
  if (fixed == nullptr) {
    const auto words = std::make_shared<std::vector<std::string>>();
    command->add_option("sentence", *words, "What to say")->required();
    command->callback([&session, &chosen, sentence, words] {
      for (const std::string& word : *words) sentence->text += (sentence->text.empty() ? "" : " ") + word;
      chosen = [&session, sentence] { return say(session, *sentence); };
    });
  } else {
    sentence->text = fixed;
    command->callback(
        [&session, &chosen, sentence] { chosen = [&session, sentence] { return say(session, *sentence); }; });
  }
  command->add_option("--area", sentence->area, "The room in which it is said");
  command->add_option("--language", sentence->language, "Its language, as a tag: en");
  command->add_option("--conversation", sentence->conversation, "A name of the conversation that it belongs to");
  return command;
}

}  // namespace

void add_say(CLI::App& app, const Session& session, Chosen& chosen) {
  add_sentence(app, "say", "Say something to the house and print its answer", session, chosen, nullptr)
      ->footer("Example: hearth say \"dim the living room lights to 40 percent\"");
  add_sentence(app, "why", "Ask why the house did what it did last", session, chosen, "why did you do that")
      ->footer("Example: hearth why    (the whole chain: hearth journal --last-trace)");
  add_sentence(app, "undo", "Take back what the house did last", session, chosen, "undo that")
      ->footer("Example: hearth undo");
}

}  // namespace hearth::apps
