// The packs that this station teaches from, opened and verified once at the start. A pack keeps its place on the shelf
// while the program runs: the place is its index in events.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/pack/pack.hpp"
#include "runtime/session/session.hpp"
#include "ui/screens/flow.hpp"

namespace hornbook::platform {

class PackShelf {
 public:
  // `assigned` names the packs that the school wants taught; empty: all that are installed. Packs that are damaged or
  // not signed by a trusted publisher are left out and named in `refused`. The error of the first of them when none is
  // left, NotFound when none is installed.
  [[nodiscard]] static Result<PackShelf> open(const std::filesystem::path& directory, const pack::Trust& trust,
                                              std::span<const Hash> assigned);

  // Fills in what a session needs of the packs. The shelf must outlive the session.
  void put_into(session::SessionContext& context) const;
  [[nodiscard]] ui::FindPackWords words() const;
  // The plain bytes of a picture, from whichever pack has it.
  [[nodiscard]] Result<Bytes> media(const Hash& object) const;
  [[nodiscard]] const std::vector<Error>& refused() const { return refused_; }

 private:
  std::vector<pack::Pack> packs_;
  std::vector<Error> refused_;
};

}  // namespace hornbook::platform
