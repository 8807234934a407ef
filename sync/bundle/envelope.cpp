#include "sync/bundle/envelope.hpp"

#include <algorithm>
#include <bit>

#include "runtime/core/limits.hpp"

namespace hornbook::bundle {
namespace {

constexpr std::string_view magic = "HBND";
constexpr std::uint8_t version = 1;
static_assert(outer_bytes == magic.size() + 1 + 1 + MailboxId::size);
constexpr std::size_t padded_bytes_min = 256;

constexpr std::size_t mailbox_salt_bytes = 8;

MailboxId mailbox_for(const BoxPublicKey& recipient, ByteView salt) {
  const Hash mark = hash({as_bytes("hornbook mailbox"), recipient.view(), salt});
  MailboxId mailbox;
  std::copy(salt.begin(), salt.end(), mailbox.bytes.begin());
  std::copy_n(mark.bytes.begin(), MailboxId::size - mailbox_salt_bytes, mailbox.bytes.begin() + mailbox_salt_bytes);
  return mailbox;
}

std::string_view purpose_of(Direction direction) {
  return direction == Direction::Up ? "hornbook bundle up" : "hornbook bundle down";
}

}  // namespace

Result<Outside> read_outside(ByteView start_of_bundle) {
  ByteReader reader(start_of_bundle);
  TRY_ASSIGN(const ByteView start, reader.raw(magic.size()));
  if (as_text(start) != magic) return fail(ErrorCode::BadInput, "bundle", "this is no Hornbook bundle");
  TRY_ASSIGN(const std::uint8_t found, reader.u8());
  if (found != version)
    return fail(ErrorCode::BadInput, "bundle", "it has version " + std::to_string(found) + "; update this program");
  TRY_ASSIGN(const std::uint8_t way, reader.u8());
  if (way != static_cast<std::uint8_t>(Direction::Up) && way != static_cast<std::uint8_t>(Direction::Down))
    return fail(ErrorCode::BadInput, "bundle", "it goes neither up nor down");
  Outside outside;
  outside.direction = static_cast<Direction>(way);
  TRY_ASSIGN(outside.mailbox, reader.id<MailboxId>());
  return outside;
}

bool is_for(const MailboxId& mailbox, const BoxPublicKey& recipient) {
  return mailbox == mailbox_for(recipient, mailbox.view().first(mailbox_salt_bytes));
}

std::size_t padded_size(std::size_t bytes) {
  if (bytes <= padded_bytes_min) return padded_bytes_min;
  const auto exponent = static_cast<std::size_t>(std::bit_width(bytes) - 1);
  const auto bits_of_exponent = static_cast<std::size_t>(std::bit_width(exponent));
  const std::size_t step = std::size_t{1} << (exponent - bits_of_exponent);
  return (bytes + step - 1) / step * step;
}

Result<Bytes> seal_envelope(Direction direction, const DeviceId& device, ByteView payload, const SigningKey& signer,
                            const BoxPublicKey& recipient) {
  if (payload.size() > limits::bundle_bytes_max)
    return fail(ErrorCode::LimitExceeded, "bundle", "it would be longer than a bundle may be");
  ByteWriter outer;
  outer.raw(as_bytes(magic));
  outer.u8(version);
  outer.u8(static_cast<std::uint8_t>(direction));
  outer.raw(mailbox_for(recipient, random_bytes(mailbox_salt_bytes)).view());
  ByteWriter inner;
  inner.raw(device.view());
  inner.sized(payload);
  Bytes signed_bytes(outer.view().begin(), outer.view().end());
  signed_bytes.insert(signed_bytes.end(), inner.view().begin(), inner.view().end());
  inner.raw(signer.sign(purpose_of(direction), signed_bytes).view());

  const std::size_t overhead = outer_bytes + sealed_box_overhead;
  Bytes plain = inner.take();
  const std::size_t size = padded_size(overhead + plain.size());
  if (size > limits::bundle_bytes_max)
    return fail(ErrorCode::LimitExceeded, "bundle", "it would be longer than a bundle may be");
  plain.resize(size - overhead);
  outer.raw(seal_to(recipient, plain));
  wipe(plain);
  return outer.take();
}

Result<Opened> open_envelope(Direction direction, ByteView bytes, const BoxKey& recipient) {
  if (bytes.size() > limits::bundle_bytes_max)
    return fail(ErrorCode::LimitExceeded, "bundle", "it is longer than a bundle may be");
  TRY_ASSIGN(const Outside outside, read_outside(bytes));
  if (outside.direction != direction)
    return fail(ErrorCode::BadInput, "bundle",
                direction == Direction::Up ? "it is not from a device" : "it is not from a school");
  if (!is_for(outside.mailbox, recipient.public_key()))
    return fail(ErrorCode::Corrupt, "bundle", "it is damaged or meant for somebody else");
  TRY_ASSIGN(const Bytes plain, recipient.open(bytes.subspan(outer_bytes)));
  ByteReader reader(plain);
  Opened opened;
  opened.direction = direction;
  TRY_ASSIGN(opened.device, reader.id<DeviceId>());
  TRY_ASSIGN(const ByteView payload, reader.sized(limits::bundle_bytes_max));
  opened.payload.assign(payload.begin(), payload.end());
  opened.signed_bytes.assign(bytes.begin(), bytes.begin() + outer_bytes);
  opened.signed_bytes.insert(opened.signed_bytes.end(), plain.begin(),
                             plain.end() - static_cast<std::ptrdiff_t>(reader.rest().size()));
  TRY_ASSIGN(opened.signature, reader.id<Signature>());
  const ByteView padding = reader.rest();
  if (std::any_of(padding.begin(), padding.end(), [](std::uint8_t byte) { return byte != 0; }))
    return fail(ErrorCode::BadInput, "bundle", "its padding is not empty");
  return opened;
}

bool check_signature(const Opened& opened, const VerifyKey& signer) {
  return verify(signer, purpose_of(opened.direction), opened.signed_bytes, opened.signature);
}

}  // namespace hornbook::bundle
