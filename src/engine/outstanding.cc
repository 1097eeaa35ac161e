#include "engine/outstanding.h"

#include "base/json.h"

namespace hearth::engine {
namespace {

template <size_t... I>
size_t kind_of(std::type_index type, std::index_sequence<I...>) {
  size_t found = std::variant_npos;
  ((type == typeid(std::variant_alternative_t<I, flow::Message>) ? found = I : found), ...);
  return found;
}

}  // namespace

void Outstanding::learn_wiring(const graph::Graph& graph) {
  for (const graph::Edge& edge : graph.edges()) {
    if (edge.way != graph::Edge::Request) continue;
    const size_t kind = kind_of(edge.to->type(), std::make_index_sequence<std::variant_size_v<flow::Message>>{});
    if (kind == std::variant_npos) continue;
    lanes_[kind].emplace_back(edge.to->node()->name(), edge.to->name());
  }
}

void Outstanding::apply(const flow::Entry& entry) {
  if (const auto* back = std::get_if<flow::LaneReturn>(&entry.message)) {
    open_.erase({back->request, back->node, back->port});
    return;
  }
  const auto asked = lanes_.find(entry.message.index());
  if (asked == lanes_.end()) return;
  for (const auto& [node, port] : asked->second) open_.emplace(Key{entry.seq, node, port}, entry.trace);
}

std::vector<flow::LaneReturn> Outstanding::lost(const std::string& reason) const {
  std::vector<flow::LaneReturn> all;
  for (const auto& [key, trace] : open_) {
    flow::LaneReturn back;
    back.head.trace = trace;
    back.node = key.node;
    back.port = key.port;
    back.request = key.request;
    back.status = flow::LaneReturn::Failed;
    back.error = cancelled(reason, key.node);
    all.push_back(std::move(back));
  }
  return all;
}

std::string Outstanding::save() const {
  Json list = Json::array();
  for (const auto& [key, trace] : open_) list.push_back({key.request.value, key.node, key.port, trace.value});
  return dump(list);
}

Status Outstanding::restore(std::string_view bytes) {
  open_.clear();
  const Result<Json> list = parse_json(bytes, name());
  if (!list || !list->is_array()) return corrupt("not a saved list of requests", std::string(name()));
  for (const Json& row : *list) {
    if (!row.is_array() || row.size() != 4 || !row[0].is_number() || !row[1].is_string() || !row[2].is_string() ||
        !row[3].is_number()) {
      open_.clear();
      return corrupt("not a saved request", std::string(name()));
    }
    open_.emplace(Key{{row[0].get<uint64_t>()}, row[1].get<std::string>(), row[2].get<std::string>()},
                  flow::TraceId{row[3].get<uint64_t>()});
  }
  return ok();
}

}  // namespace hearth::engine
