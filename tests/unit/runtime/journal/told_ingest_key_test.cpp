#include "runtime/journal/told_ingest_key.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "runtime/journal/device_identity.hpp"
#include "tests/support/journal_samples.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::journal {
namespace {

class ToldIngestKeys : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }
  [[nodiscard]] bool keep(std::uint64_t generation, std::uint64_t number) const {
    return keep_told_ingest_key({generation, number, key_}, folder()).value();
  }
  [[nodiscard]] std::optional<ToldIngestKey> known() const { return load_told_ingest_key(folder()).value(); }

  const test::TemporaryDirectory folder_;
  const BoxPublicKey key_ = BoxKey::generate().public_key();
};

TEST_F(ToldIngestKeys, OnlyALaterOneReplacesWhatIsThere) {
  EXPECT_FALSE(known());
  EXPECT_TRUE(keep(5, 2));
  EXPECT_FALSE(keep(5, 2));
  EXPECT_FALSE(keep(5, 1));
  EXPECT_FALSE(keep(4, 9)) << "of a school as it was before it was restored";
  EXPECT_TRUE(keep(5, 3));
  EXPECT_TRUE(keep(6, 1));
  EXPECT_EQ(known()->generation, 6u);
  EXPECT_EQ(known()->number, 1u);
}

TEST_F(ToldIngestKeys, CountsInPlaceOfTheIdentitys) {
  const DeviceIdentity identity = test::sample_device(test::SampleSchool());
  ASSERT_TRUE(save(identity, folder()));
  EXPECT_EQ(load_identity(folder())->school.ingest, identity.school.ingest);
  ASSERT_TRUE(keep(1, 2));
  EXPECT_EQ(load_identity(folder())->school.ingest, key_);
  ASSERT_TRUE(save(identity, folder())) << "as a program does that has read it before";
  EXPECT_EQ(load_identity(folder())->school.ingest, key_);
}

TEST_F(ToldIngestKeys, DamagedFile_CountsForNothing) {
  const Bytes file = encode(ToldIngestKey{7, 2, key_});
  EXPECT_EQ(decode_told_ingest_key(file)->key, key_);
  for (std::size_t at = 0; at < file.size(); ++at) {
    Bytes bad = file;
    bad[at] ^= 0x04;
    EXPECT_FALSE(decode_told_ingest_key(bad)) << at;
    EXPECT_FALSE(decode_told_ingest_key(ByteView(file).first(at))) << at;
  }
  ASSERT_TRUE(keep(7, 2));
  std::ofstream(folder() / "ingest_key") << "worn";
  EXPECT_FALSE(known());
  EXPECT_TRUE(keep(1, 1));
}

}  // namespace
}  // namespace hornbook::journal
