// For benchmarks and tools, which have nothing to do when a step fails: the value, or the reason and the end.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "runtime/core/error.hpp"

namespace hornbook::test {

[[noreturn]] inline void give_up(const Error& error) {
  std::fprintf(stderr, "%s\n", describe(error).c_str());
  std::exit(1);
}

template <class T>
T need(Result<T> result) {
  if (!result) give_up(result.error());
  return std::move(*result);
}
inline void need(const Done& done) {
  if (!done) give_up(done.error());
}

}  // namespace hornbook::test
