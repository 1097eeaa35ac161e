// hearth: talk to the daemon from a shell, look into its journal, replay and score.
#include "apps/hearth/commands.h"
#include "connect/control/access.h"
#include "engine/version.h"

int main(int argc, char** argv) {
  using namespace hearth::apps;
  CLI::App app{"Talks to a running Hearth, and looks into what it did."};
  Session session{.socket = hearth::connect::default_control_socket()};
  Chosen chosen;
  app.add_option("--socket", session.socket, "The daemon's control socket (also HEARTH_SOCKET)")->capture_default_str();
  app.add_option("--address", session.address, "Its TCP port instead, as 127.0.0.1:8765 (also HEARTH_ADDRESS)")
      ->envname("HEARTH_ADDRESS");
  app.add_option("--token-file", session.token_file, "The token for --address (also HEARTH_TOKEN_FILE)")
      ->envname("HEARTH_TOKEN_FILE");
  app.add_flag("--json", session.json, "Print JSON for programs");
  app.set_version_flag("--version", hearth::engine::kVersion);
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(
      "Exit codes: 0 fine, 1 failed, 2 wrong usage or input, 3 no daemon there that can answer, 4 a replay, or what a\n"
      "sentence comes to, differs.\n"
      "Example: hearth say \"turn on the kitchen light\"");
  add_say(app, session, chosen);
  add_devices(app, session, chosen);
  add_journal(app, session, chosen);
  add_check(app, session, chosen);
  add_replay(app, session, chosen);
  add_score(app, session, chosen);
  add_simulate(app, session, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) { return app.exit(wrong) == 0 ? Exit::Fine : Exit::Usage; }
  return chosen ? chosen() : Exit::Usage;
}
