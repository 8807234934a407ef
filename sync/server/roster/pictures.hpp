// The pictures that stand for learners and make their picture passwords, by the names that the station draws.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::server {

inline constexpr std::array<std::string_view, 12> avatars{"lion",   "elephant", "owl",  "fish", "turtle", "butterfly",
                                                          "rabbit", "whale",    "frog", "bee",  "fox",    "parrot"};
// The index is what a roster keeps.
inline constexpr std::array<std::string_view, 9> password_pictures{"sun",  "tree",  "boat", "star", "house",
                                                                   "drum", "mango", "kite", "key"};
inline constexpr std::size_t picture_password_length = 3;

[[nodiscard]] bool is_avatar(std::string_view name);
// "sun tree boat" → 0 1 2. BadInput when a picture is not known or there are not three.
[[nodiscard]] Result<std::vector<std::uint8_t>> parse_picture_password(std::string_view text);

}  // namespace hornbook::server
