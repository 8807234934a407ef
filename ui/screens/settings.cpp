#include "ui/screens/settings.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::ui {
namespace {

constexpr const char* theme_name = "look.theme";
constexpr const char* scale_name = "look.scale_percent";
constexpr const char* motion_name = "look.motion";
constexpr const char* voice_name = "voice.use";
constexpr const char* pace_name = "voice.pace_percent";
constexpr std::array<const char*, voice_uses.size()> voice_words{"off", "asked", "itself"};

std::string percent(float scale) { return std::to_string(std::lround(scale * 100)); }

// The one of the list that is written as `percents`, or `otherwise`.
template <class List>
float written_as(std::string_view percents, const List& list, float otherwise) {
  const auto found = std::find_if(list.begin(), list.end(), [&](float each) { return percent(each) == percents; });
  return found == list.end() ? otherwise : *found;
}

std::string_view value_of(const SettingsText& text, const char* name) {
  const auto found = text.find(name);
  return found == text.end() ? std::string_view() : found->second;
}

}  // namespace

SettingsText with_settings(SettingsText text, const Settings& settings) {
  text[theme_name] = settings.theme;
  text[scale_name] = percent(settings.scale);
  text[motion_name] = settings.motion ? "on" : "off";
  text[voice_name] = voice_words[static_cast<std::size_t>(settings.voice)];
  text[pace_name] = percent(settings.voice_pace);
  return text;
}

Settings settings_in(const SettingsText& text) {
  Settings settings;
  const std::string_view theme = value_of(text, theme_name);
  if (std::find(themes.begin(), themes.end(), theme) != themes.end()) settings.theme = theme;
  settings.scale = written_as(value_of(text, scale_name), scales, settings.scale);
  settings.motion = value_of(text, motion_name) != "off";
  const std::string_view voice = value_of(text, voice_name);
  for (const VoiceUse each : voice_uses) {
    if (voice == voice_words[static_cast<std::size_t>(each)]) settings.voice = each;
  }
  settings.voice_pace = written_as(value_of(text, pace_name), voice_paces, settings.voice_pace);
  return settings;
}

}  // namespace hornbook::ui
