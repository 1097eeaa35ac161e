// The live stream of the page: what changes, as messages, from any place of the journal on.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/guarded.h"
#include "engine/lookup_thread.h"
#include "engine/timeline.h"
#include "net/web_socket.h"

namespace hearth::engine {

struct LiveOptions {
  std::string name;      ///< of the home
  std::string version;   ///< of the program
  std::string language;  ///< of the words
  std::string door;      ///< what is said there unasked is part of the stream
  uint64_t last = 0;     ///< the newest entry before it begins
};

/// House::listen feeds it; sockets open and close as they like. What happened before a socket came is read from the
/// journal and goes the same way as what happens. Its work is done on a thread of its own.
class LiveFeed {
 public:
  /// `journal`, `worder` and `clock` must outlive it.
  LiveFeed(const memory::EntryReader& journal, const act::Worder& worder, const Clock& clock, LiveOptions options);
  ~LiveFeed();

  /// House thread.
  void listen(std::span<const flow::Entry> entries, const Core& core);
  /// For the route of the stream. Any thread.
  net::SocketHandler handler();
  /// Nothing is sent any more.
  void stop();

  struct Health {
    uint64_t sockets = 0, sent = 0, behind = 0;
  };
  Health health() const;

 private:
  struct Message {
    uint64_t seq = 0;
    std::string key;
    Json json;
  };
  /// What the house has said since the thread last looked.
  struct Pending {
    std::vector<flow::Entry> entries;
    uint64_t last = 0;
    bool overflowed = false;
    bool posted = false;
    std::shared_ptr<const PlanMarks> marks = std::make_shared<const PlanMarks>();
    std::shared_ptr<const home::Home> home = std::make_shared<const home::Home>();
  };

  void open(const std::shared_ptr<net::WebSocket>& socket, std::optional<uint64_t> after);
  void work();
  void catch_up(net::WebSocket& socket, uint64_t after);
  void keep(std::vector<flow::Entry>& entries);
  std::vector<Message> messages_of(std::span<const flow::Entry> entries);
  void add_items(std::span<const flow::Entry> entries, std::vector<Message>& messages);
  std::optional<Message> message_of(const flow::Entry& entry) const;
  std::optional<Message> said(const flow::Entry& entry) const;
  std::optional<Message> item(uint64_t trace, uint64_t seq);
  std::vector<flow::Entry> entries_of(uint64_t trace) const;
  /// 0: unknown.
  uint64_t trace_of(flow::MessageId plan) const;
  bool send(net::WebSocket& socket, const Message& message);
  Telling telling() const { return {worder_, options_.language, *home_, *marks_}; }

  const memory::EntryReader& journal_;
  const act::Worder& worder_;
  const Clock& clock_;
  const LiveOptions options_;
  Guarded<Pending> pending_;
  Guarded<Health> health_;

  // The feed's thread alone.
  std::vector<std::shared_ptr<net::WebSocket>> sockets_;
  std::deque<flow::Entry> recent_;  ///< all that concerns the stream from `recent_from_` on
  uint64_t recent_from_ = 0, last_ = 0;
  std::shared_ptr<const PlanMarks> marks_ = std::make_shared<const PlanMarks>();
  std::shared_ptr<const home::Home> home_ = std::make_shared<const home::Home>();

  LookupThread thread_;  // last: it uses all of the above
};

}  // namespace hearth::engine
