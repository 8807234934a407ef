#include "runtime/engage/media/web_vtt.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

constexpr std::string_view arrow = "-->";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::uint32_t> digits(std::string_view text, std::size_t length) {
  std::uint32_t value = 0;
  if (text.size() != length) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// mm:ss.ttt or hh:mm:ss.ttt
std::optional<std::uint32_t> time_ms(std::string_view text) {
  std::optional<std::uint32_t> hours = 0;
  if (text.size() == 12 && text[2] == ':') {
    hours = digits(text.substr(0, 2), 2);
    text.remove_prefix(3);
  }
  if (text.size() != 9 || text[2] != ':' || text[5] != '.') return std::nullopt;
  const auto minutes = digits(text.substr(0, 2), 2);
  const auto seconds = digits(text.substr(3, 2), 2);
  const auto thousandths = digits(text.substr(6), 3);
  if (!hours || !minutes || !seconds || !thousandths || *minutes > 59 || *seconds > 59) return std::nullopt;
  return ((*hours * 60 + *minutes) * 60 + *seconds) * 1000 + *thousandths;
}

// What stands between & and ; (section 4.2.2).
std::string_view character_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{
      {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"nbsp", "\u00A0"}, {"lrm", "\u200E"}, {"rlm", "\u200F"}}};
  for (const auto& [each, character] : known)
    if (each == name) return character;
  return {};
}

// The words of one line in the markup of texts, without tags.
std::string words_of(std::string_view line) {
  std::string words;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '<') {
      const std::size_t end = line.find('>', at);
      if (end == std::string_view::npos) break;
      at = end;
      continue;
    }
    const std::size_t end = line[at] == '&' ? line.find(';', at) : std::string_view::npos;
    if (end != std::string_view::npos) {
      if (const std::string_view character = character_of(line.substr(at + 1, end - at - 1)); !character.empty()) {
        words += character;
        at = end;
        continue;
      }
    }
    if (std::string_view("$*[\\").find(line[at]) != std::string_view::npos) words += '\\';
    words += line[at];
  }
  return words;
}

class VttReader {
 public:
  explicit VttReader(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }

  Result<std::vector<Caption>> read() {
    const std::string_view first = next_line().value_or("");
    if (first != "WEBVTT" && !first.starts_with("WEBVTT ") && !first.starts_with("WEBVTT\t"))
      return bad("the first line has to be WEBVTT");
    skip_block();
    while (const auto line = next_line()) {
      if (trimmed(*line).empty()) continue;
      if (is_passed_over(*line)) {
        skip_block();
        continue;
      }
      TRY_DONE(cue(*line));
    }
    return std::move(captions_);
  }

 private:
  static bool is_passed_over(std::string_view line) {
    for (const std::string_view name : {"NOTE", "STYLE", "REGION"})
      if (line == name || (line.starts_with(name) && (line[name.size()] == ' ' || line[name.size()] == '\t')))
        return true;
    return false;
  }

  // Without its end, which is \n, \r\n or \r; nothing at the end of the file.
  std::optional<std::string_view> next_line() {
    if (rest_.empty()) return std::nullopt;
    ++line_;
    const std::size_t end = std::min(rest_.find_first_of("\r\n"), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (rest_.starts_with("\r\n")) {
      rest_.remove_prefix(2);
    } else if (!rest_.empty()) {
      rest_.remove_prefix(1);
    }
    return line;
  }

  void skip_block() {
    for (auto line = next_line(); line && !line->empty();) line = next_line();
  }

  Done cue(std::string_view line) {
    if (line.find(arrow) == std::string_view::npos) line = next_line().value_or("");  // it was the cue's identifier
    TRY_ASSIGN(Caption caption, times(line));
    for (auto next = next_line(); next && !trimmed(*next).empty(); next = next_line()) {
      const std::string words = words_of(trimmed(*next));
      if (!caption.text.empty() && !words.empty()) caption.text += ' ';
      caption.text += words;
    }
    if (trimmed(caption.text).empty()) return bad("a caption has no words");
    if (captions_.size() == limits::captions_max)
      return fail(ErrorCode::LimitExceeded, "captions",
                  "there are more than " + std::to_string(limits::captions_max) + " captions");
    captions_.push_back(std::move(caption));
    return {};
  }

  Result<Caption> times(std::string_view line) const {
    const std::size_t at = line.find(arrow);
    if (at == std::string_view::npos) return bad("a time such as 00:01.000 --> 00:04.000 is needed here");
    const std::string_view after = trimmed(line.substr(at + arrow.size()));
    const auto from = time_ms(trimmed(line.substr(0, at)));
    const auto until = time_ms(after.substr(0, after.find_first_of(" \t")));
    if (!from || !until) return bad("a time has to be written as 00:01.000");
    if (*until <= *from) return bad("a caption ends before it begins");
    if (!captions_.empty() && *from < captions_.back().until_ms)
      return bad("a caption begins before the one before it has ended");
    return Caption{*from, *until, {}};
  }

  [[nodiscard]] tl::unexpected<Error> bad(const char* what) const {
    return fail(ErrorCode::BadInput, "captions", "line " + std::to_string(line_) + ": " + what);
  }

  std::string_view rest_;
  int line_ = 0;
  std::vector<Caption> captions_;
};

}  // namespace

Result<std::vector<Caption>> parse_web_vtt(std::string_view text) {
  if (text.size() > limits::captions_bytes_max)
    return fail(ErrorCode::LimitExceeded, "captions",
                "the file is larger than " + std::to_string(limits::captions_bytes_max) + " bytes");
  return VttReader(text).read();
}

}  // namespace hornbook::engage
