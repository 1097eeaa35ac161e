#include "base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>

namespace hearth {

void start_logging(const char* level) {
  auto logger = spdlog::get("hearth");
  if (!logger) logger = spdlog::stderr_color_mt("hearth");
  spdlog::set_default_logger(logger);
  spdlog::set_pattern("%H:%M:%S.%e %^%l%$ %v");
  spdlog::set_level(spdlog::level::from_str(level));
}

}  // namespace hearth
