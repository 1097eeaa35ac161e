// Values written as JSON, in the styles of Jinja2's `tojson` and Home Assistant's `to_json`.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/jinja_values.h"
#include "text/utf.h"

namespace hearth::text {
namespace {

constexpr int kDeepest = 48;

void write_text(const std::string& text, const JsonStyle& style, std::string& out) {
  out += '"';
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'"' || c == U'\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == U'\n') {
      out += "\\n";
    } else if (c == U'\t') {
      out += "\\t";
    } else if (c == U'\r') {
      out += "\\r";
    } else if (c == U'\b') {
      out += "\\b";
    } else if (c == U'\f') {
      out += "\\f";
    } else if (c < 0x20 || (style.html_safe && (c == U'<' || c == U'>' || c == U'&' || c == U'\''))) {
      out += fmt::format("\\u{:04x}", static_cast<uint32_t>(c));
    } else if (c < 0x80 || !style.ascii) {
      append_utf8(out, c);
    } else if (c < 0x10000) {
      out += fmt::format("\\u{:04x}", static_cast<uint32_t>(c));
    } else {
      const auto pair = static_cast<uint32_t>(c) - 0x10000;
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (pair >> 10), 0xDC00 + (pair & 0x3FF));
    }
  }
  out += '"';
}

class JsonWriter {
 public:
  explicit JsonWriter(const JsonStyle& style) : style_(style) {}

  void write(const TemplateValue& value, int depth) {
    if (depth > kDeepest) fail(fmt::format("a value nests deeper than {} levels", kDeepest));
    spend(1);
    if (out_.size() > Rendering::current().left.value_bytes) spend_text(out_.size());
    if (value->is_undefined()) fail("a value that is not defined cannot be written as JSON", Error::NotFound);
    if (is_text(value)) {
      write_text(value->as_string().str(), style_, out_);
    } else if (is_bool(value)) {
      out_ += value->val_int != 0 ? "true" : "false";
    } else if (is_int(value)) {
      out_ += std::to_string(value->val_int);
    } else if (is_float(value)) {
      out_ += std::isfinite(value->val_flt) ? printed(value->val_flt) : "null";
    } else if (value->is_none()) {
      out_ += "null";
    } else if (is_list(value)) {
      const auto& items = value->as_array();
      out_ += '[';
      for (size_t i = 0; i < items.size(); ++i) {
        begin_item(i > 0, depth);
        write(items[i], depth + 1);
      }
      end(items.empty(), depth, ']');
    } else if (is_mapping(value)) {
      write_members(value, depth);
    } else {
      fail(fmt::format("a {} cannot be written as JSON", kind_of(value)));
    }
  }
  std::string take() && { return std::move(out_); }

 private:
  void write_members(const TemplateValue& value, int depth) {
    auto members = value->as_ordered_object();
    if (style_.sort_keys) {
      std::stable_sort(members.begin(), members.end(),
                       [](const auto& a, const auto& b) { return printed(a.first) < printed(b.first); });
    }
    out_ += '{';
    bool behind = false;
    for (const auto& [key, item] : members) {
      begin_item(behind, depth);
      behind = true;
      write_text(printed(key), style_, out_);
      out_ += style_.after_key;
      write(item, depth + 1);
    }
    end(members.empty(), depth, '}');
  }
  void begin_item(bool behind, int depth) {
    if (behind) out_ += style_.indent >= 0 ? "," : style_.between;
    break_line(depth + 1);
  }
  void end(bool empty, int depth, char bracket) {
    if (!empty) break_line(depth);
    out_ += bracket;
  }
  void break_line(int depth) {
    if (style_.indent < 0) return;
    out_ += '\n';
    out_.append(static_cast<size_t>(style_.indent * depth), ' ');
  }

  const JsonStyle& style_;
  std::string out_;
};

}  // namespace

std::string written_json(const TemplateValue& value, const JsonStyle& style) {
  JsonWriter writer(style);
  writer.write(value, 0);
  std::string out = std::move(writer).take();
  spend_text(out.size());
  return out;
}

}  // namespace hearth::text
