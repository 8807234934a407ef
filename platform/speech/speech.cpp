#include "platform/speech/speech.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hornbook::platform {
namespace {

constexpr std::int64_t queue_ahead_ms = 400;
// A sentence without a mark is parted at a space behind this.
constexpr std::size_t sentence_bytes_max = 400;
// Of Latin, Devanagari, Arabic, Ethiopic, Burmese, Khmer and Chinese.
constexpr std::array<std::string_view, 14> marks{". ", "? ", "! ", ": ", "; ", "\n", "।",
                                                 "؟",  "።",  "။",  "។",  "。", "？", "！"};

}  // namespace

std::size_t sentence_end(std::string_view text, std::size_t begin) {
  std::size_t end = text.size();
  for (const std::string_view mark : marks) {
    const std::size_t found = text.find(mark, begin);
    if (found != std::string_view::npos) end = std::min(end, found + mark.size());
  }
  if (end - begin <= sentence_bytes_max) return end;
  const std::size_t space = text.find(' ', begin + sentence_bytes_max);
  return space == std::string_view::npos ? end : std::min(end, space + 1);
}

Done Speech::say(std::string text, std::string language, float pace) {
  stop();
  text_ = std::move(text);
  language_ = std::move(language);
  pace_ = pace;
  queued_ = 0;
  queued_ms_ = 0;
  speaking_ = true;
  Done first = queue_sentence();
  if (!first) stop();
  if (first && keeps_transcript_) transcript_.push_back({text_, language_, 0});
  return first;
}

void Speech::stop() {
  if (speaking_) output_.stop();
  speaking_ = false;
  words_.clear();
}

Done Speech::queue_sentence() {
  const std::size_t begin = queued_;
  queued_ = sentence_end(text_, begin);
  TRY_ASSIGN(const Spoken spoken, voice_.say(text_.substr(begin, queued_ - begin), language_, pace_));
  if (begin == 0) output_.start({spoken.rate_hz, 1});
  output_.queue(spoken.samples);
  for (SpokenWord word : spoken.words) {
    word.begin += static_cast<std::uint32_t>(begin);
    word.end += static_cast<std::uint32_t>(begin);
    word.at_ms += queued_ms_;
    words_.push_back(word);
  }
  queued_ms_ += static_cast<std::int64_t>(spoken.samples.size()) * 1000 / spoken.rate_hz;
  return {};
}

std::vector<SpeechEvent> Speech::take_events() {
  std::vector<SpeechEvent> events;
  if (!speaking_) return events;
  const std::int64_t heard_ms = output_.position_ms();
  while (queued_ < text_.size() && queued_ms_ - heard_ms <= queue_ahead_ms) {
    if (!queue_sentence()) continue;
  }
  for (; !words_.empty() && words_.front().at_ms <= heard_ms; words_.pop_front()) {
    events.emplace_back(WordHeard{words_.front().begin, words_.front().end});
    if (!transcript_.empty()) transcript_.back().heard_bytes = words_.front().end;
  }
  if (words_.empty() && queued_ == text_.size() && output_.is_drained()) {
    speaking_ = false;
    output_.stop();
    events.emplace_back(SpeechOver{});
  }
  return events;
}

std::optional<MonotonicMs> Speech::next_change() const {
  if (!speaking_) return std::nullopt;
  const std::int64_t heard_ms = output_.position_ms();
  std::int64_t next_ms = words_.empty() ? queued_ms_ : words_.front().at_ms;
  if (queued_ < text_.size()) next_ms = std::min(next_ms, queued_ms_ - queue_ahead_ms);
  // A device that hears its last samples late is asked again soon.
  return clock_.monotonic_ms() + std::max<std::int64_t>(next_ms - heard_ms, 10);
}

}  // namespace hornbook::platform
