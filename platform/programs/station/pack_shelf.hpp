// The packs that this station teaches from, opened and verified when they come. A pack keeps its place on the shelf
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

  // Takes in what was installed and what the school wants by now, for between two sessions. Nothing changes when no
  // wanted pack is there; the error says why.
  [[nodiscard]] Done refresh(const pack::Trust& trust, std::span<const Hash> assigned);

  // Fills in what a session needs of the packs. The shelf must outlive the session.
  void put_into(session::SessionContext& context) const;
  [[nodiscard]] ui::FindPackWords words() const;
  [[nodiscard]] ui::FindPassageTitle passage_titles() const;
  // The plain bytes of a picture, from whichever pack has it.
  [[nodiscard]] Result<Bytes> media(const Hash& object) const;
  [[nodiscard]] const std::vector<Error>& refused() const { return refused_; }

 private:
  struct Place {
    pack::Pack pack;
    bool taught = true;
  };
  explicit PackShelf(pack::PackStore store) : store_(std::move(store)) {}
  [[nodiscard]] session::FindMisconceptionWords misconception_words() const;
  // The packs with these hashes that are not on the shelf yet and can be trusted; the others go to `refused`.
  [[nodiscard]] std::vector<pack::Pack> load_new(const pack::Trust& trust, std::span<const Hash> wanted);

  pack::PackStore store_;
  std::vector<Place> places_;
  std::vector<Error> refused_;
};

}  // namespace hornbook::platform
