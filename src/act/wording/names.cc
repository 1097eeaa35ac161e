#include "act/wording/names.h"

#include <algorithm>
#include <vector>

#include "text/utf.h"

namespace hearth::act {
namespace {

bool is_language(std::string_view tag, std::string_view wanted) {
  return !wanted.empty() && tag.substr(0, tag.find('-')) == wanted.substr(0, wanted.find('-'));
}

/// A device may call itself anything, broken text included; nobody listens to a page of it.
std::string speakable(std::string name) {
  if (!text::is_valid_utf8(name)) name = text::valid_utf8(name);
  constexpr size_t kLongest = 200;  // bytes
  if (name.size() <= kLongest) return name;
  size_t end = kLongest;
  while ((static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  return name.substr(0, end) + "…";
}

std::string name_in(const std::vector<home::Name>& names, std::string_view language, std::string_view displayed) {
  const auto own =
      std::ranges::find_if(names, [&](const home::Name& name) { return is_language(name.language, language); });
  return speakable(own == names.end() ? std::string(displayed) : own->text);
}

}  // namespace

std::string name_of(const home::Home& home, home::EntityId id, std::string_view language) {
  const home::Entity* entity = home.entity(id);
  return name_in(entity == nullptr ? std::vector<home::Name>{} : entity->names, language, home.display_name(id));
}

std::string name_of(const home::Home& home, home::AreaId id, std::string_view language) {
  const home::Area* area = home.area(id);
  return name_in(area == nullptr ? std::vector<home::Name>{} : area->names, language, home.display_name(id));
}

}  // namespace hearth::act
