#include "content_packs/import/qti/body.hpp"

#include <algorithm>
#include <memory>

namespace hornbook::content::qti {
namespace {

constexpr char block_mark = '\x01';  // stands in the text for an interaction that is a block; XML has no such character
constexpr std::size_t feedback_bytes_max = 600;

bool is_shown(const Element& feedback, const Session& session) {
  const Value value = session.value(feedback.attribute("outcomeIdentifier"));
  const std::string_view wanted = feedback.attribute("identifier");
  const bool has = std::any_of(value.scalars.begin(), value.scalars.end(),
                               [&](const Scalar& scalar) { return to_text(scalar) == wanted; });
  return has == (feedback.attribute("showHide") != "hide");
}

class Reader {
 public:
  Reader(const Item& item, const Session& drawn, Remarks& remarks) : item_(item), drawn_(drawn), remarks_(remarks) {}

  std::optional<Body> read() {
    const std::vector<const Element*> found = interactions_in(*item_.body);
    Body body;
    Content content = write_content(*item_.body, around());
    body.played = std::move(content.played);
    body.texts = texts_between_blocks(std::move(content), body.pictures);
    std::size_t blocks = 0;
    std::size_t things = 0;
    for (const Element* each : found) {
      const ContentSurroundings inside{drawn_, where_of(*each), remarks_, inside_placeholder()};
      auto interaction = read_interaction(*each, item_, inside);
      if (!interaction) return std::nullopt;
      if (is_inline(*each))
        body.asked.push_back({std::move(*interaction), blocks, ++things});
      else
        body.asked.push_back({std::move(*interaction), blocks++, 0});
    }
    if (body.asked.empty()) {
      remarks_.push_back({Outcome::Refused, "nothing-asked", item_.id, "it asks nothing"});
      return std::nullopt;
    }
    body.texts.resize(blocks + 1);
    return body;
  }

 private:
  // Those that are answered; what only plays, hints or ends the attempt is not.
  std::vector<const Element*> interactions_in(const Element& element) {
    std::vector<const Element*> found;
    for (const Element& child : element.children) {
      if (child.name == "mediaInteraction" || child.name == "endAttemptInteraction") continue;
      if (is_interaction(child)) {
        found.push_back(&child);
      } else {
        const auto below = interactions_in(child);
        found.insert(found.end(), below.begin(), below.end());
      }
    }
    return found;
  }

  static std::string where_of(const Element& interaction) {
    return std::string(interaction.attribute("responseIdentifier"));
  }

  ContentSurroundings around() {
    return {drawn_, item_.id, remarks_, [this](const Element& element) { return placeholder(element); }};
  }

  std::optional<std::string> placeholder(const Element& element) {
    if (!is_interaction(element)) return std::nullopt;
    if (element.name == "endAttemptInteraction") return left_out("button-left-out", "a button that ends or helps");
    if (element.name == "mediaInteraction") return std::nullopt;  // what it plays is read like the text around it
    if (!is_inline(element)) return std::string("\n\n") + block_mark + "\n\n";
    return thing_here(++things_);
  }

  std::string left_out(const char* code, const char* what) {
    remarks_.push_back({Outcome::Approximated, code, item_.id, std::string(what) + " was left out"});
    return {};
  }

  // In the text of an interaction: its gaps or words to choose, and nothing of what goes there or of its prompt.
  static Placeholder inside_placeholder() {
    const auto count = std::make_shared<std::size_t>(0);
    return [count](const Element& element) -> std::optional<std::string> {
      if (element.name == "gap" || element.name == "hottext") return thing_here(++*count);
      if (element.name == "gapText" || element.name == "gapImg" || element.name == "prompt") return std::string();
      return std::nullopt;
    };
  }

  static std::vector<std::string> texts_between_blocks(Content content, std::vector<Picture>& pictures) {
    std::vector<std::string> texts(1);
    for (const char c : content.markup)
      if (c == block_mark)
        texts.emplace_back();
      else
        texts.back() += c;
    for (std::string& text : texts) text = tidied(text);
    pictures = std::move(content.pictures);
    return texts;
  }

  const Item& item_;
  const Session& drawn_;
  Remarks& remarks_;
  std::size_t things_ = 0;
};

}  // namespace

std::optional<Body> read_body(const Item& item, const Session& drawn, Remarks& remarks) {
  return Reader(item, drawn, remarks).read();
}

std::string feedback_in(const Item& item, const Session& before, const Session& after) {
  std::string all;
  for (const char* name : {"feedbackInline", "feedbackBlock", "modalFeedback"})
    for (const Element* each : all_called(item.root, name)) {
      if (!is_shown(*each, after) || is_shown(*each, before)) continue;
      Remarks unused;
      const Content content =
          write_content(*each, {after, item.id, unused, [](const Element& element) {
                                  return is_interaction(element) ? std::optional<std::string>("") : std::nullopt;
                                }});
      if (!content.markup.empty()) all += (all.empty() ? "" : "\n") + content.markup;
    }
  return all.size() > feedback_bytes_max ? std::string() : all;
}

}  // namespace hornbook::content::qti
