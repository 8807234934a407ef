#include "runtime/pack/pack_content.hpp"

#include <algorithm>

#include "runtime/engage/task.hpp"
#include "runtime/pack/curriculum.hpp"
#include "runtime/pack/passage_decode.hpp"

namespace hornbook::pack {

Pack::Content::Content(SignedIndex signed_index, ReadObject read_object)
    : signed_index_(std::move(signed_index)),
      read_object_(std::move(read_object)),
      curriculum_(std::make_shared<const interpret::Curriculum>(curriculum_of(index(), signed_index_.hash))) {
  for (const Misconception& misconception : index().misconceptions)
    misconceptions_.emplace(misconception.id, static_cast<std::uint16_t>(misconceptions_.size()));
}

ItemSurroundings Pack::Content::surroundings() const {
  ItemSurroundings result;
  result.languages = index().languages;
  result.misconception = [this](const std::string& id) -> std::optional<std::uint16_t> {
    const auto found = misconceptions_.find(id);
    if (found == misconceptions_.end()) return std::nullopt;
    return found->second;
  };
  result.media = [this](const std::string& path, engage::MediaUse use) { return media_file(path, use); };
  return result;
}

tl::expected<engage::MediaFile, std::string> Pack::Content::media_file(const std::string& path,
                                                                       engage::MediaUse use) const {
  const auto content = content_of_media(index(), path);
  if (!content) return engage::no_such_media(path);
  engage::MediaFile file{*content, std::nullopt, {}};
  if (use != engage::MediaUse::Captions) return file;
  const auto bytes = media(*content);
  if (!bytes) return tl::unexpected(bytes.error().sentence);
  file.text = as_text(*bytes);
  return file;
}

Result<DecodedItem> Pack::Content::item(std::uint32_t item_index) const {
  constexpr const char* place = "pack item";
  if (item_index >= index().items.size()) return fail(ErrorCode::BadInput, place, "the pack has no such item");
  const IndexItem& item = index().items[item_index];
  TRY_ASSIGN(const Bytes bytes, read_object_(index().objects[item.object].hash));
  TRY_ASSIGN(const Json json, parse_json(bytes, place));
  auto decoded = decode_item(json, surroundings());
  if (!decoded) return tl::unexpected(to_error(decoded.error(), place));
  const std::string passage = item.passage == 0 ? std::string() : index().passages[item.passage - 1].id;
  if (decoded->id != item.id || engage::kind_of(decoded->item) != item.kind || decoded->passage != passage)
    return fail(ErrorCode::Corrupt, place, "the item and its entry in the index do not agree");
  return std::move(*decoded);
}

Result<engage::Passage> Pack::Content::passage(std::uint32_t passage_index, std::string_view language) const {
  constexpr const char* place = "passage";
  if (passage_index >= index().passages.size()) return fail(ErrorCode::BadInput, place, "the pack has no such passage");
  const IndexPassage& entry = index().passages[passage_index];
  TRY_ASSIGN(const Bytes bytes, read_object_(index().objects[entry.object].hash));
  TRY_ASSIGN(const Json json, parse_json(bytes, place));
  const auto decoded = decode_passage(json, surroundings());
  if (!decoded) return tl::unexpected(to_error(decoded.error(), place));
  if (decoded->id != entry.id || levels_of(*decoded) != entry.levels)
    return fail(ErrorCode::Corrupt, place, "the passage and its entry in the index do not agree");
  TRY_ASSIGN(engage::Passage passage, engage::compose_passage(*decoded, language));
  passage.index = passage_index;
  return passage;
}

Result<Bytes> Pack::Content::media(const Hash& content) const {
  const auto& files = index().media;
  const auto file =
      std::find_if(files.begin(), files.end(), [&](const MediaFile& each) { return each.content == content; });
  if (file == files.end()) return fail(ErrorCode::NotFound, "pack media", "the pack has no such picture or sound");
  Bytes whole;
  for (const std::uint32_t object : file->objects) {
    TRY_ASSIGN(const Bytes part, read_object_(index().objects[object].hash));
    whole.insert(whole.end(), part.begin(), part.end());
  }
  if (hornbook::hash(whole) != content)
    return fail(ErrorCode::Corrupt, "pack media", "its parts do not make the whole file");
  return whole;
}

}  // namespace hornbook::pack
