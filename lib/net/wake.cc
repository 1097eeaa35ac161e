#include "net/wake.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

#include "base/check.h"

namespace hearth::net {

Wake::Wake() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) { CHECK(descriptor_ >= 0); }
Wake::~Wake() { close(descriptor_); }

void Wake::ring() const {
  const uint64_t one = 1;
  (void)!write(descriptor_, &one, sizeof one);
}

void Wake::clear() const {
  uint64_t count = 0;
  (void)!read(descriptor_, &count, sizeof count);
}

}  // namespace hearth::net
