#include "store/statement.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

#include "store/connection.h"

namespace hearth::store {

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_), handle_(std::exchange(other.handle_, nullptr)), bind_code_(other.bind_code_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  if (this == &other) return *this;
  sqlite3_finalize(handle_);
  connection_ = other.connection_;
  handle_ = std::exchange(other.handle_, nullptr);
  bind_code_ = other.bind_code_;
  return *this;
}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::note(int code) {
  if (bind_code_ == SQLITE_OK) bind_code_ = code;
}

Statement& Statement::bind_integer(int parameter, int64_t value) {
  note(sqlite3_bind_int64(handle_, parameter, value));
  return *this;
}

Statement& Statement::bind_real(int parameter, double value) {
  note(sqlite3_bind_double(handle_, parameter, value));
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view value) {
  const char* data = value.data() != nullptr ? value.data() : "";  // a null pointer would bind NULL
  note(sqlite3_bind_text64(handle_, parameter, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::span<const std::byte> value) {
  if (value.empty()) {
    note(sqlite3_bind_zeroblob(handle_, parameter, 0));
  } else {
    note(sqlite3_bind_blob64(handle_, parameter, value.data(), value.size(), SQLITE_TRANSIENT));
  }
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  note(sqlite3_bind_null(handle_, parameter));
  return *this;
}

Result<bool> Statement::step() {
  const bool bound = bind_code_ == SQLITE_OK;
  const int code = bound ? sqlite3_step(handle_) : bind_code_;
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    reset();
    return false;
  }
  Error error = connection_->error(code, fmt::format("{} \"{}\"", bound ? "run" : "bind", sqlite3_sql(handle_)));
  reset();
  return error;
}

Status Statement::run() {
  while (TRY(step())) {}
  return ok();
}

void Statement::reset() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
  bind_code_ = SQLITE_OK;
}

int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

double Statement::real(int column) const { return sqlite3_column_double(handle_, column); }

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  if (data == nullptr) return {};
  return {data, static_cast<size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const std::byte> Statement::blob(int column) const {
  const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(handle_, column));
  if (data == nullptr) return {};
  return {data, static_cast<size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

}  // namespace hearth::store
