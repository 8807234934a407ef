// The packs that this station teaches from, opened and verified when they come. A pack keeps its place on the shelf
// while the program runs: the place is its index in events.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/pack/pack.hpp"
#include "runtime/session/session.hpp"
#include "sync/client/settings.hpp"
#include "ui/screens/flow.hpp"

namespace hornbook::platform {

class PackShelf {
 public:
  // What the school wants taught; nothing: it has not said yet, and all that are installed are taught.
  using Assigned = std::optional<std::vector<device::AssignedPack>>;

  // A pack that is not here yet, is damaged or is not signed by a trusted publisher is left out, and the version before
  // it is taught as long as that is here; `refused` names what is here and does not open. The error of the first of
  // them when there is nothing to teach, NotFound when none is installed.
  [[nodiscard]] static Result<PackShelf> open(const std::filesystem::path& directory, const pack::Trust& trust,
                                              const Assigned& assigned);

  // Takes in what was installed and what the school wants by now, for between two sessions. What it does not want any
  // more is not taught. The error says why when there is nothing to teach.
  [[nodiscard]] Done refresh(const pack::Trust& trust, const Assigned& assigned);
  [[nodiscard]] bool is_empty() const;  // nothing to teach

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
  // Whether the pack is on the shelf now. When it is installed and cannot be opened, `refused` says why.
  [[nodiscard]] bool put_on(const Hash& pack, const pack::Trust& trust, const std::vector<Hash>& installed);
  // The packs of the shelf that are to be taught.
  [[nodiscard]] std::vector<Hash> choose(const pack::Trust& trust, const Assigned& assigned,
                                         const std::vector<Hash>& installed);

  pack::PackStore store_;
  std::vector<Place> places_;
  std::vector<Error> refused_;
};

}  // namespace hornbook::platform
