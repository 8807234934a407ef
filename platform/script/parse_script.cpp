#include "platform/script/parse_script.hpp"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

using Json = nlohmann::json;

tl::unexpected<Error> malformed(std::string sentence) {
  return fail(ErrorCode::BadInput, "script", std::move(sentence));
}

// Nothing but these words may stand in the step: a misspelt one must not be passed over in silence.
Done only_words(const Json& step, std::initializer_list<std::string_view> words) {
  for (const auto& [key, value] : step.items()) {
    if (std::find(words.begin(), words.end(), key) == words.end()) {
      return malformed("the step does not take \"" + key + "\"");
    }
  }
  return {};
}

Result<std::string> text_of(const Json& step, const char* word) {
  const auto found = step.find(word);
  if (found == step.end() || !found->is_string()) return malformed(std::string(word) + " needs a text");
  return found->get<std::string>();
}

Result<std::int64_t> count_of(const Json& step, const char* word, std::int64_t greatest) {
  const auto found = step.find(word);
  if (found == step.end() || !found->is_number_unsigned() ||
      found->get<std::uint64_t>() > static_cast<std::uint64_t>(greatest)) {
    return malformed(std::string(word) + " needs a whole number, at most " + std::to_string(greatest));
  }
  return found->get<std::int64_t>();
}

Result<ui::Selector> selector_of(const Json& step, const char* word) {
  TRY_ASSIGN(const std::string text, text_of(step, word));
  return ui::parse_selector(text);
}

// A name becomes part of a file's name.
Result<std::string> file_name_of(const Json& step, const char* word) {
  TRY_ASSIGN(const std::string name, text_of(step, word));
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  if (name.empty() || name.size() > limits::identifier_bytes_max || !std::all_of(name.begin(), name.end(), allowed)) {
    return malformed("a name has letters, digits, - and _ alone");
  }
  return name;
}

Result<Act> tap(const Json& step) {
  TRY_DONE(only_words(step, {"tap"}));
  TRY_ASSIGN(ui::Selector target, selector_of(step, "tap"));
  return Tap{std::move(target)};
}

Result<Act> drag(const Json& step) {
  TRY_DONE(only_words(step, {"drag", "to"}));
  TRY_ASSIGN(ui::Selector from, selector_of(step, "drag"));
  TRY_ASSIGN(ui::Selector to, selector_of(step, "to"));
  return Drag{std::move(from), std::move(to)};
}

Result<Act> press_key(const Json& step) {
  TRY_DONE(only_words(step, {"key"}));
  TRY_ASSIGN(std::string key, text_of(step, "key"));
  return PressKey{std::move(key)};
}

Result<Act> type_text(const Json& step) {
  TRY_DONE(only_words(step, {"type"}));
  TRY_ASSIGN(std::string text, text_of(step, "type"));
  return TypeText{std::move(text)};
}

Result<Act> wait(const Json& step) {
  TRY_DONE(only_words(step, {"wait", "ms"}));
  Wait result;
  TRY_ASSIGN(result.target, selector_of(step, "wait"));
  if (step.contains("ms")) {
    TRY_ASSIGN(result.ms_max, count_of(step, "ms", limits::script_advance_ms_max));
  }
  return result;
}

Result<Act> expect(const Json& step) {
  TRY_DONE(only_words(step, {"expect", "value", "text~"}));
  Expect result;
  TRY_ASSIGN(result.target, selector_of(step, "expect"));
  if (step.contains("value")) {
    TRY_ASSIGN(result.value, text_of(step, "value"));
  }
  if (step.contains("text~")) {
    TRY_ASSIGN(result.text_part, text_of(step, "text~"));
  }
  return result;
}

Result<Act> absent(const Json& step) {
  TRY_DONE(only_words(step, {"absent"}));
  TRY_ASSIGN(ui::Selector target, selector_of(step, "absent"));
  return Absent{std::move(target)};
}

Result<Act> advance(const Json& step) {
  TRY_DONE(only_words(step, {"advance_ms"}));
  TRY_ASSIGN(const std::int64_t ms, count_of(step, "advance_ms", limits::script_advance_ms_max));
  return Advance{ms};
}

