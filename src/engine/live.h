// The live stream of the page: what changes, as messages, from any place of the journal on.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/guarded.h"
#include "engine/live_changes.h"
#include "engine/lookup_thread.h"
#include "memory/memory.h"
#include "net/web_socket.h"

namespace hearth::engine {

struct LiveOptions {
  std::string name;      ///< of the home
  std::string version;   ///< of the program
  std::string language;  ///< of the words
  std::string door;      ///< what is said there unasked is part of the stream
  uint64_t run = 0;      ///< another one each time the program starts
  uint64_t last = 0;     ///< the newest entry before it begins
  /// Runs a look on the house thread, soon; false when there is no room for it.
  std::function<bool(std::function<void(const memory::Memory&)>)> ask;
};

/// Whom the stream is sent to. Thread-safe.
class LiveReader {
 public:
  virtual ~LiveReader() = default;
  /// As net::WebSocket::send.
  virtual bool send(std::string text, const std::string& key) = 0;
  virtual void close(net::SocketClose why, std::string_view reason) = 0;
  virtual bool open() const = 0;
  /// True when it was closed because it was too slow.
  virtual bool fell_behind() const = 0;
};

/// Tells what stands in the journal and nothing else: whoever reads along never hears of what a crash or a full disk
/// took back. The writer says how far it has come, and a thread of its own reads up to there. Readers come and go as
/// they like; where the journal lost something, they are told to begin anew.
class LiveFeed {
 public:
  /// `journal`, `worder` and `clock` must outlive it.
  LiveFeed(const memory::EntryReader& journal, const act::Worder& worder, const Clock& clock, LiveOptions options);
  ~LiveFeed();

  using Told = std::function<void(const Status& written)>;
  /// House thread, with each input and what followed from it, in order. What it returns is to be called, on any one
  /// thread and in the same order, when they are written, or with why they could not be.
  Told listen(std::span<const flow::Entry> entries, const memory::Memory& memory);
  /// Any thread. `after`: the last entry that the reader knows of; none: it begins now.
  void add(std::shared_ptr<LiveReader> reader, std::optional<uint64_t> after);
  /// For the route of the stream. Any thread.
  net::SocketRoute handler();
  /// Nothing is sent any more.
  void stop();

  struct Health {
    uint64_t sockets = 0, sent = 0, behind = 0;
  };
  Health health() const;

 private:
  /// What entries are told by: the home and its plans, as they were after the entry `as_of`. Immutable.
  struct Seen {
    uint64_t as_of = 0;
    std::shared_ptr<const home::Home> home = std::make_shared<const home::Home>();
    std::shared_ptr<const PlanMarks> marks = std::make_shared<const PlanMarks>();
  };
  /// How far the writer has come since the thread last looked.
  struct Written {
    uint64_t last = 0;
    bool lost = false;      ///< something was not written, or is written again after that: what is held may be wrong
    bool refusing = false;  ///< the newest was not written
    bool posted = false;
    Seen seen;
  };

  /// House thread.
  Seen see(const memory::Memory& memory);
  void tell(uint64_t last, const std::optional<Seen>& seen, const Status& written);
  void open(const std::shared_ptr<LiveReader>& reader, std::optional<uint64_t> after);
  void work();
  void begin_anew(LiveReader& reader);
  /// What happened after that entry; nothing when that is too much, or not all of it is there.
  std::optional<std::vector<LiveMessage>> since(uint64_t after, size_t most) const;
  void send(LiveReader& reader, const LiveMessage& message);

  const memory::EntryReader& journal_;
  const act::Worder& worder_;
  const Clock& clock_;
  const LiveOptions options_;
  std::atomic<size_t> watched_by_{0};  ///< readers, also those on their way
  Guarded<Written> written_;
  Guarded<Health> health_;

  // The house thread alone.
  std::shared_ptr<const PlanMarks> marks_;  ///< null: the plans have changed since

  // The feed's thread alone.
  std::vector<std::shared_ptr<LiveReader>> readers_;
  uint64_t last_;  ///< the newest entry that readers were told of
  Seen seen_;

  LookupThread thread_;  // last: it uses all of the above
};

}  // namespace hearth::engine
