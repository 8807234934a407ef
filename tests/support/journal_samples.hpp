// A school and a device that trusts it, for tests of everything that carries or opens a journal.
#pragma once

#include <string>

#include "runtime/core/crypto.hpp"
#include "runtime/journal/device_identity.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::test {

struct SampleSchool {
  SigningKey signing = SigningKey::generate();
  BoxKey ingest = BoxKey::generate();
};

[[nodiscard]] inline LearnerId sample_learner(std::uint8_t number) {
  LearnerId learner;
  learner.bytes.fill(number);
  return learner;
}

[[nodiscard]] inline journal::DeviceIdentity sample_device(const SampleSchool& school) {
  journal::SchoolTrust trust;
  trust.name = "Riverside";
  trust.signing = school.signing.verify_key();
  trust.ingest = school.ingest.public_key();
  trust.tls_pin = hash(as_bytes("certificate"));
  trust.server_url = "https://127.0.0.1:8443";
  trust.packs.publishers = {SigningKey::generate().verify_key()};
  return {"Station 1", journal::Profile::Station, SigningKey::generate(), std::move(trust), Bytes{1, 2, 3}, false};
}

}  // namespace hornbook::test
