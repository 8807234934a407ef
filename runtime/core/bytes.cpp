#include "runtime/core/bytes.hpp"

#include "runtime/core/ids.hpp"

namespace hornbook {
namespace {

tl::unexpected<Error> too_short() { return fail(ErrorCode::BadInput, "bytes", "the data ends too early"); }

template <class T>
void put_little_endian(Bytes& bytes, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

template <class T>
Result<T> get_little_endian(ByteView& rest) {
  if (rest.size() < sizeof(T)) return too_short();
  T value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) value = static_cast<T>(value | (T{rest[i]} << (8 * i)));
  rest = rest.subspan(sizeof(T));
  return value;
}

}  // namespace

void ByteWriter::u8(std::uint8_t value) { bytes_.push_back(value); }
void ByteWriter::u16(std::uint16_t value) {
  bytes_.push_back(static_cast<std::uint8_t>(value & 0xff));
  bytes_.push_back(static_cast<std::uint8_t>(value >> 8));
}
void ByteWriter::u32(std::uint32_t value) { put_little_endian(bytes_, value); }
void ByteWriter::u64(std::uint64_t value) { put_little_endian(bytes_, value); }

void ByteWriter::varint(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<std::uint8_t>(value | 0x80));
    value >>= 7;
  }
  bytes_.push_back(static_cast<std::uint8_t>(value));
}

void ByteWriter::signed_varint(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  varint((bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void ByteWriter::raw(ByteView bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }

void ByteWriter::sized(ByteView bytes) {
  varint(bytes.size());
  raw(bytes);
}

Result<std::uint8_t> ByteReader::u8() {
  if (rest_.empty()) return too_short();
  const std::uint8_t value = rest_[0];
  rest_ = rest_.subspan(1);
  return value;
}
Result<std::uint16_t> ByteReader::u16() {
  TRY_ASSIGN(const unsigned low, u8());
  TRY_ASSIGN(const unsigned high, u8());
  return static_cast<std::uint16_t>(low | (high << 8));
}
Result<std::uint32_t> ByteReader::u32() { return get_little_endian<std::uint32_t>(rest_); }
Result<std::uint64_t> ByteReader::u64() { return get_little_endian<std::uint64_t>(rest_); }

Result<std::uint64_t> ByteReader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 70; shift += 7) {
    TRY_ASSIGN(const std::uint8_t byte, u8());
    const std::uint64_t part = byte & 0x7f;
    if (shift == 63 && part > 1) break;
    value |= part << shift;
    if ((byte & 0x80) != 0) continue;
    if (part == 0 && shift > 0) break;  // not minimal
    return value;
  }
  return fail(ErrorCode::BadInput, "bytes", "a number is not written in its shortest form");
}

Result<std::uint64_t> ByteReader::varint_up_to(std::uint64_t greatest) {
  TRY_ASSIGN(const std::uint64_t value, varint());
  if (value > greatest) return fail(ErrorCode::LimitExceeded, "bytes", "a number is greater than its limit");
  return value;
}

Result<std::int64_t> ByteReader::signed_varint() {
  TRY_ASSIGN(const std::uint64_t bits, varint());
  return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
}

Result<ByteView> ByteReader::raw(std::size_t size) {
  if (rest_.size() < size) return too_short();
  const ByteView result = rest_.first(size);
  rest_ = rest_.subspan(size);
  return result;
}

Result<ByteView> ByteReader::sized(std::size_t size_max) {
  TRY_ASSIGN(const std::uint64_t size, varint_up_to(size_max));
  return raw(static_cast<std::size_t>(size));
}

Result<std::string> ByteReader::text(std::size_t size_max) {
  TRY_ASSIGN(const ByteView bytes, sized(size_max));
  return std::string(as_text(bytes));
}

Done ByteReader::end() {
  if (!rest_.empty()) return fail(ErrorCode::BadInput, "bytes", "there is data after the end");
  return {};
}

std::string to_hex(ByteView bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text.push_back(digits[byte >> 4]);
    text.push_back(digits[byte & 15]);
  }
  return text;
}

Result<Bytes> bytes_from_hex(std::string_view text) {
  const auto nibble = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
  };
  if (text.size() % 2 != 0) return fail(ErrorCode::BadInput, "hexadecimal", "it has an odd number of digits");
  Bytes bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = nibble(text[i]);
    const int low = nibble(text[i + 1]);
    if (high < 0 || low < 0) return fail(ErrorCode::BadInput, "hexadecimal", "it has a character that is no digit");
    bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
  }
  return bytes;
}

}  // namespace hornbook
