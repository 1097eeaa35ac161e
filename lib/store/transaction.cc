#include "store/transaction.h"

#include <utility>

#include "store/connection.h"

namespace hearth::store {

Transaction::Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() { rollback(); }

Status Transaction::commit() {
  CHECK(connection_ != nullptr);
  if (!connection_->in_transaction()) {
    // A full or failing disk met in a statement makes SQLite roll back at once.
    return unavailable("the transaction was already undone by an earlier error of the disk",
                       std::exchange(connection_, nullptr)->path());
  }
  Status committed = connection_->execute("COMMIT");
  if (!committed.ok()) {
    rollback();
    return committed;
  }
  connection_ = nullptr;
  return ok();
}

void Transaction::rollback() {
  Connection* connection = std::exchange(connection_, nullptr);
  if (connection == nullptr || !connection->in_transaction()) return;
  // Rolling back writes nothing in WAL mode; should it fail all the same, SQLite has ended the transaction itself.
  (void)connection->execute("ROLLBACK");
}

}  // namespace hearth::store
