// How an installation is doing, as one snapshot for `hearth check`, the page and Home Assistant.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/time.h"
#include "connect/door.h"
#include "engine/house.h"
#include "engine/live.h"
#include "graph/health.h"
#include "memory/sqlite_journal.h"

namespace hearth::engine {

struct Vitals {
  std::vector<connect::DoorHealth> doors;
  House::Health house;
  graph::Health graph;
  memory::SqliteJournal::Health journal;
  std::string journal_file;
  std::string moved_aside;  ///< where a corrupt journal was put at the start; empty when there was none
  std::string missing;      ///< what could not be loaded
  std::string phrases;      ///< what is not understood as it was; empty when all is
  std::string zone;
  Time now{};
  double stepped_s = 0;                  ///< by how much the wall clock was set since the start
  std::optional<LiveFeed::Health> live;  ///< none where no page is served
  Duration steady{};                     ///< by a clock that only goes forward
  uint64_t seq = 0;                      ///< the newest entry
};

/// What needs somebody's hand, a line each, the gravest first; empty when all is well. A node that fails now and then
/// is not among them: it cost a message, and is counted.
std::vector<std::string> problems(const Vitals& vitals);

/// With "problems" as above. Keys stay: programs read them.
Json to_json(const Vitals& vitals);
/// [{"name", "lane", "state", "count", …}]
Json nodes_json(const graph::Health& graph);

/// {"at_ms", "seq", "inbox", "nodes", "edges"}: what a page draws; sources and doors are nodes there too.
Json graph_json(const Vitals& vitals);
/// Text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).
std::string metrics_text(const Vitals& vitals);

}  // namespace hearth::engine
