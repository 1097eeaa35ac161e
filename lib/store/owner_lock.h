// One owner a file: a second daemon is told who holds it.
#pragma once

#include <string>

#include "base/result.h"
#include "base/time.h"

namespace hearth::store {

/// Holds an exclusive flock(2) on a small file that names its owner. The system lets go of it when the process ends,
/// however it ends; the file itself stays, for removing it would let two owners in.
class OwnerLock {
 public:
  /// Errors: Unavailable, naming the holder's program, process and since when; or why the file cannot be made.
  static Result<OwnerLock> take(const std::string& path, Time now);

  OwnerLock(OwnerLock&& other) noexcept;
  OwnerLock& operator=(OwnerLock&&) = delete;
  ~OwnerLock();

 private:
  explicit OwnerLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;  // -1 when moved from
};

}  // namespace hearth::store
