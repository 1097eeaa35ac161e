#include "net/mqtt_session.h"

#include <fmt/format.h>
#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hearth::net {

namespace {

void start_library() {
  static const int started = mosquitto_lib_init();
  (void)started;
}

const char* text_or_null(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

}  // namespace

std::string reason_text(int code) {
  switch (code) {
    case MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION:
      return "it does not speak this version of MQTT";
    case MQTT_RC_CLIENTID_NOT_VALID:
      return "it does not accept this client id";
    case MQTT_RC_BAD_USERNAME_OR_PASSWORD:
      return "bad user name or password";
    case MQTT_RC_NOT_AUTHORIZED:
      return "not authorised; look at user, password and the broker's access list";
    case MQTT_RC_SERVER_SHUTTING_DOWN:
      return "the broker is shutting down";
    case MQTT_RC_KEEP_ALIVE_TIMEOUT:
      return "the broker heard nothing from here for too long";
    case MQTT_RC_SESSION_TAKEN_OVER:
      return "another client connected with the same client id";
    default:
      return fmt::format("{} (code {})", mosquitto_reason_string(code), code);
  }
}

bool refuses_version(int code) { return code == MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION; }

bool topic_matches(const std::string& filter, const std::string& topic) {
  bool matches = false;
  return mosquitto_topic_matches_sub2(filter.data(), filter.size(), topic.data(), topic.size(), &matches) ==
             MOSQ_ERR_SUCCESS &&
         matches;
}

Status check_topic(const std::string& topic) {
  if (!topic.empty() && mosquitto_pub_topic_check2(topic.data(), topic.size()) == MOSQ_ERR_SUCCESS &&
      mosquitto_validate_utf8(topic.data(), static_cast<int>(topic.size())) == MOSQ_ERR_SUCCESS) {
    return ok();
  }
  return invalid("not a topic: expected UTF-8 of 1 to 65535 bytes without + and #", topic);
}

Status check_filter(const std::string& filter) {
  if (!filter.empty() && mosquitto_sub_topic_check2(filter.data(), filter.size()) == MOSQ_ERR_SUCCESS &&
      mosquitto_validate_utf8(filter.data(), static_cast<int>(filter.size())) == MOSQ_ERR_SUCCESS) {
    return ok();
  }
  return invalid("not a topic filter: + must stand for a whole level, # at the end", filter);
}

Result<std::unique_ptr<MqttSession>> MqttSession::open(const MqttOptions& options, int version) {
  start_library();
  std::unique_ptr<MqttSession> session(new MqttSession);
  session->version_ = version;
  session->handle_ = mosquitto_new(text_or_null(options.client_id), true, session.get());
  if (session->handle_ == nullptr) return invalid("not a client id", options.client_id);
  session->listen();
  TRY(session->configure(options));
  const int code = mosquitto_connect_bind_v5(session->handle_, options.host.c_str(), options.port,
                                             static_cast<int>(options.keepalive.count()), nullptr, nullptr);
  if (code != MOSQ_ERR_SUCCESS) {
    return unavailable(session->describe(code), fmt::format("{}:{}", options.host, options.port));
  }
  return session;
}

MqttSession::~MqttSession() {
  if (handle_ != nullptr) mosquitto_destroy(handle_);
}

Status MqttSession::configure(const MqttOptions& options) {
  mosquitto_int_option(handle_, MOSQ_OPT_PROTOCOL_VERSION, version_ == 5 ? MQTT_PROTOCOL_V5 : MQTT_PROTOCOL_V311);
  mosquitto_int_option(handle_, MOSQ_OPT_TCP_NODELAY, 1);
  if (!options.user.empty()) {
    const int code = mosquitto_username_pw_set(handle_, options.user.c_str(), text_or_null(options.password));
    if (code != MOSQ_ERR_SUCCESS) return invalid("not a user name or password that MQTT can carry", "user");
  }
  if (options.will) {
    const MqttMessage& will = *options.will;
    const int code = mosquitto_will_set(handle_, will.topic.c_str(), static_cast<int>(will.payload.size()),
                                        will.payload.data(), will.qos, will.retained);
    if (code != MOSQ_ERR_SUCCESS) return invalid(fmt::format("not a will: {}", mosquitto_strerror(code)), will.topic);
  }
  if (options.tls) TRY(configure_tls(*options.tls));
  return ok();
}

Status MqttSession::configure_tls(const MqttTls& tls) {
  int code = MOSQ_ERR_SUCCESS;
  if (tls.ca_file.empty()) { code = mosquitto_int_option(handle_, MOSQ_OPT_TLS_USE_OS_CERTS, 1); }
  if (code == MOSQ_ERR_SUCCESS && (!tls.ca_file.empty() || !tls.certificate_file.empty())) {
    code = mosquitto_tls_set(handle_, text_or_null(tls.ca_file), nullptr, text_or_null(tls.certificate_file),
                             text_or_null(tls.key_file), nullptr);
  }
  if (code == MOSQ_ERR_SUCCESS && !tls.verify) {
    code = mosquitto_tls_opts_set(handle_, 0, nullptr, nullptr);
    if (code == MOSQ_ERR_SUCCESS) code = mosquitto_tls_insecure_set(handle_, true);
  }
  if (code == MOSQ_ERR_SUCCESS) return ok();
  return invalid(fmt::format("TLS cannot be set up: {}", describe(code)), tls.ca_file);
}

void MqttSession::listen() {
  mosquitto_connect_v5_callback_set(handle_, [](mosquitto*, void* self, int code, int, const mosquitto_property*) {
    auto& session = *static_cast<MqttSession*>(self);
    if (session.version_ == 4 && code > 0 && code <= 5) code = MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION + code - 1;
    if (code == CONNACK_REFUSED_PROTOCOL_VERSION) code = MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION;
    session.events_.push_back({.kind = code == 0 ? Event::Accepted : Event::Refused, .code = code});
  });
  mosquitto_disconnect_v5_callback_set(handle_, [](mosquitto*, void* self, int code, const mosquitto_property*) {
    int& lost = static_cast<MqttSession*>(self)->lost_code_;
    if (lost < MQTT_RC_UNSPECIFIED) lost = code;  // a second call only says that the socket is gone
  });
  mosquitto_publish_v5_callback_set(handle_, [](mosquitto*, void* self, int id, int code, const mosquitto_property*) {
    static_cast<MqttSession*>(self)->events_.push_back({.kind = Event::Acknowledged, .id = id, .code = code});
  });
  mosquitto_subscribe_callback_set(handle_, [](mosquitto*, void* self, int id, int count, const int* granted) {
    const int code = count > 0 ? granted[0] : MQTT_RC_UNSPECIFIED;
    static_cast<MqttSession*>(self)->events_.push_back({.kind = Event::Subscribed, .id = id, .code = code});
  });
  mosquitto_message_callback_set(handle_, [](mosquitto*, void* self, const mosquitto_message* from) {
    const auto* payload = static_cast<const char*>(from->payload);
    MqttMessage message{.topic = from->topic, .qos = from->qos, .retained = from->retain};
    if (payload != nullptr) message.payload.assign(payload, static_cast<size_t>(from->payloadlen));
    static_cast<MqttSession*>(self)->events_.push_back({.kind = Event::Message, .message = std::move(message)});
  });
  mosquitto_log_callback_set(handle_, [](mosquitto*, void* self, int level, const char* text) {
    if (level == MOSQ_LOG_ERR) static_cast<MqttSession*>(self)->last_error_ = text;
  });
}

std::string MqttSession::describe(int code) const {
  std::string text = code == MOSQ_ERR_ERRNO ? std::strerror(errno) : mosquitto_strerror(code);
  while (!text.empty() && text.back() == '.') text.pop_back();
  if (!last_error_.empty()) text += fmt::format(": {}", last_error_);
  return text;
}

int MqttSession::socket() const { return mosquitto_socket(handle_); }
bool MqttSession::wants_write() const { return mosquitto_want_write(handle_); }

Status MqttSession::turn() {
  const int code = mosquitto_loop(handle_, 0, 1);
  // A packet that asks to end the connection makes the loop succeed once and the socket be gone.
  if (code == MOSQ_ERR_SUCCESS && mosquitto_socket(handle_) >= 0) return ok();
  if (lost_code_ >= 128) return unavailable(reason_text(lost_code_));
  const bool closed = code == MOSQ_ERR_SUCCESS || code == MOSQ_ERR_CONN_LOST;
  // mosquitto 2.0 gives no reason to a client whose id another one took.
  return unavailable(closed ? "the broker closed the connection (it stopped, or another client uses this client id)"
                            : describe(code));
}

std::vector<MqttSession::Event> MqttSession::take_events() { return std::exchange(events_, {}); }

Result<int> MqttSession::publish(const MqttMessage& message) {
  int id = 0;
  const int code = mosquitto_publish_v5(handle_, &id, message.topic.c_str(), static_cast<int>(message.payload.size()),
                                        message.payload.data(), message.qos, message.retained, nullptr);
  if (code == MOSQ_ERR_SUCCESS) return id;
  // What the broker has announced not to take will never be taken; anything else may be the connection's end.
  const bool never = code == MOSQ_ERR_QOS_NOT_SUPPORTED || code == MOSQ_ERR_RETAIN_NOT_SUPPORTED ||
                     code == MOSQ_ERR_OVERSIZE_PACKET || code == MOSQ_ERR_PAYLOAD_SIZE || code == MOSQ_ERR_INVAL;
  if (never) return invalid(fmt::format("cannot be published: {}", mosquitto_strerror(code)), message.topic);
  return unavailable(describe(code), message.topic);
}

Result<int> MqttSession::subscribe(const std::string& filter, int qos) {
  int id = 0;
  const int code = mosquitto_subscribe(handle_, &id, filter.c_str(), qos);
  if (code != MOSQ_ERR_SUCCESS) return unavailable(describe(code), filter);
  return id;
}

Status MqttSession::unsubscribe(const std::string& filter) {
  const int code = mosquitto_unsubscribe(handle_, nullptr, filter.c_str());
  if (code != MOSQ_ERR_SUCCESS) return unavailable(describe(code), filter);
  return ok();
}

void MqttSession::disconnect() { mosquitto_disconnect(handle_); }

}  // namespace hearth::net
