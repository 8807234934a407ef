#include "content_packs/import/qti/body.hpp"

#include <algorithm>
#include <memory>

namespace hornbook::content::qti {
namespace {

constexpr char block_mark = '\x01';  // stands in the text for an interaction that is a block; XML has no such character
constexpr std::string_view blank = "____";
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
    for (const Element* each : interactions_in(*item_.body)) found_.push_back(each);
    inline_count_ = static_cast<std::size_t>(
        std::count_if(found_.begin(), found_.end(), [](const Element* each) { return is_inline(*each); }));
    const Content content = write_content(*item_.body, around());
    Body body;
    for (const Element* each : found_) {
      const ContentSurroundings inside{drawn_, where_of(*each), remarks_, inside_placeholder()};
      auto interaction = read_interaction(*each, item_, inside);
      if (!interaction) return std::nullopt;
      body.asked.push_back({std::move(*interaction), {}});
    }
    if (body.asked.empty()) {
      remarks_.push_back({Outcome::Refused, "nothing-asked", item_.id, "it asks nothing"});
      return std::nullopt;
    }
    share_out(content, body);
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
    if (element.name == "mediaInteraction") return left_out("media-left-out", "something to play");
    if (!is_inline(element)) return std::string("\n\n") + block_mark + "\n\n";
    if (inline_count_ == 1) return std::string(blank);
    return std::string(blank) + " (" + std::to_string(++inline_seen_) + ")";
  }

  std::string left_out(const char* code, const char* what) {
    remarks_.push_back({Outcome::Approximated, code, item_.id, std::string(what) + " was left out"});
    return {};
  }

  // In the text of an interaction: its gaps, and nothing of what goes there or of its prompt.
  static Placeholder inside_placeholder() {
    const auto count = std::make_shared<std::size_t>(0);
    return [count](const Element& element) -> std::optional<std::string> {
      if (element.name == "gap") return std::string(blank) + " (" + std::to_string(++*count) + ")";
      if (element.name == "gapText" || element.name == "gapImg" || element.name == "prompt") return std::string();
      return std::nullopt;
    };
  }

  // The text up to the first of the blocks is the item's, what follows the last too when there is only one.
  void share_out(const Content& content, Body& body) {
    std::vector<std::string> chunks(1);
    for (const char c : content.markup)
      if (c == block_mark)
        chunks.emplace_back();
      else
        chunks.back() += c;
    for (std::string& chunk : chunks) chunk = tidied(chunk);
    body.start.markup = chunks.front();
    body.start.pictures = content.pictures;
    std::size_t chunk = 0;
    std::size_t blanks = 0;
    for (Asked& asked : body.asked) {
      if (is_inline(*asked.interaction.element)) {
        if (inline_count_ > 1) asked.before.markup = "(" + std::to_string(++blanks) + ")";
        continue;
      }
      if (chunk > 0) asked.before.markup = chunks[chunk];
      ++chunk;
    }
    if (chunk == 0 || chunk >= chunks.size() || chunks[chunk].empty()) return;
    std::string& last = chunk == 1 ? body.start.markup : body.asked.back().before.markup;
    last += (last.empty() ? "" : "\n\n") + chunks[chunk];
  }

  const Item& item_;
  const Session& drawn_;
  Remarks& remarks_;
  std::vector<const Element*> found_;
  std::size_t inline_count_ = 0;
  std::size_t inline_seen_ = 0;
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
