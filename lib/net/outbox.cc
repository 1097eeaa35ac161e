#include "net/outbox.h"

#include <utility>

namespace hearth::net {

bool Outbox::push(std::string text, const std::string& key) {
  const auto older = key.empty() ? by_key_.end() : by_key_.find(key);
  const bool replaces = older != by_key_.end();
  const size_t freed = replaces ? slots_[older->second - first_].text.size() : 0;
  if (waiting_ - (replaces ? 1 : 0) >= most_messages_ || bytes_ - freed + text.size() > most_bytes_) return false;
  if (replaces) {
    Slot& slot = slots_[older->second - first_];
    slot = {.text = {}, .key = {}, .gone = true};
    by_key_.erase(older);
    --waiting_;
    bytes_ -= freed;
    drop_gone();
  }
  if (!key.empty()) by_key_.emplace(key, first_ + slots_.size());
  bytes_ += text.size();
  ++waiting_;
  slots_.push_back({std::move(text), key});
  return true;
}

std::optional<std::string> Outbox::pop() {
  if (waiting_ == 0) return std::nullopt;
  drop_gone();
  Slot slot = std::move(slots_.front());
  slots_.pop_front();
  ++first_;
  --waiting_;
  bytes_ -= slot.text.size();
  if (!slot.key.empty()) by_key_.erase(slot.key);
  return std::move(slot.text);
}

void Outbox::clear() {
  first_ += slots_.size();
  slots_.clear();
  by_key_.clear();
  waiting_ = bytes_ = 0;
}

/// Those at the front, and all of them where they have become more than what waits: a flood of one key costs no more.
void Outbox::drop_gone() {
  while (!slots_.empty() && slots_.front().gone) {
    slots_.pop_front();
    ++first_;
  }
  if (slots_.size() < 64 || slots_.size() < 2 * waiting_) return;
  std::deque<Slot> kept;
  for (Slot& slot : slots_) {
    if (!slot.gone) kept.push_back(std::move(slot));
  }
  slots_ = std::move(kept);
  by_key_.clear();
  for (size_t i = 0; i < slots_.size(); ++i) {
    if (!slots_[i].key.empty()) by_key_.emplace(slots_[i].key, first_ + i);
  }
}

}  // namespace hearth::net
