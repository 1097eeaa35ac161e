#include "engine/host.h"

#include <fmt/format.h>

#include "base/log.h"
#include "connect/control/access.h"
#include "engine/version.h"
#include "flow/json.h"

namespace hearth::engine {
Host::Host(Config config)
    : config_(std::move(config)),
      wall_minus_steady_(clock_.now().time_since_epoch() - clock_.steady()),
      executor_(clock_) {}

Host::~Host() {
  watch_.reset();  // it asks the doors
  thread_.reset();
  if (control_) control_->close();
  if (web_) web_->close();
  lookup_thread_.stop();
  if (live_) live_->stop();
  if (Status flushed = journal_ ? journal_->flush() : ok(); !flushed) LOG_ERROR("{}", to_string(flushed.error()));
  for (auto& door : mqtt_) door->close();  // after the flush, which may still hand commands to them
  house_.reset();
  journal_.reset();
}

Result<std::unique_ptr<Host>> Host::start(Config config, const ModelFiles& files, connect::WebFiles page) {
  std::unique_ptr<Host> host(new Host(std::move(config)));
  host->page_ = page;
  TRY(host->open(files));
  return host;
}

Status Host::open(const ModelFiles& files) {
  const std::filesystem::path journal = config_.file.parent_path() / config_.journal;
  journal_ = TRY(memory::SqliteJournal::open(journal));
  if (!journal_->opened().moved_aside.empty()) {
    LOG_ERROR("the journal was corrupt; it lies in {} and a new one was begun", journal_->opened().moved_aside);
  }
  TRY(load_models(files));
  const std::string zone = config_.zone.empty() ? "UTC" : config_.zone;
  Parts parts = make_parts(*models_, zone);
  if (const flow::MessageId last = journal_->last()) answered_before_ = last.value;
  house_ = TRY(House::open(std::move(parts), executor_, clock_, *journal_,
                           {.zone = zone, .version = kVersion, .crashed = journal_->opened().crashed}));
  phrases_ = std::make_unique<PhraseWatch>(*journal_, *models_, zone, phrase_record_of(journal), print_);
  phrases_->begin(journal_->last(), house_->core().memory().present.home());
  house_->inventory({.listing = config_.listing});
  return open_doors();
}

Status Host::load_models(ModelFiles files) {
  const std::filesystem::path folder = config_.file.parent_path();
  if (!config_.sentences.empty()) files.household = folder / config_.sentences;
  files.cache = config_.cache.empty() ? (folder / config_.journal).parent_path() / "cache" : folder / config_.cache;
  print_ = print_of_understanding(files, spoken_languages(config_));
  models_ = TRY(Models::load(files, spoken_languages(config_), Languages::Demand::Background));
  return ok();
}

Result<std::optional<home::Person>> Host::person_called(const std::string& name, const char* setting) const {
  if (name.empty()) return std::optional<home::Person>();
  for (const home::Person& person : config_.listing.people) {
    if (person.names.front().text == name) return std::optional(person);
  }
  return invalid("expected the name of a [[person]]", config_.file.string() + ", " + setting);
}

Status Host::make_control() {
  connect::ControlDoorOptions control;
  control.area = config_.control.area;
  control.home = [this] { return house_->core().view().read()->home; };
  control.language = config_.language;
  control.person = TRY(person_called(config_.control.person, "control.person"));
  control.tickets_after = answered_before_;                   // each ticket led to an entry, so none was greater
  control.server.answer_patience = std::chrono::seconds(80);  // a cover may take a minute to arrive
  std::string& socket = control.server.address.unix_path;
  socket = config_.control.socket;
  if (socket.empty() && config_.control.port == 0) {
    socket = connect::default_control_socket();
    TRY(connect::make_folder_of(socket));
  }
  control.server.address.port = config_.control.port;
  if (!config_.control.token_file.empty()) control.server.token = TRY(connect::read_token(config_.control.token_file));
  control_ = std::make_unique<connect::ControlDoor>(std::move(control));
  add_lookups(control_->routes(), *lookups_);
  overheard_.emplace(*control_, [this](const std::string& text) {
    for (auto& door : mqtt_) door->tell_answer(text);
  });
  house_->attach(*overheard_);
  return ok();
}

Status Host::open_doors() {
  lookups_.emplace(Lookups{.config = config_,
                           .clock = clock_,
                           .house = *house_,
                           .journal = *journal_,
                           .models = *models_,
                           .phrases = *phrases_,
                           .thread = lookup_thread_,
                           .vitals = [this] { return vitals(); }});
  TRY(make_control());
  if (config_.web) TRY(make_web());
  for (connect::MqttDoorOptions options : config_.mqtt) {
    options.version = kVersion;
    if (options.broker.client_id.empty()) options.broker.client_id = "hearth-" + options.name;
    mqtt_.push_back(std::make_unique<connect::MqttDoor>(std::move(options), clock_));
    house_->attach(*mqtt_.back());
  }
  for (auto& door : mqtt_) TRY(door->open(*house_));
  TRY(control_->open(*house_));
  if (web_) TRY(web_->open(*house_));
  thread_ = std::make_unique<HouseThread>(*house_);  // last: what a crash left to do goes to open doors
  watch_.emplace(std::chrono::seconds(2), [this] { tell_problems(); });
  return ok();
}

void Host::tell_problems() {
  models_->languages.look_again();
  std::vector<std::string> now = problems(vitals());
  if (told_problems_ == now) return;
  for (auto& door : mqtt_) door->tell_health(now.empty(), fmt::format("{}", fmt::join(now, "; ")));
  told_problems_ = std::move(now);
}

Vitals Host::vitals() const {
  Vitals vitals;
  for (const auto& door : mqtt_) vitals.doors.push_back(door->health());
  vitals.doors.push_back(control_->health());
  if (web_) vitals.doors.push_back(web_->health());
  if (live_) vitals.live = live_->health();
  vitals.steady = clock_.steady();
  vitals.seq = journal_->last().value;
  vitals.house = house_->health();
  vitals.graph = house_->core().graph_health();
  vitals.journal = journal_->health();
  vitals.journal_file = config_.journal.string();
  vitals.moved_aside = journal_->opened().moved_aside;
  vitals.missing = models_->missing();
  vitals.phrases = phrases_->problem();
  vitals.zone = config_.zone.empty() ? "UTC" : config_.zone;
  vitals.now = clock_.now();
  vitals.stepped_s = to_seconds(vitals.now.time_since_epoch() - clock_.steady() - wall_minus_steady_);
  return vitals;
}

std::vector<std::string> Host::notices() const {
  std::vector<std::string> lines{fmt::format("{} is awake; control socket {}", config_.name, control_->address())};
  if (web_) {
    lines.push_back(fmt::format("page http://{}/#token=… with the token in {}", net::to_string(web_->address()),
                                token_file_.string()));
  }
  if (std::string missing = models_->missing(); !missing.empty()) lines.push_back(std::move(missing));
  return lines;
}

}  // namespace hearth::engine
