#include "runtime/journal/sealing.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/journal/compression.hpp"
#include "runtime/journal/dictionaries/dictionaries.hpp"
#include "runtime/measure/event_codec.hpp"

namespace hornbook::journal {

SecretKey event_key(const SecretKey& epoch_key) { return derive_key(epoch_key, "event"); }
SecretKey segment_key(const SecretKey& epoch_key) { return derive_key(epoch_key, "segment"); }

Row seal_row(const SecretKey& key, const DeviceId& device, std::uint64_t epoch, std::uint64_t sequence,
             ByteView plain_event, const Hash& previous_chain) {
  Row row;
  row.epoch = epoch;
  row.sequence = sequence;
  row.sealed = seal_numbered(key, sequence, row_associated_data(device, epoch, sequence), plain_event);
  row.chain = next_chain(previous_chain, row);
  return row;
}

Result<Segment> seal_segment(const SecretKey& key, const DeviceId& device, Segment segment,
                             std::span<const measure::Event> events) {
  if (events.empty()) return fail(ErrorCode::BadInput, "segment", "there is no event to seal");
  TRY_ASSIGN(Bytes columns, measure::encode_columns(events));
  TRY_ASSIGN(Bytes frame, compress(columns, Effort::Thorough, *segment_dictionary(newest_segment_dictionary)));
  wipe(columns);
  segment.codec = columns_with_zstd;
  segment.dictionary = newest_segment_dictionary;
  segment.first_sequence = events.front().sequence;
  segment.last_sequence = events.back().sequence;
  segment.sealed = seal_numbered(key, segment.number, segment_associated_data(device, segment), frame);
  wipe(frame);
  if (segment.sealed.size() > limits::segment_bytes_max) {
    return fail(ErrorCode::LimitExceeded, "segment", "it would be longer than a segment may be");
  }
  return segment;
}

}  // namespace hornbook::journal
