#include "runtime/core/crypto.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hornbook {
namespace {

class Crypto : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(crypto_start().has_value()); }

  static SecretKey key_of(std::string_view hexadecimal) {
    return SecretKey::from_bytes(bytes_from_hex(hexadecimal).value()).value();
  }
  static Bytes bytes_of(std::string_view text) { return {as_bytes(text).begin(), as_bytes(text).end()}; }
  static constexpr std::string_view counting_key = "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f";
};

// BLAKE2b-256 of "abc", from the BLAKE2 reference implementation (b2sum -l 256).
TEST_F(Crypto, HashOfAbc_IsTheReferenceValue) {
  EXPECT_EQ(to_hex(hash(as_bytes("abc")).view()), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  EXPECT_EQ(hash({as_bytes("a"), as_bytes("bc")}), hash(as_bytes("abc")));
}

// RFC 8032, section 7.1, test 1: the public key of a given seed. Purposes change what is signed, not the key.
TEST_F(Crypto, VerifyKeyOfKnownSeed_IsTheReferenceValue) {
  const SigningKey key =
      SigningKey::from_seed(key_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
  EXPECT_EQ(to_hex(key.verify_key().view()), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
}

// RFC 7748; the public key that OpenSSL gives for this secret.
TEST_F(Crypto, BoxKeyOfKnownSecret_IsTheReferenceValue) {
  const BoxKey key = BoxKey::from_secret(key_of(counting_key));
  EXPECT_EQ(to_hex(key.public_key().view()), "493e82fc74464a59268817623d2053c5eb8e2cc4a988b4fee179ec6b010d531d");
}

// RFC 8439, section 2.4/2.8: the construction; checked against the value that Python's cryptography package gives for
// this key, nonce 0x0000000000000007 in little-endian order, this associated data and text.
TEST_F(Crypto, NumberedSeal_IsChaCha20Poly1305WithTheNumberAsNonce) {
  const Bytes sealed = seal_numbered(key_of(counting_key), 7, as_bytes("header"), as_bytes("three quarters"));
  EXPECT_EQ(to_hex(sealed), "6b623e804b74abf3113261a2218c8ec4df2dc7973fbc0d56bf922f2d6e87");
}

TEST_F(Crypto, NumberedSeal_OpensOnlyWithTheSameKeyNumberAndAssociatedData) {
  const SecretKey key = SecretKey::generate();
  const Bytes sealed = seal_numbered(key, 1, as_bytes("row"), as_bytes("3/4"));
  EXPECT_EQ(open_numbered(key, 1, as_bytes("row"), sealed).value(), bytes_of("3/4"));
  EXPECT_EQ(open_numbered(SecretKey::generate(), 1, as_bytes("row"), sealed).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(open_numbered(key, 2, as_bytes("row"), sealed).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(open_numbered(key, 1, as_bytes("raw"), sealed).error().code, ErrorCode::Corrupt);
}

TEST_F(Crypto, EveryFlippedBitAndEveryTruncation_IsNoticed) {
  const SecretKey key = SecretKey::generate();
  const Bytes numbered = seal_numbered(key, 9, {}, as_bytes("abc"));
  const Bytes random = seal_random(key, {}, as_bytes("abc"));
  const auto opens = [&key](const Bytes& sealed, bool is_numbered) {
    return is_numbered ? open_numbered(key, 9, {}, sealed).has_value() : open_random(key, {}, sealed).has_value();
  };
  for (const auto& [sealed, is_numbered] : {std::pair(numbered, true), std::pair(random, false)}) {
    ASSERT_TRUE(opens(sealed, is_numbered));
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
      Bytes changed = sealed;
      changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1u << (bit % 8)));
      EXPECT_FALSE(opens(changed, is_numbered)) << "bit " << bit;
    }
    for (std::size_t size = 0; size < sealed.size(); ++size) {
      EXPECT_FALSE(opens(Bytes(sealed.begin(), sealed.begin() + static_cast<std::ptrdiff_t>(size)), is_numbered));
    }
  }
}

TEST_F(Crypto, RandomSeal_DiffersEachTimeAndBindsItsAssociatedData) {
  const SecretKey key = SecretKey::generate();
  const Bytes sealed = seal_random(key, as_bytes("slot 1"), as_bytes("state"));
  EXPECT_NE(sealed, seal_random(key, as_bytes("slot 1"), as_bytes("state")));
  EXPECT_EQ(open_random(key, as_bytes("slot 1"), sealed).value(), bytes_of("state"));
  EXPECT_EQ(open_random(key, as_bytes("slot 2"), sealed).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(open_random(SecretKey::generate(), as_bytes("slot 1"), sealed).error().code, ErrorCode::Corrupt);
}

TEST_F(Crypto, DerivedKeys_DifferByContextNumberAndParent) {
  const SecretKey key = key_of(counting_key);
  const auto same = [](const SecretKey& a, const SecretKey& b) { return equal_secret(a.view(), b.view()); };
  EXPECT_TRUE(same(derive_key(key, "event"), derive_key(key, "event")));
  EXPECT_FALSE(same(derive_key(key, "event"), derive_key(key, "segment")));
  EXPECT_FALSE(same(derive_key(key, "event", 0), derive_key(key, "event", 1)));
  EXPECT_FALSE(same(derive_key(key, "event"), derive_key(SecretKey::generate(), "event")));
  EXPECT_FALSE(same(derive_key(key, "event"), key));
}

TEST_F(Crypto, Signature_HoldsForItsPurposeMessageAndKeyAlone) {
  const SigningKey key = SigningKey::generate();
  const Signature signature = key.sign("skip", as_bytes("epoch 3"));
  EXPECT_TRUE(verify(key.verify_key(), "skip", as_bytes("epoch 3"), signature));
  EXPECT_FALSE(verify(key.verify_key(), "header", as_bytes("epoch 3"), signature));
  EXPECT_FALSE(verify(key.verify_key(), "skip", as_bytes("epoch 4"), signature));
  EXPECT_FALSE(verify(SigningKey::generate().verify_key(), "skip", as_bytes("epoch 3"), signature));
  EXPECT_FALSE(verify(key.verify_key(), "skipe", as_bytes("poch 3"), signature));
}

TEST_F(Crypto, SigningKeyFromItsSeed_IsTheSameKey) {
  const SigningKey key = SigningKey::generate();
  const SigningKey again = SigningKey::from_seed(key.seed());
  EXPECT_EQ(again.verify_key(), key.verify_key());
  EXPECT_TRUE(verify(key.verify_key(), "p", as_bytes("m"), again.sign("p", as_bytes("m"))));
}

TEST_F(Crypto, SealedBox_OpensWithItsOwnKeyAlone) {
  const BoxKey key = BoxKey::generate();
  Bytes sealed = seal_to(key.public_key(), as_bytes("epoch key"));
  EXPECT_EQ(sealed.size(), 9 + sealed_box_overhead);
  EXPECT_EQ(key.open(sealed).value(), bytes_of("epoch key"));
  EXPECT_EQ(BoxKey::generate().open(sealed).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(key.open(ByteView(sealed).first(10)).error().code, ErrorCode::Corrupt);
  sealed.back() ^= 1;
  EXPECT_EQ(key.open(sealed).error().code, ErrorCode::Corrupt);
}

TEST_F(Crypto, BoxKeyOfASigningKey_MatchesThePublicHalf) {
  const SigningKey signing = SigningKey::generate();
  const BoxPublicKey public_key = box_key_of(signing.verify_key()).value();
  EXPECT_EQ(BoxKey::from_signing_key(signing).public_key(), public_key);
  EXPECT_EQ(BoxKey::from_signing_key(signing).open(seal_to(public_key, as_bytes("reply"))).value(), bytes_of("reply"));
  EXPECT_EQ(box_key_of(VerifyKey{}).error().code, ErrorCode::BadInput);
}

TEST_F(Crypto, PassphraseKey_DependsOnPassphraseSaltAndCost) {
  PassphraseCost cost;
  cost.operations = 1;
  cost.memory_bytes = 8192;
  const auto key = [](std::string_view passphrase, const PassphraseCost& with) {
    return to_hex(key_from_passphrase(passphrase, with).value().view());
  };
  const std::string first = key("apple tree", cost);
  EXPECT_EQ(key("apple tree", cost), first);
  EXPECT_NE(key("apple trees", cost), first);
  PassphraseCost other = cost;
  other.salt[0] = 1;
  EXPECT_NE(key("apple tree", other), first);
  other = cost;
  other.operations = 2;
  EXPECT_NE(key("apple tree", other), first);
}

TEST_F(Crypto, PassphraseCostOutsideTheRange_IsBadInput) {
  PassphraseCost cost;
  cost.operations = 0;
  EXPECT_EQ(key_from_passphrase("x", cost).error().code, ErrorCode::BadInput);
  cost.operations = 1;
  cost.memory_bytes = 100;
  EXPECT_EQ(key_from_passphrase("x", cost).error().code, ErrorCode::BadInput);
  cost.memory_bytes = (std::uint64_t{1} << 30) + 1;
  EXPECT_EQ(key_from_passphrase("x", cost).error().code, ErrorCode::BadInput);
}

TEST_F(Crypto, SecretKeyOfAnotherLength_IsRefused) {
  EXPECT_EQ(SecretKey::from_bytes(Bytes(31)).error().code, ErrorCode::BadInput);
  EXPECT_EQ(SecretKey::from_bytes(Bytes(33)).error().code, ErrorCode::BadInput);
}

TEST_F(Crypto, Identifiers_AreTheFirstBytesOfTheKeysHash) {
  const SigningKey key = SigningKey::generate();
  const Hash digest = hash(key.verify_key().view());
  EXPECT_EQ(to_hex(device_id_of(key.verify_key()).view()), to_hex(digest.view()).substr(0, 32));
  EXPECT_EQ(to_hex(school_id_of(key.verify_key()).view()), to_hex(digest.view()).substr(0, 32));
}

TEST_F(Crypto, WipedBytes_AreZero) {
  Bytes bytes = random_bytes(40);
  EXPECT_NE(bytes, Bytes(40));
  wipe(bytes);
  EXPECT_EQ(bytes, Bytes(40));
}

}  // namespace
}  // namespace hornbook
