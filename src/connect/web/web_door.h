// The door of the page: HTTP and WebSocket on loopback, as docs/api.yaml describes it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "base/json.h"
#include "connect/desk/reply_desk.h"
#include "connect/desk/room_satellites.h"
#include "connect/web/web_files.h"
#include "net/http_server.h"

namespace hearth::connect {

struct WebDoorOptions {
  std::string name = "web";
  net::HttpServerOptions server;  ///< the token, address and further names; the door sets the rest
  WebFiles files;
  std::string area;  ///< where a page stands that says nothing of it
  home::Language language = "en";
  std::optional<home::Person> person;  ///< as whom pages speak; none: as guests
  /// The newest home; any thread.
  std::function<std::shared_ptr<const home::Home>()> home;
  uint64_t tickets_after = 0;  ///< see ReplyDesk
  /// Calls back once, from any thread, with what a reply says of a plan beside its words: {"verdict", "undoable"}.
  std::function<void(flow::MessageId plan, std::function<void(Json)>)> look_up;
};

/// Serves the page to anybody, and to those who show the token POST /v1/say, answer, act and undo. All that only looks
/// something up, and the live stream, are the host's, given by `routes` before open().
class WebDoor final : public Door {
 public:
  explicit WebDoor(WebDoorOptions options);
  ~WebDoor() override;

  net::HttpRoutes& routes() { return routes_; }

  std::string_view name() const override { return options_.name; }
  Status open(HouseInbox& inbox) override;
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override;
  void plan_ended(const flow::Plan& plan) override;
  DoorHealth health() const override;
  void close() override;

  /// Where it listens while it is open, else where it is to listen. Thread-safe.
  net::HttpAddress address() const;

 private:
  using Wish = std::variant<flow::Utterance, flow::Meaning>;
  using Read = Result<Wish> (WebDoor::*)(const Json&) const;
  struct Counts {
    uint64_t in = 0, out = 0, errors = 0;
  };
  void serve_files();
  /// POST there reads a wish and waits for what the house says to it.
  void serve_wish(std::string_view path, Read read);
  Status take(const net::HttpRequest& request, const net::HttpResponder& responder, Read read);
  Result<Wish> read_say(const Json& asked) const;
  Result<Wish> read_answer(const Json& asked) const;
  Result<Wish> read_act(const Json& asked) const;
  Result<Wish> read_undo(const Json& asked) const;
  /// Adds what the house knows of the plan, then answers.
  void reply(const net::HttpResponder& responder, flow::MessageId plan, Json said) const;

  WebDoorOptions options_;
  net::HttpRoutes routes_;
  HouseInbox* inbox_ = nullptr;
  std::unique_ptr<net::HttpServer> server_;             ///< for open() and close() alone
  Guarded<std::optional<net::HttpAddress>> listening_;  ///< what other threads may ask of it
  ReplyDesk desk_;
  RoomSatellites pages_;
  Guarded<Counts> counts_;
};

}  // namespace hearth::connect
