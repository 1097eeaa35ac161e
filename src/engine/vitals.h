// How an installation is doing, as one snapshot for `hearth check`, the page and Home Assistant.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/time.h"
#include "connect/door.h"
#include "engine/house.h"
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
  std::string zone;
  Time now{};
  double stepped_s = 0;  ///< by how much the wall clock was set since the start
};

/// What needs somebody's hand, a line each, the gravest first; empty when all is well. A node that fails now and then
/// is not among them: it cost a message, and is counted.
std::vector<std::string> problems(const Vitals& vitals);

/// With "problems" as above. Keys stay: programs read them.
Json to_json(const Vitals& vitals);

}  // namespace hearth::engine
