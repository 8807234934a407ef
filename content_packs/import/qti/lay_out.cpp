#include "content_packs/import/qti/lay_out.hpp"

#include <algorithm>

#include "content_packs/import/spelling.hpp"
#include "runtime/engage/source/text_blocks.hpp"

namespace hornbook::content::qti {
namespace {

constexpr const char* paragraphs = "\n\n";

// Up to the paragraph in which the first thing stands, and from there on.
std::pair<std::string, std::string> cut_before_things(const std::string& text) {
  const std::size_t thing = text.find(thing_here(things_in(text).front()));
  const std::size_t end = text.rfind(paragraphs, thing);
  if (end == std::string::npos) return {"", text};
  return {text.substr(0, end), text.substr(end + 2)};
}

// A table that has all things is a task by itself; what stands behind it is cut off.
std::string cut_behind_table(std::string& text) {
  const auto blocks = engage::blocks_of(text);
  const std::size_t end = text.find(paragraphs);
  if (!std::holds_alternative<engage::TextTable>(blocks.front().what) || end == std::string::npos) return {};
  if (!things_in(std::string_view(text).substr(end)).empty()) return {};
  std::string behind = text.substr(end + 2);
  text.resize(end);
  return behind;
}

class Layouter {
 public:
  Layouter(const Body& body, Layout layout) : body_(body), layout_(layout) {
    things_ = static_cast<std::size_t>(
        std::count_if(body.asked.begin(), body.asked.end(), [](const Asked& asked) { return asked.thing > 0; }));
  }

  LaidOut lay_out() {
    for (std::size_t text = 0; text < body_.texts.size(); ++text) {
      std::string lead = take_things_in(text);
      const bool is_last = text + 1 == body_.texts.size();
      if (text == 0) result_.start = std::move(lead);
      if (is_last && text > 0) put_behind(std::move(lead), text);
      for (std::size_t at = 0; at < body_.asked.size() && !is_last; ++at)
        if (body_.asked[at].thing == 0 && body_.asked[at].text == text)
          result_.tasks.push_back({{at}, text == 0 ? "" : std::move(lead), ""});
    }
    return std::move(result_);
  }

 private:
  // Adds the tasks that stand in a text; gives what is left of it to read.
  std::string take_things_in(std::size_t text) {
    const std::string& markup = body_.texts[text];
    std::vector<std::size_t> here;
    for (std::size_t at = 0; at < body_.asked.size(); ++at)
      if (body_.asked[at].thing > 0 && body_.asked[at].text == text) here.push_back(at);
    if (layout_ == Layout::Together && is_cloze(here) && !things_in(markup).empty()) {
      auto [lead, rest] = cut_before_things(markup);
      lead = joined(lead, cut_behind_table(rest), paragraphs);
      result_.tasks.push_back({std::move(here), text == 0 ? "" : lead, std::move(rest)});
      return text == 0 ? lead : "";
    }
    for (const std::size_t at : here)
      result_.tasks.push_back({{at}, things_ > 1 ? "(" + std::to_string(body_.asked[at].thing) + ")" : "", ""});
    return with_things(
        markup,
        [&](std::size_t thing) { return things_ > 1 ? "____ (" + std::to_string(thing) + ")" : std::string("____"); },
        [](std::string_view words) { return std::string(words); });
  }

  [[nodiscard]] bool is_cloze(const std::vector<std::size_t>& here) const {
    const auto chooses = [&](std::size_t at) { return body_.asked[at].interaction.asks != Asks::Text; };
    return here.size() > 1 || std::any_of(here.begin(), here.end(), chooses);
  }

  // What stands behind the last block is read with it, or before it when it is the only one.
  void put_behind(std::string words, std::size_t blocks) {
    std::string& last = blocks == 1 ? result_.start : result_.tasks.back().lead;
    last = joined(last, words, paragraphs);
  }

  const Body& body_;
  Layout layout_;
  std::size_t things_ = 0;
  LaidOut result_;
};

}  // namespace

LaidOut lay_out(const Body& body, Layout layout) { return Layouter(body, layout).lay_out(); }

}  // namespace hornbook::content::qti
