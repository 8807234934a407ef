#include "runtime/pack/index.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::pack {

bool is_identifier(std::string_view text) {
  if (text.empty() || text.size() > limits::identifier_bytes_max) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  });
}

bool is_former_identifier(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return is_identifier(text);
  return is_identifier(text.substr(0, slash)) && is_identifier(text.substr(slash + 1));
}

// Takes away, again and again, the skills whose prerequisites are all gone (Kahn 1962); what stays is on a cycle or
// behind one.
bool has_cycle(const std::vector<Skill>& skills) {
  std::vector<std::size_t> waiting_for;
  std::vector<std::vector<std::size_t>> followers(skills.size());
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < skills.size(); ++i) {
    waiting_for.push_back(skills[i].prerequisites.size());
    for (const std::uint16_t before : skills[i].prerequisites) followers[before].push_back(i);
    if (skills[i].prerequisites.empty()) ready.push_back(i);
  }
  std::size_t taken = 0;
  for (; !ready.empty(); ++taken) {
    const std::size_t skill = ready.back();
    ready.pop_back();
    for (const std::size_t follower : followers[skill])
      if (--waiting_for[follower] == 0) ready.push_back(follower);
  }
  return taken != skills.size();
}

}  // namespace hornbook::pack
