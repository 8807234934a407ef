// The packs that the school has added, open for reading: curricula for the fold, titles for the pages.
#pragma once

#include <map>
#include <vector>

#include "runtime/interpret/curriculum.hpp"
#include "runtime/pack/pack.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

struct SchoolPack {
  Hash hash;
  std::string name;
  std::string version;
  std::uint64_t bytes = 0;
  bool revoked = false;   // no longer in use
  bool replaced = false;  // because a later version took its place
};

class Library {
 public:
  // Opens what was added since the last call. A pack that no longer loads is left out and said by `damaged()`.
  [[nodiscard]] Done refresh(School& school);

  [[nodiscard]] const interpret::CurriculumSet& curricula() const { return curricula_; }
  [[nodiscard]] const std::map<Hash, pack::Pack>& packs() const { return packs_; }
  [[nodiscard]] std::size_t damaged() const { return damaged_; }

 private:
  std::map<Hash, pack::Pack> packs_;
  interpret::CurriculumSet curricula_;
  std::size_t damaged_ = 0;
};

// Takes a pack file into the school: its publishers must be those of `trust`, which becomes the school's. Learners'
// states are folded anew, because events of this pack may have come before it. It takes the place of a pack of the same
// name, and is published to devices (school/publication.hpp). Returns the pack's hash.
[[nodiscard]] Result<Hash> add_pack(School& school, const std::filesystem::path& file, const pack::Trust& trust,
                                    UnixMs now_ms);
// A revoked pack is no longer assigned, and devices that have it take it off their shelf; what was learned with it
// stays. NotFound when the school has not got it.
[[nodiscard]] Done revoke_pack(School& school, const Hash& pack, UnixMs now_ms);
[[nodiscard]] Result<std::vector<SchoolPack>> list_packs(School& school);

}  // namespace hornbook::server
