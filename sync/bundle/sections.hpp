// Walking through the sections of a payload.
#pragma once

#include <functional>

#include "runtime/core/limits.hpp"
#include "sync/bundle/payload.hpp"

namespace hornbook::bundle {

inline void put_section(ByteWriter& writer, Section type, ByteView body) {
  writer.varint(static_cast<std::uint64_t>(type));
  writer.sized(body);
}

// Calls `read` for each section in order; it answers unknown types with success.
// BadInput when a section is cut short, LimitExceeded when there are more than limits::bundle_sections_max.
[[nodiscard]] inline Done each_section(ByteView payload, const std::function<Done(std::uint64_t, ByteView)>& read) {
  ByteReader reader(payload);
  for (std::size_t count = 0; !reader.at_end(); ++count) {
    if (count == limits::bundle_sections_max)
      return fail(ErrorCode::LimitExceeded, "bundle", "it has more sections than it may have");
    TRY_ASSIGN(const std::uint64_t type, reader.varint());
    TRY_ASSIGN(const ByteView body, reader.sized(limits::bundle_bytes_max));
    TRY_DONE(read(type, body));
  }
  return {};
}

[[nodiscard]] inline tl::unexpected<Error> repeated_section() {
  return fail(ErrorCode::BadInput, "bundle", "it has a section twice that may stand there once");
}

// Reads one section into a list; what a section's reader leaves over is an error of that reader.
template <class T>
[[nodiscard]] Done append(std::vector<T>& list, Result<T> value) {
  if (!value) return tl::unexpected(std::move(value).error());
  list.push_back(std::move(*value));
  return {};
}

// Reads a section that may stand there once.
template <class T>
[[nodiscard]] Done set_once(std::optional<T>& place, Result<T> value) {
  if (!value) return tl::unexpected(std::move(value).error());
  if (place) return repeated_section();
  place = std::move(*value);
  return {};
}

}  // namespace hornbook::bundle
