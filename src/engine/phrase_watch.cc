#include "engine/phrase_watch.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "base/fingerprint.h"
#include "base/log.h"
#include "engine/version.h"
#include "text/number_words.h"
#include "understand/grammar/yaml_document.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLogged = 20;  // differences, one by one
constexpr size_t kMostRecord = 4u << 20;

/// Size and time of the running program's file: another build has others.
std::string print_of_program() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  const auto size = failed ? 0 : fs::file_size(program, failed);
  const auto made = failed ? fs::file_time_type() : fs::last_write_time(program, failed);
  return fmt::format("{} {} {}", kVersion, size, made.time_since_epoch().count());
}

void add_file(Fingerprint& print, const fs::path& file, const std::string& name) {
  const Result<std::string> text = read_file(file.string());
  print.add(name).add(text ? *text : std::string());
}

/// Everything below the folder, by name.
void add_folder(Fingerprint& print, const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    std::error_code gone;
    if (entry->is_regular_file(gone)) files.push_back(entry->path());
  }
  std::ranges::sort(files);
  print.add(std::to_string(files.size()));
  for (const fs::path& file : files) add_file(print, file, file.lexically_relative(folder).string());
}

std::string line_of(const PhraseDifference& one) {
  const std::string where = one.room.empty() ? "" : ", in " + one.room;
  return fmt::format("\"{}\" (said {} time(s){}, last {}) was {}, is {}{}", one.text, one.count, where,
                     to_iso8601(one.last), one.before, one.lost ? "not understood any more" : one.now,
                     one.by_home ? ", because the home has changed" : "");
}

std::string problem_of(const PhraseReport& report) {
  if (report.by_program() == 0) return {};
  const PhraseDifference& first = report.differences.front();
  return fmt::format(
      "since program or sentences changed, {} sentence(s) that were understood would come to something else, first "
      "\"{}\"; hearth check --phrases lists them, --let-go accepts it",
      report.by_program(), first.text);
}

}  // namespace

std::string print_of_understanding(const ModelFiles& files, const std::vector<std::string>& languages) {
  Fingerprint print;
  print.add(print_of_program()).add(text::number_words_version());
  for (const std::string& language : languages) {
    print.add(language);
    add_file(print, files.intents / (language + ".json"), language);
    add_folder(print, files.sentences / language);
    if (!files.household.empty()) add_folder(print, files.household / language);
  }
  return print.hex();
}

fs::path phrase_record_of(const fs::path& journal) { return journal.string() + ".phrases"; }

PhraseRecord read_phrase_record(const fs::path& file) {
  PhraseRecord record;
  std::error_code none;
  if (!fs::exists(file, none)) return record;
  const Result<std::string> text = read_file(file.string());
  const Result<Json> json = text ? parse_json(*text, file.string(), kMostRecord) : Result<Json>(text.error());
  const bool whole = json && json->is_object() && json->contains("understood_by") && json->contains("let_go") &&
                     json->at("understood_by").is_string() && json->at("let_go").is_array();
  if (!whole) {
    LOG_WARN("{} cannot be read: phrases are checked again, and what was let go is told of again", file.string());
    return record;
  }
  record.print = json->at("understood_by").get<std::string>();
  for (const Json& mark : json->at("let_go")) {
    if (mark.is_string()) record.let_go.insert(mark.get<std::string>());
  }
  return record;
}

Status write_phrase_record(const fs::path& file, const PhraseRecord& record) {
  const Status noted = replace_file(file, dump({{"understood_by", record.print}, {"let_go", record.let_go}}) + "\n");
  if (noted) return ok();
  return unavailable("which program understood the household could not be noted: " + noted.error().message,
                     file.string());
}

Result<PhraseReport> read_phrases_again(const memory::EntryReader& journal, flow::MessageId last, Models& models,
                                        std::string_view zone, std::shared_ptr<const home::Home> home,
                                        const std::set<std::string>& let_go) {
  memory::Phrases phrases;
  TRY(memory::gather_phrases(journal, last, phrases));
  std::set<std::string> languages;
  for (const memory::KeptPhrase& phrase : phrases.all()) languages.insert(phrase.said.language);
  models.languages.make_ready({languages.begin(), languages.end()});
  const Parts parts = make_parts(models, zone);
  PhraseReading reading{models.sentences, parts.times};
  reading.times.zone = parts.decide.zone;
  return check_phrases(phrases, reading, home == nullptr ? phrases.home() : home, let_go);
}

PhraseWatch::PhraseWatch(const memory::EntryReader& journal, Models& models, std::string zone, fs::path record,
                         std::string print)
    : journal_(journal),
      models_(models),
      zone_(std::move(zone)),
      file_(std::move(record)),
      print_(std::move(print)),
      record_(read_phrase_record(file_)) {}

void PhraseWatch::begin(flow::MessageId last, const std::shared_ptr<const home::Home>& home) {
  if (record_.with([&](const PhraseRecord& record) { return record.print == print_; })) return;
  const Result<PhraseReport> report = read_again(last, home);
  if (!report) {
    LOG_ERROR("what was said could not be read again: {}", to_string(report.error()));
    return;
  }
  for (size_t i = 0; i < std::min(report->differences.size(), kLogged); ++i) {
    LOG_WARN("{}", line_of(report->differences[i]));
  }
  if (report->checked > 0) {
    LOG_INFO("program or sentences have changed: {} sentence(s) of the past read again, {} come to something else",
             report->checked, report->differences.size());
  }
  settle(*report);
}

Result<PhraseReport> PhraseWatch::check(flow::MessageId last, const std::shared_ptr<const home::Home>& home) {
  PhraseReport report = TRY(read_again(last, home));
  settle(report);
  return report;
}

Result<PhraseReport> PhraseWatch::let_go(flow::MessageId last, const std::shared_ptr<const home::Home>& home) {
  PhraseReport report = TRY(read_again(last, home));
  PhraseRecord record = record_.with([](const PhraseRecord& now) { return now; });
  record.print = print_;
  for (const PhraseDifference& one : report.differences) record.let_go.insert(one.mark);
  TRY(write_phrase_record(file_, record));
  report.let_go += report.differences.size();
  report.differences.clear();
  record_.with([&](PhraseRecord& now) { now = std::move(record); });
  problem_.with([](std::string& line) { line.clear(); });
  return report;
}

std::string PhraseWatch::problem() const {
  return problem_.with([](const std::string& line) { return line; });
}

Result<PhraseReport> PhraseWatch::read_again(flow::MessageId last, const std::shared_ptr<const home::Home>& home) {
  const std::set<std::string> let_go = record_.with([](const PhraseRecord& record) { return record.let_go; });
  return read_phrases_again(journal_, last, models_, zone_, home, let_go);
}

void PhraseWatch::settle(const PhraseReport& report) {
  problem_.with([&](std::string& line) { line = problem_of(report); });
  if (report.by_program() > 0) return;
  PhraseRecord record = record_.with([](const PhraseRecord& now) { return now; });
  if (record.print == print_) return;
  record.print = print_;
  if (const Status written = write_phrase_record(file_, record); !written) {
    LOG_WARN("{}", to_string(written.error()));
    return;
  }
  record_.with([&](PhraseRecord& now) { now = std::move(record); });
}

}  // namespace hearth::engine
