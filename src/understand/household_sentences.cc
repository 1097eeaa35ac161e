#include "understand/household_sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "understand/grammar/intent_source.h"
#include "understand/grammar/template_parser.h"
#include "understand/intents/intent_names.h"

namespace hearth::understand {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostFiles = 200;
constexpr uintmax_t kMostBytes = 1 << 20;

/// Joins the files' lists, rules and blocks.
class Joined {
 public:
  Joined(const std::string& language, std::vector<Error>& problems) : problems_(problems) { all_.language = language; }

  void add(const FileText& file) {
    Result<Language> read = parse_language(file.second, file.first, &problems_);
    if (!read) {
      problems_.push_back(read.error());
      return;
    }
    if (read->language != all_.language) {
      problems_.push_back(invalid(
          fmt::format("expected sentences in \"{}\", found \"{}\"", all_.language, read->language), file.first));
      return;
    }
    for (auto& [name, list] : read->lists) {
      if (!all_.lists.emplace(name, std::move(list)).second) twice("list", name, file.first);
    }
    for (auto& [name, rule] : read->rules) add_rule(name, std::move(rule), file.first);
    for (Block& block : read->blocks) add_block(std::move(block), file.first);
    for (std::string& word : read->skip_words) all_.skip_words.push_back(std::move(word));
  }

  Language take() && {
    for (Block& block : all_.blocks) {
      block.lists.insert(all_.lists.begin(), all_.lists.end());
      block.rules.insert(all_.rules.begin(), all_.rules.end());
    }
    all_.lists.clear();
    all_.rules.clear();
    return std::move(all_);
  }

 private:
  void twice(const char* what, const std::string& name, const std::string& file) {
    problems_.push_back(
        invalid(fmt::format("the {} \"{}\" stands in another file too, which is taken", what, name), file));
  }
  void add_rule(const std::string& name, Template rule, const std::string& file) {
    if (Result<Expression> body = parse_template(rule.text, rule.place); !body) {
      problems_.push_back(body.error());
    } else if (!all_.rules.emplace(name, std::move(rule)).second) {
      twice("rule", name, file);
    }
  }
  void add_block(Block block, const std::string& file) {
    if (intent_named(block.intent) == flow::Intent::None) {
      const std::string place = block.sentences.empty() ? file : block.sentences.front().place;
      problems_.push_back(invalid(
          fmt::format("expected an intent that Hearth knows, such as HassTurnOn, found \"{}\"", block.intent), place));
      return;
    }
    if (block.sentences.empty()) return;
    block.household = true;
    all_.blocks.push_back(std::move(block));
  }

  std::vector<Error>& problems_;
  Language all_;
};

}  // namespace

std::vector<FileText> read_household_files(const std::string& folder, std::vector<Error>& problems) {
  std::vector<std::string> paths;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string kind = entry->path().extension();
    if (kind == ".yaml" || kind == ".yml") paths.push_back(entry->path());
  }
  std::ranges::sort(paths);
  if (paths.size() > kMostFiles) {
    problems.push_back(
        invalid(fmt::format("expected at most {} files of sentences; the others are left out", kMostFiles), folder));
    paths.resize(kMostFiles);
  }
  std::vector<FileText> files;
  for (const std::string& path : paths) {
    const uintmax_t size = fs::file_size(path, failed);
    if (!failed && size > kMostBytes) {
      problems.push_back(invalid("expected at most a megabyte of sentences", path));
      continue;
    }
    Result<std::string> text = size == 0 ? Result<std::string>(std::string()) : read_file(path);
    if (!text) {
      problems.push_back(text.error());
    } else if (!text->empty()) {
      files.emplace_back(path, std::move(text).value());
    }
  }
  return files;
}

Language household_language(const std::vector<FileText>& files, const std::string& language,
                            std::vector<Error>& problems) {
  Joined joined(language, problems);
  for (const FileText& file : files) joined.add(file);
  return std::move(joined).take();
}

}  // namespace hearth::understand
