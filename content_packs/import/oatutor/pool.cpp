#include "content_packs/import/oatutor/pool.hpp"
#include "content_packs/import/spelling.hpp"

#include <algorithm>
#include <optional>

namespace hornbook::content::oatutor {
namespace {

constexpr std::string_view pool_folder = "content-pool/";

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    parts.emplace_back(path.substr(0, slash));
    path.remove_prefix(slash + 1);
  }
  parts.emplace_back(path);
  return parts;
}

// What stands before "content-pool/", of the path where that is shortest; nothing when no path has it.
std::optional<std::string> root_of(const SourceTree& tree) {
  std::optional<std::string> root;
  for (const auto& [path, bytes] : tree) {
    const std::size_t at = path.find(pool_folder);
    const bool is_folder = at != std::string::npos && (at == 0 || path[at - 1] == '/');
    if (is_folder && (!root || at < root->size())) root = path.substr(0, at);
  }
  return root;
}

std::string_view take_number(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  std::string_view number = text.substr(0, size);
  text.remove_prefix(size);
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return number;
}

bool is_shorter_or_less(std::string_view one, std::string_view other) {
  return one.size() != other.size() ? one.size() < other.size() : one < other;
}

class Sorter {
 public:
  explicit Sorter(const SourceTree& tree) : tree_(tree) {}

  Result<Pool> sort() {
    const auto root = root_of(tree_);
    const std::string prefix = root.value_or("");
    const std::string inside = root ? prefix + std::string(pool_folder) : prefix;
    for (const auto& [path, bytes] : tree_)
      if (path.starts_with(inside)) take(parts_of(std::string_view(path).substr(inside.size())), bytes);
    pool_.course_plans = file_at(prefix + "coursePlans.json");
    pool_.skill_model = file_at(prefix + "skillModel.json");
    for (auto& [name, problem] : problems_) pool_.problems.push_back(finished(name, std::move(problem)));
    std::sort(pool_.problems.begin(), pool_.problems.end(),
              [](const PoolProblem& one, const PoolProblem& other) { return comes_before(one.name, other.name); });
    remark_unknown();
    if (pool_.problems.empty())
      return fail(ErrorCode::NotFound, "OATutor pool", "there is no content-pool/NAME/NAME.json in it");
    return std::move(pool_);
  }

 private:
  struct Gathered {
    PoolProblem problem;
    std::map<std::string, PoolStep> steps;
  };

  [[nodiscard]] const Bytes* file_at(const std::string& path) const {
    const auto found = tree_.find(path);
    return found == tree_.end() ? nullptr : &found->second;
  }

  void take(const std::vector<std::string>& parts, const Bytes& bytes) {
    const bool is_ignored = parts.front().starts_with('_');  // as OATutor does
    if (is_ignored || parts.size() < 2) {
      unknown_ += is_ignored ? 0 : 1;
      return;
    }
    Gathered& gathered = problems_[parts[0]];
    if (parts.size() == 2 && parts[1] == parts[0] + ".json") {
      gathered.problem.file = &bytes;
    } else if (parts.size() == 3 && parts[1] == "figures") {
      gathered.problem.figures.emplace(parts[2], &bytes);
    } else if (parts.size() == 4 && parts[1] == "steps" && parts[3] == parts[2] + ".json") {
      gathered.steps[parts[2]].file = &bytes;
    } else if (parts.size() == 5 && parts[1] == "steps" && parts[3] == "tutoring") {
      gathered.steps[parts[2]].pathways.emplace(parts[4], &bytes);
    } else {
      ++unknown_;
    }
  }

  static PoolProblem finished(const std::string& name, Gathered gathered) {
    PoolProblem problem = std::move(gathered.problem);
    problem.name = name;
    for (auto& [step_name, step] : gathered.steps) {
      step.name = step_name;
      problem.steps.push_back(std::move(step));
    }
    std::sort(problem.steps.begin(), problem.steps.end(),
              [](const PoolStep& one, const PoolStep& other) { return is_shorter_or_less(one.name, other.name); });
    return problem;
  }

  void remark_unknown() {
    if (unknown_ == 0) return;
    pool_.remarks.push_back(
        {Outcome::Approximated, "file-unknown", "",
         std::to_string(unknown_) + " files of the pool are of no known place; they were left out"});
  }

  const SourceTree& tree_;
  std::map<std::string, Gathered> problems_;
  std::size_t unknown_ = 0;
  Pool pool_;
};

}  // namespace

bool comes_before(std::string_view one, std::string_view other) {
  while (!one.empty() && !other.empty()) {
    if (is_digit(one[0]) && is_digit(other[0])) {
      const std::string_view number = take_number(one);
      const std::string_view other_number = take_number(other);
      if (number != other_number) return is_shorter_or_less(number, other_number);
      continue;
    }
    if (one[0] != other[0]) return one[0] < other[0];
    one.remove_prefix(1);
    other.remove_prefix(1);
  }
  return one.size() < other.size();
}

Result<Pool> find_pool(const SourceTree& tree) { return Sorter(tree).sort(); }

}  // namespace hornbook::content::oatutor
