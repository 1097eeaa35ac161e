#include "engine/time_words.h"

#include <map>
#include <memory>

#include "understand/time/time_reader.h"

namespace hearth::engine {
namespace {

using Readers = std::map<std::string, understand::TimeReader, std::less<>>;

const understand::TimeReader* reader_of(const Readers& readers, std::string_view language) {
  for (const std::string_view tag : {language, language.substr(0, language.find('-'))}) {
    const auto found = readers.find(tag);
    if (found != readers.end()) return &found->second;
  }
  return nullptr;
}

}  // namespace

understand::TimeWords load_time_words(const std::filesystem::path& sentences, std::vector<Error>& problems) {
  auto readers = std::make_shared<Readers>();
  std::error_code none;
  for (const auto& folder : std::filesystem::directory_iterator(sentences, none)) {
    const std::string language = folder.path().filename().string();
    const std::filesystem::path rules = folder.path() / "times.rules";
    Result<understand::TimeReader> reader = understand::TimeReader::open(rules.string(), language);
    if (reader) {
      readers->emplace(language, std::move(reader).value());
    } else if (reader.error().kind != Error::NotFound) {
      problems.push_back(std::move(reader).error());
    }
  }
  understand::TimeWords words;
  words.find = [readers = std::shared_ptr<const Readers>(readers)](std::string_view text, std::string_view language,
                                                                   Time now, const calendar::Zone& zone) {
    std::vector<understand::SpokenTime> found;
    const understand::TimeReader* reader = reader_of(*readers, language);
    if (reader == nullptr) return found;
    for (understand::TimeReader::Found& one : reader->find(text, now, zone)) {
      found.push_back({one.first, one.last, std::move(one.when)});
    }
    if (!found.empty()) return found;
    if (auto whole = reader->read(text, now, zone)) found.push_back({0, text.size(), std::move(*whole)});  // "seven"
    return found;
  };
  words.gather = [readers = std::shared_ptr<const Readers>(readers)](std::string_view text, std::string_view language,
                                                                     Time now, const calendar::Zone& zone) {
    std::optional<understand::ScatteredTime> scattered;
    const understand::TimeReader* reader = reader_of(*readers, language);
    if (reader == nullptr) return scattered;
    if (auto gathered = reader->gather(text, now, zone)) {
      scattered = understand::ScatteredTime{std::move(gathered->spans), std::move(gathered->when)};
    }
    return scattered;
  };
  return words;
}

}  // namespace hearth::engine
