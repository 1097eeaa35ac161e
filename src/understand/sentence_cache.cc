#include <fmt/format.h>

#include "base/file.h"
#include "base/fingerprint.h"
#include "base/wire_lists.h"
#include "understand/grammar/intent_source.h"
#include "understand/grammar/stored_grammar.h"
#include "understand/sentence_files.h"

namespace hearth::understand {
namespace {

namespace fs = std::filesystem;

/// A line each: what this is, the key, the fingerprint of the bytes that follow.
constexpr std::string_view kTitle = "hearth: compiled sentences";

std::string head_of(const std::string& key, std::string_view body) {
  return fmt::format("{}\n{}\n{}\n", kTitle, key, Fingerprint().add(body).hex());
}

fs::path file_of(const fs::path& folder, const std::string& language) { return folder / (language + ".grammar"); }

std::vector<std::vector<std::string>*> lists_of(TalkWords& words) {
  auto& [between, opener, fillers, before, after, asides, articles, it, both, other, others, there, up, down, items,
         one, upward, downward, remarks, no_remark, after_no_remark, names] = words;
  auto& [kinds, of, joints, forms, rooms, here, everywhere] = names;  // every list there is
  return {&between,         &opener, &fillers, &before, &after, &asides, &articles, &it,        &both,    &other,
          &others,          &there,  &up,      &down,   &items, &one,    &upward,   &downward,  &remarks, &no_remark,
          &after_no_remark, &kinds,  &of,      &joints, &forms, &rooms,  &here,     &everywhere};
}

Result<LoadedSentences> restore(std::string_view body) {
  wire::Reader in(body);
  using MessageAndPlace = std::pair<std::string, std::string>;
  std::vector<MessageAndPlace> told;
  TRY(wire::read_each(in, told, [&]() -> Result<MessageAndPlace> {
    std::string message(TRY(in.bytes()));
    return MessageAndPlace(std::move(message), TRY(in.bytes()));
  }));
  std::vector<Error> problems;
  for (auto& [message, place] : told) problems.push_back(invalid(std::move(message), std::move(place)));
  Grammar commands = Grammar::of(TRY(restore_language(in)));
  Grammar replies = Grammar::of(TRY(restore_language(in)));
  Grammar follow_ups = Grammar::of(TRY(restore_language(in)));
  TalkWords words;
  for (std::vector<std::string>* list : lists_of(words)) {
    TRY(wire::read_each(in, *list, [&]() -> Result<std::string> { return std::string(TRY(in.bytes())); }));
  }
  if (!in.done()) return corrupt("more than there should be", in.place());
  return LoadedSentences{
      {std::move(commands), std::move(replies), std::move(follow_ups), std::move(words)}, std::move(problems), true};
}

std::string body_of(const LoadedSentences& loaded) {
  std::string body;
  wire::Writer out(body);
  wire::write_each(out, loaded.problems, [&](const Error& problem) {
    out.bytes(problem.message);
    out.bytes(problem.place);
  });
  store(loaded.sentences.commands.compiled(), out);
  store(loaded.sentences.replies.compiled(), out);
  store(loaded.sentences.follow_ups.compiled(), out);
  TalkWords words = loaded.sentences.words;
  for (const std::vector<std::string>* list : lists_of(words)) {
    wire::write_each(out, *list, [&](const std::string& word) { out.bytes(word); });
  }
  return body;
}

}  // namespace

std::optional<LoadedSentences> SentenceCache::find(const std::string& language, const std::string& key) const {
  if (folder_.empty()) return std::nullopt;
  const Result<std::string> whole = read_file(file_of(folder_, language));
  if (!whole) return std::nullopt;
  const size_t head = head_of(key, "").size();
  if (whole->size() < head) return std::nullopt;
  const std::string_view body = std::string_view(*whole).substr(head);
  if (!whole->starts_with(fmt::format("{}\n{}\n", kTitle, key)) || !whole->starts_with(head_of(key, body))) {
    return std::nullopt;
  }
  Result<LoadedSentences> restored = restore(body);
  if (!restored) return std::nullopt;
  return std::move(restored).value();
}

Status SentenceCache::keep(const std::string& language, const std::string& key, const LoadedSentences& loaded) const {
  if (folder_.empty()) return ok();
  std::error_code failed;
  fs::create_directories(folder_, failed);
  const fs::path file = file_of(folder_, language);
  const std::string body = body_of(loaded);
  const Status kept = replace_file(file, head_of(key, body) + body);
  if (kept) return ok();
  return unavailable(
      "compiled sentences could not be kept, so they are compiled at every start: " + kept.error().message,
      file.string());
}

}  // namespace hearth::understand
