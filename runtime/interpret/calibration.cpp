#include "runtime/interpret/calibration.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::interpret {
namespace {

using Values = std::vector<CalibratedValue>;

// A key, of which two differ, takes at most ten bytes and a value at most three: calibrated parameters fit a setting.
static_assert((limits::pack_items_max + limits::pack_skills_max) * 13 < limits::setting_bytes_max - 200);

const CalibratedValue* find(const Values& values, std::uint64_t key) {
  const auto place = std::ranges::lower_bound(values, key, {}, &CalibratedValue::key);
  return place == values.end() || place->key != key ? nullptr : &*place;
}

// Keys as differences from the one before.
void put(ByteWriter& writer, const Values& values) {
  writer.varint(values.size());
  std::uint64_t last = 0;
  for (const CalibratedValue& value : values) {
    writer.varint(value.key - last);
    writer.signed_varint(value.milli);
    last = value.key;
  }
}

Result<Values> read_values(ByteReader& reader, std::size_t count_max) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(count_max));
  Values values;
  for (std::uint64_t at = 0; at < count; ++at) {
    TRY_ASSIGN(const std::uint64_t difference, reader.varint());
    TRY_ASSIGN(const std::int64_t milli, reader.signed_varint());
    const std::uint64_t last = values.empty() ? 0 : values.back().key;
    const std::uint64_t key = last + difference;
    if (!values.empty() && key <= last) return fail(ErrorCode::BadInput, "calibration", "its keys do not rise");
    if (milli < -limits::difficulty_milli_max || milli > limits::difficulty_milli_max)
      return fail(ErrorCode::BadInput, "calibration", "a value is out of its range");
    values.push_back({key, static_cast<std::int32_t>(milli)});
  }
  return values;
}

}  // namespace

std::int32_t difficulty_milli_of(const ItemNode& item, const Curriculum& curriculum, const Calibration& calibration) {
  if (const CalibratedValue* own = find(calibration.items, item.key)) return own->milli;
  if (calibration.skills.empty()) return item.difficulty_milli;
  std::int64_t sum = 0;
  for (const std::uint16_t skill : item.skills) {
    const CalibratedValue* value = find(calibration.skills, curriculum.skills[skill].key);
    if (value != nullptr) sum += value->milli;
  }
  return item.difficulty_milli + static_cast<std::int32_t>(sum / static_cast<std::int64_t>(item.skills.size()));
}

void put(ByteWriter& writer, const Calibration& calibration) {
  put(writer, calibration.items);
  put(writer, calibration.skills);
}

Result<Calibration> read_calibration(ByteReader& reader) {
  Calibration calibration;
  TRY_ASSIGN(calibration.items, read_values(reader, limits::pack_items_max));
  TRY_ASSIGN(calibration.skills, read_values(reader, limits::pack_skills_max));
  return calibration;
}

}  // namespace hornbook::interpret
