#include "apps/files.h"

#include <cstdlib>

namespace hearth::apps {

engine::ModelFiles model_files() {
  const char* chosen = std::getenv("HEARTH_DATA");
  const std::filesystem::path data = chosen != nullptr ? chosen : HEARTH_SOURCE_FOLDER;
  const std::filesystem::path fetched =
      chosen != nullptr ? data / "fetched" : std::filesystem::path(HEARTH_FETCHED_FOLDER);
  return {data / "phrases", data / "sentences", fetched / "intents" / "data"};
}

}  // namespace hearth::apps
