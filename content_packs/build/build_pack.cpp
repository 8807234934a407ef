#include "content_packs/build/build_pack.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/pack/object_codec.hpp"

namespace hornbook::content {
namespace {

class Builder {
 public:
  explicit Builder(const PackSource& source) : source_(source) { built_.index = source.index; }

  Result<BuiltPack> build() {
    TRY_ASSIGN(const std::vector<Hash> item_objects, add_documents(source_.items));
    TRY_ASSIGN(const std::vector<Hash> passage_objects, add_documents(source_.passages));
    std::map<std::string, std::vector<Hash>> media_objects;
    for (const auto& [path, bytes] : source_.media) media_objects.emplace(path, add_file(bytes));
    list_objects();
    for (std::size_t i = 0; i < item_objects.size(); ++i) built_.index.items[i].object = index_of(item_objects[i]);
    for (std::size_t i = 0; i < passage_objects.size(); ++i)
      built_.index.passages[i].object = index_of(passage_objects[i]);
    for (const auto& [path, parts] : media_objects) add_media(path, parts);
    return std::move(built_);
  }

 private:
  Hash add_object(ByteView plain) {
    const Hash object = hash(plain);
    if (sizes_.emplace(object, plain.size()).second) built_.objects.emplace(object, pack::compress_object(plain));
    return object;
  }

  // One object for each item or passage.
  template <class Document>
  Result<std::vector<Hash>> add_documents(const std::vector<Document>& documents) {
    std::vector<Hash> objects;
    for (const Document& document : documents) {
      const std::string text = document.json.dump();
      if (text.size() > limits::object_bytes_max)
        return fail(ErrorCode::LimitExceeded, "pack", document.file + " is too long; split it");
      objects.push_back(add_object(as_bytes(text)));
    }
    return objects;
  }

  // Large files are split, so that a change costs one part.
  std::vector<Hash> add_file(ByteView bytes) {
    std::vector<Hash> parts;
    do {
      const ByteView part = bytes.first(std::min(bytes.size(), limits::object_bytes_max));
      parts.push_back(add_object(part));
      bytes = bytes.subspan(part.size());
    } while (!bytes.empty());
    return parts;
  }

  void list_objects() {
    for (const auto& [object, size] : sizes_) built_.index.objects.push_back({object, size});
  }

  std::uint32_t index_of(const Hash& object) const {
    return static_cast<std::uint32_t>(std::distance(sizes_.begin(), sizes_.find(object)));
  }

  void add_media(const std::string& path, const std::vector<Hash>& parts) {
    pack::MediaFile file{path, hash(source_.media.at(path)), {}};
    for (const Hash& part : parts) file.objects.push_back(index_of(part));
    built_.index.media.push_back(std::move(file));
  }

  const PackSource& source_;
  BuiltPack built_;
  std::map<Hash, std::uint64_t> sizes_;  // ordered by hash, as the index is
};

}  // namespace

Result<BuiltPack> build_pack(const PackSource& source) { return Builder(source).build(); }

Bytes to_file(const BuiltPack& built, std::span<const SigningKey* const> keys) {
  return pack::write_container(pack::sign_index(built.index, keys), built.objects);
}

}  // namespace hornbook::content
