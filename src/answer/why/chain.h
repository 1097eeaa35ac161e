// What led to a message: a walk through the journal along `Header::from`.
#pragma once

#include <vector>

#include "memory/journal.h"

namespace hearth::answer {

/// One message of a chain, as a screen shows it.
struct ChainLink {
  flow::MessageId id;
  std::string kind;    ///< "Plan"
  std::string origin;  ///< the door or node that sent it
  Time at{};
  std::vector<flow::Because> because;
  std::vector<flow::MessageId> from;
};

/// `about` and all that it came from, newest first; messages that a reason names as evidence count as well. At most
/// `limit` entries; what was erased is left out. Errors: NotFound when `about` itself is not in the journal.
Result<std::vector<flow::Entry>> walk_back(const memory::EntryReader& past, flow::MessageId about, size_t limit = 64);

std::vector<ChainLink> links_of(const std::vector<flow::Entry>& chain);

/// The messages of the chain as evidence, the newest first, with the reasons' own evidence that is no message after it.
std::vector<flow::Evidence> evidence_of(const std::vector<flow::Entry>& chain);

/// The first entry of the chain that holds a T; null when there is none.
template <class T>
const T* first_of(const std::vector<flow::Entry>& chain) {
  for (const flow::Entry& entry : chain) {
    if (const T* found = std::get_if<T>(&entry.message)) return found;
  }
  return nullptr;
}

}  // namespace hearth::answer
