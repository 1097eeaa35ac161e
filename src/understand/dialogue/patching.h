// Applies a patch to what was done last. A patch that the last act does not take is none.
#pragma once

#include <functional>
#include <optional>

#include "understand/dialogue/patch.h"
#include "understand/dialogue/recent.h"
#include "understand/linking/entity_linker.h"
#include "understand/talk_words.h"

namespace hearth::understand {

/// The slot of a request for a position that says which way its verb went: 1 up, -1 down ("lower the blind to half").
/// Of a lamp that was dimmed to 30 percent "a bit more" is more light.
inline constexpr const char* kWay = "way";

/// Puts that slot into a request for a position, where the words of the sentence say one way and not the other.
void say_which_way(std::string_view sentence, const TalkWords& words, flow::Request& request);

/// One home and one room. Any thread.
class Patching {
 public:
  Patching(const home::Home& home, home::AreaId room) : home_(home), linker_(home), room_(room) {}

  /// What is wanted now: requests with their targets, or with candidates where the house has to ask. Never with
  /// explicit words: what is Secure is confirmed. Empty: the last act takes nothing of the kind.
  std::vector<flow::Request> apply(const Patch& patch, const Recent& recent) const;

  /// "Here you can turn it off": the same talk about what is like it in the speaker's room. Empty: nothing is.
  Recent here(const Recent& recent) const;

  /// "But not in the kitchen": what was switched or opened there goes back. Empty: nothing there was.
  std::vector<flow::Request> except(const Patch& patch, const Recent& recent) const;

  /// Whom a patch without a place is about: "it", "both", "the other one".
  std::vector<home::EntityId> spoken_of(const Patch& patch, const Recent& recent) const;
  /// What "the other one" is: what was spoken of with it before ("both on", "this one off", "the other one too"), else
  /// the only other thing of its kind in its room, else in the home. Several: candidates, which have to be asked about.
  Link other(const Recent& recent) const;
  /// "The other lamp in the hall": of its kind, in that place.
  Link other(const Recent& recent, const Mention& place) const;
  /// "The others": the same of several, else all other things of the kind in its room.
  std::vector<home::EntityId> others(const Recent& recent) const;
  /// "Both", "all of them": what was spoken of if that was more than one thing, else it and the one of its kind before
  /// it, else it and the others, of which "both" leaves no choice. Empty: there are none.
  std::vector<home::EntityId> both(const Recent& recent) const;
  /// "All of them", "all three": what the same was said of turn by turn where that was more than two, else `both`.
  std::vector<home::EntityId> all(const Recent& recent) const;
  /// "The hall one a bit less": the same talk about that thing alone. Empty: there is none, or it has to be asked
  /// about.
  Recent about(const Patch& patch, const Recent& recent) const;
  /// The room of all that was spoken of; none where they stand in several.
  home::AreaId there(const Recent& recent) const;

 private:
  std::vector<home::EntityId> alike(const Recent& recent, bool near) const;
  std::vector<home::EntityId> left_of_before(const Recent& recent) const;
  Link by_part(const std::string& part, const Recent& recent) const;
  Link called_so(const std::string& words, Link link) const;
  Link by_part(const Recent& recent, const std::function<bool(const std::string& name)>& says) const;
  Link targets(const Patch& patch, const flow::Request& act, const Recent& recent) const;
  std::vector<flow::Request> repeat(const Patch& patch, const Recent& recent) const;
  std::vector<flow::Request> change(const Patch& patch, const flow::Request& act, const Recent& recent) const;
  std::optional<flow::Request> value(const Patch& patch, const home::Entity& entity, const flow::Request& act) const;

  const home::Home& home_;
  const EntityLinker linker_;
  const home::AreaId room_;
};

}  // namespace hearth::understand
