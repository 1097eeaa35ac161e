// A handler takes what its port takes.
#include "graph/node.h"

struct Utterance {};
struct Meaning {};

struct Deciding : hearth::graph::Node {
#ifdef CONTROL
  hearth::graph::In<Meaning> in{this, "in", &Deciding::decide};
#else
  hearth::graph::In<Utterance> in{this, "in", &Deciding::decide};
#endif
  using Node::Node;
  hearth::Result<void> decide(const Meaning&, hearth::graph::Context&) { return {}; }
};

void make() { const Deciding deciding("deciding"); }
