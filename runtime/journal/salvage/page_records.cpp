#include "runtime/journal/salvage/page_records.hpp"

#include <algorithm>
#include <array>

#include "runtime/core/limits.hpp"

namespace hornbook::journal {
namespace {

enum class PageKind : std::uint8_t { InnerIndex = 0x02, IndexLeaf = 0x0a, TableLeaf = 0x0d };

// Nothing in the journal is longer than a learner's capsule, sealed.
constexpr std::uint64_t record_bytes_max = limits::capsule_bytes_max + 4096;
constexpr std::size_t columns_max = 16;

// Reads SQLite's numbers; past the end everything is zero and `is_good` false.
class CellReader {
 public:
  explicit CellReader(ByteView bytes) : rest_(bytes) {}

  // Section 1.6: big-endian groups of seven bits, the ninth byte whole.
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) {
      const std::uint64_t byte = big_endian(1);
      value = value << 7 | (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    return value << 8 | big_endian(1);
  }
  std::uint64_t big_endian(std::size_t size) {
    std::uint64_t value = 0;
    for (const std::uint8_t byte : raw(size)) value = value << 8 | byte;
    return value;
  }
  ByteView raw(std::uint64_t size) {
    if (size > rest_.size()) {
      is_good_ = false;
      rest_ = {};
      return {};
    }
    const ByteView taken = rest_.first(static_cast<std::size_t>(size));
    rest_ = rest_.subspan(taken.size());
    return taken;
  }
  [[nodiscard]] bool is_good() const { return is_good_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  ByteView rest_;
  bool is_good_ = true;
};

// Section 1.6: how many bytes of a payload stand in its cell; the rest is in a chain of overflow pages.
std::uint64_t bytes_in_cell(std::uint64_t payload, std::size_t page_size, PageKind kind) {
  const std::uint64_t greatest = kind == PageKind::TableLeaf ? page_size - 35 : (page_size - 12) * 64 / 255 - 23;
  if (payload <= greatest) return payload;
  const std::uint64_t least = (page_size - 12) * 32 / 255 - 23;
  const std::uint64_t wanted = least + (payload - least) % (page_size - 4);
  return wanted <= greatest ? wanted : least;
}

std::optional<Bytes> whole_payload(CellReader& cell, std::uint64_t size, std::size_t page_size, PageKind kind,
                                   const ReadPage& read) {
  if (size > record_bytes_max) return std::nullopt;
  const std::uint64_t here = bytes_in_cell(size, page_size, kind);
  const ByteView local = cell.raw(here);
  Bytes payload(local.begin(), local.end());
  std::uint64_t next = here < size ? cell.big_endian(4) : 0;
  while (cell.is_good() && payload.size() < size) {
    const auto page = read(static_cast<std::uint32_t>(next));
    if (!page || page->size() != page_size) return std::nullopt;
    CellReader overflow(*page);
    next = overflow.big_endian(4);
    const ByteView more = overflow.raw(std::min<std::uint64_t>(size - payload.size(), page_size - 4));
    payload.insert(payload.end(), more.begin(), more.end());
  }
  return cell.is_good() ? std::optional<Bytes>(std::move(payload)) : std::nullopt;
}

// Section 2.1. nullopt for a type that the journal's tables do not have.
std::optional<Value> value_of(std::uint64_t type, CellReader& body) {
  constexpr std::array<std::size_t, 7> integer_sizes = {0, 1, 2, 3, 4, 6, 8};
  if (type == 0) return Value{Null{}};
  if (type < integer_sizes.size()) {
    const std::size_t size = integer_sizes[type];
    const std::size_t unused_bits = 64 - 8 * size;
    return Value{static_cast<std::int64_t>(body.big_endian(size) << unused_bits) >> unused_bits};
  }
  if (type == 8 || type == 9) return Value{static_cast<std::int64_t>(type - 8)};
  if (type < 12) return std::nullopt;
  const ByteView bytes = body.raw((type - 12) / 2);
  if (type % 2 == 0) return Value{Bytes(bytes.begin(), bytes.end())};
  return Value{std::string(as_text(bytes))};
}

std::optional<std::vector<Value>> values_of(ByteView payload) {
  CellReader header(payload);
  const std::uint64_t header_size = header.varint();
  if (header_size > payload.size()) return std::nullopt;
  const std::size_t length_of_size = header_size < 0x80 ? 1 : 2;
  if (header_size < length_of_size) return std::nullopt;
  CellReader types(payload.subspan(length_of_size, static_cast<std::size_t>(header_size) - length_of_size));
  CellReader body(payload.subspan(static_cast<std::size_t>(header_size)));
  std::vector<Value> values;
  while (!types.at_end()) {
    auto value = value_of(types.varint(), body);
    if (!value || !types.is_good() || !body.is_good() || values.size() == columns_max) return std::nullopt;
    values.push_back(std::move(*value));
  }
  return body.at_end() ? std::optional(std::move(values)) : std::nullopt;
}

std::optional<Record> record_at(ByteView page, std::size_t at, PageKind kind, const ReadPage& read) {
  if (at >= page.size()) return std::nullopt;
  CellReader cell(page.subspan(at));
  if (kind == PageKind::InnerIndex) (void)cell.big_endian(4);
  const std::uint64_t size = cell.varint();
  Record record;
  if (kind == PageKind::TableLeaf) record.row_id = static_cast<std::int64_t>(cell.varint());
  const auto payload = whole_payload(cell, size, page.size(), kind, read);
  auto values = payload ? values_of(*payload) : std::nullopt;
  if (!values) return std::nullopt;
  record.values = std::move(*values);
  return record;
}

}  // namespace

void for_each_record(std::uint32_t number, const ReadPage& read, const UseRecord& use) {
  const auto page = read(number);
  constexpr std::size_t file_header_size = 100;  // before the header of the first page
  constexpr std::size_t page_size_min = 512;
  if (!page || page->size() < page_size_min) return;
  const ByteView header = ByteView(*page).subspan(number == 1 ? file_header_size : 0);
  const auto kind = static_cast<PageKind>(header[0]);
  if (kind != PageKind::InnerIndex && kind != PageKind::IndexLeaf && kind != PageKind::TableLeaf) return;
  CellReader cells(header.subspan(3));
  const std::uint64_t cell_count = cells.big_endian(2);
  (void)cells.raw(kind == PageKind::InnerIndex ? 7 : 3);
  for (std::uint64_t i = 0; i < cell_count; ++i) {
    const std::uint64_t at = cells.big_endian(2);
    if (!cells.is_good()) return;
    if (auto record = record_at(*page, static_cast<std::size_t>(at), kind, read)) use(std::move(*record));
  }
}

}  // namespace hornbook::journal
