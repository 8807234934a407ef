// Any bytes, read as the pages of a damaged journal and as its log.
#include "runtime/journal/salvage/file_pages.hpp"
#include "runtime/journal/salvage/page_records.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const ByteView bytes(data, size);
  for (const auto& [page, at] : journal::committed_frames(bytes))
    if (at + journal::page_size > size) __builtin_trap();
  const auto read = [&](std::uint32_t number) -> std::optional<Bytes> {
    if (number == 0 || number > size / journal::page_size) return std::nullopt;
    const ByteView page = bytes.subspan((number - 1) * journal::page_size, journal::page_size);
    return Bytes(page.begin(), page.end());
  };
  for (std::uint32_t page = 1; page <= size / journal::page_size; ++page)
    journal::for_each_record(page, read, [&](const journal::Record& record) {
      std::size_t held = 0;
      for (const journal::Value& value : record.values)
        if (const auto* blob = std::get_if<Bytes>(&value)) held += blob->size();
      if (held > size) __builtin_trap();
    });
  return 0;
}
