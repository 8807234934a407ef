// The rules that the tree must keep. Each returns what breaks it; nothing when all is well.
#pragma once

#include "tests/tidy/source_tree.hpp"

namespace hornbook::tidy {

// Who may include whom, and which libraries a folder may use (README.md of each folder says the same in words).
[[nodiscard]] Violations check_layers(const SourceTree& tree);
// No two modules include each other, directly or in a ring.
[[nodiscard]] Violations check_rings(const SourceTree& tree);
// Clocks, randomness and locale belong to platform/; printing belongs to programs.
[[nodiscard]] Violations check_banned_calls(const SourceTree& tree);
// Functions of at most 70 lines, files of at most 400 lines of code.
[[nodiscard]] Violations check_lengths(const SourceTree& tree);
// An include that names no file, stands twice, or a header that nobody includes.
[[nodiscard]] Violations check_dead_includes(const SourceTree& tree);
// Each top folder has a README.md that names each of its modules.
[[nodiscard]] Violations check_readmes(const SourceTree& tree);
// The project stands alone: only tests that look for the corpora name the folder beside it.
[[nodiscard]] Violations check_stands_alone(const SourceTree& tree);

}  // namespace hornbook::tidy
