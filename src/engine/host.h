// What the houses of one process share: clock, lanes, models, doors; and the one house of an installation at work.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "connect/control/control_door.h"
#include "connect/web/web_door.h"
#include "engine/config.h"
#include "engine/house.h"
#include "engine/house_thread.h"
#include "engine/live.h"
#include "engine/models.h"
#include "engine/overheard_door.h"
#include "engine/phrase_watch.h"
#include "engine/routes.h"
#include "engine/vitals.h"
#include "engine/watch.h"
#include "graph/threaded_executor.h"
#include "memory/sqlite_journal.h"

namespace hearth::engine {

/// A running installation: journal, house, doors. Built in order, taken down in reverse.
class Host {
 public:
  /// Opens the journal, folds it, opens the doors and starts the house. `files`: where phrases/, sentences/ and the
  /// fetched templates lie; `page`: what the web door shows. Errors: those of the configuration, the journal and the
  /// doors; what can be mended while the house runs (a broker that is away, missing templates) is health, not an error.
  static Result<std::unique_ptr<Host>> start(Config config, const ModelFiles& files, connect::WebFiles page = {});
  ~Host();

  /// Lines for people: where the control socket and the page are, what is missing.
  std::vector<std::string> notices() const;

 private:
  explicit Host(Config config);
  Status open(const ModelFiles& files);
  Status load_models(ModelFiles files);
  Result<std::optional<home::Person>> person_called(const std::string& name, const char* setting) const;
  Status make_control();
  Status make_web();
  Result<connect::WebDoorOptions> web_options();
  Status open_doors();
  Vitals vitals() const;
  void tell_problems();

  const Config config_;
  SystemClock clock_;
  const Duration wall_minus_steady_;  ///< at the start
  std::unique_ptr<memory::SqliteJournal> journal_;
  uint64_t answered_before_ = 0;  ///< the last entry that another process wrote
  std::unique_ptr<Models> models_;
  graph::ThreadedExecutor executor_;
  std::unique_ptr<House> house_;
  std::string print_;  ///< of what understands from now on
  std::unique_ptr<PhraseWatch> phrases_;
  LookupThread lookup_thread_{"lookups", 64};
  std::unique_ptr<LiveFeed> live_;
  connect::WebFiles page_;
  std::filesystem::path token_file_;
  std::optional<Lookups> lookups_;  // the doors' routes refer to it
  std::vector<std::unique_ptr<connect::MqttDoor>> mqtt_;
  std::unique_ptr<connect::ControlDoor> control_;
  std::optional<OverheardDoor> overheard_;  ///< the control door, as the house knows it
  std::unique_ptr<connect::WebDoor> web_;
  std::unique_ptr<HouseThread> thread_;
  std::optional<std::vector<std::string>> told_problems_;  ///< the watch's own
  std::optional<Watch> watch_;
};

}  // namespace hearth::engine
