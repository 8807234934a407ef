// How the screen looks to whoever is there, and how that is written into a learner's capsule.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace hornbook::ui {

inline constexpr std::array<std::string_view, 4> themes{"light", "dark", "contrast", "calm"};
inline constexpr std::array<float, 4> scales{1, 1.25F, 1.5F, 2};

struct Settings {
  std::string theme = "light";  // one of `themes`
  float scale = 1;              // one of `scales`: times what fits the display
  bool motion = true;
  bool operator==(const Settings&) const = default;
};

using SettingsText = std::map<std::string, std::string>;  // names and values

// Adds the settings to what the capsule holds already; names that are not ours stay.
[[nodiscard]] SettingsText with_settings(SettingsText text, const Settings& settings);
// What is missing or unknown is as in a new Settings.
[[nodiscard]] Settings settings_in(const SettingsText& text);

}  // namespace hornbook::ui
