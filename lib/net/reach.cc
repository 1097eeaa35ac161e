#include "net/reach.h"

#include <fmt/format.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <thread>
#include <utility>

#include "net/wake.h"

namespace hearth::net {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
constexpr std::chrono::milliseconds kSlice{50};

std::chrono::milliseconds left(SteadyTime deadline) {
  const auto rest = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return std::max(rest, std::chrono::milliseconds(0));
}

struct FreeAddresses {
  void operator()(addrinfo* addresses) const { freeaddrinfo(addresses); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

/// A look-up and what it found. The resolver cannot be called off, so its thread shares this and may outlive the asker.
struct LookUp {
  std::string host, service;
  Wake done;
  std::atomic<bool> finished{false};
  int code = 0;  // this and the next are written before `finished`
  Addresses addresses;

  void run(int flags) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | flags;
    addrinfo* found = nullptr;
    code = getaddrinfo(host.c_str(), service.c_str(), &hints, &found);
    if (code == 0) addresses.reset(found);
    finished = true;
    done.ring();
  }
};

Result<Addresses> look_up(const std::string& host, uint16_t port, SteadyTime deadline,
                          const std::function<bool()>& called_off) {
  const auto look = std::make_shared<LookUp>();
  look->host = host;
  look->service = std::to_string(port);
  look->run(AI_NUMERICHOST);
  if (look->code == 0) return std::move(look->addresses);
  look->done.clear();
  look->finished = false;
  std::thread([look] { look->run(0); }).detach();
  while (!look->finished) {
    if (called_off()) return cancelled("called off");
    const auto rest = std::min(kSlice, left(deadline));
    if (rest.count() == 0) return timed_out("the host's name was not resolved in time");
    pollfd waiting{look->done.descriptor(), POLLIN, 0};
    poll(&waiting, 1, static_cast<int>(rest.count()));
  }
  if (look->code != 0) return not_found(fmt::format("no address for this host: {}", gai_strerror(look->code)));
  return std::move(look->addresses);
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
  Result<Addresses> found = look_up(host, port, deadline, called_off);
  if (!found.ok()) {
    Error error = found.error();
    error.place = place;
    return error;
  }
  Status last = unavailable("no address");
  for (const addrinfo* next = found->get(); next != nullptr; next = next->ai_next) {
    last = connect_once(*next, deadline, called_off);
    if (last.ok() || last.error().kind == Error::Cancelled) break;
  }
  if (last.ok()) return last;
  Error error = last.error();
  error.place = place;
  return error;
}

}  // namespace hearth::net
