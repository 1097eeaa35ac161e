#include "answer/why/explainer.h"

#include "answer/why/sentence.h"

namespace hearth::answer {

/// The Plan of what was said, or the message itself.
Result<flow::MessageId> Explainer::settled_by(const flow::Entry& entry) const {
  const bool was_said =
      std::holds_alternative<flow::Utterance>(entry.message) || std::holds_alternative<flow::Meaning>(entry.message);
  if (!was_said) return entry.seq;
  for (const flow::Entry& other : TRY(past_.trace(entry.trace))) {
    if (std::holds_alternative<flow::Plan>(other.message) && other.seq > entry.seq) return other.seq;
  }
  return entry.seq;
}

Result<Explanation> Explainer::explain(flow::MessageId about) const {
  Explanation found;
  found.about = TRY(settled_by(TRY(past_.read(about))));
  const std::vector<flow::Entry> chain = TRY(walk_back(past_, found.about));
  found.sentence = sentence_of(chain);
  found.chain = links_of(chain);
  found.evidence = evidence_of(chain);
  return found;
}

Result<Explanation> Explainer::explain_last(const WhyQuestion& question, const home::Home& home) const {
  return explain(TRY(find_subject(past_, question, home)));
}

}  // namespace hearth::answer
