#include "engine/live.h"

#include <algorithm>
#include <charconv>

namespace hearth::engine {
namespace {

constexpr size_t kKept = 2048;           // entries in memory, so that a socket that comes back does not ask the disk
constexpr size_t kWaiting = 16384;       // entries that the thread may lie behind
constexpr uint64_t kFarEnough = 20'000;  // entries of the journal that a socket is told again
constexpr size_t kMostAgain = 500;       // messages; whoever missed more begins anew

/// What the stream is made of. Measurements of what is only passing by stay out of it.
bool concerns_stream(const flow::Entry& entry) {
  return std::holds_alternative<flow::Observation>(entry.message) ||
         std::holds_alternative<flow::Inventory>(entry.message) ||
         std::holds_alternative<flow::Proposal>(entry.message) || concerns_timeline(entry);
}

Result<std::optional<uint64_t>> after_of(const net::HttpRequest& request) {
  const auto found = request.query.find("after");
  if (found == request.query.end()) return std::optional<uint64_t>();
  uint64_t value = 0;
  const std::string& text = found->second;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return invalid("expected a number", "after");
  return std::optional(value);
}

}  // namespace

LiveFeed::LiveFeed(const memory::EntryReader& journal, const act::Worder& worder, const Clock& clock,
                   LiveOptions options)
    : journal_(journal),
      worder_(worder),
      clock_(clock),
      options_(std::move(options)),
      pending_(Pending{.entries = {}, .last = options_.last}),
      recent_from_(options_.last + 1),
      last_(options_.last),
      thread_("live", 256) {}

LiveFeed::~LiveFeed() { stop(); }

void LiveFeed::stop() { thread_.stop(); }

void LiveFeed::listen(std::span<const flow::Entry> entries, const Core& core) {
  const auto is_about_plans = [](const flow::Entry& entry) {
    return std::holds_alternative<flow::Plan>(entry.message) || std::holds_alternative<flow::Outcome>(entry.message);
  };
  std::shared_ptr<const PlanMarks> marks;
  if (std::ranges::any_of(entries, is_about_plans)) marks = marks_of(core.memory().plans);
  const bool post = pending_.with([&](Pending& pending) {
    pending.last = entries.back().seq.value;
    pending.home = core.memory().present.home();
    if (marks) pending.marks = marks;
    for (const flow::Entry& entry : entries) {
      if (concerns_stream(entry)) pending.entries.push_back(entry);
    }
    if (pending.entries.size() > kWaiting) {
      pending.entries.clear();
      pending.overflowed = true;
    }
    const bool idle = pending.entries.empty() && !pending.overflowed;
    return !idle && !std::exchange(pending.posted, true);
  });
  if (post && !thread_.post([this] { work(); })) {
    pending_.with([](Pending& pending) { pending.posted = false; });
  }
}

net::SocketHandler LiveFeed::handler() {
  return {.opened =
              [this](const std::shared_ptr<net::WebSocket>& socket, const net::HttpRequest& request) {
                const auto after = after_of(request);
                if (!after) return socket->close(net::SocketClose::Normal, to_string(after.error()));
                if (!thread_.post([this, socket, from = *after] { open(socket, from); })) {
                  socket->close(net::SocketClose::TryAgainLater, "the house has too much to do right now");
                }
              },
          .said = {}};
}

void LiveFeed::open(const std::shared_ptr<net::WebSocket>& socket, std::optional<uint64_t> after) {
  work();
  send(*socket, {last_,
                 {},
                 {{"type", "hello"},
                  {"seq", last_},
                  {"version", options_.version},
                  {"name", options_.name},
                  {"time", to_iso8601(clock_.now())}}});
  if (after) catch_up(*socket, *after);
  sockets_.push_back(socket);
  health_.with([&](Health& health) { health.sockets = sockets_.size(); });
}

void LiveFeed::catch_up(net::WebSocket& socket, uint64_t after) {
  const auto begin_anew = [&] { send(socket, {last_, {}, {{"type", "restart"}, {"seq", last_}}}); };
  if (after == last_) return;
  if (after > last_ || last_ - after > kFarEnough) return begin_anew();
  std::vector<flow::Entry> missed;
  if (after + 1 < recent_from_) {
    const Status read = journal_.scan({after + 1}, [&](const flow::Entry& entry) {
      if (entry.seq.value >= recent_from_) return false;
      if (concerns_stream(entry)) missed.push_back(entry);
      return true;
    });
    if (!read) return begin_anew();
  }
  for (const flow::Entry& entry : recent_) {
    if (entry.seq.value > after) missed.push_back(entry);
  }
  const std::vector<Message> messages = messages_of(missed);
  if (messages.size() > kMostAgain) return begin_anew();
  for (const Message& message : messages) send(socket, message);
}

void LiveFeed::work() {
  Pending fresh = pending_.with([](Pending& pending) {
    Pending taken = pending;
    pending.entries.clear();
    pending.overflowed = false;
    pending.posted = false;
    return taken;
  });
  marks_ = std::move(fresh.marks);
  home_ = std::move(fresh.home);
  last_ = fresh.last;
  const size_t before = sockets_.size();
  std::erase_if(sockets_, [](const auto& socket) { return !socket->open(); });
  if (fresh.overflowed) {
    recent_.clear();
    recent_from_ = last_ + 1;
    const Message anew{last_, {}, {{"type", "restart"}, {"seq", last_}}};
    for (const auto& socket : sockets_) send(*socket, anew);
  } else {
    keep(fresh.entries);
    if (!sockets_.empty()) {
      for (const Message& message : messages_of(fresh.entries)) {
        for (const auto& socket : sockets_) send(*socket, message);
      }
    }
  }
  if (sockets_.size() != before) health_.with([&](Health& health) { health.sockets = sockets_.size(); });
}

void LiveFeed::keep(std::vector<flow::Entry>& entries) {
  recent_.insert(recent_.end(), entries.begin(), entries.end());
  while (recent_.size() > kKept) {
    recent_from_ = recent_.front().seq.value + 1;
    recent_.pop_front();
  }
}

bool LiveFeed::send(net::WebSocket& socket, const Message& message) {
  const bool taken = socket.send(dump(message.json), message.key);
  const bool behind = !taken && socket.fell_behind();
  health_.with([&](Health& health) {
    health.sent += taken ? 1 : 0;
    health.behind += behind ? 1 : 0;
  });
  return taken;
}

LiveFeed::Health LiveFeed::health() const {
  return health_.with([](const Health& health) { return health; });
}

}  // namespace hearth::engine
