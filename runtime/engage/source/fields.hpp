// Reading what somebody else wrote: every field is asked for by name, and what nobody asked for is an error. A problem
// carries the JSON pointer (RFC 6901) of the value, so that a linter can name the line.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/engage/source/source_value.hpp"

namespace hornbook::engage {

struct FieldProblem {
  std::string pointer;   // "" is the whole document
  std::string sentence;  // what is wrong and how to mend it
};
template <class T>
using Read = tl::expected<T, FieldProblem>;

[[nodiscard]] inline tl::unexpected<FieldProblem> bad_field(std::string pointer, std::string sentence) {
  return tl::unexpected<FieldProblem>(FieldProblem{std::move(pointer), std::move(sentence)});
}

// A value and where it stands. The value must live as long.
struct Located {
  const SourceValue* value;
  std::string pointer;

  [[nodiscard]] Read<std::string> text(std::size_t bytes_max) const;
  [[nodiscard]] Read<std::int64_t> whole(std::int64_t least, std::int64_t greatest) const;
  [[nodiscard]] Read<bool> truth() const;
  // The entries of a list.
  [[nodiscard]] Read<std::vector<Located>> entries(std::size_t entries_min, std::size_t entries_max) const;
};

// The named fields of a value.
class Fields {
 public:
  [[nodiscard]] static Read<Fields> of(Located value);

  [[nodiscard]] Read<Located> required(std::string_view name);
  [[nodiscard]] std::optional<Located> optional(std::string_view name);
  [[nodiscard]] Read<std::string> text(std::string_view name, std::size_t bytes_max);
  // `otherwise` when the field is not there.
  [[nodiscard]] Read<bool> truth(std::string_view name, bool otherwise);
  // The place of the field's word among `words`; `otherwise` when the field is not there.
  [[nodiscard]] Read<std::size_t> one_of(std::string_view name, const std::vector<std::string_view>& words,
                                         std::size_t otherwise);
  // The names of all fields, for values whose names are data.
  [[nodiscard]] std::vector<std::string> names() const;
  // A problem when a field is left that nobody asked for.
  [[nodiscard]] Read<void> end() const;
  [[nodiscard]] const std::string& pointer() const { return pointer_; }

 private:
  Fields(const SourceValue::Map& map, std::string pointer) : map_(&map), pointer_(std::move(pointer)) {}
  const SourceValue::Map* map_;
  std::string pointer_;
  std::set<std::string, std::less<>> asked_for_;
};

}  // namespace hornbook::engage
