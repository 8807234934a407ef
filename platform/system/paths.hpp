// Where things are on a real machine: learners' data, and what came with the program.
#pragma once

#include <filesystem>
#include <optional>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

// $XDG_DATA_HOME/hornbook, else ~/.local/share/hornbook, else /var/lib/hornbook.
[[nodiscard]] std::filesystem::path default_data_directory();

// The folder of the running program, or empty when the kernel does not say.
[[nodiscard]] std::filesystem::path program_directory();

// A folder that ships with the program, such as "ui/theme/pictures": beside an installation
// (BIN/../share/hornbook/NAME), else in the source tree that this program was built from. NotFound, naming the folder,
// when it is in neither.
[[nodiscard]] Result<std::filesystem::path> shipped_directory(const std::filesystem::path& name);

}  // namespace hornbook::platform
