#include "sync/delivery/public_key.hpp"

#include <gtest/gtest.h>

#include "runtime/core/crypto_plain.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::delivery {
namespace {

constexpr std::string_view message = "The quick brown fox";

// Keys and signatures over `message` by another implementation, pyca/cryptography 38 over OpenSSL.
constexpr std::string_view p256_pem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAESrkQscLrV29fR1sipEibXx4xNgQ3\n"
    "g6ZmSbSDzez87whudWMVcHvWIkVPO5ZF/BI4KLEYzFYsv4miuJkRJlxRnQ==\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view p256_signature =
    "3046022100e906227630035a41b3584ced6e3a62d81abf52c7123c3ea514559c1c708c6b3e0221009f35e941a33023b5"
    "308d2c7d7e36f6523dc74968042ef3fbd6ff3589489e1452";
constexpr std::string_view p384_pem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE1YgSbPF9FXmSt9Bo/aXQ/GgjSaRnbBFT\n"
    "KiJRESBoZdQYzJWgZZ6HlhszUJrhMq9GH6YVxzlEkiv6Bfup30iXWmblG1w2cH5t\n"
    "cM+WejfTIE8qI2i6vRkFgSTpBktCOFtm\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view p384_signature =
    "30640230737c5287512cec53fafc8fdacfb409277cb61403b0081375d143654d7e02d32f73d90d59c5970f20850700b0"
    "bc60335402307dc64f5c433a7a8cca05b8c36b44907216cd9292bcaa98756993a723e00949a253304e6fa9ebab5990ff"
    "78bf4a5fff9b";
constexpr std::string_view rsa_pem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyP5yiHHPgT4NjnGAri6I\n"
    "S4MzbnzfJWegDroKjZglv0Q1OPrcLFyiVjy3z6gp2A98A6C3eE6Mj6XaGWbrUihy\n"
    "3+oVtkrYAfqM3rzBZfroeuXB/7L0cpz4loAM4S4IM96TqhrPFY4cI/i+6Phmt9sk\n"
    "feTib8Q+EPrKMEeiTzYcZ5T9+fFyfE/60XRaA/FvY6qXPBMDslHFc0VBHq4CGgl3\n"
    "U2YTnUrG0ZMpe5yzbGUFq24V6qcfMqzwLV++bf3DuSnnEplL39uGbeJraJUIDRAP\n"
    "PUAwXcHB9ze6I4w7d0DZAXVqSrbTpH4kt8N+OUI8zYREVu1EhFsh4HZau0HYJrZQ\n"
    "SwIDAQAB\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view rsa_signature =
    "9c231186026fc885dea76c0851c3e03e7e91099e791c2e3c92015c6f587007afb15eec7bfcb0dff74800b529380fe467"
    "d13f86d3f39d22f5c6506b237b42196974c19662dd11278d2659b7f165df78031952df7045db61538882631ab5af98a8"
    "d604a713f1e9c0c80b08775529130f8811e442e028c26f72ad0679a6c809eca9c3dab87f8e775b67f3191a99b22ba1a5"
    "54c9b5d1e2d98bf348a3744b17be2561758adbc31c8d62e885c718e93e34d9d46f5712b37569bdaf8e1048992e0ef704"
    "e70598424b127a176fec63e7e01e0157ab09d1211b85e69920c4b8dc038f562005ab95a60f7671fed07ed2508ce41b15"
    "c0bc240c70e06bbcde85be15deb64328";
constexpr std::string_view rsa_longest_salt_signature =
    "c7f00679c5a9ffa033b9f1e887d324c3b42ab9ea530f126fdb2f8ec6abd4e11037548fa4338f0af863a6d60fd9e72e73"
    "11c4a03d42b0ec74c27ef83768298770edb5fd6e5aa315df75e636e6800e2ce4743d1ba1df188b00e2420b4368b5b4a2"
    "bf39ac61145d9eddb319aec1b30db75bd7bd7951f1ef4802c9d1708c6db20f0474922379222c48970dfc7276cffb9a15"
    "b92eb40e35f27a796035ec2b745d896337204e53eb80715660170bb660573df6f3b84dce3f988e8544b8a7ba0a1e8549"
    "10678d090e771f18507b72e947a8871b8915113031e4fb18646279613b31a832de7a59649b9eec06e120672796770ba3"
    "ba27b2fad435d80ff688d39ea45fa270";
constexpr std::string_view rsa_pkcs1_signature =
    "09b9a198b1ec71b3267e03efa7ccddcd7a6ed13958342fc41c3ae0158d280c576616b483ed9fb170eaf5ead97ed5cc17"
    "77f3e8a4a72750fd8ae750cbf8a5bc9c531d775f22ce171f4b58e7793697a9019578d43c37f6f168fbbfc5c4d8771ac0"
    "5a83c34df0d138fcde7fc5edd632f0e450f01ac2a04706fa1c04ab0e15d057b4644118c6891e0033c8f229bcce067013"
    "6f7acd15cbfd2d1c70e158c0f3bf4901c46de86693c1bcabc10eaa8062381bb714f85a636cf6c581433828d2e03257e2"
    "d31103276be5002a033380439172596384d0548cf5766561551f7a25c078bb0f0cb0c819cd8978a752f64b1ab7e192fc"
    "dcb90a6645406070214e4b50f84d1632";
constexpr std::string_view rsa_1024_pem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDXdZDrE7fSZ1qGx+7lMF9IViqL\n"
    "MN9PA+xOF8oEw6c4uGEjlKAytKDbtxZTZiAHWSfTYtCKaN55akxk+2YNB1gTJIvY\n"
    "8owrJmu8VfVZpR72DsF4gEBY+kMxiHBlV7IfVF5I7sVYq83+HDIYvHmSOiPdMJwg\n"
    "ZCldVgjzeiYuHa1GDwIDAQAB\n"
    "-----END PUBLIC KEY-----\n";

Bytes bytes(std::string_view hex) { return bytes_from_hex(hex).value(); }

bool is_good(const PublicKey& key, std::string_view signature) {
  return is_signed_by(key, as_bytes(message), bytes(signature));
}

void expect_only_this(const PublicKey& key, std::string_view signature) {
  EXPECT_TRUE(is_good(key, signature));
  EXPECT_FALSE(is_signed_by(key, as_bytes("The quick brown fix"), bytes(signature)));
  Bytes changed = bytes(signature);
  changed[changed.size() / 2] ^= 1u;
  EXPECT_FALSE(is_signed_by(key, as_bytes(message), changed));
  Bytes longer = bytes(signature);
  longer.push_back(0);
  EXPECT_FALSE(is_signed_by(key, as_bytes(message), longer));
  EXPECT_FALSE(is_signed_by(key, as_bytes(message), {}));
}

// RFC 8032, section 7.1, TEST 3.
TEST(PublicKey, Ed25519_VerifiesWhatTheStandardSigned) {
  const PublicKey key =
      read_public_key("ed25519", "ed25519", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
  ASSERT_EQ(key.kind, KeyKind::Ed25519);
  const Bytes signature = bytes(
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28d"
      "c027beceea1ec40a");
  EXPECT_TRUE(is_signed_by(key, bytes("af82"), signature));
  EXPECT_FALSE(is_signed_by(key, bytes("af83"), signature));
}

TEST(PublicKey, Ed25519_VerifiesWhatWeSign) {
  const SigningKey signing = SigningKey::generate();
  const PublicKey key = read_public_key("ed25519", "ed25519", to_hex(signing.verify_key().view()));
  expect_only_this(key, to_hex(sign_plain(signing, as_bytes(message)).view()));
}

TEST(PublicKey, EcdsaP256_IsVerified) {
  const PublicKey key = read_public_key("ecdsa", "ecdsa-sha2-nistp256", p256_pem);
  ASSERT_EQ(key.kind, KeyKind::EcdsaP256);
  expect_only_this(key, p256_signature);
  EXPECT_EQ(read_public_key("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256", p256_pem), key);
}

TEST(PublicKey, EcdsaP384_IsVerified) {
  const PublicKey key = read_public_key("ecdsa", "ecdsa-sha2-nistp384", p384_pem);
  ASSERT_EQ(key.kind, KeyKind::EcdsaP384);
  expect_only_this(key, p384_signature);
}

TEST(PublicKey, RsaPss_IsVerifiedWithAnySaltAndNeverWithOlderPadding) {
  const PublicKey key = read_public_key("rsa", "rsassa-pss-sha256", rsa_pem);
  ASSERT_EQ(key.kind, KeyKind::RsaPss);
  expect_only_this(key, rsa_signature);
  expect_only_this(key, rsa_longest_salt_signature);
  EXPECT_FALSE(is_good(key, rsa_pkcs1_signature));
}

TEST(PublicKey, OneKeyInTwoLayouts_IsOneKey) {
  std::string spread(p256_pem);
  spread.insert(spread.find("\n-----END"), "\n");
  EXPECT_EQ(read_public_key("ecdsa", "ecdsa-sha2-nistp256", spread),
            read_public_key("ecdsa", "ecdsa-sha2-nistp256", p256_pem));
}

TEST(PublicKey, WhatIsNotKnown_IsUnknownAndVerifiesNothing) {
  const PublicKey unknown[] = {
      read_public_key("sphincs", "sphincs-shake-128s", "00"),
      read_public_key("rsa", "rsassa-pkcs1v15-sha256", rsa_pem),
      read_public_key("rsa", "rsassa-pss-sha256", rsa_1024_pem),
      read_public_key("rsa", "rsassa-pss-sha256", p256_pem),
      read_public_key("ecdsa", "ecdsa-sha2-nistp256", p384_pem),
      read_public_key("ecdsa", "ecdsa-sha2-nistp384", p256_pem),
      read_public_key("ecdsa", "ecdsa-sha2-nistp256", rsa_pem),
      read_public_key("ecdsa", "ecdsa-sha2-nistp256", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"),
      read_public_key("ed25519", "ed25519", "abcd"),
      read_public_key("ed25519", "ecdsa-sha2-nistp256", p256_pem),
  };
  for (const PublicKey& key : unknown) {
    EXPECT_EQ(key, PublicKey{});
    EXPECT_FALSE(is_good(key, p256_signature));
    EXPECT_FALSE(is_good(key, rsa_signature));
  }
}

}  // namespace
}  // namespace hornbook::delivery
