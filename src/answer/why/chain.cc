#include "answer/why/chain.h"

#include <set>

namespace hearth::answer {
namespace {

std::vector<flow::MessageId> causes_of(const flow::Header& head) {
  std::vector<flow::MessageId> causes = head.from;
  for (const flow::Because& because : head.because) {
    for (const flow::Evidence& evidence : because.evidence) {
      if (evidence.kind == flow::Evidence::Message && evidence.id != 0) causes.push_back({evidence.id});
    }
  }
  return causes;
}

std::string quote_of(const flow::Entry& entry) {
  if (const auto* said = std::get_if<flow::Utterance>(&entry.message)) return said->text;
  if (const auto* seen = std::get_if<flow::Observation>(&entry.message)) {
    return std::string(home::facts(seen->capability).name) + " " + home::to_text(seen->value);
  }
  return std::string(flow::kind_name(entry.message));
}

}  // namespace

Result<std::vector<flow::Entry>> walk_back(const memory::EntryReader& past, flow::MessageId about, size_t limit) {
  std::vector<flow::Entry> chain{TRY(past.read(about))};
  // A cause always lies before what it caused, so taking the newest first meets each entry once.
  std::set<flow::MessageId, std::greater<>> waiting;
  const auto add_causes = [&](const flow::Entry& entry) {
    for (const flow::MessageId cause : causes_of(flow::head_of(entry.message))) {
      if (cause && cause < entry.seq) waiting.insert(cause);
    }
  };
  add_causes(chain.front());
  while (!waiting.empty() && chain.size() < limit) {
    const flow::MessageId next = *waiting.begin();
    waiting.erase(waiting.begin());
    Result<flow::Entry> entry = past.read(next);
    if (!entry) continue;
    add_causes(*entry);
    chain.push_back(std::move(entry).value());
  }
  return chain;
}

std::vector<ChainLink> links_of(const std::vector<flow::Entry>& chain) {
  std::vector<ChainLink> links;
  for (const flow::Entry& entry : chain) {
    const flow::Header& head = flow::head_of(entry.message);
    links.push_back(
        {entry.seq, std::string(flow::kind_name(entry.message)), entry.origin, entry.at, head.because, head.from});
  }
  return links;
}

std::vector<flow::Evidence> evidence_of(const std::vector<flow::Entry>& chain) {
  std::vector<flow::Evidence> found;
  for (const flow::Entry& entry : chain) {
    found.push_back({flow::Evidence::Message, entry.seq.value, quote_of(entry), 1});
  }
  for (const flow::Entry& entry : chain) {
    for (const flow::Because& because : flow::head_of(entry.message).because) {
      for (const flow::Evidence& evidence : because.evidence) {
        if (evidence.kind != flow::Evidence::Message) found.push_back(evidence);
      }
    }
  }
  return found;
}

}  // namespace hearth::answer
