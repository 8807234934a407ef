// What a test script can ask of a station: one step a line, in JSON. The words are in platform/script/SCRIPT.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ui/semantics/selector.hpp"

namespace hornbook::platform {

struct Tap {
  ui::Selector target;
};
struct Drag {
  ui::Selector from, to;
};
struct PressKey {
  std::string key;
};  // "Tab", "Shift+Tab", "Enter", …
struct TypeText {
  std::string text;
};
struct Wait {
  ui::Selector target;
  std::int64_t ms_max = 5000;
};
struct Expect {
  ui::Selector target;
  std::optional<std::string> value;      // exactly what the node holds
  std::optional<std::string> text_part;  // somewhere in the names, values and texts of the node and what is in it
};
struct Absent {
  ui::Selector target;
};
struct Advance {
  std::int64_t ms = 0;
};
struct Capture {
  std::string name;
};
struct DumpTree {
  std::string name;
};
struct DumpSpeech {
  std::string name;
};
enum class AnswerKind : std::uint8_t { Right, Wrong, Hint, Guess };
struct GiveAnswer {
  AnswerKind kind{};
};

struct Step;
struct Loop {
  std::uint32_t times = 0;
  std::vector<Step> steps;
};
using Act = std::variant<Tap, Drag, PressKey, TypeText, Wait, Expect, Absent, Advance, Capture, DumpTree, DumpSpeech,
                         GiveAnswer, Loop>;

struct Step {
  std::uint32_t line = 0;  // in the file, from 1
  Act act;
};
using Script = std::vector<Step>;

}  // namespace hornbook::platform
