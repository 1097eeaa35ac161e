// What may be looked up in a running home, for every door that serves HTTP: paths, parameters, answers.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "engine/config.h"
#include "engine/lookup_thread.h"
#include "engine/models.h"
#include "engine/phrase_watch.h"
#include "engine/queries.h"
#include "engine/vitals.h"
#include "net/http_routes.h"

namespace hearth::engine {

/// The parts of a host that lookups read. All of it outlives the routes.
struct Lookups {
  const Config& config;
  const Clock& clock;
  House& house;
  const memory::SqliteJournal& journal;
  const Models& models;
  PhraseWatch& phrases;
  LookupThread& thread;  ///< for what reads much
  std::function<Vitals()> vitals;

  Wording wording() const { return {models.worder, config.language}; }
};

/// GET /v1/state, timeline, why, devices, promises, lessons, phrases, journal, health, graph, /metrics and /healthz,
/// and POST /v1/phrases/let-go, as docs/api.yaml describes them. `lookups` must outlive the routes.
void add_lookups(net::HttpRoutes& routes, const Lookups& lookups);

}  // namespace hearth::engine
