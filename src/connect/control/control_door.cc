#include "connect/control/control_door.h"

#include "connect/desk/asked.h"

namespace hearth::connect {
namespace {

constexpr size_t kUnaskedKept = 100;

}  // namespace

ControlDoor::ControlDoor(ControlDoorOptions options)
    : options_(std::move(options)),
      desk_(options_.tickets_after, options_.server.max_connections * 3 / 4),  // the others look something up
      shells_({.door = options_.name,
               .identifier = "control:shell",
               .name = "Shell",
               .area = options_.area,
               .home = options_.home,
               .language = options_.language,
               .person = options_.person}) {
  routes_.add("POST", "/v1/say", [this](const net::HttpRequest& request, net::HttpResponder responder) {
    hear(request, std::move(responder));
  });
  routes_.add("GET", "/v1/said", [this](const net::HttpRequest&, net::HttpResponder responder) {
    const Json said = state_.with([](State& state) { return Json(state.unasked); });
    responder.answer({.body = dump(said)});
  });
}

ControlDoor::~ControlDoor() { close(); }

Status ControlDoor::open(HouseInbox& inbox) {
  inbox_ = &inbox;
  server_ = TRY(net::HttpServer::start(options_.server, routes_));
  listening_.with([&](std::string& listening) { listening = net::to_string(server_->address()); });
  shells_.in(options_.area, inbox);
  return ok();
}

void ControlDoor::close() {
  if (server_) server_->stop();
  listening_.with([](std::string& listening) { listening.clear(); });
  desk_.clear();
}

std::string ControlDoor::address() const {
  return listening_.with([](const std::string& listening) { return listening; });
}

void ControlDoor::hear(const net::HttpRequest& request, net::HttpResponder responder) {
  const Status taken = take(request, responder);
  if (taken) return;
  state_.with([](State& state) { ++state.errors; });
  responder.answer(refusal_of(taken.error()));
}

Status ControlDoor::take(const net::HttpRequest& request, const net::HttpResponder& responder) {
  const Json asked = TRY(parse_asked(request.body));
  flow::Utterance utterance;
  utterance.text = TRY(text_in(asked, "text", kLongestSentence));
  utterance.language = TRY(text_in(asked, "language", kLongestName, options_.language));
  utterance.heard.conversation = TRY(text_in(asked, "conversation", kLongestConversation, ""));
  const std::string shell = shells_.in(TRY(shells_.area_of(asked)), *inbox_);
  state_.with([](State& state) { ++state.in; });
  const uint64_t ticket = utterance.heard.ticket = TRY(desk_.wait(responder));
  if (inbox_->hear(options_.name, shell, std::move(utterance))) return ok();
  desk_.take(ticket);
  return unavailable("the house has too much to do; try again in a moment");
}

void ControlDoor::carry_out(const flow::Command& command, std::shared_ptr<const home::Home>) {
  flow::Receipt receipt{.plan = command.plan, .step = command.step};
  if (const auto* words = std::get_if<flow::Words>(&command.what)) {
    const Json said = reply_of(*words, command.plan, command.head.trace);
    const auto responder = words->unasked ? std::nullopt : desk_.take(command.to.ticket);
    state_.with([&](State& state) {
      ++state.out;
      if (responder) return;
      state.unasked.push_back(said);
      if (state.unasked.size() > kUnaskedKept) state.unasked.pop_front();
    });
    if (responder) responder->answer({.body = dump(said)});
  } else {
    receipt.error = invalid("the shell has nothing that could be switched", options_.name);
  }
  inbox_->receipt(std::move(receipt));
}

void ControlDoor::plan_ended(const flow::Plan& plan) {
  if (const auto responder = desk_.take(plan.reply.ticket)) {
    responder->answer({.body = dump(reply_of({}, plan.head.id, plan.head.trace))});
  }
}

DoorHealth ControlDoor::health() const {
  DoorHealth health{.name = options_.name, .connected = {}, .detail = address()};
  health.connected = !health.detail.empty();
  state_.with([&](const State& state) {
    health.in = state.in;
    health.out = state.out;
    health.errors = state.errors;
  });
  return health;
}

}  // namespace hearth::connect
