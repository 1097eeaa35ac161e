// Tells what an upgrade of program or templates would lose, before it goes live. Beside the journal lies a file with
// the fingerprint of what understood the household last, and of the differences that somebody let go; no words.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/guarded.h"
#include "engine/models.h"
#include "engine/phrase_check.h"

namespace hearth::engine {

/// Of this very program (its file), and of every file that the sentences of these languages come from.
std::string print_of_understanding(const ModelFiles& files, const std::vector<std::string>& languages);

/// What the file holds.
struct PhraseRecord {
  std::string print;  ///< of what was live; empty: nobody knows
  std::set<std::string> let_go;
};
/// `<journal>.phrases`.
std::filesystem::path phrase_record_of(const std::filesystem::path& journal);
/// An empty one where there is none, or it cannot be read.
PhraseRecord read_phrase_record(const std::filesystem::path& file);
/// Replaces it as a whole. Errors: Unavailable naming the file.
Status write_phrase_record(const std::filesystem::path& file, const PhraseRecord& record);

/// Reads every phrase of the journal up to `last` again. `zone`: of the home's civil time; `home`: null for the one
/// that the journal leads to. Makes the languages ready that were spoken. Errors: of the journal.
Result<PhraseReport> read_phrases_again(const memory::EntryReader& journal, flow::MessageId last, Models& models,
                                        std::string_view zone, std::shared_ptr<const home::Home> home,
                                        const std::set<std::string>& let_go);

/// Thread-safe, but for `begin`. `journal` and `models` must outlive it.
class PhraseWatch {
 public:
  /// `print`: of what is about to go live; `zone`: of the home's civil time.
  PhraseWatch(const memory::EntryReader& journal, Models& models, std::string zone, std::filesystem::path record,
              std::string print);

  /// Before the doors open: where something else understood the household last, and it has spoken, reads its phrases
  /// again and logs what is lost or changed. With nothing of that the record becomes this program's, else it stays as
  /// it was, so that every start tells again until somebody lets it go. `last`: the newest entry.
  void begin(flow::MessageId last, const std::shared_ptr<const home::Home>& home);

  /// Reads them again now. Errors: of the journal.
  Result<PhraseReport> check(flow::MessageId last, const std::shared_ptr<const home::Home>& home);
  /// The same, and what differs is let go: it is not told of again. Errors: of the journal and of the record's file.
  Result<PhraseReport> let_go(flow::MessageId last, const std::shared_ptr<const home::Home>& home);

  /// A line for health; empty when there is nothing to tell of.
  std::string problem() const;

 private:
  Result<PhraseReport> read_again(flow::MessageId last, const std::shared_ptr<const home::Home>& home);
  /// After a check: everything may be as it was.
  void settle(const PhraseReport& report);

  const memory::EntryReader& journal_;
  Models& models_;
  const std::string zone_;
  const std::filesystem::path file_;
  const std::string print_;
  Guarded<PhraseRecord> record_;
  Guarded<std::string> problem_;
};

}  // namespace hearth::engine
