// Where the fields of events go: one byte stream per column, or one for all when an event stands alone. Writer and
// reader have the same calls, so that the fields of an event are listed once (event_fields.hpp) for both directions.
// For runtime/measure alone.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "runtime/core/bytes.hpp"

namespace hornbook::measure {

// The order is part of the format: see EVENTS.md.
enum class Column : std::uint8_t {
  Kind,
  Sequence,
  Learner,
  TimeHigh,
  TimeLow,
  Session,
  Reference,
  Identity,
  Text,
  Item,
  Seed,
  Candidate,
  Success,
  Decision,
  Evidence,
  Known,
  Response,
  Answer,
  Rare,
  Unknown,
};
inline constexpr std::size_t column_count = 20;

enum class Layout : std::uint8_t { OneStream, Columns };

// Both classes go on after a failure, with zeros; the first failure is kept.
class FieldWriter {
 public:
  static constexpr bool is_writing = true;
  explicit FieldWriter(Layout layout) : layout_(layout) {}

  template <class Number>
  void number(Column column, Number& value, std::uint64_t greatest) {
    const auto wide = static_cast<std::uint64_t>(value);
    if (wide > greatest) refuse(ErrorCode::LimitExceeded, "a field of the event is greater than its limit");
    stream(column).varint(wide);
  }
  void signed_number(Column column, std::int64_t& value) { stream(column).signed_varint(value); }
  void byte(Column column, std::uint8_t& value) { stream(column).u8(value); }
  template <class Id>
  void id(Column column, Id& value) {
    stream(column).raw(value.view());
  }
  template <class Sequence>
  void sized(Column column, Sequence& value, std::size_t size_max) {
    if (value.size() > size_max) refuse(ErrorCode::LimitExceeded, "a text of the event is longer than its limit");
    stream(column).sized({reinterpret_cast<const std::uint8_t*>(value.data()), value.size()});
  }
  template <class Value>
  void resize(Column column, std::vector<Value>& values, std::size_t size_max) {
    std::size_t size = values.size();
    number(column, size, size_max);
  }
  void refuse(ErrorCode code, const char* sentence);
  [[nodiscard]] Done finished() const;
  [[nodiscard]] const ByteWriter& column(Column column) const { return streams_[static_cast<std::size_t>(column)]; }

 private:
  [[nodiscard]] ByteWriter& stream(Column column) {
    return streams_[layout_ == Layout::OneStream ? 0 : static_cast<std::size_t>(column)];
  }
  Layout layout_;
  std::array<ByteWriter, column_count> streams_;
  std::optional<Error> failure_;
};

class FieldReader {
 public:
  static constexpr bool is_writing = false;
  // One stream for all columns.
  explicit FieldReader(ByteView bytes);
  explicit FieldReader(const std::array<ByteView, column_count>& columns);

  template <class Number>
  void number(Column column, Number& value, std::uint64_t greatest) {
    value = static_cast<Number>(keep(stream(column).varint_up_to(failure_ ? 0 : greatest)));
  }
  void signed_number(Column column, std::int64_t& value) { value = keep(stream(column).signed_varint()); }
  void byte(Column column, std::uint8_t& value) { value = keep(stream(column).u8()); }
  template <class Id>
  void id(Column column, Id& value) {
    value = keep(stream(column).id<Id>());
  }
  template <class Sequence>
  void sized(Column column, Sequence& value, std::size_t size_max) {
    const ByteView bytes = keep(stream(column).sized(size_max));
    value.assign(bytes.begin(), bytes.end());
  }
  template <class Value>
  void resize(Column column, std::vector<Value>& values, std::size_t size_max) {
    std::size_t size = 0;
    number(column, size, size_max);
    values.resize(size);
  }
  void refuse(ErrorCode code, const char* sentence);
  [[nodiscard]] bool has_failed() const { return failure_.has_value(); }
  // The first failure; BadInput when bytes are left.
  [[nodiscard]] Done finished();

 private:
  [[nodiscard]] ByteReader& stream(Column column) {
    return streams_[one_stream_ ? 0 : static_cast<std::size_t>(column)];
  }
  template <class Value>
  [[nodiscard]] Value keep(Result<Value> result) {
    if (result && !failure_) return std::move(*result);
    if (!failure_) failure_ = std::move(result).error();
    return Value{};
  }
  bool one_stream_;
  std::vector<ByteReader> streams_;
  std::optional<Error> failure_;
};

}  // namespace hornbook::measure
