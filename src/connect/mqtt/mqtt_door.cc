#include "connect/mqtt/mqtt_door.h"

#include "connect/mqtt/mqtt_worker.h"

namespace hearth::connect {

MqttDoor::MqttDoor(MqttDoorOptions options, const Clock& clock) : options_(std::move(options)), clock_(clock) {}

MqttDoor::~MqttDoor() { close(); }

std::string_view MqttDoor::name() const { return options_.name; }

Status MqttDoor::open(HouseInbox& inbox) {
  CHECK(worker_ == nullptr);
  auto worker = std::make_unique<Worker>(options_, clock_, inbox);
  TRY(worker->start());
  worker_ = std::move(worker);
  return ok();
}

void MqttDoor::carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) {
  CHECK(worker_ != nullptr);
  worker_->order(command, std::move(home));
}

DoorHealth MqttDoor::health() const {
  if (worker_ != nullptr) return worker_->health();
  DoorHealth health;
  health.name = options_.name;
  health.detail = "closed";
  return health;
}

void MqttDoor::close() {
  if (worker_ != nullptr) worker_->stop();
  worker_.reset();
}

void MqttDoor::tell_health(bool well, std::string detail) {
  if (worker_ != nullptr && worker_->announcement()) worker_->tell(worker_->announcement()->health(well, detail));
}

void MqttDoor::tell_answer(std::string text) {
  if (worker_ != nullptr && worker_->announcement()) worker_->tell(worker_->announcement()->answer(text));
}

}  // namespace hearth::connect
