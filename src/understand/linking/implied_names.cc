#include "understand/linking/implied_names.h"

#include <algorithm>
#include <optional>

#include "home/thing_words.h"
#include "text/normalise.h"

namespace hearth::understand {
namespace {

using Texts = std::vector<std::string>;

constexpr size_t kShortest = 3;     // bytes: "tv" is a name, but not one to be guessed
constexpr size_t kShortestEnd = 4;  // of a word that was joined to its room
constexpr size_t kMostForms = 40;

bool has(const Texts& texts, std::string_view text) {
  return std::ranges::any_of(texts, [&](const std::string& one) { return one == text; });
}

/// "Left *|* on the left": the parts.
Texts alternatives(std::string_view line) {
  Texts parts;
  while (true) {
    const size_t end = std::min(line.find('|'), line.size());
    parts.emplace_back(line.substr(0, end));
    if (end == line.size()) return parts;
    line.remove_prefix(end + 1);
  }
}

/// What the star stands for where `name` has that form.
std::optional<std::string> rest_of(std::string_view name, std::string_view form) {
  const size_t star = form.find('*');
  if (star == std::string_view::npos) return name == form ? std::optional<std::string>("") : std::nullopt;
  const std::string_view before = form.substr(0, star), after = form.substr(star + 1);
  if (name.size() <= before.size() + after.size()) return std::nullopt;
  if (!name.starts_with(before) || !name.ends_with(after)) return std::nullopt;
  return std::string(name.substr(before.size(), name.size() - before.size() - after.size()));
}

std::string in_form(std::string form, std::string_view rest) {
  const size_t star = form.find('*');
  return star == std::string::npos ? form : form.replace(star, 1, rest);
}

/// Without its room: "kitchen radio", "radio in the kitchen", "Küchenradio"; and with it in front: "Lautsprecher Küche"
/// is the "Küchenlautsprecher".
void add_without_room(const std::string& name, const std::string& room, const NameWords& words, Texts& found) {
  if (room.empty() || name.size() <= room.size()) return;
  if (name.starts_with(room + " ")) found.push_back(name.substr(room.size() + 1));
  std::string longest;  // "radio in the kitchen" without "in the kitchen", not without "kitchen"
  for (const std::string& of : words.of) {
    std::string end = " " + of;
    if (!end.ends_with('\'')) end += ' ';
    end += room;
    if (end.size() > longest.size() && name.size() > end.size() && name.ends_with(end)) longest = std::move(end);
  }
  if (!longest.empty()) {
    found.push_back(name.substr(0, name.size() - longest.size()));
  } else if (name.ends_with(" " + room)) {
    const std::string rest = name.substr(0, name.size() - room.size() - 1);
    found.push_back(rest);
    if (words.joints.empty()) found.push_back(room + " " + rest);
    for (const std::string& joint : words.joints) {
      if (rest.find(' ') == std::string::npos) found.push_back(room + joint + rest);
    }
  }
  if (words.joints.empty() || !name.starts_with(room)) return;
  const auto add = [&](const std::string& rest) {
    if (rest.size() >= kShortestEnd && rest.front() != ' ' && rest.front() != '-') found.push_back(rest);
  };
  const std::string rest = name.substr(room.size());
  for (const std::string& joint : words.joints) {
    if (rest.starts_with(joint)) add(rest.substr(joint.size()));
  }
}

/// "Lights", or "kitchen lights": all of them are meant.
bool means_kind(const std::string& name, const home::Area* room, const NameWords& words) {
  if (has(words.kinds, name)) return true;
  if (room == nullptr) return false;
  Texts parts;
  for (const home::Name& area : room->names) add_without_room(name, text::normalise(area.text), words, parts);
  return std::ranges::any_of(parts, [&](const std::string& part) { return has(words.kinds, part); });
}

/// A way into the house, and what is no thing at all, goes by its own name.
bool goes_without_room(const home::Entity& entity, const Texts& own) {
  static constexpr std::string_view kKinds[] = {"light",      "switch", "fan",           "media_player",
                                                "climate",    "vacuum", "input_boolean", "humidifier",
                                                "lawn_mower", "valve",  "water_heater"};
  if (entity.kind == "cover") {
    return std::ranges::all_of(own, [](const std::string& name) { return home::cover_by_name(name).harmless; });
  }
  return std::ranges::find(kKinds, entity.kind) != std::end(kKinds);
}

}  // namespace

std::vector<std::string> with_forms(std::vector<std::string> all, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const Texts forms = alternatives(line);
    const size_t known = all.size();  // what a line gives is not turned by the same line again
    for (size_t i = 0; i < known && all.size() < kMostForms; ++i) {
      for (const std::string& form : forms) {
        const std::optional<std::string> rest = rest_of(all[i], form);
        if (!rest) continue;
        for (const std::string& other : forms) {
          std::string turned = in_form(other, *rest);
          if (!has(all, turned)) all.push_back(std::move(turned));
        }
        break;
      }
    }
  }
  return all;
}

std::vector<std::string> implied_names(const std::vector<std::string>& own, const home::Entity& entity,
                                       const home::Home& home, const NameWords& words) {
  Texts called, found;
  for (const std::string& name : own) called.push_back(text::normalise(name));
  const home::Area* room = home.area(home.area_of(entity));
  if (room != nullptr && goes_without_room(entity, called)) {
    for (const std::string& name : called) {
      for (const home::Name& area : room->names) add_without_room(name, text::normalise(area.text), words, found);
    }
  }
  Texts all = called;
  all.insert(all.end(), found.begin(), found.end());
  all = with_forms(std::move(all), words.forms);
  Texts implied;
  for (std::string& name : all) {
    const bool known = has(called, name) || has(implied, name);
    if (name.size() < kShortest || known || means_kind(name, room, words)) continue;
    implied.push_back(std::move(name));
  }
  return implied;
}

}  // namespace hearth::understand
