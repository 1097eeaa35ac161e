// The host's page: the web door, its token, and the live stream.
#include "connect/control/access.h"
#include "engine/host.h"
#include "engine/secrets.h"
#include "engine/version.h"
#include "flow/json.h"

namespace hearth::engine {

Result<connect::WebDoorOptions> Host::web_options() {
  const WebConfig& settings = *config_.web;
  connect::WebDoorOptions web;
  web.files = page_;
  web.area = settings.area;
  web.language = config_.language;
  web.person = TRY(person_called(settings.person, "web.person"));
  web.tickets_after = answered_before_;
  web.server.address.host = settings.listen;
  web.server.address.port = settings.port;
  web.server.beyond_loopback = settings.beyond_loopback;
  web.server.hosts = settings.hosts;
  web.server.answer_patience = std::chrono::seconds(80);  // a cover may take a minute to arrive
  token_file_ = settings.token_file;
  if (token_file_.empty()) {
    const std::filesystem::path journal = config_.file.parent_path() / config_.journal;
    token_file_ = journal.parent_path() / "secrets" / "web.token";
    web.server.token = TRY(read_or_make_token(token_file_));
  } else {
    web.server.token = TRY(connect::read_token(token_file_));
  }
  web.home = [this] { return house_->core().view().read()->home; };
  web.look_up = [this](flow::MessageId plan, const std::function<void(Json)>& tell) {
    const bool asked = house_->ask([plan, tell](const Core& core) {
      const memory::PlanRecord* record = core.memory().plans.find(plan);
      const bool undoable = record != nullptr && !record->undone_by && memory::did_something(*record);
      tell({{"verdict", flow::name_of(record == nullptr ? flow::Plan::Decline : record->plan.verdict)},
            {"undoable", undoable}});
    });
    if (!asked) tell({{"undoable", false}});  // it is done, and its words are worth more than a verdict
  };
  return web;
}

Status Host::make_web() {
  web_ = std::make_unique<connect::WebDoor>(TRY(web_options()));
  const auto ask = [this](std::function<void(const memory::Memory&)> look) {
    return house_->ask([look = std::move(look)](const Core& core) { look(core.memory()); });
  };
  live_ = std::make_unique<LiveFeed>(*journal_, models_->worder, clock_,
                                     LiveOptions{.name = config_.name,
                                                 .version = kVersion,
                                                 .language = config_.language,
                                                 .door = std::string(web_->name()),
                                                 .run = static_cast<uint64_t>(to_microseconds(clock_.now())),
                                                 .last = journal_->last().value,
                                                 .ask = ask});
  house_->listen([live = live_.get()](std::span<const flow::Entry> entries, const Core& core) {
    return live->listen(entries, core.memory());
  });
  add_lookups(web_->routes(), *lookups_);
  web_->routes().add_socket("/v1/live", live_->handler());
  house_->attach(*web_);
  return ok();
}

}  // namespace hearth::engine
