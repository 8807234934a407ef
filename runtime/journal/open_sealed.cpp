#include "runtime/journal/open_sealed.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/journal/compression.hpp"
#include "runtime/journal/dictionaries/dictionaries.hpp"
#include "runtime/journal/sealing.hpp"
#include "runtime/measure/event_codec.hpp"

namespace hornbook::journal {

Result<SecretKey> open_epoch_key(const EpochHeader& header, const BoxKey& ingest) {
  TRY_ASSIGN(Bytes bytes, ingest.open(header.sealed_key));
  auto key = SecretKey::from_bytes(bytes);
  wipe(bytes);
  if (!key) return fail(ErrorCode::Corrupt, "epoch header", "the sealed key has the wrong length");
  return key;
}

Result<std::vector<measure::Event>> open_segment(const Segment& segment, const DeviceId& device,
                                                 const SecretKey& epoch_key) {
  return open_with_segment_key(segment, device, segment_key(epoch_key));
}

Result<std::vector<measure::Event>> open_with_segment_key(const Segment& segment, const DeviceId& device,
                                                          const SecretKey& key) {
  constexpr auto place = "segment";
  const std::optional<ByteView> dictionary = segment_dictionary(segment.dictionary);
  if (segment.codec != columns_with_zstd || !dictionary) {
    return fail(ErrorCode::BadInput, place, "it is coded in a way that is not known here");
  }
  TRY_ASSIGN(const Bytes frame,
             open_numbered(key, segment.number, segment_associated_data(device, segment), segment.sealed));
  TRY_ASSIGN(const Bytes columns, decompress(frame, limits::columns_bytes_max, *dictionary));
  auto events = measure::decode_columns(columns);
  if (!events && events.error().code == ErrorCode::LimitExceeded) return tl::unexpected(std::move(events).error());
  if (!events || events->empty() || events->front().sequence != segment.first_sequence ||
      events->back().sequence != segment.last_sequence) {
    return fail(ErrorCode::Corrupt, place, "its events are not those that its header names");
  }
  return events;
}

Result<measure::Event> open_row(const Row& row, const DeviceId& device, const SecretKey& epoch_key) {
  if (row.skipped) return fail(ErrorCode::BadInput, "journal row", "a skipped sequence holds no event");
  TRY_ASSIGN(const Bytes plain, open_numbered(event_key(epoch_key), row.sequence,
                                              row_associated_data(device, row.epoch, row.sequence), row.sealed));
  auto event = measure::decode_event(plain);
  if (!event || event->sequence != row.sequence) {
    return fail(ErrorCode::Corrupt, "journal row", "it does not hold the event that it names");
  }
  return event;
}

}  // namespace hornbook::journal
