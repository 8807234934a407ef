// Reading JSON that people and scripts wrote by hand: what is not as it should be becomes a remark and not an error.
#pragma once

#include <initializer_list>

#include "content_packs/import/report.hpp"

namespace hornbook::content::oatutor {

class Record {
 public:
  // `json` must live as long.
  Record(const pack::Json& json, std::string where, Remarks& remarks)
      : json_(json), where_(std::move(where)), remarks_(remarks) {}

  // "" when it is missing or null. A number is taken as it is written.
  [[nodiscard]] std::string text(const char* name) const;
  // A text alone is a list of one.
  [[nodiscard]] std::vector<std::string> texts(const char* name) const;
  [[nodiscard]] bool truth(const char* name) const;
  // The entries of a list; none when it is missing.
  [[nodiscard]] const pack::Json& list(const char* name) const;
  [[nodiscard]] bool has(const char* name) const { return json_.is_object() && json_.contains(name); }
  // A remark for each field that is none of `known`.
  void remark_unknown(std::initializer_list<const char*> known) const;
  // A remark when its "id" is not the name of its folder.
  void remark_id(const std::string& folder) const;

 private:
  [[nodiscard]] const pack::Json* field(const char* name) const;
  [[nodiscard]] std::string text_of(const pack::Json& value, const char* name) const;
  const pack::Json& json_;
  std::string where_;
  Remarks& remarks_;
};

// The file as JSON; nothing, with a remark of `weight`, when it is missing (null) or broken.
[[nodiscard]] std::optional<pack::Json> read_json(const Bytes* file, const std::string& where, Outcome weight,
                                                  Remarks& remarks);

}  // namespace hornbook::content::oatutor
