#include "ui/semantics/dump.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "ui/semantics/shown_text.hpp"
#include "ui/semantics/utf8.hpp"

namespace hornbook::ui {
namespace {

void append_escaped(std::string& out, unsigned char control) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u00";
  out += digits[control >> 4];
  out += digits[control & 15];
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = decode_utf8(text, at);
    if (character.code == U'"' || character.code == U'\\') {
      out += '\\';
      out += static_cast<char>(character.code);
    } else if (character.code < 0x20) {
      append_escaped(out, static_cast<unsigned char>(character.code));
    } else {
      append_utf8(out, character.code);
    }
    at += character.bytes;
  }
  out += '"';
}

// Tenths of a logical pixel are enough to find a node by, and keep dumps readable.
void append_length(std::string& out, float length) {
  const long tenths = std::lround(std::isfinite(length) ? length * 10 : 0);
  std::array<char, 24> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), tenths / 10);
  if (tenths < 0 && tenths > -10) out += '-';
  out.append(digits.data(), result.ptr);
  if (tenths % 10 != 0) {
    out += '.';
    out += static_cast<char>('0' + std::labs(tenths % 10));
  }
}

void append_state(std::string& out, const NodeState& state) {
  out += '[';
  bool first = true;
  const auto add = [&](bool holds, const char* word) {
    if (!holds) return;
    if (!first) out += ", ";
    first = false;
    append_string(out, word);
  };
  add(state.disabled, "disabled");
  add(state.selected, "selected");
  add(state.focused, "focused");
  add(state.pressed, "pressed");
  out += ']';
}

void append_field(std::string& out, const char* key, std::string_view value) {
  append_string(out, key);
  out += ": ";
  append_string(out, value);
  out += ", ";
}

void append_rect(std::string& out, const Rect& rect) {
  out += '[';
  append_length(out, rect.x);
  for (const float length : {rect.y, rect.width, rect.height}) {
    out += ", ";
    append_length(out, length);
  }
  out += ']';
}

void append_node(std::string& out, const Node& node, std::string_view language, std::size_t depth) {
  if (!node.language.empty()) language = node.language;
  const std::string indent(depth * 2, ' ');
  out += indent + "{";
  append_field(out, "role", name_of(node.role));
  if (!node.id.empty()) append_field(out, "id", node.id);
  append_field(out, "name", node.name);
  append_field(out, "value", node.value);
  out += "\"state\": ";
  append_state(out, node.state);
  out += ", ";
  if (!node.spoken.empty()) {
    append_field(out, "spoken", shown_text(node).substr(node.spoken.begin, node.spoken.end - node.spoken.begin));
  }
  append_field(out, "lang", language);
  out += "\"rect\": ";
  append_rect(out, node.rect);
  out += ", \"children\": [";
  for (std::size_t at = 0; at < node.children.size(); ++at) {
    out += at == 0 ? "\n" : ",\n";
    append_node(out, node.children[at], language, depth + 1);
  }
  if (!node.children.empty()) out += "\n" + indent;
  out += "]}";
}

}  // namespace

std::string dump(const Node& root) {
  std::string out;
  append_node(out, root, {}, 0);
  out += '\n';
  return out;
}

}  // namespace hornbook::ui
