#include "engine/routes.h"

#include "engine/parameters.h"
#include "engine/timeline.h"
#include "engine/version.h"

namespace hearth::engine {
namespace {

using net::HttpRequest;
using net::HttpResponder;

void answer(const HttpResponder& responder, const Result<Json>& result) {
  responder.answer(result ? net::HttpResponse{.body = dump(*result)} : net::http_error(result.error()));
}

void busy(const HttpResponder& responder) {
  responder.answer(net::http_error(unavailable("too much is being looked up; try again")));
}

/// On the house thread, because that is where what holds now is known.
template <class Query>
void add_query(net::HttpRoutes& routes, const Lookups& lookups, std::string_view path, Query query) {
  routes.add("GET", path, [&lookups, query](const HttpRequest&, const HttpResponder& responder) {
    lookups.house.ask([query, responder](const Core& core) { responder.answer({.body = dump(query(core))}); });
  });
}

/// On the thread for lookups, because it reads the journal.
template <class Lookup>
void add_reading(net::HttpRoutes& routes, const Lookups& lookups, std::string_view path, Lookup lookup) {
  routes.add("GET", path, [&lookups, lookup](const HttpRequest& request, const HttpResponder& responder) {
    if (!lookups.thread.post([lookup, request, responder] { answer(responder, lookup(request)); })) busy(responder);
  });
}

Result<TimelineRange> range_of(const HttpRequest& request) {
  TimelineRange range;
  range.before = TRY(number_in(request, "before", 0, 1));
  range.limit = TRY(number_in(request, "limit", 50, 1));
  if (range.limit > 200) return invalid("expected at most 200", "limit");
  return range;
}

void add_timeline(net::HttpRoutes& routes, const Lookups& lookups) {
  routes.add("GET", "/v1/timeline", [&lookups](const HttpRequest& request, const HttpResponder& responder) {
    Result<TimelineRange> range = range_of(request);
    if (!range) return responder.answer(net::http_error(range.error()));
    lookups.house.ask([&lookups, range = *range, responder](const Core& core) mutable {
      range.last = core.memory().last.value;
      const auto read = [&lookups, range, responder, home = core.memory().present.home(),
                         marks = marks_of(core.memory().plans)] {
        const Telling telling{lookups.models.worder, lookups.config.language, *home, *marks};
        answer(responder, timeline_page(lookups.journal, range, telling));
      };
      if (!lookups.thread.post(read)) busy(responder);
    });
  });
}

Result<JournalPage> page_of(const HttpRequest& request) {
  JournalPage page;
  page.limit = std::min<uint64_t>(TRY(number_in(request, "limit", 50)), 1000);
  page.trace = TRY(number_in(request, "trace", 0));
  page.newest = !request.query.contains("after");
  page.after = TRY(number_in(request, "after", 0));
  return page;
}

/// Answers only when the house does: a supervisor's patience decides what is too long.
void add_healthz(net::HttpRoutes& routes, const Lookups& lookups) {
  const auto look = [&lookups](const HttpRequest&, const HttpResponder& responder) {
    lookups.house.ask([&lookups, responder](const Core&) {
      const auto journal = lookups.journal.health();
      if (journal.disk_ok) return responder.answer({.body = R"({"ok":true})"});
      responder.answer({.status = 503, .body = dump({{"ok", false}, {"reason", journal.reason}})});
    });
  };
  routes.add("GET", "/healthz", look, net::HttpRoutes::Access::Public);
}

}  // namespace

void add_lookups(net::HttpRoutes& routes, const Lookups& lookups) {
  add_query(routes, lookups, "/v1/devices", [](const Core& core) { return list_devices(core); });
  add_query(routes, lookups, "/v1/promises",
            [&lookups](const Core& core) { return list_promises(core, lookups.wording()); });
  add_query(routes, lookups, "/v1/lessons", [](const Core& core) { return list_lessons(core); });
  add_query(routes, lookups, "/v1/state", [&lookups](const Core& core) {
    Json state = describe_home(core, lookups.wording(), lookups.clock.now());
    state["name"] = lookups.config.name;
    state["version"] = kVersion;
    return state;
  });
  add_timeline(routes, lookups);
  add_reading(routes, lookups, "/v1/journal", [&lookups](const HttpRequest& request) -> Result<Json> {
    return read_journal(lookups.journal, TRY(page_of(request)));
  });
  add_reading(routes, lookups, "/v1/why", [&lookups](const HttpRequest& request) -> Result<Json> {
    const flow::MessageId about{TRY(number_in(request, "id", 0))};
    return explain(lookups.journal, *lookups.house.core().view().read(), lookups.wording(), about);
  });
  routes.add("GET", "/v1/health", [&lookups](const HttpRequest&, const HttpResponder& responder) {
    responder.answer({.body = dump(to_json(lookups.vitals()))});
  });
  routes.add("GET", "/v1/graph", [&lookups](const HttpRequest&, const HttpResponder& responder) {
    responder.answer({.body = dump(graph_json(lookups.vitals()))});
  });
  routes.add("GET", "/metrics", [&lookups](const HttpRequest&, const HttpResponder& responder) {
    responder.answer(
        {.body = metrics_text(lookups.vitals()), .content_type = "text/plain; version=0.0.4; charset=utf-8"});
  });
  add_healthz(routes, lookups);
}

}  // namespace hearth::engine
