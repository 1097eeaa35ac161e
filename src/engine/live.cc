#include "engine/live.h"

#include <algorithm>

#include "engine/parameters.h"

namespace hearth::engine {
namespace {

constexpr uint64_t kFarEnough = 20'000;    // entries of the journal that are looked at for one telling
constexpr size_t kMostAgain = 500;         // messages; whoever missed more begins anew
constexpr size_t kMostAtOnce = 1000;       // messages to all; below what may wait for a socket
constexpr size_t kMostBytes = 512u << 10;  // of them, for the same reason
constexpr const char* kTooMuch = "the house has too much to do right now";

class SocketReader final : public LiveReader {
 public:
  explicit SocketReader(std::shared_ptr<net::WebSocket> socket) : socket_(std::move(socket)) {}
  bool send(std::string text, const std::string& key) override { return socket_->send(std::move(text), key); }
  void close(net::SocketClose why, std::string_view reason) override { socket_->close(why, reason); }
  bool open() const override { return socket_->open(); }
  bool fell_behind() const override { return socket_->fell_behind(); }

 private:
  const std::shared_ptr<net::WebSocket> socket_;
};

bool concerns_plans(const flow::Entry& entry) {
  return std::holds_alternative<flow::Plan>(entry.message) || std::holds_alternative<flow::Outcome>(entry.message);
}

}  // namespace

LiveFeed::LiveFeed(const memory::EntryReader& journal, const act::Worder& worder, const Clock& clock,
                   LiveOptions options)
    : journal_(journal),
      worder_(worder),
      clock_(clock),
      options_(std::move(options)),
      written_(Written{.last = options_.last}),
      last_(options_.last),
      thread_("live", 256) {}

LiveFeed::~LiveFeed() { stop(); }

void LiveFeed::stop() { thread_.stop(); }

LiveFeed::Seen LiveFeed::see(const memory::Memory& memory) {
  if (!marks_) marks_ = marks_of(memory.plans);
  return {memory.last.value, memory.present.home(), marks_};
}

LiveFeed::Told LiveFeed::listen(std::span<const flow::Entry> entries, const memory::Memory& memory) {
  if (std::ranges::any_of(entries, concerns_plans)) marks_ = nullptr;
  const uint64_t last = entries.back().seq.value;
  if (watched_by_ == 0) {  // whoever comes next sees for itself
    return [this, last](const Status& written) { tell(last, std::nullopt, written); };
  }
  return [this, last, seen = std::optional(see(memory))](const Status& written) { tell(last, seen, written); };
}

void LiveFeed::tell(uint64_t last, const std::optional<Seen>& seen, const Status& written) {
  const bool post = written_.with([&](Written& now) {
    now.last = last;
    now.lost = now.lost || !written || now.refusing;
    now.refusing = !written;
    if (seen && seen->as_of >= now.seen.as_of) now.seen = *seen;
    return watched_by_ > 0 && !std::exchange(now.posted, true);
  });
  if (post && !thread_.post([this] { work(); })) {
    written_.with([](Written& now) { now.posted = false; });
  }
}

void LiveFeed::add(std::shared_ptr<LiveReader> reader, std::optional<uint64_t> after) {
  ++watched_by_;
  const auto refuse = [this, reader] {
    --watched_by_;
    reader->close(net::SocketClose::TryAgainLater, kTooMuch);
  };
  const bool asked = options_.ask([this, reader, after, refuse](const memory::Memory& memory) {
    written_.with([seen = see(memory)](Written& now) {
      if (seen.as_of >= now.seen.as_of) now.seen = seen;
    });
    if (!thread_.post([this, reader, after] { open(reader, after); })) refuse();
  });
  if (!asked) refuse();
}

net::SocketRoute LiveFeed::handler() {
  return {.opened =
              [this](const std::shared_ptr<net::WebSocket>& socket, const net::HttpRequest& request) {
                const bool begins_now = !request.query.contains("after");
                const Result<uint64_t> after = number_in(request, "after", 0);
                if (!after) return socket->close(net::SocketClose::Normal, to_string(after.error()));
                add(std::make_shared<SocketReader>(socket), begins_now ? std::nullopt : std::optional(*after));
              },
          .said = {}};
}

void LiveFeed::open(const std::shared_ptr<LiveReader>& reader, std::optional<uint64_t> after) {
  work();
  readers_.push_back(reader);
  health_.with([&](Health& health) { health.sockets = readers_.size(); });
  const Json hello{{"type", "hello"},       {"seq", last_},
                   {"run", options_.run},   {"version", options_.version},
                   {"name", options_.name}, {"time", to_iso8601(clock_.now())}};
  send(*reader, {last_, {}, dump(hello)});
  // Who has just loaded the home may know more than the writer has told us: the rest comes by itself.
  const bool knows_all = !after || (*after >= last_ && *after <= seen_.as_of);
  if (knows_all || *after == last_) return;
  const auto missed = *after < last_ ? since(*after, kMostAgain) : std::nullopt;
  if (!missed) begin_anew(*reader);
  for (const LiveMessage& message : missed.value_or(std::vector<LiveMessage>{})) send(*reader, message);
}

void LiveFeed::begin_anew(LiveReader& reader) {
  send(reader, {last_, "restart", dump(Json{{"type", "restart"}, {"seq", last_}})});
}

auto LiveFeed::since(uint64_t after, size_t most) const -> std::optional<std::vector<LiveMessage>> {
  if (last_ - after > kFarEnough) return std::nullopt;
  const Telling telling{worder_, options_.language, *seen_.home, *seen_.marks};
  LiveChanges changes(journal_, telling, options_.door);
  uint64_t next = after + 1;
  const Status read = journal_.scan({next}, [&](const flow::Entry& entry) {
    const bool lost = entry.seq.value != next || std::holds_alternative<flow::Gap>(entry.message);
    if (lost || next > last_) return false;
    changes.add(entry);
    ++next;
    return changes.size() <= most;
  });
  if (!read || next != last_ + 1 || changes.size() > most) return std::nullopt;
  std::vector<LiveMessage> messages = changes.messages();
  size_t bytes = 0;
  for (const LiveMessage& message : messages) bytes += message.text.size();
  if (bytes > kMostBytes) return std::nullopt;
  return messages;
}

void LiveFeed::work() {
  const Written now = written_.with([](Written& written) {
    written.posted = false;
    Written taken = written;
    written.lost = false;
    return taken;
  });
  const uint64_t told = std::exchange(last_, now.last);
  seen_ = now.seen;
  if (const size_t gone = std::erase_if(readers_, [](const auto& reader) { return !reader->open(); }); gone > 0) {
    watched_by_ -= gone;
    health_.with([&](Health& health) { health.sockets = readers_.size(); });
  }
  if (readers_.empty() || (told == last_ && !now.lost)) return;
  const auto messages = now.lost ? std::nullopt : since(told, kMostAtOnce);
  for (const auto& reader : readers_) {
    if (!messages) begin_anew(*reader);
    for (const LiveMessage& message : messages.value_or(std::vector<LiveMessage>{})) send(*reader, message);
  }
}

void LiveFeed::send(LiveReader& reader, const LiveMessage& message) {
  if (!reader.open()) return;  // counted when it fell behind, not for each message that it misses since
  const bool taken = reader.send(message.text, message.key);
  const bool behind = !taken && reader.fell_behind();
  health_.with([&](Health& health) {
    health.sent += taken ? 1 : 0;
    health.behind += behind ? 1 : 0;
  });
}

LiveFeed::Health LiveFeed::health() const {
  return health_.with([](const Health& health) { return health; });
}

}  // namespace hearth::engine
