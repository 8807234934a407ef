// How deep a recursive descent is, so that a text of ten thousand brackets cannot exhaust the stack.
#pragma once

#include <cstddef>

namespace hornbook {

// Counts one level for as long as it lives. Whoever descends compares the count with a limit of limits.hpp.
class NestingLevel {
 public:
  explicit NestingLevel(std::size_t& depth) : depth_(depth) { ++depth_; }
  ~NestingLevel() { --depth_; }
  NestingLevel(const NestingLevel&) = delete;
  NestingLevel& operator=(const NestingLevel&) = delete;

 private:
  std::size_t& depth_;
};

}  // namespace hornbook
