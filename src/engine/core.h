// The deterministic heart of one house: an entry in, everything that follows from it out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/published.h"
#include "engine/outstanding.h"
#include "engine/wiring.h"
#include "memory/memory.h"

namespace hearth::engine {

/// House thread only. The same entries give the same emissions, byte by byte, live and in replay: `run` looks at no
/// clock, and what lanes and doors did comes in as entries.
class Core {
 public:
  /// All references must outlive the core. `executor`: a RecordedExecutor in replay. `sinks.fault` is the core's own;
  /// what is given there hears of faults of lane nodes only.
  static Result<std::unique_ptr<Core>> open(const Parts& parts, graph::Executor& executor, graph::Sinks sinks);
  ~Core();

  /// Folds an entry of the past without deciding anything again. What cannot be folded is logged and left out.
  void fold(const flow::Entry& entry);

  /// Folds an input, lets the steps work on it, and returns what they said, numbered from `input.seq` + 1 and folded.
  std::vector<flow::Entry> run(const flow::Entry& input);

  memory::Memory& memory() { return memory_; }
  const memory::Memory& memory() const { return memory_; }
  const Outstanding& outstanding() const { return outstanding_; }
  graph::Graph& graph() { return graph_; }
  graph::Health graph_health() const { return graph_.health(); }  ///< any thread
  const Published<memory::View>& view() const { return view_; }

 private:
  Core(const Parts& parts, graph::Executor& executor);

  void listen();
  /// Numbers what a node sends; then folds and keeps it.
  void number(flow::Header& head, const graph::Emission& emission, const graph::Context& context) const;
  void keep(flow::Message message, std::string_view node);
  /// Folds an entry. A projection that throws on it costs itself that entry only; what escaped is returned.
  std::vector<Error> apply(const flow::Entry& entry);
  void apply_to(memory::Projection& projection, const flow::Entry& entry, std::vector<Error>& failed) const;
  void report(const std::string& node, uint64_t cause, Error error);
  void publish();

  graph::Executor& executor_;
  memory::Memory memory_;
  Outstanding outstanding_;
  Published<memory::View> view_;
  Steps steps_;
  graph::Graph graph_;
  graph::Sinks outer_;

  // While an input is being worked on.
  const flow::Entry* input_ = nullptr;
  std::vector<flow::Entry> caused_;
};

}  // namespace hearth::engine
