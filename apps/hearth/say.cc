// say, why, undo: sentences to the house.
#include <cstdio>
#include <memory>

#include "apps/hearth/commands.h"

namespace hearth::apps {
namespace {

struct Sentence {
  std::string text, area, language, conversation;
  bool chain = false;  // of why: everything that led to it
};

/// The whole chain: every message that led to it, newest first, with each step's reasons.
int chain(const Session& session) {
  const Result<Json> why = session.ask("GET", "/v1/why");
  if (!why) return fail(why.error());
  if (session.json) {
    std::printf("%s\n", dump(*why).c_str());
    return Exit::Fine;
  }
  std::printf("%s\n", why->at("sentence").get<std::string>().c_str());
  for (const Json& link : why->at("chain")) {
    std::printf("%6llu %s %-12s %s\n", static_cast<unsigned long long>(link.at("id").get<uint64_t>()),
                link.at("at").get<std::string>().c_str(), link.at("kind").get<std::string>().c_str(),
                link.at("origin").get<std::string>().c_str());
    for (const Json& reason : link.at("because")) {
      std::printf("         %s: %s\n", reason.at("faculty").get<std::string>().c_str(),
                  reason.at("what").get<std::string>().c_str());
    }
  }
  for (const Json& item : why->at("evidence")) {
    if (const auto quote = item.at("quote").get<std::string>(); !quote.empty())
      std::printf("       \"%s\"\n", quote.c_str());
  }
  return Exit::Fine;
}

int say(const Session& session, const Sentence& sentence) {
  if (sentence.chain) return chain(session);
  Json body{{"text", sentence.text}};
  if (!sentence.area.empty()) body["area"] = sentence.area;
  if (!sentence.language.empty()) body["language"] = sentence.language;
  if (!sentence.conversation.empty()) body["conversation"] = sentence.conversation;
  const Result<Json> answer = session.ask("POST", "/v1/say", body, std::chrono::seconds(90));
  if (!answer) return fail(answer.error());
  if (session.json) {
    std::printf("%s\n", dump(*answer).c_str());
    return Exit::Fine;
  }
  std::printf("%s\n", answer->value("text", "").c_str());
  for (const Json& choice : answer->value("choices", Json::array())) {
    std::printf("  - %s\n", choice.get<std::string>().c_str());
  }
  return Exit::Fine;
}

/// What was said to the shell without being asked: timers that rang.
int said(const Session& session) {
  const Result<Json> list = session.ask("GET", "/v1/said");
  if (!list) return fail(list.error());
  if (session.json) {
    std::printf("%s\n", dump(*list).c_str());
    return Exit::Fine;
  }
  for (const Json& item : *list) std::printf("%s\n", item.at("text").get<std::string>().c_str());
  return Exit::Fine;
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
  if (std::string_view(name) == "why") {
    command->add_flag("--chain", sentence->chain, "Print everything that led to it, with each step's reasons");
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
  CLI::App* why =
      add_sentence(app, "why", "Ask why the house did what it did last", session, chosen, "why did you do that");
  why->footer("Example: hearth why --chain");
  CLI::App* unasked = app.add_subcommand("said", "Print what the house said without being asked: timers that rang");
  unasked->footer("Example: hearth said");
  unasked->callback([&session, &chosen] { chosen = [&session] { return said(session); }; });
  add_sentence(app, "undo", "Take back what the house did last", session, chosen, "undo that")
      ->footer("Example: hearth undo");
}

}  // namespace hearth::apps
