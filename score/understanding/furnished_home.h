// A suite file's little home made whole: rooms, things with fitting traits and states, and someone who speaks in it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "home/home.h"
#include "score/understanding/ha_suite.h"

namespace hearth::score {

/// The door through which the furnished home is seen and spoken to.
inline constexpr std::string_view kSuiteDoor = "suite";
/// Identifier of the device that hears the sentences.
inline constexpr std::string_view kSpeaker = "satellite";

/// Whom a test is about, by what it expects. Empty: not told.
struct Subject {
  std::vector<std::string> kinds;  ///< "light", …
  std::string device_class, name, area, floor;
  bool everywhere = false;  ///< the whole home, not the speaker's room
};
Subject subject_of(const SuiteFile& file, const SuiteTest& test);

struct FurnishedHome {
  struct Report {
    uint32_t entity = 0;  ///< its id
    home::Capability capability = home::Capability::None;
    home::Value value;
  };
  home::Listing listing;
  home::Home home;  ///< what `listing` becomes in an empty house
  std::vector<Report> reports;
  home::AreaId room;  ///< the speaker's
};

/// The suite takes much for granted, which is made so here, by these rules and no others:
/// - The speaker is the home's owner, so that rights do not stand in the way of meaning.
/// - The speaker stands in the area marked so, else in a room that no sentence names.
/// - A thing for which the file gives no area stands where the test is about: its area, a room of its floor, else the
///   speaker's room.
/// - Where a command is about kinds of things ("the lights in the kitchen"), every room that has none gets one whose
///   name nobody says; so do a spare room on a spare floor, where nothing may happen. Questions add nothing.
/// - A state that the file does not give: lights and the like are off, covers half open, players play at half volume.
/// - A binary sensor without a class is of occupancy when it is called a sensor, else of an opening.
/// - Numbers are in canonical units whatever the file says; thermostats have no bounds.
FurnishedHome furnish(const SuiteFile& file, const SuiteTest& test);

/// A test and the file that it stands in; both live longer than the call that takes them.
struct ToldCase {
  const SuiteFile* file = nullptr;
  const SuiteTest* test = nullptr;
};
/// One home in which all of the cases can be said: the rules above for each in turn. The speaker's room is the first
/// file's that marks one; of things of one name the first stays.
FurnishedHome furnish(std::span<const ToldCase> cases);

/// All things that the subject means in this home, by id.
std::vector<home::EntityId> meant(const Subject& subject, const FurnishedHome& furnished);

/// A slot's words: the text, or the first of several; a number as written. Empty when the test has no such slot.
std::string slot_text(const SuiteTest& test, const char* name);
/// A slot's number; nothing when there is none.
std::optional<double> slot_number(const SuiteTest& test, const char* name);

}  // namespace hearth::score
