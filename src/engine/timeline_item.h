// Puts the item of one trace together, entry by entry. Internal to the timeline.
#pragma once

#include <map>

#include "engine/timeline.h"

namespace hearth::engine {

class TimelineItem {
 public:
  explicit TimelineItem(const Telling& telling) : telling_(telling) {}

  /// Entries of one trace, in order.
  void take(const flow::Entry& entry);
  Json finish();

 private:
  void hear(const flow::Address& heard, std::optional<flow::PersonId> speaker, std::string text);
  void take_input(const flow::Entry& entry);
  void take(const flow::Entry& entry, const flow::Meaning& meaning);
  void take(const flow::Plan& plan);
  void take(const flow::Entry& entry, const flow::Outcome& outcome);
  void take(const flow::Entry& entry, const flow::Command& command);
  void take(const flow::Entry& entry, const flow::Actuation& changed);
  void note(const flow::Entry& entry, const flow::Phrase& what);
  std::string sentence_of(const flow::Outcome& outcome) const;
  std::string promise_sentence() const;

  const Telling& telling_;
  Json item_ = Json::object();
  Json said_ = Json::array(), did_ = Json::array();
  std::optional<flow::Plan> plan_;
  std::map<uint16_t, size_t> deeds_;  ///< by step of the plan, places in did_
  uint64_t seq_ = 0;
  std::string kind_;
};

}  // namespace hearth::engine
