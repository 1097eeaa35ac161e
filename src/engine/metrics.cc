// The counters as Prometheus reads them.
#include <fmt/format.h>

#include "engine/vitals.h"

namespace hearth::engine {
namespace {

/// A label's value in quotes (backslash, quote and line feed are escaped).
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\\' || c == '"') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

class Exposition {
 public:
  /// Begins a metric; its samples follow.
  void metric(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    text_ += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
  }
  void sample(double value) { text_ += fmt::format("{} {}\n", name_, value); }
  void sample(std::string_view label, std::string_view is, double value) {
    text_ += fmt::format("{}{{{}={}}} {}\n", name_, label, quoted(is), value);
  }
  void sample(std::string_view label, std::string_view is, std::string_view other, std::string_view that,
              double value) {
    text_ += fmt::format("{}{{{}={},{}={}}} {}\n", name_, label, quoted(is), other, quoted(that), value);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string name_, text_;
};

template <class Rows, class Value>
void each(Exposition& out, std::string_view name, std::string_view help, std::string_view label, const Rows& rows,
          Value value) {
  out.metric(name, "counter", help);
  for (const auto& row : rows) out.sample(label, row.name, static_cast<double>(value(row)));
}

void one(Exposition& out, std::string_view name, std::string_view type, std::string_view help, double value) {
  out.metric(name, type, help);
  out.sample(value);
}

void add_house(Exposition& out, const House::Health& house) {
  one(out, "hearth_entries_total", "counter", "Entries of the journal since the start",
      static_cast<double>(house.entries));
  one(out, "hearth_inbox_waiting", "gauge", "Arrivals that wait for the house", static_cast<double>(house.waiting));
  one(out, "hearth_inbox_coalesced_total", "counter", "States that a newer one replaced while they waited",
      static_cast<double>(house.coalesced));
  one(out, "hearth_inbox_dropped_total", "counter", "Arrivals that a full inbox did not take",
      static_cast<double>(house.dropped));
  one(out, "hearth_unknown_keys_total", "counter", "Reports of things that no door has listed",
      static_cast<double>(house.unknown_keys));
  one(out, "hearth_faults_total", "counter", "Errors of lane nodes", static_cast<double>(house.faults));
}

void add_journal(Exposition& out, const memory::SqliteJournal::Health& journal) {
  one(out, "hearth_journal_written_total", "counter", "Entries written", static_cast<double>(journal.written));
  one(out, "hearth_journal_lost_total", "counter", "Entries that a disk refused", static_cast<double>(journal.lost));
  one(out, "hearth_journal_bytes", "gauge", "Size of the journal's file", static_cast<double>(journal.bytes));
  one(out, "hearth_journal_ok", "gauge", "Whether the disk takes writes", journal.disk_ok ? 1 : 0);
}

void add_nodes(Exposition& out, const std::vector<graph::NodeHealth>& nodes) {
  using Node = graph::NodeHealth;
  each(out, "hearth_node_messages_total", "Messages handled", "node", nodes, [](const Node& n) { return n.count; });
  each(out, "hearth_node_errors_total", "Messages failed on", "node", nodes, [](const Node& n) { return n.errors; });
  each(out, "hearth_node_shed_total", "Not begun for lack of time", "node", nodes,
       [](const Node& n) { return n.shed; });
  each(out, "hearth_node_late_total", "Done too late", "node", nodes, [](const Node& n) { return n.late; });
  each(out, "hearth_node_dropped_total", "Dropped by full edges", "node", nodes,
       [](const Node& n) { return n.dropped; });
  out.metric("hearth_node_latency_seconds", "gauge", "Time for one message, by quantile since the start");
  for (const Node& node : nodes) {
    for (const auto& [quantile, ns] : {std::pair{"0.5", node.p50_ns}, std::pair{"0.99", node.p99_ns}}) {
      out.sample("node", node.name, "quantile", quantile, static_cast<double>(ns) / 1e9);
    }
  }
}

void add_doors(Exposition& out, const std::vector<connect::DoorHealth>& doors) {
  using Door = connect::DoorHealth;
  out.metric("hearth_door_connected", "gauge", "Whether the door's peer is there");
  for (const Door& door : doors) out.sample("door", door.name, door.connected ? 1 : 0);
  each(out, "hearth_door_in_total", "Messages in", "door", doors, [](const Door& d) { return d.in; });
  each(out, "hearth_door_out_total", "Messages out", "door", doors, [](const Door& d) { return d.out; });
  each(out, "hearth_door_errors_total", "Messages that made no sense", "door", doors,
       [](const Door& d) { return d.errors; });
}

}  // namespace

std::string metrics_text(const Vitals& vitals) {
  Exposition out;
  add_house(out, vitals.house);
  add_journal(out, vitals.journal);
  add_nodes(out, vitals.graph.nodes);
  add_doors(out, vitals.doors);
  if (vitals.live) {
    one(out, "hearth_live_sockets", "gauge", "Open live streams", static_cast<double>(vitals.live->sockets));
    one(out, "hearth_live_sent_total", "counter", "Messages to live streams", static_cast<double>(vitals.live->sent));
    one(out, "hearth_live_behind_total", "counter", "Live streams closed for reading too slowly",
        static_cast<double>(vitals.live->behind));
  }
  return out.take();
}

}  // namespace hearth::engine
