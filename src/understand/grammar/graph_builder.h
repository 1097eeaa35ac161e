// Turns the sentences of a language into a graph, from right to left.
#pragma once

#include <list>
#include <map>
#include <unordered_map>

#include "understand/grammar/compiled_language.h"
#include "understand/grammar/graph.h"

namespace hearth::understand {

/// Fills `symbols`, `lists`, `slots` and `domains` of `into` on the way. `into` must outlive the builder.
class GraphBuilder {
 public:
  /// `problems`: takes what is wrong with sentences and rules, which are then left out; null: the first is the error.
  explicit GraphBuilder(CompiledLanguage& into, std::vector<Error>* problems = nullptr)
      : into_(into), problems_(problems) {}

  /// Parses the rules known everywhere. Call once, before `add`.
  Status read_rules();
  /// Adds the sentences of block `index`; the nodes at which they begin go to `starts`.
  Status add(size_t index, std::vector<NodeId>& starts);

  const Graph& graph() const { return graph_; }

 private:
  /// An expression, or what is left of a permutation (bits of `left`), going on as `then`.
  struct Key {
    const Expression* expression;
    uint32_t left;
    NodeId then;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const {
      uint64_t hash = reinterpret_cast<uintptr_t>(key.expression) * 0x9e3779b97f4a7c15ULL;
      hash = (hash ^ key.then ^ static_cast<uint64_t>(key.left) << 32) * 0xff51afd7ed558ccdULL;
      return hash ^ hash >> 32;
    }
  };

  Status leave_out(Error error);
  Status begin(const Block& block);
  Result<NodeId> start_of(const Template& sentence, NodeId end);
  Result<NodeId> build(const Expression& expression, NodeId then, size_t depth);
  Result<NodeId> compute(const Expression& expression, NodeId then, size_t depth);
  Result<NodeId> alternatives(const Expression& expression, NodeId then, size_t depth);
  Result<NodeId> any_order(const Expression& expression, uint32_t left, NodeId then, size_t depth);
  Result<NodeId> list(const Expression& expression, NodeId then);
  NodeId text(const std::u32string& text, NodeId then);

  Result<uint32_t> list_index(const Expression& expression);
  Result<uint64_t> domains_of(const Block& block);
  Result<uint64_t> domain_bits(const ContextRule& rule, const Block& block);
  uint32_t slot_index(const std::string& slot);
  uint32_t symbol_index(const ListSymbol& symbol);
  Error wrong(std::string message, size_t column) const;

  CompiledLanguage& into_;
  std::vector<Error>* problems_;
  Graph graph_;
  size_t most_nodes_ = 0;
  RuleLookup rules_;
  std::map<std::string, uint32_t> lists_;  // by name; inline ranges by their text
  std::map<std::string, uint32_t> slots_;

  // Of the block being added:
  const Block* block_ = nullptr;
  RuleLookup own_rules_;
  std::map<std::string, uint32_t> own_lists_;
  uint64_t block_domains_ = kAnyDomain;
  std::string_view place_;
  std::list<Expression> parsed_;  // stays in place: `built_` refers to it
  std::unordered_map<Key, NodeId, KeyHash> built_;
};

}  // namespace hearth::understand
