// The XHTML of items as texts with markup. What a session's variables decide is written out: printed variables, and
// what is shown or hidden by template variables and by outcomes.
#pragma once

#include <functional>

#include "content_packs/import/qti/session.hpp"
#include "content_packs/import/report.hpp"
#include "content_packs/import/things.hpp"

namespace hornbook::content::qti {

struct Picture {
  std::string source;  // as written, relative to the item's file
  std::string description;
};

struct Played {
  bool is_video = false;
  std::vector<std::string> sources;  // one after another, the first that can be played; as written
  std::string captions;              // likewise; may be empty
  std::string described_by;          // the id of an element whose words are heard; may be empty
  std::string description;           // without markup; may be empty
};

struct Content {
  std::string markup;
  std::vector<Picture> pictures;
  std::vector<Played> played = {};

  [[nodiscard]] bool is_empty() const { return markup.empty() && pictures.empty(); }
};

// What stands in the text for an interaction; nothing for elements that are none.
using Placeholder = std::function<std::optional<std::string>(const Element& element)>;

struct ContentSurroundings {
  const Session& session;
  std::string where;  // for remarks
  Remarks& remarks;
  Placeholder placeholder;
};

// All that is in `element`.
[[nodiscard]] Content write_content(const Element& element, const ContentSurroundings& around);
// Without its signs, for places that show words alone.
[[nodiscard]] std::string plain_words(std::string_view markup);
// No spaces at the ends of lines, before them only those of lists, and no more than one empty line.
[[nodiscard]] std::string tidied(std::string_view markup);

}  // namespace hornbook::content::qti
