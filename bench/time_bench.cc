// Words to moments over lines of times: prints one line of JSON.
// usage: time_bench ROWS SENTENCES [LANGUAGE…]; ROWS: file or folder as score/time/time_rows.h, SENTENCES: sentences/
#include <cstdio>

#include "score/time/time_score.h"

int main(int count, char** words) {
  if (count < 3) {
    std::fputs("usage: time_bench ROWS SENTENCES [LANGUAGE...]\n", stderr);
    return 2;
  }
  hearth::score::TimeOptions options{.sentences = words[2], .languages = {words + 3, words + count}};
  const auto report = hearth::score::score_times(words[1], options);
  if (!report.ok()) {
    std::fprintf(stderr, "%s\n", to_string(report.error()).c_str());
    return 1;
  }
  std::printf("%s\n", to_json(*report).dump().c_str());
}
