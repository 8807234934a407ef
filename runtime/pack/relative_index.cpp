#include "runtime/pack/relative_index.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::pack {
namespace {

constexpr const char* place = "pack index";
constexpr std::size_t head_bytes = 5;  // "HBIX" and the version of the envelope

// Each number of an object, in the order of the bytes.
template <class Visit>
void for_each_object_number(Index& index, Visit visit) {
  for (IndexItem& item : index.items) visit(item.object);
  for (IndexPassage& passage : index.passages) visit(passage.object);
  for (MediaFile& file : index.media)
    for (std::uint32_t& object : file.objects) visit(object);
}

bool is_before(const ObjectEntry& a, const ObjectEntry& b) { return a.hash < b.hash; }

void make_relative(Index& index) {
  std::vector<ObjectEntry> named;
  std::vector<bool> is_named(index.objects.size());
  for_each_object_number(index, [&](std::uint32_t& object) {
    named.push_back(index.objects[object]);
    is_named[object] = true;
    object = 0;
  });
  for (std::size_t i = 0; i < index.objects.size(); ++i)
    if (!is_named[i]) named.push_back(index.objects[i]);
  index.objects = std::move(named);
}

Done make_absolute(Index& index) {
  const std::vector<ObjectEntry> named = std::move(index.objects);
  index.objects = named;
  std::sort(index.objects.begin(), index.objects.end(), is_before);
  const auto is_same = [](const ObjectEntry& a, const ObjectEntry& b) { return a.hash == b.hash; };
  index.objects.erase(std::unique(index.objects.begin(), index.objects.end(), is_same), index.objects.end());
  std::size_t next = 0;
  for_each_object_number(index, [&](std::uint32_t& object) {
    if (next < named.size()) {
      const auto found = std::lower_bound(index.objects.begin(), index.objects.end(), named[next], is_before);
      object = static_cast<std::uint32_t>(found - index.objects.begin());
    }
    ++next;
  });
  if (next > named.size()) return fail(ErrorCode::BadInput, place, "it names more objects than it lists");
  return {};
}

// The envelope with what `change` makes of its index.
template <class Change>
Result<Bytes> with_changed_index(ByteView envelope, Change change) {
  ByteReader reader(envelope);
  TRY_ASSIGN(const ByteView head, reader.raw(head_bytes));
  TRY_ASSIGN(const ByteView index_bytes, reader.sized(limits::pack_index_bytes_max));
  TRY_ASSIGN(Index index, decode_index_in_any_order(index_bytes));
  TRY_DONE(change(index));
  ByteWriter writer;
  writer.raw(head);
  writer.sized(encode(index));
  writer.raw(reader.rest());
  return writer.take();
}

}  // namespace

Result<Bytes> relative_index(ByteView signed_index) {
  return with_changed_index(signed_index, [](Index& index) -> Done {
    make_relative(index);
    return {};
  });
}

Result<Bytes> signed_index_of(ByteView relative) { return with_changed_index(relative, make_absolute); }

}  // namespace hornbook::pack
