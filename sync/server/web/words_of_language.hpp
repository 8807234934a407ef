// The pages' words, a language a file. Only words.cpp includes this, and the files themselves.
#pragma once

#include "sync/server/web/words.hpp"

namespace hornbook::server {

[[nodiscard]] Words english();
[[nodiscard]] Words spanish();

}  // namespace hornbook::server
