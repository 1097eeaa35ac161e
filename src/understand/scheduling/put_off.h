// Commands inside other sentences: "in five minutes turn on …", "when the washer is done, turn off …".
#pragma once

#include "home/home.h"
#include "understand/intents/request_reader.h"

namespace hearth::understand {

/// True where a time that was said beside such a request says when it is meant.
bool takes_time(flow::Intent intent);
/// True where open text is the message itself, times in it included: lists, announcements.
bool keeps_its_words(flow::Intent intent);

/// "Stop it for a second", "deux secondes": nobody who says so wants it to begin again after so long; it is not said of
/// what begins.
bool only_briefly(const flow::When& when, flow::Intent intent);

/// What a sentence puts off: "conversation_command", in the words of Home Assistant's templates; null for any other.
const flow::Slot* inner_command(const flow::Request& request);

/// Says of `command` when it is meant, by the sentence around it: a timer's length, or an event. False where neither
/// was said.
bool put_off(const Wanted& around, flow::Request& command);

/// The slot "event" of a sentence is about the thing that it names: "event_name", with what carries that name and can
/// be spoken of. Nothing where the sentence names no event.
void name_event(const home::Home& home, Wanted& wanted);

}  // namespace hearth::understand
