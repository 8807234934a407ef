#include "sync/bundle/relay_messages.hpp"

#include "sync/bundle/carrier_limits.hpp"

namespace hornbook::bundle {
namespace {

constexpr std::string_view visit_magic = "HBRV";
constexpr std::string_view fetched_magic = "HBRF";
constexpr std::string_view batch_magic = "HBRB";
constexpr std::string_view answer_magic = "HBRA";
constexpr std::uint8_t version = 1;

void begin(ByteWriter& writer, std::string_view magic) {
  writer.raw(as_bytes(magic));
  writer.u8(version);
}

Done begin(ByteReader& reader, std::string_view magic) {
  TRY_ASSIGN(const ByteView start, reader.raw(magic.size()));
  TRY_ASSIGN(const std::uint8_t found, reader.u8());
  if (as_text(start) != magic || found != version)
    return fail(ErrorCode::BadInput, "relay", "this is not what a relay says, or a later version of it");
  return {};
}

Result<Bytes> bundle_of(ByteReader& reader) {
  TRY_ASSIGN(const ByteView bundle, reader.sized(limits::bundle_bytes_max));
  return Bytes(bundle.begin(), bundle.end());
}

void put_replies(ByteWriter& writer, const std::vector<BoxedReply>& replies) {
  writer.varint(replies.size());
  for (const BoxedReply& reply : replies) {
    writer.raw(reply.box.view());
    writer.sized(reply.reply);
  }
}

Result<std::vector<BoxedReply>> read_replies(ByteReader& reader, std::size_t count_max) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(count_max));
  std::vector<BoxedReply> replies;
  for (std::uint64_t i = 0; i < count; ++i) {
    BoxedReply reply;
    TRY_ASSIGN(reply.box, reader.id<ReplyBox>());
    TRY_ASSIGN(reply.reply, bundle_of(reader));
    replies.push_back(std::move(reply));
  }
  TRY_DONE(reader.end());
  return replies;
}

}  // namespace

Bytes encode(const Visit& visit) {
  ByteWriter writer;
  begin(writer, visit_magic);
  writer.varint(visit.boxes.size());
  for (const ReplyBox& box : visit.boxes) writer.raw(box.view());
  writer.sized(visit.bundle);
  return writer.take();
}

Result<Visit> decode_visit(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_DONE(begin(reader, visit_magic));
  Visit visit;
  TRY_ASSIGN(const std::uint64_t boxes, reader.varint_up_to(limits::relay_boxes));
  for (std::uint64_t i = 0; i < boxes; ++i) {
    TRY_ASSIGN(const ReplyBox box, reader.id<ReplyBox>());
    visit.boxes.push_back(box);
  }
  TRY_ASSIGN(visit.bundle, bundle_of(reader));
  TRY_DONE(reader.end());
  return visit;
}

Bytes encode_fetched(const Fetched& fetched) {
  ByteWriter writer;
  begin(writer, fetched_magic);
  put_replies(writer, fetched);
  return writer.take();
}

Result<Fetched> decode_fetched(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_DONE(begin(reader, fetched_magic));
  return read_replies(reader, limits::relay_boxes);
}

Bytes encode_batch(const Batch& batch) {
  ByteWriter writer;
  begin(writer, batch_magic);
  writer.varint(batch.size());
  for (const Bytes& bundle : batch) writer.sized(bundle);
  return writer.take();
}

Result<Batch> decode_batch(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_DONE(begin(reader, batch_magic));
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::relay_batch_bundles_max));
  Batch batch;
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(Bytes bundle, bundle_of(reader));
    batch.push_back(std::move(bundle));
  }
  TRY_DONE(reader.end());
  return batch;
}

Bytes encode(const BatchAnswer& answer) {
  ByteWriter writer;
  begin(writer, answer_magic);
  writer.varint(answer.handled);
  put_replies(writer, answer.replies);
  return writer.take();
}

Result<BatchAnswer> decode_batch_answer(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_DONE(begin(reader, answer_magic));
  BatchAnswer answer;
  TRY_ASSIGN(const std::uint64_t handled, reader.varint_up_to(limits::relay_batch_bundles_max));
  answer.handled = static_cast<std::size_t>(handled);
  TRY_ASSIGN(answer.replies, read_replies(reader, limits::relay_batch_bundles_max));
  return answer;
}

}  // namespace hornbook::bundle
