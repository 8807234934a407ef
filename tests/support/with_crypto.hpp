// Including this starts cryptography before a test program's main, as the programs do first of all.
#pragma once

#include <cstdlib>

#include "runtime/core/crypto.hpp"

namespace hornbook::test {

inline const bool crypto_started = [] {
  if (!crypto_start()) std::abort();
  return true;
}();

}  // namespace hornbook::test
