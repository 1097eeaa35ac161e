// The commands of the shell program: each adds itself to the command line and runs when it was chosen.
#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

#include "apps/hearth/session.h"

namespace hearth::apps {

/// `chosen` is set to what main has to run; it returns the exit code.
using Chosen = std::function<int()>;

void add_say(CLI::App& app, const Session& session, Chosen& chosen);  ///< say, why, undo, said
void add_devices(CLI::App& app, const Session& session, Chosen& chosen);
void add_journal(CLI::App& app, const Session& session, Chosen& chosen);
void add_check(CLI::App& app, const Session& session, Chosen& chosen);
void add_replay(CLI::App& app, const Session& session, Chosen& chosen);
void add_score(CLI::App& app, const Session& session, Chosen& chosen);
void add_simulate(CLI::App& app, const Session& session, Chosen& chosen);

}  // namespace hearth::apps
