#include "engine/languages.h"

#include <fmt/format.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>

#include "base/log.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::microseconds kPatience = std::chrono::seconds(1);
constexpr std::chrono::microseconds kLongPatience = std::chrono::minutes(1);
constexpr size_t kLongestTag = 16;

/// "en", "pt-BR": what may become part of a path.
bool is_tag(std::string_view language) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !language.empty() && language.size() <= kLongestTag && std::ranges::all_of(language, fits);
}

/// Compiling takes some hundred megabytes for a moment.
void give_memory_back() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace

void Languages::start(const std::vector<std::string>& household, Demand demand) {
  demand_ = demand;
  into_.set_household(household);
  if (demand == Demand::Background) thread_ = std::make_unique<LookupThread>("languages", 128);
  if (demand != Demand::Ignored) into_.on_absent([this](std::string_view language) { want(language); });
  for (const std::string& language : household) {
    if (!begin(language)) continue;
    const bool later = thread_ != nullptr && &language != &household.front();
    if (!later || !thread_->post([this, language] { load(language, true); })) load(language, true);
  }
}

bool Languages::begin(const std::string& language) {
  bool fresh = false;
  known_.change([&](All& all) { fresh = all.emplace(language, Known{}).second; });
  return fresh;
}

void Languages::want(std::string_view language) {
  if (!is_tag(language)) return;
  const std::string tag(language);
  std::error_code none;
  if (fs::exists(files_.intents / (tag + ".json"), none) && begin(tag)) {
    if (!thread_) {
      load(tag, false);
    } else if (!thread_->post([this, tag] { load(tag, false); })) {
      known_.change([&](All& all) { all.erase(tag); });  // the next sentence asks again
    }
  }
  if (!thread_) return;
  known_.wait_for(kPatience, [&](const All& all) {
    const auto found = all.find(tag);
    return found == all.end() || found->second.state != State::Loading;
  });
}

void Languages::make_ready(const std::vector<std::string>& languages) {
  if (demand_ != Demand::Ignored) {
    for (const std::string& language : languages) want(language);
  }
  known_.wait_for(kLongPatience, [](const All& all) {
    return std::ranges::none_of(all, [](const auto& one) { return one.second.state == State::Loading; });
  });
}

void Languages::load(const std::string& language, bool asked_for) {
  const std::string stamp = stamp_of(language);
  const fs::path household = files_.household.empty() ? fs::path() : files_.household / language;
  Result<understand::LoadedSentences> loaded =
      understand::load_sentences({.language = language,
                                  .intents = (files_.intents / (language + ".json")).string(),
                                  .own = (files_.sentences / language).string(),
                                  .household = household.string()},
                                 understand::SentenceCache(files_.cache));
  Known known{loaded ? State::Ready : State::Absent, stamp, {}};
  if (loaded) {
    for (const Error& problem : loaded->problems) known.problems.push_back(to_string(problem));
    if (ready_) ready_(language);
    into_.emplace(language, std::move(loaded->sentences));
    LOG_DEBUG("sentences of '{}' are ready{}", language, loaded->from_cache ? ", from the cache" : "");
  } else if (asked_for) {
    known.problems.push_back(
        fmt::format("no sentences for '{}', so nothing said in it is understood: {}; tools/setup fetches them",
                    language, to_string(loaded.error())));
  }
  for (const std::string& problem : known.problems) LOG_WARN("{}", problem);
  known_.change([&](All& all) { all[language] = std::move(known); });
  give_memory_back();
}

std::string Languages::stamp_of(const std::string& language) const {
  if (files_.household.empty()) return {};
  std::vector<std::string> lines;
  std::error_code failed;
  for (fs::directory_iterator entry(files_.household / language, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    std::error_code gone;
    const auto changed = entry->last_write_time(gone).time_since_epoch().count();
    const uintmax_t size = entry->file_size(gone);
    lines.push_back(fmt::format("{} {} {}", entry->path().string(), changed, size));
  }
  std::ranges::sort(lines);
  return fmt::format("{}", fmt::join(lines, "\n"));
}

void Languages::look_again() {
  std::vector<std::pair<std::string, std::string>> loaded;
  known_.change([&](All& all) {
    for (const auto& [language, known] : all) {
      if (known.state == State::Ready) loaded.emplace_back(language, known.stamp);
    }
  });
  for (const auto& [language, stamp] : loaded) {
    if (stamp_of(language) == stamp) continue;
    const auto again = [this, tag = language] { load(tag, true); };
    if (!thread_) {
      again();
    } else {
      static_cast<void>(thread_->post(again));  // with no room there the next look finds it
    }
  }
}

std::vector<std::string> Languages::problems() const {
  std::vector<std::string> all;
  known_.wait_for(std::chrono::microseconds(0), [&](const All& known) {
    for (const auto& [language, one] : known) all.insert(all.end(), one.problems.begin(), one.problems.end());
    return true;
  });
  return all;
}

}  // namespace hearth::engine
