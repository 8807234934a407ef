#include "content_packs/import/oatutor/order_hints.hpp"
#include "content_packs/import/spelling.hpp"

#include <algorithm>
#include <set>

namespace hornbook::content::oatutor {
namespace {

class Sorter {
 public:
  Sorter(std::vector<PendingHint> pending, Remarks& remarks) : pending_(std::move(pending)), remarks_(remarks) {}

  std::vector<ImportedHint> sort() {
    for (std::size_t i = 0; i < pending_.size(); ++i) waits_for_.push_back(known_dependencies(i));
    is_out_.assign(pending_.size(), false);
    while (result_.size() < pending_.size()) put_out(next());
    return std::move(result_);
  }

 private:
  std::set<std::size_t> known_dependencies(std::size_t of) {
    std::set<std::size_t> known;
    for (const std::string& id : pending_[of].dependencies) {
      const auto found = std::find_if(pending_.begin(), pending_.end(),
                                      [&](const PendingHint& other) { return other.source_id == id; });
      if (found == pending_.end()) {
        remark(of, "hint-dependency-unknown", "it depends on \"" + cut(id, 60) + "\", which is no hint here");
      } else if (static_cast<std::size_t>(found - pending_.begin()) == of) {
        remark(of, "hint-dependency-self", "it depends on itself");
      } else {
        if (id == pending_[of].source_id)
          remark(of, "hint-dependency-self", "it depends on its own id; the other hint of that id is meant");
        known.insert(static_cast<std::size_t>(found - pending_.begin()));
      }
    }
    return known;
  }

  [[nodiscard]] bool is_ready(std::size_t hint) const {
    const auto& waits_for = waits_for_[hint];
    return std::all_of(waits_for.begin(), waits_for.end(), [this](std::size_t other) { return is_out_[other]; });
  }

  // The first that is ready; in a circle, the first that is left.
  std::size_t next() {
    std::size_t first_left = pending_.size();
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      if (is_out_[i]) continue;
      if (is_ready(i)) return i;
      first_left = std::min(first_left, i);
    }
    remark(first_left, "hint-dependency-circle", "what it depends on depends on it; that was left out");
    std::erase_if(waits_for_[first_left], [this](std::size_t other) { return !is_out_[other]; });
    return first_left;
  }

  void put_out(std::size_t hint) {
    ImportedHint& out = pending_[hint].hint;
    std::vector<std::string> after;
    for (const std::size_t other : waits_for_[hint]) after.push_back(pending_[other].hint.id);
    const bool is_usual = result_.empty() ? after.empty() : after == std::vector<std::string>{result_.back().id};
    if (!is_usual) out.after = std::move(after);
    is_out_[hint] = true;
    result_.push_back(out);
  }

  void remark(std::size_t hint, const char* code, std::string sentence) {
    remarks_.push_back({Outcome::Approximated, code, pending_[hint].source_id, std::move(sentence)});
  }

  std::vector<PendingHint> pending_;
  Remarks& remarks_;
  std::vector<std::set<std::size_t>> waits_for_;
  std::vector<bool> is_out_;
  std::vector<ImportedHint> result_;
};

}  // namespace

std::vector<ImportedHint> in_order(std::vector<PendingHint> pending, Remarks& remarks) {
  return Sorter(std::move(pending), remarks).sort();
}

}  // namespace hornbook::content::oatutor
