#include "connect/web/web_door.h"

#include "connect/desk/asked.h"
#include "connect/web/taps.h"

namespace hearth::connect {
namespace {

constexpr size_t kMostConnections = 256;
constexpr size_t kMostWaiting = 192;  // the others look something up, or are told to try again

/// Nothing that the page does not bring itself is loaded, run or shown, and nobody frames it.
const net::HttpHeaders& page_headers() {
  static const net::HttpHeaders headers{
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
       "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  return headers;
}

net::HttpResponse file_response(const WebFile& file, const net::HttpRequest& request) {
  net::HttpResponse response{.body = {}, .content_type = std::string(file.content_type)};
  response.headers = {{"ETag", std::string(file.etag)}, {"Cache-Control", "no-cache"}};
  if (request.if_none_match.find(file.etag) != std::string::npos) {
    response.status = 304;
  } else {
    response.body = file.bytes;
  }
  return response;
}

}  // namespace

WebDoor::WebDoor(WebDoorOptions options)
    : options_(std::move(options)),
      desk_(options_.tickets_after, kMostWaiting),
      pages_({.door = options_.name,
              .identifier = "web:page",
              .name = "Page",
              .area = options_.area,
              .home = options_.home,
              .language = options_.language,
              .person = options_.person}) {
  net::HttpServerOptions& server = options_.server;
  server.headers = page_headers();
  server.socket_protocol = "hearth.v1";
  server.token_protocol = "hearth.token.";
  server.max_body_bytes = 64u << 10;
  server.max_connections = kMostConnections;
  server.sockets.most_sockets = 64;
  serve_files();
  serve_wish("/v1/say", &WebDoor::read_say);
  serve_wish("/v1/answer", &WebDoor::read_answer);
  serve_wish("/v1/act", &WebDoor::read_act);
  serve_wish("/v1/undo", &WebDoor::read_undo);
}

WebDoor::~WebDoor() { close(); }

void WebDoor::serve_files() {
  for (const WebFile& file : options_.files) {
    const auto serve = [&file](const net::HttpRequest& request, const net::HttpResponder& responder) {
      responder.answer(file_response(file, request));
    };
    routes_.add("GET", "/" + std::string(file.path), serve, net::HttpRoutes::Access::Public);
    if (file.path == "index.html") routes_.add("GET", "/", serve, net::HttpRoutes::Access::Public);
  }
}

void WebDoor::serve_wish(std::string_view path, Read read) {
  routes_.add("POST", path, [this, read](const net::HttpRequest& request, const net::HttpResponder& responder) {
    if (Status taken = take(request, responder, read); !taken) {
      counts_.with([](Counts& counts) { ++counts.errors; });
      responder.answer(refusal_of(taken.error()));
    }
  });
}

Status WebDoor::open(HouseInbox& inbox) {
  inbox_ = &inbox;
  const auto nothing = [](const net::HttpRequest& request, const net::HttpResponder& responder) {
    responder.answer(net::http_error(not_found("no such path", request.path)));
  };
  routes_.add("GET", "/v1/*", nothing);
  routes_.add("GET", "/*", nothing, net::HttpRoutes::Access::Public);
  server_ = TRY(net::HttpServer::start(options_.server, routes_));
  listening_.with([&](auto& listening) { listening = server_->address(); });
  pages_.in(options_.area, inbox);
  return ok();
}

void WebDoor::close() {
  if (server_) server_->stop();
  listening_.with([](auto& listening) { listening.reset(); });
  desk_.clear();
}

net::HttpAddress WebDoor::address() const {
  return listening_.with([](const auto& listening) { return listening; }).value_or(options_.server.address);
}

Status WebDoor::take(const net::HttpRequest& request, const net::HttpResponder& responder, Read read) {
  const Json asked = TRY(parse_asked(request.body));
  Wish wish = TRY((this->*read)(asked));
  const std::string conversation = TRY(text_in(asked, "conversation", kLongestConversation));
  const std::string page = pages_.in(TRY(pages_.area_of(asked)), *inbox_);
  counts_.with([](Counts& counts) { ++counts.in; });
  const uint64_t ticket = TRY(desk_.wait(responder));
  const auto address = [&](auto& wanted) {
    wanted.heard.conversation = conversation;
    wanted.heard.ticket = ticket;
    wanted.language = options_.language;
  };
  std::visit(address, wish);
  auto* words = std::get_if<flow::Utterance>(&wish);
  const bool taken = words ? inbox_->hear(options_.name, page, std::move(*words))
                           : inbox_->want(options_.name, page, std::get<flow::Meaning>(std::move(wish)));
  if (taken) return ok();
  desk_.take(ticket);
  return unavailable("the house has too much to do; try again in a moment");
}

auto WebDoor::read_say(const Json& asked) const -> Result<Wish> {
  flow::Utterance utterance;
  utterance.text = TRY(text_in(asked, "text", kLongestSentence));
  return Wish(std::move(utterance));
}

auto WebDoor::read_answer(const Json& asked) const -> Result<Wish> {
  flow::Utterance utterance;
  utterance.text = TRY(text_in(asked, "choice", kLongestSentence));
  return Wish(std::move(utterance));
}

auto WebDoor::read_act(const Json& asked) const -> Result<Wish> { return Wish(TRY(tap_of(asked, *options_.home()))); }
auto WebDoor::read_undo(const Json& asked) const -> Result<Wish> { return Wish(TRY(undo_of(asked))); }

void WebDoor::carry_out(const flow::Command& command, std::shared_ptr<const home::Home>) {
  flow::Receipt receipt{.plan = command.plan, .step = command.step};
  if (const auto* words = std::get_if<flow::Words>(&command.what)) {
    counts_.with([](Counts& counts) { ++counts.out; });
    // What nobody waits for is shown by the live stream, which reads it where it is kept.
    const auto responder = words->unasked ? std::nullopt : desk_.take(command.to.ticket);
    if (responder) reply(*responder, command.plan, reply_of(*words, command.plan, command.head.trace));
  } else {
    receipt.error = invalid("a page has nothing that could be switched", options_.name);
  }
  inbox_->receipt(std::move(receipt));
}

void WebDoor::plan_ended(const flow::Plan& plan) {
  if (const auto responder = desk_.take(plan.reply.ticket)) {
    reply(*responder, plan.head.id, reply_of({}, plan.head.id, plan.head.trace));
  }
}

void WebDoor::reply(const net::HttpResponder& responder, flow::MessageId plan, Json said) const {
  options_.look_up(plan, [responder, said = std::move(said)](const Json& more) {
    Json whole = said;
    whole.update(more);
    responder.answer({.body = dump(whole)});
  });
}

DoorHealth WebDoor::health() const {
  const bool connected = listening_.with([](const auto& listening) { return listening.has_value(); });
  DoorHealth health{.name = options_.name, .connected = connected, .detail = net::to_string(address())};
  counts_.with([&](const Counts& counts) {
    health.in = counts.in;
    health.out = counts.out;
    health.errors = counts.errors;
  });
  return health;
}

}  // namespace hearth::connect