Result<Act> capture(const Json& step) {
  TRY_DONE(only_words(step, {"capture"}));
  TRY_ASSIGN(std::string name, file_name_of(step, "capture"));
  return Capture{std::move(name)};
}

Result<Act> dump_tree(const Json& step) {
  TRY_DONE(only_words(step, {"tree"}));
  TRY_ASSIGN(std::string name, file_name_of(step, "tree"));
  return DumpTree{std::move(name)};
}

Result<Act> dump_speech(const Json& step) {
  TRY_DONE(only_words(step, {"speech"}));
  TRY_ASSIGN(std::string name, file_name_of(step, "speech"));
  return DumpSpeech{std::move(name)};
}

Result<Act> give_answer(const Json& step) {
  TRY_DONE(only_words(step, {"answer"}));
  TRY_ASSIGN(const std::string kind, text_of(step, "answer"));
  if (kind == "right") return GiveAnswer{AnswerKind::Right};
  if (kind == "wrong") return GiveAnswer{AnswerKind::Wrong};
  if (kind == "hint") return GiveAnswer{AnswerKind::Hint};
  if (kind == "guess") return GiveAnswer{AnswerKind::Guess};
  return malformed("answer is right, wrong, hint or guess");
}

Result<Step> parse_step(const Json& step, std::uint32_t line, int depth);

Result<Act> loop(const Json& step, std::uint32_t line, int depth) {
  TRY_DONE(only_words(step, {"loop", "steps"}));
  if (depth >= limits::script_loop_depth_max) return malformed("loops stand in loops too deep");
  Loop result;
  TRY_ASSIGN(const std::int64_t times, count_of(step, "loop", limits::script_loop_times_max));
  result.times = static_cast<std::uint32_t>(times);
  const auto steps = step.find("steps");
  if (steps == step.end() || !steps->is_array()) return malformed("a loop needs its steps in a list");
  for (const Json& inner : *steps) {
    TRY_ASSIGN(Step parsed, parse_step(inner, line, depth + 1));
    result.steps.push_back(std::move(parsed));
  }
  return result;
}

struct Word {
  std::string_view name;
  Result<Act> (*parse)(const Json&);
};
constexpr Word words[] = {{"tap", tap},         {"drag", drag},      {"key", press_key},      {"type", type_text},
                          {"wait", wait},       {"expect", expect},  {"absent", absent},      {"advance_ms", advance},
                          {"capture", capture}, {"tree", dump_tree}, {"speech", dump_speech}, {"answer", give_answer}};

Result<Step> parse_step(const Json& step, std::uint32_t line, int depth) {
  if (!step.is_object()) return malformed("a step is a JSON object");
  if (step.contains("loop")) {
    TRY_ASSIGN(Act act, loop(step, line, depth));
    return Step{line, std::move(act)};
  }
  for (const Word& word : words) {
    if (!step.contains(word.name)) continue;
    TRY_ASSIGN(Act act, word.parse(step));
    return Step{line, std::move(act)};
  }
  return malformed("there is no such step; see platform/script/SCRIPT.md");
}

Result<Step> parse_line(std::string_view text, std::uint32_t line) {
  bool too_deep = false;
  const Json::parser_callback_t watch_depth = [&too_deep](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > static_cast<int>(limits::json_depth_max);
    return !too_deep;
  };
  const Json step = Json::parse(text.begin(), text.end(), watch_depth, false);
  if (too_deep || step.is_discarded()) return malformed("it is no JSON");
  return parse_step(step, line, 0);
}

}  // namespace

Result<Script> parse_script(std::string_view text) {
  if (text.size() > limits::script_bytes_max) return fail(ErrorCode::LimitExceeded, "script", "it is too long");
  Script script;
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<Step> step = parse_line(content, line);
    if (!step) return fail(step.error().code, "script", "line " + std::to_string(line) + ": " + step.error().sentence);
    script.push_back(std::move(*step));
  }
  return script;
}

}  // namespace hornbook::platform
