#include "sync/delivery/path_pattern.hpp"

namespace hornbook::delivery {
namespace {

// Bytes of the UTF-8 character that `text` begins with.
std::size_t character_bytes(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0u) == 0x80u) ++size;
  return size;
}

// The end of the set that `pattern` begins with, past its ']'; 0 when it is none.
std::size_t set_end(std::string_view pattern) {
  std::size_t at = 1;
  if (at < pattern.size() && pattern[at] == '!') ++at;
  const std::size_t end = pattern.find(']', at + 1);  // a ']' in the first place is one of the set
  return end == std::string_view::npos ? 0 : end + 1;
}

unsigned byte(char c) { return static_cast<unsigned char>(c); }

// `set`: between the brackets.
bool is_in_set(char c, std::string_view set) {
  const bool is_negated = set.starts_with('!');
  if (is_negated) set.remove_prefix(1);
  bool found = false;
  while (!set.empty()) {
    const bool is_range = set.size() >= 3 && set[1] == '-';
    found = found || (is_range ? byte(set[0]) <= byte(c) && byte(c) <= byte(set[2]) : set[0] == c);
    set.remove_prefix(is_range ? 3 : 1);
  }
  return found != is_negated;
}

struct Step {
  std::size_t text = 0;  // bytes that were matched
  std::size_t pattern = 0;
};

// One character against what `pattern` begins with, no '*'. Nothing (0, 0) when they differ.
Step match_one(std::string_view text, std::string_view pattern) {
  if (text.empty() || pattern.empty()) return {};
  if (pattern.front() == '?') return {character_bytes(text), 1};
  const std::size_t end = pattern.front() == '[' ? set_end(pattern) : 0;
  if (end > 0) return is_in_set(text.front(), pattern.substr(1, end - 2)) ? Step{1, end} : Step{};
  return text.front() == pattern.front() ? Step{1, 1} : Step{};
}

// Goes back to the last '*' alone, so that the cost is at most the product of both lengths.
bool segment_matches(std::string_view text, std::string_view pattern) {
  std::string_view after_star;
  std::string_view retry;
  bool has_star = false;
  while (!text.empty()) {
    if (pattern.starts_with('*')) {
      pattern.remove_prefix(1);
      after_star = pattern;
      retry = text;
      has_star = true;
      continue;
    }
    if (const Step step = match_one(text, pattern); step.text > 0) {
      text.remove_prefix(step.text);
      pattern.remove_prefix(step.pattern);
      continue;
    }
    if (!has_star) return false;
    retry.remove_prefix(character_bytes(retry));
    text = retry;
    pattern = after_star;
  }
  return pattern.find_first_not_of('*') == std::string_view::npos;
}

std::string_view take_segment(std::string_view& rest, bool& is_last) {
  const std::size_t slash = rest.find('/');
  is_last = slash == std::string_view::npos;
  const std::string_view segment = rest.substr(0, slash);
  rest.remove_prefix(is_last ? rest.size() : slash + 1);
  return segment;
}

}  // namespace

bool matches_path_pattern(std::string_view path, std::string_view pattern) {
  for (bool path_ends = false, pattern_ends = false; !path_ends;) {
    const std::string_view segment = take_segment(path, path_ends);
    if (!segment_matches(segment, take_segment(pattern, pattern_ends)) || path_ends != pattern_ends) return false;
  }
  return true;
}

}  // namespace hornbook::delivery
