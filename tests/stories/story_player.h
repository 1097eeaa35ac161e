// Plays a story, line by line, and compares what the house does with what the story expects.
#pragma once

#include <map>
#include <set>
#include <string>

#include "tests/stories/story.h"
#include "tests/stories/story_house.h"

namespace hearth::stories {

/// One story in one house. Errors name the story's file and line, what was expected and what happened last.
class StoryPlayer {
 public:
  /// Both must outlive the player; `house` is not running yet.
  StoryPlayer(const Story& story, StoryHouse& house) : story_(story), house_(house) {}

  /// All lines, then: no command that no line expected.
  Status play();
  /// One line by itself, for tests that do something between the lines. begin() first.
  Status begin();
  Status play_line(const StoryLine& line);
  Status finish();

 private:
  using Reader = simulation::LineReader;
  /// What an expectation compares, and finds out whether the house has done it.
  using Found = std::function<Result<bool>()>;

  Status take(Reader& line);
  // What happens.
  Status at(Reader& line);
  Status say(Reader& line);
  Status fault(Reader& line);
  Status stop(Reader& line, bool killed);
  Status clock(Reader& line);
  Status disk(Reader& line);
  Status change(const std::string& key, Reader& line);
  Status motion(Reader& line);
  Status why(Reader& line);
  // What is expected.
  Status expect(Reader& line);
  Status expect_no(Reader& line);
  Status expect_command(Reader& line);
  Status expect_said(Reader& line, bool asked);
  Status expect_plan(const std::string& verdict);
  Status expect_outcome(Reader& line);
  Status expect_actuation(Reader& line);
  Status expect_state(Reader& line, bool of_device);
  Status expect_timer(Reader& line);
  Status expect_item(Reader& line);
  Status expect_promise(Reader& line);

  /// Lets time pass until `found` or the patience is over. `what`: for the error.
  Status until(const Found& found, const std::string& what, Reader& line);
  Result<Duration> within(Reader& line, Duration otherwise);
  Result<home::EntityId> entity(const std::string& key);
  bool is_question(const connect::SimulatorDoor::Spoken& spoken);
  /// The first thing said since the last line that did something and not yet expected; for errors too.
  std::string last_entries();
  /// What the lines before did not expect does not count for those that follow.
  void begin_stimulus();

  const Story& story_;
  StoryHouse& house_;
  std::string person_, room_;                  ///< who spoke last, and where
  std::map<std::string, size_t> spoken_from_;  ///< by door: what was said before the last stimulus
  std::map<std::string, std::set<size_t>> expected_commands_;
  std::set<uint64_t> expected_entries_;
  size_t unexpected_from_ = 0;
  bool any_commands_ = false;
};

}  // namespace hearth::stories
