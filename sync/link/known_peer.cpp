#include "sync/link/known_peer.hpp"

#include "runtime/core/crypto_agreement.hpp"

namespace hornbook::link {
namespace {

constexpr std::size_t nonce_size = 8;

KnownPeer peer_of(const SecretKey& agreed) { return {derive_key(agreed, "tls"), derive_key(agreed, "tlsname")}; }

Bytes identity_with(const KnownPeer& peer, ByteView nonce) {
  const Hash mark = hash({peer.naming.view(), nonce});
  Bytes identity(nonce.begin(), nonce.end());
  identity.insert(identity.end(), mark.bytes.begin(), mark.bytes.begin() + (peer_identity_size - nonce_size));
  return identity;
}

}  // namespace

Result<KnownPeer> known_school(const SigningKey& device, const BoxPublicKey& ingest) {
  TRY_ASSIGN(const SecretKey agreed, agreed_key_of_caller(BoxKey::from_signing_key(device), ingest));
  return peer_of(agreed);
}

Result<KnownPeer> known_device(const BoxKey& ingest, const VerifyKey& device) {
  TRY_ASSIGN(const BoxPublicKey caller, box_key_of(device));
  TRY_ASSIGN(const SecretKey agreed, agreed_key_of_called(ingest, caller));
  return peer_of(agreed);
}

Bytes identity_of(const KnownPeer& peer) { return identity_with(peer, random_bytes(nonce_size)); }

bool is_identity_of(ByteView identity, const KnownPeer& peer) {
  return identity.size() == peer_identity_size &&
         equal_secret(identity, identity_with(peer, identity.first(nonce_size)));
}

}  // namespace hornbook::link
