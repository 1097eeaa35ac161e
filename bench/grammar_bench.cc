// Text to readings by the grammar over the acceptance suite: prints one line of JSON.
// usage: grammar_bench SUITE TEMPLATES LANGUAGE…; bench/peers/hassil/run.py does the same work with hassil.
#include <cstdio>

#include "score/understanding/ha_suite_score.h"

int main(int count, char** words) {
  if (count < 4) {
    std::fputs("usage: grammar_bench SUITE TEMPLATES LANGUAGE...\n", stderr);
    return 2;
  }
  hearth::score::SuiteOptions options{words[1], words[2], {words + 3, words + count}};
  const auto report = hearth::score::score_ha_suite(options);
  if (!report.ok()) {
    std::fprintf(stderr, "%s\n", to_string(report.error()).c_str());
    return 1;
  }
  hearth::Json json = to_json(report.value());
  json["by"].erase("intent");
  std::printf("%s\n", hearth::dump(json).c_str());
}
