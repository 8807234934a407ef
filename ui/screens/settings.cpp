#include "ui/screens/settings.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::ui {
namespace {

constexpr const char* theme_name = "look.theme";
constexpr const char* scale_name = "look.scale_percent";
constexpr const char* motion_name = "look.motion";

std::string percent(float scale) { return std::to_string(std::lround(scale * 100)); }

std::string_view value_of(const SettingsText& text, const char* name) {
  const auto found = text.find(name);
  return found == text.end() ? std::string_view() : found->second;
}

}  // namespace

SettingsText with_settings(SettingsText text, const Settings& settings) {
  text[theme_name] = settings.theme;
  text[scale_name] = percent(settings.scale);
  text[motion_name] = settings.motion ? "on" : "off";
  return text;
}

Settings settings_in(const SettingsText& text) {
  Settings settings;
  const std::string_view theme = value_of(text, theme_name);
  if (std::find(themes.begin(), themes.end(), theme) != themes.end()) settings.theme = theme;
  const std::string_view scale = value_of(text, scale_name);
  const auto found = std::find_if(scales.begin(), scales.end(), [&](float each) { return percent(each) == scale; });
  if (found != scales.end()) settings.scale = *found;
  settings.motion = value_of(text, motion_name) != "off";
  return settings;
}

}  // namespace hornbook::ui
