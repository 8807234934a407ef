// The pictures of one problem.
#pragma once

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/oatutor/pool.hpp"
#include "content_packs/import/oatutor/text.hpp"

namespace hornbook::content::oatutor {

class Figures {
 public:
  // Pictures that are used are added to `media`, which must live as long.
  Figures(const PoolProblem& problem, std::string folder, std::map<std::string, Bytes>& media)
      : problem_(problem), folder_(std::move(folder)), media_(media) {}

  // The pictures of `text`; a remark for each that is missing or elsewhere. OATutor has no descriptions, so that
  // `description` stands in.
  [[nodiscard]] std::vector<ImportedFigure> all_of(const Text& text, const std::string& description,
                                                   const std::string& where, Remarks& remarks) const;
  // The first of them; a remark for each other.
  [[nodiscard]] std::optional<ImportedFigure> figure_of(const Text& text, const std::string& description,
                                                        const std::string& where, Remarks& remarks) const;

 private:
  [[nodiscard]] const Bytes* find(const std::string& name) const;
  const PoolProblem& problem_;
  std::string folder_;
  std::map<std::string, Bytes>& media_;
};

// A remark that a picture has no place.
void leave_out(const ImportedFigure& figure, const std::string& where, Remarks& remarks);

}  // namespace hornbook::content::oatutor
