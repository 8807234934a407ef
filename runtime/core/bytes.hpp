// Reading and writing of bytes for every format of ours: little-endian integers, LEB128 varints, length-prefixed text.
// A reader never reads past its end and never allocates more than its input holds.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] inline ByteView as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view as_text(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class ByteWriter {
 public:
  void u8(std::uint8_t value);
  void u16(std::uint16_t value);
  void u32(std::uint32_t value);
  void u64(std::uint64_t value);
  void varint(std::uint64_t value);        // unsigned LEB128, at most 10 bytes
  void signed_varint(std::int64_t value);  // zigzag, then LEB128
  void raw(ByteView bytes);
  void sized(ByteView bytes);  // varint length, then the bytes
  void text(std::string_view value) { sized(as_bytes(value)); }

  [[nodiscard]] ByteView view() const { return bytes_; }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] Bytes take() { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

// Every read fails with BadInput when the input ends too early; a varint that is longer than 10 bytes or not minimal
// fails too, so that each value has one encoding.
class ByteReader {
 public:
  explicit ByteReader(ByteView bytes) : rest_(bytes) {}

  [[nodiscard]] Result<std::uint8_t> u8();
  [[nodiscard]] Result<std::uint16_t> u16();
  [[nodiscard]] Result<std::uint32_t> u32();
  [[nodiscard]] Result<std::uint64_t> u64();
  [[nodiscard]] Result<std::uint64_t> varint();
  [[nodiscard]] Result<std::uint64_t> varint_up_to(std::uint64_t greatest);
  [[nodiscard]] Result<std::int64_t> signed_varint();
  [[nodiscard]] Result<ByteView> raw(std::size_t size);
  [[nodiscard]] Result<ByteView> sized(std::size_t size_max);
  [[nodiscard]] Result<std::string> text(std::size_t size_max);
  [[nodiscard]] Done end();  // BadInput when bytes are left

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] ByteView rest() const { return rest_; }

  template <class Id>
  [[nodiscard]] Result<Id> id() {
    TRY_ASSIGN(const ByteView bytes, raw(Id::size));
    Id result;
    std::copy(bytes.begin(), bytes.end(), result.bytes.begin());
    return result;
  }

 private:
  ByteView rest_;
};

}  // namespace hornbook
