// What must hold of the journal of every story, whatever it is about.
#pragma once

#include "engine/house.h"

namespace hearth::stories {

/// How much was looked at, so that a test can tell that it was not nothing.
struct Checked {
  uint64_t entries = 0, replayed = 0, meanings = 0, proposals = 0, reasons = 0, sets = 0, phrases = 0;
};

/// The journal is lived again and every emission must be the same, byte by byte; what a gap leaves in the dark is not
/// counted. Errors: Internal, with both.
Result<uint64_t> check_replay(const memory::EntryReader& journal, const engine::Parts& parts);
/// Exactly one Plan for each final Meaning and Proposal (a Defer may be followed by another), and one Meaning for each
/// final Utterance whose lane request came back.
Status check_plans(const memory::EntryReader& journal, Checked& checked);
/// No Set is sent twice without a start of the house between.
Status check_sets(const memory::EntryReader& journal, Checked& checked);
/// Every Outcome of a deed, every Decline and AskBack can say why: a sentence that can be worded, and evidence.
Status check_reasons(const memory::EntryReader& journal, const home::Home& home, const act::Worder& worder,
                     Checked& checked);

/// Every sentence that was understood is understood as it was when it is read again in its company, unless the home has
/// changed since.
Status check_kept_phrases(const memory::EntryReader& journal, const engine::Parts& parts, Checked& checked);

/// Whether what was understood came from the sentences, or from a step that a test has spoiled.
enum class Understood : uint8_t { Truly, Spoiled };

/// All of them; kept phrases only where they were truly understood.
Result<Checked> check_journal(const memory::EntryReader& journal, const engine::Parts& parts, const home::Home& home,
                              Understood understood = Understood::Truly);

}  // namespace hearth::stories
