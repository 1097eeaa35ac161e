#include "understand/grammar/intent_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/file.h"
#include "understand/grammar/template_parser.h"

namespace hearth::understand {
namespace {

std::string joined(std::initializer_list<std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string(word);
  return out;
}

/// One value of the document and where it stands.
class Field {
 public:
  Field(const YamlDocument& document, const OrderedJson& value, std::string pointer)
      : document_(&document), value_(&value), pointer_(std::move(pointer)) {}

  const OrderedJson& value() const { return *value_; }
  /// file:line, or for files without lines (JSON) file and path of keys.
  std::string place() const {
    return document_->lines.empty() ? document_->file + ": " + pointer_ : document_->place(pointer_);
  }
  Error wrong(std::string_view expected) const {
    std::string found = dump(*value_);
    if (found.size() > 80) found = found.substr(0, 77) + "...";
    return invalid(fmt::format("expected {}, found {}", expected, found), place());
  }

  Field at(const std::string& key) const { return {*document_, (*value_)[key], pointer_ + "/" + key}; }
  Field at(size_t index) const { return {*document_, (*value_)[index], fmt::format("{}/{}", pointer_, index)}; }
  bool has(const std::string& key) const { return value_->is_object() && value_->contains(key); }

  Result<std::string> text() const {
    if (value_->is_string()) return value_->get<std::string>();
    if (value_->is_boolean() || value_->is_number()) return dump(*value_);  // unquoted in YAML: on, 5
    return wrong("text");
  }
  Result<std::vector<std::string>> keys() const {
    if (!value_->is_object()) return wrong("keys with values");
    std::vector<std::string> keys;
    for (const auto& [key, value] : value_->items()) keys.push_back(key);
    return keys;
  }
  Result<std::vector<Field>> list() const {
    if (!value_->is_array()) return wrong("a list");
    std::vector<Field> fields;
    for (size_t i = 0; i < value_->size(); ++i) fields.push_back(at(i));
    return fields;
  }
  Status only(std::initializer_list<std::string_view> allowed) const {
    for (const std::string& key : TRY(keys())) {
      if (std::find(allowed.begin(), allowed.end(), key) == allowed.end()) {
        return invalid(fmt::format("expected one of {}, found key \"{}\"", joined(allowed), key), at(key).place());
      }
    }
    return ok();
  }

 private:
  static std::string dump(const OrderedJson& json) {
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
  }

