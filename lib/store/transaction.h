// Commit, or it never happened.
#pragma once

#include "base/result.h"
#include "store/durability.h"

namespace hearth::store {

class Connection;

/// Made by Database::begin, which it must not outlive; at most one at a time. Destroyed without commit, it is undone.
class Transaction {
 public:
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  /// After success the changes survive what the Durability of `begin` says. After an Error none of them is there, and
  /// the database goes on as before it. (One case cannot be known: a sync that failed and then a power cut; the
  /// changes are then found whole or not at all.) Call once.
  Status commit();
  /// Undoes the changes now rather than at the end of the scope.
  void rollback();

 private:
  friend class Database;
  explicit Transaction(Connection& connection) : connection_(&connection) {}

  Connection* connection_;  // null once ended
};

}  // namespace hearth::store
