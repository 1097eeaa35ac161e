#include "net/reach.h"

#include <fmt/format.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace hearth::net {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
constexpr std::chrono::milliseconds kSlice{50};

std::chrono::milliseconds left(SteadyTime deadline) {
  const auto rest = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return std::max(rest, std::chrono::milliseconds(0));
}

/// What a look-up works on; it must outlive the look-up, which cannot always be called off.
struct LookUp {
  std::string host, service;
  addrinfo hints{};
  gaicb request{};
  ~LookUp() {
    if (request.ar_result != nullptr) freeaddrinfo(request.ar_result);
  }
};

Result<std::unique_ptr<LookUp>> look_up(const std::string& host, uint16_t port, SteadyTime deadline,
                                        const std::function<bool()>& called_off) {
  auto look = std::make_unique<LookUp>();
  look->host = host;
  look->service = std::to_string(port);
  look->hints.ai_socktype = SOCK_STREAM;
  look->hints.ai_flags = AI_NUMERICSERV;
  look->request.ar_name = look->host.c_str();
  look->request.ar_service = look->service.c_str();
  look->request.ar_request = &look->hints;
  gaicb* requests[] = {&look->request};
  int code = getaddrinfo_a(GAI_NOWAIT, requests, 1, nullptr);
  if (code != 0) return unavailable(fmt::format("cannot look up the host: {}", gai_strerror(code)));
  while ((code = gai_error(&look->request)) == EAI_INPROGRESS) {
    const bool off = called_off();
    if (off || left(deadline).count() == 0) {
      if (gai_cancel(&look->request) == EAI_NOTCANCELED) (void)look.release();  // still in the resolver's hands
      if (off) return cancelled("called off");
      return timed_out("the host's name was not resolved in time");
    }
    const timespec slice{0, std::chrono::nanoseconds(kSlice).count()};
    const gaicb* waiting[] = {&look->request};
    gai_suspend(waiting, 1, &slice);
  }
  if (code != 0) return not_found(fmt::format("no address for this host: {}", gai_strerror(code)));
  return look;
}

Status connect_once(const addrinfo& address, SteadyTime deadline, const std::function<bool()>& called_off) {
  const int descriptor = socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return unavailable(std::strerror(errno));
  const struct Closing {
    int descriptor;
    ~Closing() { close(descriptor); }
  } closing{descriptor};
  if (connect(descriptor, address.ai_addr, address.ai_addrlen) == 0) return ok();
  if (errno != EINPROGRESS) return unavailable(std::strerror(errno));
  while (true) {
    if (called_off()) return cancelled("called off");
    const auto rest = std::min(kSlice, left(deadline));
    if (rest.count() == 0) return timed_out("no answer");
    pollfd waiting{descriptor, POLLOUT, 0};
    if (poll(&waiting, 1, static_cast<int>(rest.count())) <= 0) continue;
    int code = 0;
    socklen_t size = sizeof code;
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size);
    if (code != 0) return unavailable(std::strerror(code));
    return ok();
  }
}

}  // namespace

Status reach(const std::string& host, uint16_t port, std::chrono::milliseconds patience,
             const std::function<bool()>& called_off) {
  const SteadyTime deadline = std::chrono::steady_clock::now() + patience;
  const std::string place = fmt::format("{}:{}", host, port);
  Result<std::unique_ptr<LookUp>> look = look_up(host, port, deadline, called_off);
  if (!look.ok()) {
    Error error = look.error();
    error.place = place;
    return error;
  }
  Status last = unavailable("no address");
  for (const addrinfo* next = (*look)->request.ar_result; next != nullptr; next = next->ai_next) {
    last = connect_once(*next, deadline, called_off);
    if (last.ok() || last.error().kind == Error::Cancelled) break;
  }
  if (last.ok()) return last;
  Error error = last.error();
  error.place = place;
  return error;
}

}  // namespace hearth::net
