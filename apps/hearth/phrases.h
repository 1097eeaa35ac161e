// check --phrases: whether what the household said is still understood as it was.
#pragma once

#include <string>

#include "apps/hearth/session.h"

namespace hearth::apps {

struct PhrasesWanted {
  bool phrases = false;
  bool let_go = false;
  std::string config;  ///< no daemon: the journal of this hearth.toml; empty: the daemon's
};

/// Prints what would come to something else. Exit codes: Fine, Differs when that is owed to program or sentences, and
/// those of `fail`.
int check_phrases(const Session& session, const PhrasesWanted& wanted);

}  // namespace hearth::apps
