// The door of the `hearth` program: sentences and questions over HTTP on a local socket.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "base/json.h"
#include "connect/desk/reply_desk.h"
#include "connect/desk/room_satellites.h"
#include "net/http_server.h"

namespace hearth::connect {

struct ControlDoorOptions {
  std::string name = "control";
  net::HttpServerOptions server;
  std::string area;  ///< where the shell stands, by name; empty: nowhere
  /// The home as it is now, whose areas a sentence may be said in. Thread-safe. None: in `area` alone.
  std::function<std::shared_ptr<const home::Home>()> home;
  home::Language language = "en";
  std::optional<home::Person> person;  ///< as whom the shell speaks; none: as a guest
  uint64_t tickets_after = 0;  ///< no number up to this one may stand on a ticket: an earlier start may have used it
};

/// POST /v1/say {"text", "conversation"?, "area"?, "language"?} hears a sentence from a satellite called Shell and
/// answers with what the house says to it: {"text", "choices", "plan", "trace"}. GET /v1/said lists what was said to
/// the shell without being asked (a timer). All other routes are the host's, given by `routes` before open().
class ControlDoor final : public Door {
 public:
  explicit ControlDoor(ControlDoorOptions options);
  ~ControlDoor() override;

  net::HttpRoutes& routes() { return routes_; }

  std::string_view name() const override { return options_.name; }
  Status open(HouseInbox& inbox) override;
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override;
  void plan_ended(const flow::Plan& plan) override;
  DoorHealth health() const override;
  void close() override;

  /// Where it listens while it is open, else empty. Thread-safe.
  std::string address() const;

 private:
  struct State {
    std::deque<Json> unasked;  ///< newest last, at most 100
    uint64_t in = 0, out = 0, errors = 0;
  };
  void hear(const net::HttpRequest& request, net::HttpResponder responder);
  Status take(const net::HttpRequest& request, const net::HttpResponder& responder);

  const ControlDoorOptions options_;
  net::HttpRoutes routes_;
  HouseInbox* inbox_ = nullptr;
  std::unique_ptr<net::HttpServer> server_;  ///< for open() and close() alone
  Guarded<std::string> listening_;           ///< what other threads may ask of it
  ReplyDesk desk_;
  RoomSatellites shells_;
  Guarded<State> state_;
};

}  // namespace hearth::connect
