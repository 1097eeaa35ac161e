// From a real broker to the house and back, on loopback: a sentence to the command that a lamp receives, and a lamp's
// report to the journal. Prints one line of JSON, in microseconds.
// usage: mqtt_bench ROUNDS
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "apps/files.h"
#include "base/log.h"
#include "engine/host.h"
#include "net/http_client.h"
#include "net/mosquitto_process.h"
#include "net/mqtt_client.h"

namespace {

using namespace hearth;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr const char* kLamp = R"({"name":"Desk lamp","unique_id":"bench_lamp","schema":"json","brightness":true,
"command_topic":"bench/lamp/set","state_topic":"bench/lamp","device":{"identifiers":["bench"],"name":"Desk lamp",
"suggested_area":"Study"}})";

double microseconds(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double, std::micro>(to - from).count();
}

Json percentiles(std::vector<double> times) {
  std::ranges::sort(times);
  if (times.empty()) return {{"count", 0}};
  return {{"count", times.size()}, {"p50_us", times[times.size() / 2]}, {"p99_us", times[times.size() * 99 / 100]}};
}

/// Waits for `done`; false after five seconds.
template <class Done>
bool await(Done done, std::chrono::microseconds pause) {
  const auto until = Clock::now() + std::chrono::seconds(5);
  while (!done()) {
    if (Clock::now() > until) return false;
    std::this_thread::sleep_for(pause);
  }
  return true;
}

/// A lamp at the broker that notes when it was told what, and says that it did so.
class Lamp {
 public:
  static Result<std::unique_ptr<Lamp>> start(uint16_t port) {
    std::unique_ptr<Lamp> lamp(new Lamp);
    net::MqttOptions options;
    options.host = "127.0.0.1";
    options.port = port;
    options.client_id = "bench-lamp";
    lamp->client_ = TRY(net::MqttClient::start(options));
    Lamp* self = lamp.get();
    TRY(lamp->client_->subscribe("bench/lamp/set", 0, [self](const net::MqttMessage& message) {
      self->told_ = Clock::now().time_since_epoch().count();
      ++self->commands_;
      (void)self->client_->publish({.topic = "bench/lamp", .payload = message.payload});
    }));
    TRY(lamp->client_->publish({"homeassistant/light/bench/config", kLamp, 1, true}));
    return lamp;
  }
  Status report(const std::string& payload) { return client_->publish({.topic = "bench/lamp", .payload = payload}); }
  uint64_t commands() const { return commands_; }
  Clock::time_point told() const { return Clock::time_point(Clock::duration(told_.load())); }

 private:
  Lamp() = default;
  std::atomic<uint64_t> commands_{0};
  std::atomic<Clock::rep> told_{0};
  std::unique_ptr<net::MqttClient> client_;
};

engine::Config config(const std::filesystem::path& folder, uint16_t port) {
  engine::Config config;
  config.file = folder / "hearth.toml";
  config.journal = folder / "home.db";
  config.log_level = "error";
  config.control.socket = folder / "hearth.sock";
  config.control.area = "Study";
  connect::MqttDoorOptions door;
  door.broker.host = "127.0.0.1";
  door.broker.port = port;
  config.mqtt = {door};
  return config;
}

class Bench {
 public:
  explicit Bench(const std::filesystem::path& folder) : ask_(address(folder)) {}

  Result<Json> ask(const std::string& method, const std::string& target, const Json& body = nullptr) const {
    const net::HttpResponse response =
        TRY(ask_.request(method, target, body.is_null() ? "" : dump(body), std::chrono::seconds(10)));
    if (response.status >= 400) return internal(response.body, target);
    return parse_json(response.body, target);
  }

  Status ready() const {
    const bool there =
        await([&] { return ask("GET", "/v1/devices").ok() && !ask("GET", "/v1/devices")->empty(); }, milliseconds(20));
    return there ? ok() : Status(timed_out("the lamp was not found within 5 s"));
  }

  /// `answered`: until the spoken answer, which waits for the lamp's report.
  Status say(Lamp& lamp, int rounds, Json& out) const {
    std::vector<double> commanded, answered;
    for (int i = 0; i < rounds; ++i) {
      const uint64_t before = lamp.commands();
      const auto begun = Clock::now();
      TRY(ask("POST", "/v1/say", {{"text", i % 2 == 0 ? "turn on the desk lamp" : "turn off the desk lamp"}}));
      const auto ended = Clock::now();
      if (!await([&] { return lamp.commands() > before; }, std::chrono::microseconds(50))) {
        return timed_out("the lamp was told nothing");
      }
      commanded.push_back(microseconds(begun, lamp.told()));
      answered.push_back(microseconds(begun, ended));
    }
    out["say_to_command"] = percentiles(std::move(commanded));
    out["say_to_answer"] = percentiles(std::move(answered));
    return ok();
  }

  /// An upper bound: the journal is asked over and over, and each look takes `look`.
  Status observe(Lamp& lamp, int rounds, Json& out) const {
    std::vector<double> times, looks;
    uint64_t last = TRY(newest());
    for (int i = 0; i < rounds; ++i) {
      const auto begun = Clock::now();
      TRY(lamp.report(R"({"state":"ON","brightness":)" + std::to_string(10 + i % 200) + "}"));
      uint64_t seen = last;
      while (seen == last) {
        const auto looked = Clock::now();
        seen = TRY(newest());
        looks.push_back(microseconds(looked, Clock::now()));
        if (microseconds(begun, Clock::now()) > 5e6) return timed_out("the report did not reach the journal");
      }
      times.push_back(microseconds(begun, Clock::now()));
      std::this_thread::sleep_for(milliseconds(3));  // what it caused is written, too
      last = TRY(newest());
    }
    out["state_to_journal"] = percentiles(std::move(times));
    out["look"] = percentiles(std::move(looks));
    return ok();
  }

 private:
  static net::HttpAddress address(const std::filesystem::path& folder) {
    net::HttpAddress address;
    address.unix_path = folder / "hearth.sock";
    return address;
  }
  Result<uint64_t> newest() const {
    const Json page = TRY(ask("GET", "/v1/journal?limit=1"));
    const Json& entries = page.is_array() ? page : page.at("entries");
    return entries.empty() ? 0 : entries.back().value("seq", uint64_t{0});
  }

  const net::HttpClient ask_;
};

Status run(int rounds, const std::filesystem::path& folder, Json& out) {
  net::MosquittoProcess broker = TRY(net::MosquittoProcess::start());
  const std::unique_ptr<Lamp> lamp = TRY(Lamp::start(broker.port()));
  const auto host = TRY(engine::Host::start(config(folder, broker.port()), apps::model_files()));
  const Bench bench(folder);
  TRY(bench.ready());
  Json warm;
  TRY(bench.say(*lamp, 10, warm));
  TRY(bench.say(*lamp, rounds, out));
  return bench.observe(*lamp, rounds, out);
}

}  // namespace

int main(int count, char** words) {
  hearth::start_logging("warn");
  const int rounds = count == 2 ? std::atoi(words[1]) : 0;
  if (rounds <= 0) {
    std::fputs("usage: mqtt_bench ROUNDS\n", stderr);
    return 2;
  }
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("hearth_mqtt_bench." + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  Json out;
  const Status status = run(rounds, folder, out);
  std::filesystem::remove_all(folder);
  if (!status) {
    std::fprintf(stderr, "mqtt_bench: %s\n", to_string(status.error()).c_str());
    return 1;
  }
  std::printf("%s\n", dump(out).c_str());
}