  const YamlDocument* document_;
  const OrderedJson* value_;
  std::string pointer_;
};

Result<std::vector<std::string>> texts(const Field& field) {
  std::vector<std::string> out;
  for (const Field& item : TRY(field.list())) out.push_back(TRY(item.text()));
  return out;
}

Result<Template> template_of(const Field& field) { return Template{TRY(field.text()), field.place()}; }

Result<RangeSource> range_of(const Field& field) {
  TRY(field.only({"type", "from", "to", "step", "multiplier", "fractions", "digits", "words", "words_language"}));
  RangeSource range;
  const auto whole = [&](const char* key, int64_t& into, bool needed) -> Status {
    if (!field.has(key)) return needed ? Status(field.wrong(fmt::format("the key \"{}\"", key))) : ok();
    if (!field.at(key).value().is_number_integer()) return field.at(key).wrong("a whole number");
    into = field.at(key).value().get<int64_t>();
    if (into < -1'000'000 || into > 1'000'000) return field.at(key).wrong("a number within a million");
    return ok();
  };
  TRY(whole("from", range.from, true));
  TRY(whole("to", range.to, true));
  TRY(whole("step", range.step, false));
  if (range.from > range.to || range.step < 1) return field.wrong("a range from low to high with a step above 0");
  if (field.has("multiplier")) {
    if (!field.at("multiplier").value().is_number()) return field.at("multiplier").wrong("a number");
    range.multiplier = field.at("multiplier").value().get<double>();
  }
  if (field.has("fractions")) {
    const std::string kind = TRY(field.at("fractions").text());
    if (kind != "halves" && kind != "tenths") return field.at("fractions").wrong("halves or tenths");
    range.fractions = kind == "halves" ? RangeSource::Fractions::Halves : RangeSource::Fractions::Tenths;
  }
  const auto flag = [&](const char* key, bool& into) -> Status {
    if (!field.has(key)) return ok();
    if (!field.at(key).value().is_boolean()) return field.at(key).wrong("true or false");
    into = field.at(key).value().get<bool>();
    return ok();
  };
  TRY(flag("digits", range.digits));
  TRY(flag("words", range.words));
  if (!range.digits && !range.words) return field.wrong("digits, words or both");
  if (field.has("words_language")) range.words_language = TRY(field.at("words_language").text());
  return range;
}

Result<ListSource> list_of(const Field& field) {
  TRY(field.only({"values", "range", "wildcard", "metadata"}));
  ListSource list;
  if (field.has("range")) {
    list.kind = ListSource::Kind::Range;
    list.range = TRY(range_of(field.at("range")));
    return list;
  }
  if (!field.has("values")) {
    if (!field.has("wildcard") || field.at("wildcard").value() != true) return field.wrong("values, range or wildcard");
    list.kind = ListSource::Kind::Wildcard;
    return list;
  }
  for (const Field& item : TRY(field.at("values").list())) {
    ListValueSource value;
    if (!item.value().is_object()) {
      value.in = TRY(template_of(item));
      value.is_template = is_template(value.in.text);
      if (!value.is_template) value.out = item.value();
    } else {
      TRY(item.only({"in", "out", "context", "metadata"}));
      if (!item.has("in")) return item.wrong("the key \"in\"");
      value.in = TRY(template_of(item.at("in")));
      value.is_template = is_template(value.in.text);
      if (item.has("out")) value.out = item.at("out").value();
      if (item.has("context")) value.context = item.at("context").value();
      if (item.has("metadata")) value.metadata = item.at("metadata").value();
      if (!value.context.is_null() && !value.context.is_object()) return item.at("context").wrong("keys with values");
    }
    list.values.push_back(std::move(value));
  }
  return list;
}

using Problems = std::vector<Error>*;

/// What is wrong ends everything only where nobody wants to hear of it.
Status leave_out(Error error, Problems problems) {
  if (problems == nullptr) return error;
  problems->push_back(std::move(error));
  return ok();
}

Result<std::map<std::string, ListSource>> lists_of(const Field& field, Problems problems) {
  std::map<std::string, ListSource> lists;
  for (const std::string& key : TRY(field.keys())) {
    Result<ListSource> list = list_of(field.at(key));
    if (list) {
      lists[key] = std::move(list).value();
    } else {
      TRY(leave_out(std::move(list).error(), problems));
    }
  }
  return lists;
}

Result<std::map<std::string, Template>> rules_of(const Field& field, Problems problems) {
  std::map<std::string, Template> rules;
  for (const std::string& key : TRY(field.keys())) {
    Result<Template> rule = template_of(field.at(key));
    if (rule) {
      rules[key] = std::move(rule).value();
    } else {
      TRY(leave_out(std::move(rule).error(), problems));
    }
  }
  return rules;
}

/// `key: value`, `key: [values]` or `key: {value: …, slot: …}`.
Result<std::vector<ContextRule>> context_of(const Field& field) {
  std::vector<ContextRule> rules;
  for (const std::string& key : TRY(field.keys())) {
    ContextRule rule;
    rule.key = key;
    Field wanted = field.at(key);
    if (wanted.value().is_object()) {
      TRY(wanted.only({"value", "slot"}));
      if (wanted.has("slot") && wanted.at("slot").value().is_string()) rule.slot = TRY(wanted.at("slot").text());
      if (wanted.has("slot") && wanted.at("slot").value() == true) rule.slot = key;
      if (!wanted.has("value")) {
        rules.push_back(std::move(rule));
        continue;
      }
      wanted = wanted.at("value");
    }
    if (wanted.value().is_array()) {
      rule.values.assign(wanted.value().begin(), wanted.value().end());
    } else if (!wanted.value().is_null()) {
      rule.values.push_back(wanted.value());
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

Result<Block> block_of(const Field& field, const std::string& intent) {
  TRY(field.only({"sentences", "slots", "requires_context", "excludes_context", "required_keywords", "response",
                  "metadata", "lists", "expansion_rules", "settings"}));
  Block block;
  block.intent = intent;
  block.response = "default";
  if (!field.has("sentences")) return field.wrong("the key \"sentences\"");
  for (const Field& sentence : TRY(field.at("sentences").list())) block.sentences.push_back(TRY(template_of(sentence)));
  if (field.has("slots")) {
    for (const std::string& key : TRY(field.at("slots").keys())) {
      block.slots.emplace_back(key, field.at("slots").at(key).value());
    }
  }
  if (field.has("requires_context")) block.requires_context = TRY(context_of(field.at("requires_context")));
  if (field.has("excludes_context")) block.excludes_context = TRY(context_of(field.at("excludes_context")));
  if (field.has("required_keywords")) block.required_keywords = TRY(texts(field.at("required_keywords")));
  if (field.has("response")) block.response = TRY(field.at("response").text());
  if (field.has("metadata")) block.metadata = field.at("metadata").value();
  if (field.has("lists")) block.lists = TRY(lists_of(field.at("lists"), nullptr));
  if (field.has("expansion_rules")) block.rules = TRY(rules_of(field.at("expansion_rules"), nullptr));
  return block;
}

Result<std::vector<Field>> blocks_of(const Field& intent) {
  if (!intent.has("data")) return intent.wrong("the key \"data\"");
  return intent.at("data").list();
}

Status read_intents(const Field& intents, Language& into, Problems problems) {
  for (const std::string& intent : TRY(intents.keys())) {
    Result<std::vector<Field>> blocks = blocks_of(intents.at(intent));
    if (!blocks) {
      TRY(leave_out(std::move(blocks).error(), problems));
      continue;
    }
    for (const Field& field : *blocks) {
      Result<Block> block = block_of(field, intent);
      if (block) {
        into.blocks.push_back(std::move(block).value());
      } else {
        TRY(leave_out(std::move(block).error(), problems));
      }
    }
  }
  return ok();
}

}  // namespace

Result<Language> read_language(const YamlDocument& document, std::vector<Error>* problems) {
  const Field root(document, document.root, "");
  const Status known =
      root.only({"language", "settings", "intents", "lists", "expansion_rules", "skip_words", "responses"});
  if (!known && !root.value().is_object()) return known.error();
  if (!known) TRY(leave_out(known.error(), problems));
  Language language;
  if (!root.has("language")) return root.wrong("the key \"language\"");
  language.language = TRY(root.at("language").text());
  if (root.has("settings") && root.at("settings").has("ignore_whitespace")) {
    language.ignore_whitespace = root.at("settings").at("ignore_whitespace").value() == true;
  }
  if (root.has("skip_words")) language.skip_words = TRY(texts(root.at("skip_words")));
  if (root.has("lists")) language.lists = TRY(lists_of(root.at("lists"), problems));
  if (root.has("expansion_rules")) language.rules = TRY(rules_of(root.at("expansion_rules"), problems));
  if (root.has("intents")) TRY(read_intents(root.at("intents"), language, problems));
  if (root.has("responses")) language.responses = root.at("responses").value();
  return language;
}

Result<Language> parse_language(std::string_view text, const std::string& path, std::vector<Error>* problems) {
  if (!path.ends_with(".json")) return read_language(TRY(parse_yaml(text, path)), problems);
  YamlDocument document;
  document.file = path;
  TRY(parse_json(text, path));  // for its limits and its error
  document.root = OrderedJson::parse(text, nullptr, false);
  return read_language(document, problems);
}

Result<Language> read_language(const std::string& path) { return parse_language(TRY(read_file(path)), path); }

Status add_sentences(Language& base, Language more) {
  if (base.language != more.language) {
    return invalid(fmt::format("expected sentences in \"{}\", found \"{}\"", base.language, more.language));
  }
  for (Block& block : more.blocks) base.blocks.push_back(std::move(block));
  for (auto& [name, list] : more.lists) base.lists[name] = std::move(list);
  for (auto& [name, rule] : more.rules) base.rules[name] = std::move(rule);
  for (std::string& word : more.skip_words) base.skip_words.push_back(std::move(word));
  return ok();
}

}  // namespace hearth::understand
