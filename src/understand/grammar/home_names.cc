#include "understand/grammar/home_names.h"

#include <algorithm>
#include <map>

#include "text/utf.h"
#include "understand/grammar/spoken_text.h"

namespace hearth::understand {
namespace {

uint64_t domain_bit(const std::string& domain, const std::vector<std::string>& domains) {
  const auto found = std::find(domains.begin(), domains.end(), domain);
  const size_t bit = found == domains.end() ? kMaxDomains : static_cast<size_t>(found - domains.begin());
  return 1ULL << bit;
}

/// Without the spaces between characters of scripts that write none.
std::u32string without_cjk_gaps(const std::u32string& form) {
  std::u32string out;
  for (size_t i = 0; i < form.size(); ++i) {
    const bool inside = i > 0 && i + 1 < form.size();
    if (form[i] == U' ' && inside && text::is_cjk(form[i - 1]) && text::is_cjk(form[i + 1])) continue;
    out.push_back(form[i]);
  }
  return out;
}

/// Collects the groups of one list.
class Grouping {
 public:
  Grouping(std::vector<HomeTries::Group>& groups, bool gaps) : groups_(groups), gaps_(gaps) {}

  void add(const std::string& name, uint32_t id, uint64_t domain) {
    std::u32string form = read_name(name);
    if (form.empty()) return;
    for (char32_t& c : form) c = is_gap(c) ? U' ' : c;
    if (!gaps_) form = without_cjk_gaps(form);
    const auto [place, fresh] = by_form_.emplace(std::move(form), static_cast<uint32_t>(groups_.size()));
    if (fresh) groups_.push_back({name, {}, {}, 0});
    HomeTries::Group& group = groups_[place->second];
    if (std::find(group.ids.begin(), group.ids.end(), id) != group.ids.end()) return;
    group.ids.push_back(id);
    group.domains.push_back(domain);
    group.any_domain |= domain;
  }

  Trie trie() const {
    std::vector<Trie::Entry> entries;
    entries.reserve(by_form_.size());
    for (const auto& [form, group] : by_form_) entries.push_back({form, group});
    return Trie(std::move(entries));
  }

 private:
  std::vector<HomeTries::Group>& groups_;
  const bool gaps_;
  std::map<std::u32string, uint32_t> by_form_;
};

Trie places(const std::vector<HomeNames::Place>& from, std::vector<HomeTries::Group>& groups, bool gaps) {
  Grouping grouping(groups, gaps);
  for (const HomeNames::Place& place : from) {
    for (const std::string& name : place.names) grouping.add(name, place.id, kAnyDomain);
  }
  return grouping.trie();
}

}  // namespace

HomeTries::HomeTries(const HomeNames& home, const std::vector<std::string>& domains, bool gaps) {
  Grouping names(groups, gaps);
  for (const HomeNames::Entity& entity : home.entities) {
    const uint64_t domain = domain_bit(entity.domain, domains);
    for (const std::string& text : entity.names) names.add(text, entity.id, domain);
  }
  name = names.trie();
  area = places(home.areas, groups, gaps);
  floor = places(home.floors, groups, gaps);
}

}  // namespace hearth::understand
