// A port takes messages of its own type: joining an utterance to a meaning is a mistake that must not compile.
#include "graph/graph.h"

struct Utterance {};
struct Meaning {};

struct Hearing : hearth::graph::Node {
  hearth::graph::Out<Utterance> utterance{this, "utterance"};
  using Node::Node;
};
struct Deciding : hearth::graph::Node {
#ifdef CONTROL
  using Expected = Utterance;
#else
  using Expected = Meaning;
#endif
  hearth::graph::In<Expected> in{this, "in", &Deciding::decide};
  using Node::Node;
  hearth::Result<void> decide(const Expected&, hearth::graph::Context&) { return {}; }
};

void wire(hearth::graph::Graph& graph, Hearing& hearing, Deciding& deciding) {
  graph.connect(hearing.utterance, deciding.in);
}
