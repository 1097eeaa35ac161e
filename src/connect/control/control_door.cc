#include "connect/control/control_door.h"

#include <fmt/format.h>

namespace hearth::connect {
namespace {

constexpr size_t kUnaskedKept = 100;
constexpr size_t kLongestSentence = 2000;

Result<std::string> text_member(const Json& body, const char* member, std::string otherwise) {
  const auto found = body.find(member);
  if (found == body.end()) return otherwise;
  if (!found->is_string()) return invalid("expected text", member);
  return found->get<std::string>();
}

}  // namespace

ControlDoor::ControlDoor(ControlDoorOptions options) : options_(std::move(options)) {
  state_.with([this](State& state) { state.last_ticket = options_.tickets_after; });
  routes_.add("POST", "/v1/say", [this](const net::HttpRequest& request, net::HttpResponder responder) {
    hear(request, std::move(responder));
  });
  routes_.add("GET", "/v1/said", [this](const net::HttpRequest&, net::HttpResponder responder) {
    const Json said = state_.with([](State& state) { return Json(state.unasked); });
    responder.answer({.body = dump(said)});
  });
}

ControlDoor::~ControlDoor() { close(); }

void ControlDoor::add(std::string method, std::string_view pattern, net::HttpRoutes::Handler handler) {
  routes_.add(std::move(method), pattern, std::move(handler));
}

Status ControlDoor::open(HouseInbox& inbox) {
  inbox_ = &inbox;
  server_ = TRY(net::HttpServer::start(options_.server, routes_));
  shell_in(options_.area);
  return ok();
}

void ControlDoor::close() {
  if (server_) server_->stop();
  server_.reset();
  state_.with([](State& state) { state.waiting.clear(); });
}

std::string ControlDoor::address() const { return server_ ? net::to_string(server_->address()) : ""; }

std::string ControlDoor::shell_in(const std::string& area) {
  std::string identifier = "control:shell";
  if (!area.empty()) identifier += ":" + home::identity_of(area);
  const bool listed = state_.with([&](State& state) { return !state.areas.insert(identifier).second; });
  if (listed) return identifier;
  flow::Inventory inventory;
  home::Listing& listing = inventory.listing;
  listing.door = options_.name;
  home::Device shell{.names = {{"Shell", ""}}, .identifiers = {identifier}};
  if (!area.empty()) {
    listing.areas.push_back({.names = {{area, ""}}});
    shell.area.value = 1;
  }
  listing.devices.push_back(std::move(shell));
  home::Satellite satellite{.device = {1}, .screen = true, .language = options_.language};
  if (options_.person) {
    listing.people.push_back(*options_.person);
    satellite.usual = home::PersonId{1};
  }
  listing.satellites.push_back(std::move(satellite));
  inbox_->inventory(std::move(inventory));
  return identifier;
}

void ControlDoor::hear(const net::HttpRequest& request, net::HttpResponder responder) {
  const Result<std::string> taken = take(request, responder);
  if (taken) return;
  state_.with([](State& state) { ++state.errors; });
  responder.answer(net::http_error(taken.error()));
}

Result<std::string> ControlDoor::area_of(const Json& body) const {
  const std::string wanted = TRY(text_member(body, "area", options_.area));
  if (wanted.empty() || wanted == options_.area) return wanted;
  const auto home = options_.home ? options_.home() : std::make_shared<const home::Home>();
  if (const home::AreaId area = home->find_area(wanted)) return std::string(home->display_name(area));
  std::set<std::string> rooms;
  for (const home::Area& area : home->areas) rooms.emplace(home->display_name(area.id));
  if (!options_.area.empty()) rooms.insert(options_.area);
  return invalid(fmt::format("expected one of the rooms there are: {}",
                             rooms.empty() ? "none" : fmt::format("{}", fmt::join(rooms, ", "))),
                 "area");
}

Result<std::string> ControlDoor::take(const net::HttpRequest& request, const net::HttpResponder& responder) {
  const Json body = TRY(parse_json(request.body, "body", 64u << 10));
  if (!body.is_object()) return invalid("expected an object with a member \"text\"", "body");
  flow::Utterance utterance;
  utterance.text = TRY(text_member(body, "text", ""));
  if (utterance.text.empty() || utterance.text.size() > kLongestSentence) {
    return invalid("expected a sentence of 1 to 2000 bytes", "text");
  }
  utterance.language = TRY(text_member(body, "language", options_.language));
  utterance.heard.conversation = TRY(text_member(body, "conversation", ""));
  const std::string shell = shell_in(TRY(area_of(body)));
  state_.with([&](State& state) {
    ++state.in;
    utterance.heard.ticket = ++state.last_ticket;
    state.waiting.emplace(state.last_ticket, responder);
    // The server holds no more connections than that: whoever waited longest has gone.
    if (state.waiting.size() > options_.server.max_connections) state.waiting.erase(state.waiting.begin());
  });
  std::string conversation = utterance.heard.conversation;
  inbox_->hear(options_.name, shell, std::move(utterance));
  return conversation;
}

void ControlDoor::carry_out(const flow::Command& command, std::shared_ptr<const home::Home>) {
  flow::Receipt receipt{.plan = command.plan, .step = command.step};
  if (const auto* words = std::get_if<flow::Words>(&command.what)) {
    const Json said{{"text", words->text},
                    {"choices", words->choices},
                    {"plan", command.plan.value},
                    {"trace", command.head.trace.value}};
    const auto responder = state_.with([&](State& state) -> std::optional<net::HttpResponder> {
      ++state.out;
      auto waiting = state.waiting.extract(words->unasked ? 0 : command.to.ticket);
      if (waiting) return std::move(waiting.mapped());
      state.unasked.push_back(said);
      if (state.unasked.size() > kUnaskedKept) state.unasked.pop_front();
      return std::nullopt;
    });
    if (responder) responder->answer({.body = dump(said)});
  } else {
    receipt.error = invalid("the shell has nothing that could be switched", options_.name);
  }
  inbox_->receipt(std::move(receipt));
}

DoorHealth ControlDoor::health() const {
  DoorHealth health{.name = options_.name, .connected = server_ != nullptr, .detail = address()};
  state_.with([&](const State& state) {
    health.in = state.in;
    health.out = state.out;
    health.errors = state.errors;
  });
  return health;
}

}  // namespace hearth::connect
