// The kernel's key retention service (keyrings(7)): a key of type "user" in the user's keyring lives in memory that is
// never swapped, outlives the program, and ends with its time or with the machine's power.
// Thread rule: one object per thread.
#pragma once

#include <string>

#include "platform/system/secret_keeper.hpp"

namespace hornbook::platform {

class KernelKeyring final : public SecretKeeper {
 public:
  // `name` tells several secrets of one user apart; every program of the user can see it.
  explicit KernelKeyring(std::string name) : name_(std::move(name)) {}

  [[nodiscard]] Done keep(ByteView secret, std::int64_t seconds) override;
  [[nodiscard]] Result<Bytes> find() const override;
  void forget() override;

  // Whether this system lets programs keep keys; containers often do not.
  [[nodiscard]] static bool is_available();

 private:
  std::string name_;
};

}  // namespace hornbook::platform
