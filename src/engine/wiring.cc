#include "engine/wiring.h"

namespace hearth::engine {

Steps::Steps(const Parts&, const memory::Memory&, const Published<memory::View>&) {}

void Steps::wire(graph::Graph&) {}

}  // namespace hearth::engine
