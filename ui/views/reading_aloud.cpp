#include "ui/views/reading_aloud.hpp"

#include <algorithm>
#include <utility>

#include "ui/locales/words.hpp"
#include "ui/semantics/shown_text.hpp"
#include "ui/text/spoken.hpp"

namespace hornbook::ui {
namespace {

bool is_to_choose(const Node& node) {
  return node.role == Role::Radio || node.role == Role::Checkbox || node.actions.draggable;
}

// A button that shows a part of what is asked: the side of a card, the name of a bin.
bool shows_what_is_asked(const Node& node) { return node.id == "card" || node.id.starts_with("bin-"); }

// A voice says a pen when it is touched, and not all of them with the question.
bool is_tools(const Node& node) { return node.id == "tools"; }

bool is_said_of_the_answer(const Node& node) { return node.id == "hint" || node.id == "feedback"; }

class Reader {
 public:
  // On a screen without anything to type every button is read; otherwise those alone that are a part of the answer.
  explicit Reader(bool reads_buttons) : reads_buttons_(reads_buttons) {}

  // Everything below the node that a voice reads. Whether there was something, be it that it says nothing.
  bool read(const Node& node, Utterance around) {
    if (!node.language.empty()) around.language = node.language;
    if (!node.id.empty()) around.node = node.id;
    if (!is_read(node)) return false;
    const std::string_view shown = shown_text(node);
    std::string own(shown.empty() && node.role == Role::Image ? std::string_view(node.name) : shown);
    bool has_words = !own.empty();
    if (has_words) add(std::move(own), around);
    for (const Node& child : node.children) has_words = read(child, around) || has_words;
    if (!has_words && is_to_choose(node)) add(node.name, around);
    return has_words;
  }

  // The same, of the leaf and of what is said of the answer, wherever they stand.
  void read_screen(const Node& node, Utterance around) {
    if (!node.language.empty()) around.language = node.language;
    if (node.id == "leaf" || is_said_of_the_answer(node)) {
      read(node, std::move(around));
      return;
    }
    for (const Node& child : node.children) read_screen(child, around);
  }

  [[nodiscard]] std::vector<Utterance> take() && { return std::move(read_); }

 private:
  [[nodiscard]] bool is_read(const Node& node) const {
    if (!node.part.empty()) return false;  // the text that it lies on says it
    if (node.role == Role::TextField || is_tools(node)) return false;
    if (node.role == Role::Button) return reads_buttons_ || is_to_choose(node) || shows_what_is_asked(node);
    return node.role != Role::Status || is_said_of_the_answer(node);
  }

  void add(std::string markup, const Utterance& around) {
    std::string words = text::spoken(markup, around.language);
    if (words.find_first_not_of(' ') == std::string::npos) return;
    read_.push_back({around.node, std::move(markup), std::move(words), around.language});
  }

  bool reads_buttons_;
  std::vector<Utterance> read_;
};

// `AnyNode` is Node or const Node.
template <class AnyNode>
AnyNode* find_id(AnyNode& node, const std::string& id) {
  if (node.id == id) return &node;
  for (AnyNode& child : node.children) {
    if (AnyNode* found = find_id(child, id)) return found;
  }
  return nullptr;
}

// The node itself or one in it that says the utterance.
template <class AnyNode>
AnyNode* find_words(AnyNode& node, const Utterance& utterance) {
  const bool says_its_name = node.role == Role::Image || is_to_choose(node);
  if (shown_text(node) == utterance.markup || (says_its_name && node.name == utterance.markup)) return &node;
  for (AnyNode& child : node.children) {
    if (AnyNode* found = find_words(child, utterance)) return found;
  }
  return nullptr;
}

template <class AnyNode>
AnyNode* find_utterance(AnyNode& screen, const Utterance& utterance) {
  AnyNode* around = find_id(screen, utterance.node);
  return around == nullptr ? nullptr : find_words(*around, utterance);
}

bool language_at(const Node& node, const Node& wanted, std::string& language) {
  const std::string outside = language;
  if (!node.language.empty()) language = node.language;
  if (&node == &wanted) return true;
  for (const Node& child : node.children) {
    if (language_at(child, wanted, language)) return true;
  }
  language = outside;
  return false;
}

Word word_of(Role role) {
  switch (role) {
    case Role::Button:
      return Word::RoleButton;
    case Role::Radio:
    case Role::Checkbox:
      return Word::RoleChoice;
    case Role::TextField:
      return Word::RoleField;
    default:
      return Word::RoleSlider;
  }
}

}  // namespace

std::vector<Utterance> readable(const Node& screen) {
  Reader reader(screen.id != "activity");
  reader.read_screen(screen, {});
  return std::move(reader).take();
}

std::vector<Utterance> announced(const Node& screen) {
  if (screen.id != "activity" && screen.id != "media" && screen.id != "rest") return {};
  std::vector<Utterance> all = readable(screen);
  std::erase_if(all, [](const Utterance& each) {
    return each.node != "problem" && each.node != "prompt" && each.node != "hint" && each.node != "feedback" &&
           each.node != "caption" && each.node != "rest-words";
  });
  return all;
}

std::vector<Utterance> said_by(const Node& screen, const Node& touched) {
  if (!is_to_choose(touched)) return {};
  Utterance around;
  language_at(screen, touched, around.language);
  Reader reader(false);
  reader.read(touched, std::move(around));
  std::vector<Utterance> said = std::move(reader).take();
  // What is carried away goes on being said.
  if (touched.actions.draggable) {
    for (Utterance& each : said) each.markup.clear();
  }
  return said;
}

Utterance voiced(const Node& node, std::string_view language) {
  std::string words = text::spoken(node.name, language);
  const auto add = [&](std::string_view more) {
    if (!more.empty()) words.append(words.empty() ? "" : ", ").append(more);
  };
  add(say(word_of(node.role), language));
  add(text::spoken(node.value, language));
  if (node.state.selected) add(say(Word::StateChosen, language));
  if (node.state.disabled) add(say(Word::StateDisabled, language));
  return {node.id, {}, std::move(words), std::string(language)};
}

bool reads_by_itself(const StationState& state) {
  if (!state.session || state.settings.voice == VoiceUse::Off) return false;
  if (state.settings.voice == VoiceUse::ByItself) return true;
  const auto* working = std::get_if<session::Working>(&state.session->place);
  return working != nullptr && working->problem.item->read_aloud;
}

void light_word(Node& screen, const ReadingAloud& reading) {
  const Utterance& utterance = reading.utterances[reading.at];
  Node* found = utterance.markup.empty() ? nullptr : find_utterance(screen, utterance);
  if (found == nullptr || reading.word.empty()) return;
  const text::SpokenText said = text::spoken_text(utterance.markup, utterance.language);
  found->spoken = text::source_of(said, reading.word);
}

bool still_says(const Node& screen, const ReadingAloud& reading) {
  const Utterance& utterance = reading.utterances[reading.at];
  return utterance.markup.empty() || find_utterance(screen, utterance) != nullptr;
}

}  // namespace hornbook::ui
