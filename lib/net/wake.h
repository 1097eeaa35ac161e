// Ends another thread's poll(2).
#pragma once

namespace hearth::net {

/// An eventfd(2). `ring` is thread-safe and may be called any number of times before `clear`.
class Wake {
 public:
  Wake();
  ~Wake();
  Wake(const Wake&) = delete;
  Wake& operator=(const Wake&) = delete;

  int descriptor() const { return descriptor_; }
  void ring() const;
  void clear() const;

 private:
  int descriptor_;
};

}  // namespace hearth::net
