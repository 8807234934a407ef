// Reading JSON that somebody else wrote: every field is asked for by name, and what nobody asked for is an error. A
// problem carries the JSON pointer (RFC 6901) of the value, so that a linter can name the line.
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::pack {

using Json = nlohmann::json;

struct FieldProblem {
  std::string pointer;   // "" is the whole document
  std::string sentence;  // what is wrong and how to mend it
};
template <class T>
using Read = tl::expected<T, FieldProblem>;

[[nodiscard]] inline tl::unexpected<FieldProblem> bad_field(std::string pointer, std::string sentence) {
  return tl::unexpected<FieldProblem>(FieldProblem{std::move(pointer), std::move(sentence)});
}

// BadInput when it is no JSON, LimitExceeded beyond limits::json_bytes_max or limits::json_depth_max.
[[nodiscard]] Result<Json> parse_json(ByteView bytes, const char* place);

// A problem as an error of `place`.
[[nodiscard]] Error to_error(const FieldProblem& problem, const char* place);

// A value and where it stands.
struct Located {
  const Json* value;
  std::string pointer;

  [[nodiscard]] Read<std::string> text(std::size_t bytes_max) const;
  [[nodiscard]] Read<std::int64_t> whole(std::int64_t least, std::int64_t greatest) const;
  [[nodiscard]] Read<bool> truth() const;
  // The entries of a list.
  [[nodiscard]] Read<std::vector<Located>> entries(std::size_t entries_min, std::size_t entries_max) const;
};

// The fields of a JSON object.
class Fields {
 public:
  [[nodiscard]] static Read<Fields> of(Located object);

  [[nodiscard]] Read<Located> required(const char* name);
  [[nodiscard]] std::optional<Located> optional(const char* name);
  [[nodiscard]] Read<std::string> text(const char* name, std::size_t bytes_max);
  // The names of all fields, for objects whose names are data.
  [[nodiscard]] std::vector<std::string> names() const;
  // A problem when a field is left that nobody asked for.
  [[nodiscard]] Read<void> end() const;
  [[nodiscard]] const std::string& pointer() const { return object_.pointer; }

 private:
  explicit Fields(Located object) : object_(std::move(object)) {}
  Located object_;
  std::set<std::string, std::less<>> asked_for_;
};

}  // namespace hornbook::pack
