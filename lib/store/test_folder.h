// A folder that lives as long as a test, with a small database in it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "store/database.h"

namespace hearth::store {

class TestFolder : public ::testing::Test {
 protected:
  TestFolder() {
    std::string name = ::testing::TempDir() + "store-XXXXXX";
    CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ~TestFolder() override { std::filesystem::remove_all(folder_); }

  const std::string& folder() const { return folder_; }
  std::string path() const { return folder_ + "/home.db"; }
  const Clock& clock() const { return clock_; }

  static DatabaseOptions options(const std::string& vfs = {}) {
    DatabaseOptions options;
    options.migrations = {
        {"notes", "CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK(text <> 'bad'))"}};
    options.application_id = 0x48454152;
    options.vfs = vfs;
    return options;
  }
  Result<Database> open(const DatabaseOptions& with = options()) const { return Database::open(path(), with, clock_); }

  /// One note in a transaction of its own.
  static Status put(Database& database, const std::string& text, Durability durability = Durability::Process) {
    Transaction transaction = TRY(database.begin(durability));
    Statement insert = TRY(database.prepare("INSERT INTO note(text) VALUES(?)"));
    TRY(insert.bind_text(1, text).run());
    return transaction.commit();
  }
  static Status put(Database&& database, const std::string& text) { return put(database, text); }

  static std::vector<std::string> notes(Database& database) {
    Statement select = database.prepare("SELECT text FROM note ORDER BY id").value();
    std::vector<std::string> found;
    while (select.step().value()) found.emplace_back(select.text(0));
    return found;
  }
  static std::vector<std::string> notes(Database&& database) { return notes(database); }

  static std::string content(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  static void write(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  }

 private:
  std::string folder_;
  SimulatedClock clock_{parse_iso8601("2026-11-22T19:00:00Z").value()};
};

}  // namespace hearth::store
