// How the screen looks and sounds to whoever is there, and how that is written into a learner's capsule.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace hornbook::ui {

inline constexpr std::array<std::string_view, 4> themes{"light", "dark", "contrast", "calm"};
inline constexpr std::array<float, 4> scales{1, 1.25F, 1.5F, 2};

// Whether texts are read aloud: never, when the ear is touched, or by themselves as soon as they are shown.
enum class VoiceUse : std::uint8_t { Off, WhenAsked, ByItself };
inline constexpr std::array<VoiceUse, 3> voice_uses{VoiceUse::Off, VoiceUse::WhenAsked, VoiceUse::ByItself};
inline constexpr std::array<float, 3> voice_paces{0.75F, 1, 1.25F};

struct Settings {
  std::string theme = "light";  // one of `themes`
  float scale = 1;              // one of `scales`: times what fits the display
  bool motion = true;
  VoiceUse voice = VoiceUse::WhenAsked;
  float voice_pace = 1;  // one of `voice_paces`: times the voice's own
  bool operator==(const Settings&) const = default;
};

using SettingsText = std::map<std::string, std::string>;  // names and values

// Adds the settings to what the capsule holds already; names that are not ours stay.
[[nodiscard]] SettingsText with_settings(SettingsText text, const Settings& settings);
// What is missing or unknown is as in a new Settings.
[[nodiscard]] Settings settings_in(const SettingsText& text);

}  // namespace hornbook::ui
