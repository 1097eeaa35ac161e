// Says why: for a message of the journal, or for what the house did last.
#pragma once

#include "answer/why/chain.h"
#include "answer/why/subject.h"

namespace hearth::answer {

struct Explanation {
  flow::MessageId about;
  flow::Phrase sentence;                 ///< to be said
  std::vector<ChainLink> chain;          ///< in full, newest first
  std::vector<flow::Evidence> evidence;  ///< never empty: at least the message itself
};

/// Any thread, as far as the reader allows it; reads the journal only.
class Explainer {
 public:
  /// `past` must outlive it.
  explicit Explainer(const memory::EntryReader& past) : past_(past) {}

  /// Of an Utterance or Meaning: why the Plan that settled it is as it is. Errors: NotFound.
  Result<Explanation> explain(flow::MessageId about) const;
  /// Of what the asker means. Errors: NotFound when nothing of the kind has happened.
  Result<Explanation> explain_last(const WhyQuestion& question, const home::Home& home) const;

 private:
  Result<flow::MessageId> settled_by(const flow::Entry& entry) const;

  const memory::EntryReader& past_;
};

}  // namespace hearth::answer
