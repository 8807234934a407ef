// Writer and reader of a learner's state with the same calls, so that the fields are listed once. A reader goes on with
// zeros after a failure and keeps the first. For learner_state.cpp alone.
#pragma once

#include <bit>
#include <cmath>
#include <limits>
#include <optional>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::interpret {

class StateWriter {
 public:
  static constexpr bool is_writing = true;
  template <class Number>
  void number(Number& value) {
    writer.varint(static_cast<std::uint64_t>(value));
  }
  void signed_number(std::int64_t& value) { writer.signed_varint(value); }
  void real(double& value) { writer.u64(std::bit_cast<std::uint64_t>(value)); }
  void flag(bool& value) { writer.u8(value ? 1 : 0); }
  template <class Id>
  void id(Id& value) {
    writer.raw(value.view());
  }
  void count(std::size_t& value, std::size_t) { writer.varint(value); }
  static void refuse(const char*) {}

  ByteWriter writer;
};

class StateReader {
 public:
  static constexpr bool is_writing = false;
  explicit StateReader(ByteView bytes) : reader(bytes) {}

  template <class Number>
  void number(Number& value) {
    value = static_cast<Number>(keep(reader.varint_up_to(std::numeric_limits<Number>::max())));
  }
  void signed_number(std::int64_t& value) { value = keep(reader.signed_varint()); }
  void real(double& value) {
    value = std::bit_cast<double>(keep(reader.u64()));
    if (!std::isfinite(value)) refuse("a number is not finite");
  }
  void flag(bool& value) {
    const std::uint8_t byte = keep(reader.u8());
    value = byte == 1;
    if (byte > 1) refuse("a flag is neither set nor unset");
  }
  template <class Id>
  void id(Id& value) {
    value = keep(reader.id<Id>());
  }
  void count(std::size_t& value, std::size_t greatest) {
    value = static_cast<std::size_t>(keep(reader.varint_up_to(failure ? 0 : greatest)));
    if (value > reader.rest().size()) refuse("it ends too early");
    if (failure) value = 0;
  }
  void refuse(const char* sentence) {
    if (!failure) failure = Error{ErrorCode::BadInput, "learner state", sentence};
  }
  template <class Value>
  Value keep(Result<Value> result) {
    if (result) return std::move(*result);
    if (!failure) failure = std::move(result).error();
    return Value{};
  }

  ByteReader reader;
  std::optional<Error> failure;
};

}  // namespace hornbook::interpret
