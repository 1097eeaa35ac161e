// How a database reaches the shape that the program knows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace hearth::store {

class Connection;

/// One step from a version to the next: `migrations[0]` leads from an empty file to version 1. Once released, never
/// edited: a change is a new one at the end.
struct Migration {
  std::string name;  ///< for people: "keep the trace of every entry"
  std::string sql;   ///< any number of statements, none of which begins or ends a transaction
};

/// What a file says of itself.
struct SchemaVersion {
  int64_t application = 0;  ///< PRAGMA application_id; 0 when it was never set
  int64_t version = 0;      ///< PRAGMA user_version: how many migrations it has seen
  bool empty = true;        ///< holds no table yet
};

Result<SchemaVersion> read_version(Connection& connection);

/// Refuses, with InvalidInput and without having written, a file of another program or of a newer version.
Status check_version(const SchemaVersion& found, int32_t application, size_t known, const std::string& path);

/// Runs what is missing, each migration in one transaction with its number, synced to disk. The first that fails is
/// undone whole and named in the Error; the database stays at the version before it.
Status migrate(Connection& connection, const SchemaVersion& from, int32_t application,
               const std::vector<Migration>& migrations);

}  // namespace hearth::store
