// An output sends messages of its own type alone.
#include "graph/node.h"

struct Utterance {};
struct Meaning {};

struct Hearing : hearth::graph::Node {
  hearth::graph::Out<Utterance> utterance{this, "utterance"};
  using Node::Node;
  hearth::Result<void> start(hearth::graph::Context& context) override {
#ifdef CONTROL
    utterance.send(Utterance{}, context);
#else
    utterance.send(Meaning{}, context);
#endif
    return {};
  }
};

void make() { const Hearing hearing("hearing"); }
