#include "score/report/score.h"

#include <cstdio>
#include <fstream>

namespace hearth::score {
namespace {

OrderedJson to_json(const Counts& counts) {
  return {{"cases", counts.cases},
          {"right", counts.right},
          {"wrong", counts.wrong},
          {"asked", counts.asked},
          {"missed", counts.missed}};
}

}  // namespace

void Counts::add(Outcome outcome) {
  ++cases;
  switch (outcome) {
    case Outcome::Right:
      ++right;
      break;
    case Outcome::Wrong:
      ++wrong;
      break;
    case Outcome::Asked:
      ++asked;
      break;
    case Outcome::Missed:
      ++missed;
      break;
  }
}

OrderedJson to_json(const Score& score) {
  OrderedJson json{{"name", score.name}, {"data", score.data}};
  json.update(to_json(score.all));
  json["p50_us"] = score.p50_us;
  json["p99_us"] = score.p99_us;
  json["by"] = OrderedJson::object();
  for (const auto& [group, keys] : score.by) {
    OrderedJson& counted = json["by"][group] = OrderedJson::object();
    for (const auto& [key, counts] : keys) counted[key] = to_json(counts);
  }
  json["failures"] = OrderedJson::array();
  for (const Failure& failure : score.failures) {
    if (json["failures"].size() == kMaxFailures) break;
    json["failures"].push_back({{"input", failure.input}, {"expected", failure.expected}, {"got", failure.got}});
  }
  return json;
}

Status write_json(const Score& score, const std::string& path) {
  const std::string fresh = path + ".new";
  {
    std::ofstream out(fresh);
    out << to_json(score).dump(1, ' ', false, OrderedJson::error_handler_t::replace) << '\n';
    if (!out.flush()) return unavailable("cannot be written; expected a folder that takes new files", fresh);
  }
  if (std::rename(fresh.c_str(), path.c_str()) != 0) {
    return unavailable("cannot be replaced; expected a file or no file of that name", path);
  }
  return ok();
}

}  // namespace hearth::score
