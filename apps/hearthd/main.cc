// The daemon: one home, until it is told to stop.
#include <csignal>
#include <cstdio>

#include <CLI/CLI.hpp>

#include "apps/files.h"
#include "base/log.h"
#include "engine/host.h"
#include "engine/version.h"
#include "page_table.h"

namespace {

/// Blocks the signals that end the daemon in every thread, so that the main one can wait for them.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

int fail(const hearth::Error& error) {
  std::fprintf(stderr, "hearthd: %s\n", to_string(error).c_str());
  const bool setting = error.kind == hearth::Error::InvalidInput || error.kind == hearth::Error::NotFound ||
                       error.kind == hearth::Error::Denied;
  return setting ? 2 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Hearth: ambient intelligence for a home, run by the home itself."};
  std::string file = "hearth.toml";
  bool check_only = false;
  app.add_option("--config", file, "The configuration file")->capture_default_str();
  app.add_flag("--check", check_only, "Only read the configuration and say whether it is good");
  app.set_version_flag("--version", hearth::engine::kVersion);
  app.footer(
      "Exit codes: 0 stopped as asked, 1 could not run, 2 wrong usage or configuration.\n"
      "Example: hearthd --config /etc/hearth/hearth.toml");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) { return app.exit(wrong) == 0 ? 0 : 2; }

  const sigset_t signals = block_signals();
  hearth::Result<hearth::engine::Config> config = hearth::engine::read_config(file);
  if (!config) return fail(config.error());
  if (check_only) {
    std::printf("%s is good: %zu door(s), %zu area(s), %zu person(s)\n", file.c_str(), config->mqtt.size(),
                config->listing.areas.size(), config->listing.people.size());
    return 0;
  }
  hearth::start_logging(config->log_level.c_str());
  auto host = hearth::engine::Host::start(std::move(config).value(), hearth::apps::model_files(),
                                          hearth::connect::page_table());
  if (!host) return fail(host.error());
  for (const std::string& line : (*host)->notices()) LOG_INFO("{}", line);
  int signal = 0;
  sigwait(&signals, &signal);
  LOG_INFO("stopping");
  return 0;
}
