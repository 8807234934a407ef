#include "ui/locales/words.hpp"

#include "ui/locales/message_catalogue.hpp"
#include "ui/locales/messages.hpp"

namespace hornbook::ui {
namespace {

bool is_spanish(std::string_view language) {
  return language == "es" || language.substr(0, 3) == "es-" || language.substr(0, 3) == "es_";
}

}  // namespace

std::string_view say(Word word, std::string_view language) {
  return is_spanish(language) ? spanish(word) : english(word);
}

std::string_view message_words(std::uint16_t number, std::string_view language) {
  return is_spanish(language) ? spanish_message(number) : english_message(number);
}

std::string say(Word word, std::string_view language, std::initializer_list<std::string_view> values) {
  constexpr std::string_view slot = "{}";
  std::string sentence{say(word, language)};
  std::size_t from = 0;
  for (const std::string_view value : values) {
    const std::size_t at = sentence.find(slot, from);
    if (at == std::string::npos) break;
    sentence.replace(at, slot.size(), value);
    from = at + value.size();
  }
  return sentence;
}

}  // namespace hornbook::ui
