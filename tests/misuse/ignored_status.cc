// The same for an operation that has nothing to return but its error.
#include "base/result.h"

hearth::Status store();

hearth::Status run() {
#ifdef CONTROL
  TRY(store());
#else
  store();
#endif
  return hearth::ok();
}
