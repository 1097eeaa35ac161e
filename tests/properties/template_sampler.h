// Sentences that the templates of a language allow, drawn by seed: a corpus that is there wherever the templates are.
#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "understand/grammar/language.h"
#include "understand/grammar/template.h"

namespace hearth::properties {

/// What {name}, {area} and {floor} may be, and what stands for open text.
struct SampledNames {
  struct Named {
    std::string domain, name;
  };
  std::vector<Named> entities;
  std::vector<std::string> areas, floors, anything;
};

/// The same seed draws the same sentences on every machine. One thread.
class TemplateSampler {
 public:
  TemplateSampler(const understand::Language& language, SampledNames names, uint64_t seed);

  /// One sentence: every intent is as likely as every other, then every block of it.
  std::string draw();

 private:
  size_t below(size_t count) { return count == 0 ? 0 : static_cast<size_t>(random_() % count); }
  const std::string& any(const std::vector<std::string>& list);
  void add(const std::string& text, const understand::Block& block, int depth, std::string& out);
  void add(const understand::Expression& expression, const understand::Block& block, int depth, std::string& out);
  void add_value(const understand::Expression& list, const understand::Block& block, int depth, std::string& out);
  std::string name_for(const understand::Block& block);

  const understand::Language& language_;
  const SampledNames names_;
  std::mt19937_64 random_;
  std::vector<std::vector<const understand::Block*>> by_intent_;
};

}  // namespace hearth::properties
