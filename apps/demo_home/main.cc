// Plays the devices of a small home on an MQTT broker until it is told to stop.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <thread>

#include "base/clock.h"
#include "demo_device.h"
#include "household.h"

namespace {

using namespace hearth;

volatile std::sig_atomic_t stop_asked = 0;
void ask_to_stop(int) { stop_asked = 1; }

/// "host:port" or "host".
Result<net::MqttOptions> broker_at(const std::string& address) {
  net::MqttOptions options;
  const size_t colon = address.rfind(':');
  options.host = address.substr(0, colon);
  if (colon != std::string::npos) {
    char* end = nullptr;
    const long port = std::strtol(address.c_str() + colon + 1, &end, 10);
    if (*end != '\0' || port < 1 || port > 65535)
      return invalid("expected host:port with a port of 1 to 65535", address);
    options.port = static_cast<uint16_t>(port);
  }
  if (options.host.empty()) return invalid("expected host:port", address);
  return options;
}

Result<std::vector<std::unique_ptr<demo::DemoDevice>>> start_devices(const net::MqttOptions& broker, uint64_t seed) {
  std::vector<std::unique_ptr<demo::DemoDevice>> devices;
  for (demo::Script& script : demo::all_scripts()) {
    devices.push_back(TRY(demo::DemoDevice::start(broker, std::move(script), seed * 1000 + devices.size())));
  }
  return devices;
}

/// Whose home it is; without a home there are only devices.
struct Lived {
  std::string home, residents;
  double speed = 1;
};

/// Those who live there got up this morning: it is as late there as it is here.
Result<std::unique_ptr<simulation::Household>> household(const Lived& lived, uint64_t seed, Time now) {
  simulation::HouseholdHome home = TRY(simulation::read_household(lived.home));
  simulation::Residents residents = TRY(simulation::read_residents(lived.residents, home));
  const calendar::Zone zone = TRY(calendar::Zone::find(home.zone));
  const Time midnight = zone.to_utc(calendar::at_midnight(zone.to_civil(now)));
  auto opened = TRY(simulation::Household::open(std::move(home), std::move(residents), {seed, midnight}));
  opened->advance(now);
  return opened;
}

Status live(const net::MqttOptions& broker, const Lived& lived, uint64_t seed) {
  const SystemClock clock;
  const Time begun = clock.now();
  const Duration begun_steady = clock.steady();
  const auto household = TRY(::household(lived, seed, begun));
  const auto devices = TRY(demo::HouseholdDevices::start(broker, *household, seed));
  bool told = false;
  std::string trouble;
  while (stop_asked == 0) {
    devices->live(begun + from_seconds(to_seconds(clock.steady() - begun_steady) * lived.speed));
    if (const std::string now = devices->trouble(); !told && !now.empty() && now != trouble) {
      fmt::print(stderr, "demo_home: {}:{}: {}\n", broker.host, broker.port, now);
      trouble = now;
    }
    if (!told && devices->ready()) {
      fmt::print("demo_home: all devices are at {}:{}\n", broker.host, broker.port);
      std::fflush(stdout);
      told = true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(told ? 200 : 20));
  }
  devices->leave();
  return ok();
}

int run(const std::string& address, const Lived& lived, uint64_t seed) {
  const Result<net::MqttOptions> broker = broker_at(address);
  if (!broker.ok()) {
    fmt::print(stderr, "demo_home: --broker {}\n", to_string(broker.error()));
    return 2;
  }
  if (!lived.home.empty()) {
    const Status done = live(*broker, lived, seed);
    if (!done) fmt::print(stderr, "demo_home: {}\n", to_string(done.error()));
    return done ? 0 : 2;
  }
  auto devices = start_devices(*broker, seed);
  if (!devices.ok()) {
    fmt::print(stderr, "demo_home: {}\n", to_string(devices.error()));
    return 2;
  }
  bool told = false;
  std::string trouble;
  while (stop_asked == 0) {
    size_t ready = 0;
    for (const auto& device : *devices) {
      device->live();
      ready += device->ready() ? 1 : 0;
      if (const std::string now = device->trouble(); !told && !now.empty() && now != trouble) {
        fmt::print(stderr, "demo_home: {}: {}\n", address, now);
        trouble = now;
      }
    }
    if (!told && ready == devices->size()) {
      fmt::print("demo_home: all devices are at {}\n", address);
      std::fflush(stdout);
      told = true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(told ? 200 : 20));
  }
  for (const auto& device : *devices) device->leave();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "Plays the devices of a small home on an MQTT broker.\nExample: demo_home --broker 127.0.0.1:1883 --seed 1"};
  std::string broker = "127.0.0.1:1883";
  uint64_t seed = 1;
  Lived lived;
  app.add_option("--broker", broker, "host:port of the broker")->capture_default_str();
  app.add_option("--seed", seed, "decides what drifts and moves, and when")->capture_default_str();
  auto* home = app.add_option("--home", lived.home, "somebody lives there: simulation/homes/two_floors.home");
  auto* residents =
      app.add_option("--residents", lived.residents, "who does: simulation/residents/anna_and_ben.residents");
  home->needs(residents);
  residents->needs(home);
  app.add_option("--speed", lived.speed, "how much faster than here time passes there")
      ->check(CLI::Range(0.1, 600.0))
      ->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) { return app.exit(wrong) == 0 ? 0 : 2; }
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);
  return run(broker, lived, seed);
}
