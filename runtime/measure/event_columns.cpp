#include "runtime/measure/event_columns.hpp"

namespace hornbook::measure {

void FieldWriter::refuse(ErrorCode code, const char* sentence) {
  if (!failure_) failure_ = Error{code, "event", sentence};
}

Done FieldWriter::finished() const {
  if (failure_) return tl::unexpected<Error>(*failure_);
  return {};
}

FieldReader::FieldReader(ByteView bytes) : one_stream_(true) { streams_.emplace_back(bytes); }

FieldReader::FieldReader(const std::array<ByteView, column_count>& columns) : one_stream_(false) {
  for (const ByteView column : columns) streams_.emplace_back(column);
}

void FieldReader::refuse(ErrorCode code, const char* sentence) {
  if (!failure_) failure_ = Error{code, "event", sentence};
}

Done FieldReader::finished() {
  if (failure_) return tl::unexpected<Error>(*failure_);
  for (ByteReader& stream : streams_) TRY_DONE(stream.end());
  return {};
}

}  // namespace hornbook::measure
