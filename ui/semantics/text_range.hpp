// A part of a text.
#pragma once

#include <algorithm>
#include <cstdint>

namespace hornbook::ui {

// Bytes from `begin` to before `end`.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool meets(const TextRange& other) const { return begin < other.end && other.begin < end; }
  // What is in both.
  [[nodiscard]] TextRange within(const TextRange& other) const {
    return {std::max(begin, other.begin), std::min(end, other.end)};
  }
  // The shortest that holds both.
  [[nodiscard]] TextRange joined(const TextRange& other) const {
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  bool operator==(const TextRange&) const = default;
};

}  // namespace hornbook::ui
