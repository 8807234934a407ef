// The table of commands, filled from several files.
#pragma once

#include <initializer_list>
#include <string_view>
#include <unordered_map>

#include "ui/text/math_parser.hpp"

namespace hornbook::ui::text {

using MathCommands = std::unordered_map<std::string_view, MathCommand>;

void add_commands(MathCommands& commands, MathCommand command, std::initializer_list<std::string_view> names);
void add_letter_commands(MathCommands& commands);
void add_mark_commands(MathCommands& commands);

}  // namespace hornbook::ui::text
