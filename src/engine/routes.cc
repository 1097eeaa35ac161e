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

/// On the house thread.
void ask(const Lookups& lookups, const HttpResponder& responder, std::function<void(const Core&)> look) {
  if (!lookups.house.ask(std::move(look))) busy(responder);
}

/// On the thread for lookups.
void post(const Lookups& lookups, const HttpResponder& responder, LookupThread::Job job) {
  if (!lookups.thread.post(std::move(job))) busy(responder);
}

/// What `look` copies on the house thread, because that is where what holds now is known, `tell` makes into an answer
/// on the thread for lookups. It is answered once the journal has what it reflects, or its disk has been slow for long.
template <class Look, class Tell>
void add_query(net::HttpRoutes& routes, const Lookups& lookups, std::string_view path, Look look, Tell tell) {
  routes.add("GET", path, [&lookups, look, tell](const HttpRequest&, const HttpResponder& responder) {
    ask(lookups, responder, [&lookups, look, tell, responder](const Core& core) {
      post(lookups, responder,
           [&lookups, tell, responder, seen = std::make_shared<const std::decay_t<decltype(look(core))>>(look(core)),
            last = core.memory().last] {
             lookups.journal.wait_for(last, kWrittenSoon);
             responder.answer({.body = dump(tell(*seen))});
           });
    });
  });
}

/// On the thread for lookups, because it reads the journal.
template <class Lookup>
void add_reading(net::HttpRoutes& routes, const Lookups& lookups, std::string_view path, Lookup lookup) {
  routes.add("GET", path, [&lookups, lookup](const HttpRequest& request, const HttpResponder& responder) {
    post(lookups, responder, [lookup, request, responder] { answer(responder, lookup(request)); });
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
    ask(lookups, responder, [&lookups, range = *range, responder](const Core& core) mutable {
      range.last = core.memory().last.value;
      post(lookups, responder,
           [&lookups, range, responder, home = core.memory().present.home(), marks = marks_of(core.memory().plans)] {
             const Telling telling{lookups.models.worder, lookups.config.language, *home, *marks};
             answer(responder, timeline_page(lookups.journal, range, telling));
           });
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

/// Reads again what was said, in the home as it is now.
void add_phrases(net::HttpRoutes& routes, const Lookups& lookups) {
  const auto add = [&](const char* method, const char* path, auto read) {
    routes.add(method, path, [&lookups, read](const HttpRequest&, const HttpResponder& responder) {
      ask(lookups, responder, [&lookups, read, responder](const Core& core) {
        post(lookups, responder,
             [&lookups, read, responder, last = core.memory().last, home = core.memory().present.home()] {
               lookups.journal.wait_for(last, kWrittenSoon);
               const Result<PhraseReport> report = (lookups.phrases.*read)(last, home);
               answer(responder, report ? Result<Json>(to_json(*report)) : Result<Json>(report.error()));
             });
      });
    });
  };
  add("GET", "/v1/phrases", &PhraseWatch::check);
  add("POST", "/v1/phrases/let-go", &PhraseWatch::let_go);
}

/// Answers only when the house does: a supervisor's patience decides what is too long.
void add_healthz(net::HttpRoutes& routes, const Lookups& lookups) {
  const auto look = [&lookups](const HttpRequest&, const HttpResponder& responder) {
    net::HttpResponse alive{.body = R"({"ok":true})"};
    if (const Status disk = lookups.journal.disk(); !disk) {
      alive = {.status = 503, .body = dump({{"ok", false}, {"reason", disk.error().message}})};
    }
    const bool asked = lookups.house.ask([responder, alive](const Core&) { responder.answer(alive); });
    if (!asked) responder.answer({.status = 503, .body = R"({"ok":false,"reason":"the house has too much to do"})"});
  };
  routes.add("GET", "/healthz", look, net::HttpRoutes::Access::Public);
}

}  // namespace

void add_lookups(net::HttpRoutes& routes, const Lookups& lookups) {
  add_query(routes, lookups, "/v1/devices", [](const Core& core) { return core.memory().present; }, list_devices);
  add_query(
      routes, lookups, "/v1/promises",
      [](const Core& core) { return std::pair(core.memory().promises.all(), core.memory().present.home()); },
      [&lookups](const auto& seen) { return list_promises(seen.first, lookups.wording(), *seen.second); });
  add_query(
      routes, lookups, "/v1/lessons", [](const Core& core) { return core.memory().lexicon.view(); },
      [](const auto& lexicon) { return list_lessons(*lexicon); });
  add_query(routes, lookups, "/v1/state", glance_at, [&lookups](const Glance& glance) {
    Json state = describe_home(glance, lookups.wording(), lookups.clock.now());
    state["name"] = lookups.config.name;
    state["version"] = kVersion;
    return state;
  });
  add_timeline(routes, lookups);
  add_phrases(routes, lookups);
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
