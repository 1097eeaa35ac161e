// A value cannot be taken for granted: a Result does not turn into one by itself.
#include "base/result.h"

hearth::Result<int> measure();

hearth::Result<int> run() {
#ifdef CONTROL
  const int level = TRY(measure());
#else
  const int level = measure();
#endif
  return level;
}
