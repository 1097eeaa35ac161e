// One error policy for the whole program: a fallible function returns Result<T>, a caller either handles the error or
// passes it on with TRY. No exceptions of our own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/check.h"

namespace hearth {

/// What went wrong, for a reader who has to mend it.
struct Error {
  enum Kind : unsigned char { NotFound, InvalidInput, Unavailable, Timeout, Cancelled, Denied, Corrupt, Internal };
  Kind kind = Internal;
  std::string message;  ///< what happened and what was expected instead
  std::string place;    ///< where: file and line, key, topic, template and column; empty when there is none

  bool operator==(const Error&) const = default;
};

std::string_view to_string(Error::Kind kind);
/// "place: message (kind)" on one line.
std::string to_string(const Error& error);

inline Error not_found(std::string message, std::string place = {}) {
  return {Error::NotFound, std::move(message), std::move(place)};
}
inline Error invalid(std::string message, std::string place = {}) {
  return {Error::InvalidInput, std::move(message), std::move(place)};
}
inline Error unavailable(std::string message, std::string place = {}) {
  return {Error::Unavailable, std::move(message), std::move(place)};
}
inline Error timed_out(std::string message, std::string place = {}) {
  return {Error::Timeout, std::move(message), std::move(place)};
}
inline Error cancelled(std::string message, std::string place = {}) {
  return {Error::Cancelled, std::move(message), std::move(place)};
}
inline Error denied(std::string message, std::string place = {}) {
  return {Error::Denied, std::move(message), std::move(place)};
}
inline Error corrupt(std::string message, std::string place = {}) {
  return {Error::Corrupt, std::move(message), std::move(place)};
}
inline Error internal(std::string message, std::string place = {}) {
  return {Error::Internal, std::move(message), std::move(place)};
}

/// A value or an Error. Reading the absent one is a bug of ours and ends the process.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit by design
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    CHECK(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  T value_or(T other) && { return ok() ? std::move(*std::get_if<0>(&state_)) : std::move(other); }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& {
    CHECK(!ok());
    return *std::get_if<1>(&state_);
  }
  Error&& error() && {
    CHECK(!ok());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit by design

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  void value() const { CHECK(ok()); }
  const Error& error() const& {
    CHECK(!ok());
    return *error_;
  }
  Error&& error() && {
    CHECK(!ok());
    return std::move(*error_);
  }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;
inline Status ok() { return {}; }

}  // namespace hearth

/// Evaluates to the value of a Result, or returns its Error from the enclosing function.
#define TRY(expression) TRY_NAMED(expression, TRY_JOIN(try_result_, __COUNTER__))
#define TRY_JOIN(a, b) TRY_JOIN_NOW(a, b)
#define TRY_JOIN_NOW(a, b) a##b
#define TRY_NAMED(expression, name)                 \
  __extension__({                                   \
    auto&& name = (expression);                     \
    if (!name.ok()) return std::move(name).error(); \
    std::move(name).value();                        \
  })
