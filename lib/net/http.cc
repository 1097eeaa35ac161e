#include "net/http.h"

#include <fmt/format.h>

#include <atomic>
#include <utility>

#include "base/json.h"

namespace hearth::net {

namespace {

int status_for(Error::Kind kind) {
  switch (kind) {
    case Error::NotFound:
      return 404;
    case Error::InvalidInput:
      return 400;
    case Error::Unavailable:
      return 503;
    case Error::Timeout:
      return 504;
    case Error::Cancelled:
      return 409;
    case Error::Denied:
      return 403;
    case Error::Corrupt:
    case Error::Internal:
      return 500;
  }
  return 500;
}

}  // namespace

std::string to_string(const HttpAddress& address) {
  if (address.is_unix()) return address.unix_path;
  const bool six = address.host.find(':') != std::string::npos;
  return fmt::format("{}{}{}:{}", six ? "[" : "", address.host, six ? "]" : "", address.port);
}

HttpResponse http_error(const Error& error) { return http_error(status_for(error.kind), error); }

HttpResponse http_error(int status, const Error& error) {
  const Json body{{"error", {{"kind", to_string(error.kind)}, {"message", error.message}, {"place", error.place}}}};
  return {.status = status, .body = dump(body)};
}

struct HttpResponder::Slot {
  std::function<void(HttpResponse)> deliver;
  std::function<bool()> gone;
  std::atomic<bool> answered{false};

  void answer(HttpResponse response) {
    if (!answered.exchange(true)) deliver(std::move(response));
  }
  ~Slot() { answer(http_error(internal("the request was dropped without an answer"))); }
};

HttpResponder::HttpResponder(std::function<void(HttpResponse)> deliver, std::function<bool()> gone)
    : slot_(std::make_shared<Slot>()) {
  slot_->deliver = std::move(deliver);
  slot_->gone = std::move(gone);
}

void HttpResponder::answer(HttpResponse response) const { slot_->answer(std::move(response)); }

bool HttpResponder::waiting() const { return !slot_->answered && !(slot_->gone && slot_->gone()); }

}  // namespace hearth::net
