// The data folder of a station that is enrolled and ready to teach: identity, one class, the fractions pack. Made
// without programs and sockets, for tests of the station alone.
#pragma once

#include <filesystem>
#include <string>

#include "content_packs/build/source_tree.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/journal/device_identity.hpp"

namespace hornbook::test {

struct EnrolledStation {
  std::filesystem::path data;
  BoxKey ingest;  // the school's: what the station recorded is read with it
  VerifyKey device;
  SigningKey publisher;  // of the packs that the station trusts
};

inline constexpr const char* station_passphrase = "three blue herons";

// The class has Amina, who picks the sun, the tree and the boat (pictures 0, 1, 2), and Ben, who has no pictures. With
// the demo profile the passphrase lies in the folder.
[[nodiscard]] Result<EnrolledStation> make_enrolled_station(const std::filesystem::path& data,
                                                            journal::Profile profile);
// Installs a first-party pack, such as "times_tables", as sync would; its hash.
[[nodiscard]] Result<Hash> install_library_pack(const std::filesystem::path& data, const std::string& name,
                                                const SigningKey& publisher);
// The same of any source.
[[nodiscard]] Result<Hash> install_pack(const std::filesystem::path& data, const content::SourceTree& tree,
                                        const SigningKey& publisher);

}  // namespace hornbook::test
