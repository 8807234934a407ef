#include "runtime/pack/container.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "runtime/core/limits.hpp"
#include "runtime/pack/object_codec.hpp"

namespace hornbook::pack {
namespace {

constexpr const char* place = "pack file";
constexpr std::array<std::uint8_t, 4> magic = {'H', 'B', 'P', 'K'};
constexpr std::uint8_t container_version = 1;
constexpr std::size_t signed_index_bytes_max = limits::pack_index_bytes_max + 4096;
// zstd's bound for the largest object, with room.
constexpr std::size_t compressed_bytes_max = limits::object_bytes_max + 4096;

tl::unexpected<Error> too_short() { return fail(ErrorCode::BadInput, place, "it ends too early; copy it again"); }

// Where the bytes come from, front to back.
class Source {
 public:
  virtual ~Source() = default;
  [[nodiscard]] virtual Result<Bytes> take(std::size_t size) = 0;
  [[nodiscard]] virtual bool at_end() = 0;
};

class MemorySource final : public Source {
 public:
  explicit MemorySource(ByteView bytes) : rest_(bytes) {}
  Result<Bytes> take(std::size_t size) override {
    if (rest_.size() < size) return too_short();
    Bytes result(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(size));
    rest_ = rest_.subspan(size);
    return result;
  }
  bool at_end() override { return rest_.empty(); }

 private:
  ByteView rest_;
};

class FileSource final : public Source {
 public:
  FileSource(std::ifstream stream, std::uint64_t size) : stream_(std::move(stream)), left_(size) {}
  Result<Bytes> take(std::size_t size) override {
    if (left_ < size) return too_short();
    Bytes result(size);
    if (!stream_.read(reinterpret_cast<char*>(result.data()), static_cast<std::streamsize>(size)))
      return fail(ErrorCode::StorageFailure, place, "it cannot be read to its end; check the medium");
    left_ -= size;
    return result;
  }
  bool at_end() override { return left_ == 0; }

 private:
  std::ifstream stream_;
  std::uint64_t left_;
};

Result<std::size_t> take_size(Source& source, std::size_t size_max) {
  TRY_ASSIGN(const Bytes bytes, source.take(4));
  TRY_ASSIGN(const std::uint32_t size, ByteReader(bytes).u32());
  if (size > size_max) return fail(ErrorCode::LimitExceeded, place, "a part of it is larger than it may be");
  return size;
}

Done visit_objects(Source& source, const Index& index, const ContainerVisitor& visitor) {
  for (const ObjectEntry& entry : index.objects) {
    TRY_ASSIGN(const std::size_t size, take_size(source, compressed_bytes_max));
    TRY_ASSIGN(const Bytes stored_hash, source.take(Hash::size));
    TRY_ASSIGN(const Bytes compressed, source.take(size));
    // Several frames decompress to the same bytes; this hash notices a change that the plain bytes would hide.
    if (!std::equal(stored_hash.begin(), stored_hash.end(), hash(compressed).bytes.begin()))
      return fail(ErrorCode::Corrupt, place, "an object is damaged; copy the file again");
    TRY_ASSIGN(const Bytes plain, decompress_object(compressed, entry.hash));
    if (plain.size() != entry.size)
      return fail(ErrorCode::Corrupt, place, "an object has another size than its index says");
    TRY_DONE(visitor.object(entry.hash, compressed, plain));
  }
  if (!source.at_end()) return fail(ErrorCode::BadInput, place, "there is data after its end");
  return {};
}

Done visit_source(Source& source, const ContainerVisitor& visitor) {
  TRY_ASSIGN(const Bytes start, source.take(magic.size() + 1));
  if (!std::equal(magic.begin(), magic.end(), start.begin()))
    return fail(ErrorCode::BadInput, place, "it is no pack file");
  if (start.back() != container_version)
    return fail(ErrorCode::BadInput, place, "it is of a version that this program does not know; update Hornbook");
  TRY_ASSIGN(const std::size_t size, take_size(source, signed_index_bytes_max));
  TRY_ASSIGN(const Bytes signed_index, source.take(size));
  TRY_ASSIGN(const SignedIndex read, read_signed_index(signed_index));
  TRY_DONE(visitor.index(signed_index, read));
  return visit_objects(source, read.index, visitor);
}

}  // namespace

Bytes write_container(ByteView signed_index, const CompressedObjects& objects) {
  ByteWriter writer;
  writer.raw(magic);
  writer.u8(container_version);
  writer.u32(static_cast<std::uint32_t>(signed_index.size()));
  writer.raw(signed_index);
  for (const auto& [object, compressed] : objects) {
    writer.u32(static_cast<std::uint32_t>(compressed.size()));
    writer.raw(hash(compressed).view());
    writer.raw(compressed);
  }
  return writer.take();
}

Done visit_container(ByteView bytes, const ContainerVisitor& visitor) {
  MemorySource source(bytes);
  return visit_source(source, visitor);
}

Done visit_container_file(const std::filesystem::path& file, const ContainerVisitor& visitor) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(file, failure);
  if (failure) return fail(ErrorCode::NotFound, place, file.string() + " is not there or is no file");
  if (size > limits::pack_bytes_max) return fail(ErrorCode::LimitExceeded, place, file.string() + " is too large");
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(ErrorCode::StorageFailure, place, file.string() + " cannot be read; check its permissions");
  FileSource source(std::move(stream), size);
  return visit_source(source, visitor);
}

}  // namespace hornbook::pack
