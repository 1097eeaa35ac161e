// The parameters of a request, read and checked.
#pragma once

#include <string>

#include "base/result.h"
#include "net/http.h"

namespace hearth::engine {

/// A whole number from `least` up that stands in the query; without one, `otherwise`. Errors: InvalidInput, naming the
/// parameter.
Result<uint64_t> number_in(const net::HttpRequest& request, const std::string& name, uint64_t otherwise,
                           uint64_t least = 0);

}  // namespace hearth::engine
