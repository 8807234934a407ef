#include "platform/system/kernel_keyring.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/with_crypto.hpp"

namespace hornbook::platform {
namespace {

class Keyring : public testing::Test {
 protected:
  void SetUp() override {
    if (!KernelKeyring::is_available()) GTEST_SKIP() << "this system keeps no keys for programs";
  }
  void TearDown() override { keyring_.forget(); }
  const std::string name_ = "hornbook:test:" + to_hex(random_bytes(8));
  KernelKeyring keyring_{name_};
  const Bytes secret_{1, 2, 3, 0, 255};
};

TEST_F(Keyring, WhatAProcessKept_AnotherFindsAfterItsEnd) {
  const pid_t child = fork();
  if (child == 0) {
    const bool kept = KernelKeyring(name_).keep(secret_, 60).has_value();
    ::_exit(kept ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  EXPECT_EQ(keyring_.find().value(), secret_);
}

TEST_F(Keyring, Forgotten_IsNotFound) {
  ASSERT_TRUE(keyring_.keep(secret_, 60).has_value());
  keyring_.forget();
  EXPECT_EQ(keyring_.find().error().code, ErrorCode::NotFound);
}

TEST_F(Keyring, KeptAgain_IsTheNewOneAlone) {
  ASSERT_TRUE(keyring_.keep(secret_, 60).has_value());
  ASSERT_TRUE(keyring_.keep(Bytes{9}, 60).has_value());
  EXPECT_EQ(keyring_.find().value(), Bytes{9});
}

}  // namespace
}  // namespace hornbook::platform
