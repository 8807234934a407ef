#include "runtime/pack/index_questions.hpp"

#include <algorithm>
#include <functional>

#include "runtime/core/limits.hpp"
#include "runtime/interpret/typical_times.hpp"

namespace hornbook::pack {
namespace {

constexpr std::uint32_t second_ms = 1000;

tl::unexpected<Error> malformed(const char* what) { return fail(ErrorCode::BadInput, "pack index", what); }

using Shown = std::vector<std::uint16_t>;

// Ascending, and all of them of the item.
Result<Shown> read_shown(ByteReader& reader, const IndexItem& item) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::item_misconceptions_max));
  Shown shown;
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(const std::uint64_t value, reader.varint_up_to(limits::pack_misconceptions_max));
    shown.push_back(static_cast<std::uint16_t>(value));
  }
  if (std::ranges::adjacent_find(shown, std::greater_equal<>()) != shown.end() ||
      !std::ranges::includes(item.misconceptions, shown))
    return malformed("the misconceptions of a step are not in order, or not of its item");
  return shown;
}

Done read_steps(ByteReader& reader, IndexItem& item) {
  std::vector<Shown> steps;
  bool is_any = false;
  for (std::size_t step = 0; step < item.step_skills.size(); ++step) {
    TRY_ASSIGN(Shown shown, read_shown(reader, item));
    is_any = is_any || !shown.empty();
    steps.push_back(std::move(shown));
  }
  if (is_any) item.step_misconceptions = std::move(steps);
  return {};
}

}  // namespace

bool tells_of_questions(const Index& index) {
  return std::ranges::any_of(
      index.items, [](const IndexItem& item) { return item.typical_ms > 0 || !item.step_misconceptions.empty(); });
}

void put_questions(ByteWriter& writer, const Index& index) {
  for (const IndexItem& item : index.items) {
    writer.varint(item.typical_ms / second_ms);
    for (std::size_t step = 0; step < item.step_skills.size(); ++step) {
      const Shown shown = item.step_misconceptions.empty() ? Shown() : item.step_misconceptions[step];
      writer.varint(shown.size());
      for (const std::uint16_t each : shown) writer.varint(each);
    }
  }
}

Done read_questions(ByteReader& reader, Index& index) {
  for (IndexItem& item : index.items) {
    TRY_ASSIGN(const std::uint64_t seconds, reader.varint_up_to(interpret::typical_ms_max / second_ms));
    item.typical_ms = static_cast<std::uint32_t>(seconds) * second_ms;
    TRY_DONE(read_steps(reader, item));
  }
  if (!tells_of_questions(index)) return malformed("an earlier version says the same");
  return {};
}

}  // namespace hornbook::pack
