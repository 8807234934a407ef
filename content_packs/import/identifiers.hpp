// Ids of a pack from names that others chose.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace hornbook::content {

// `name` in small letters, with '-' for what an id may not have, at most 100 bytes; "unnamed" when nothing is left.
[[nodiscard]] std::string identifier_of(std::string_view name);

// Gives each id out once: "a", "a-2", "a-3".
class UniqueIdentifiers {
 public:
  [[nodiscard]] std::string give(std::string_view name);

 private:
  std::set<std::string, std::less<>> given_;
};

}  // namespace hornbook::content
