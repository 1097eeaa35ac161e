// Leveled logging to stderr, formatted by fmt. What a log line says never carries a secret.
#pragma once

#include <spdlog/spdlog.h>

#define LOG_DEBUG(...) SPDLOG_DEBUG(__VA_ARGS__)
#define LOG_INFO(...) SPDLOG_INFO(__VA_ARGS__)
#define LOG_WARN(...) SPDLOG_WARN(__VA_ARGS__)
#define LOG_ERROR(...) SPDLOG_ERROR(__VA_ARGS__)

namespace hearth {

/// Sends log lines to stderr in the program's format. `level`: debug, info, warn, error or off.
void start_logging(const char* level);

}  // namespace hearth
