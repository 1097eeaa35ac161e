// What a committed transaction survives.
#pragma once

namespace hearth::store {

/// How far a commit is carried before it returns (sqlite.org/wal.html, sqlite.org/pragma.html#pragma_synchronous).
enum class Durability : unsigned char {
  /// Written to the operating system, not synced (WAL, synchronous=NORMAL). Survives the end of the process in any
  /// manner, kill -9 included. A power cut or a crash of the kernel may take the last transactions, newest first, and
  /// never half of one.
  Process,
  /// Synced to the disk before commit returns (synchronous=FULL). Survives a power cut too, as far as the disk is
  /// honest about having written; so does every transaction committed before it.
  PowerCut,
};

}  // namespace hearth::store
