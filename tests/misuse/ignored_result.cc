// A Result that nobody looks at would lose the error in it.
#include "base/result.h"

hearth::Result<int> measure();

void run() {
#ifdef CONTROL
  (void)measure();
#else
  measure();
#endif
}
