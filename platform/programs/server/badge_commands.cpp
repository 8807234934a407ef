#include <fmt/format.h>

#include "platform/programs/server/badge_sheet.hpp"
#include "platform/programs/server/commands.hpp"
#include "sync/server/school/badges.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::platform {
namespace {

// The error does not repeat what was given: a roster's id may be a name.
Result<server::Learner> learner_of(server::School& school, const std::string& source) {
  TRY_ASSIGN(const auto number, server::find_learner_by_source(school, source));
  if (!number) return fail(ErrorCode::NotFound, "badge", "the roster has no learner of this id; see its users.csv");
  return server::load_learner(school, *number);
}

SheetBadge on_sheet(const server::Learner& learner, const journal::Badge& badge) {
  return {learner.profile.display_name, learner.profile.avatar, journal::text_of(badge)};
}

Done write_sheet(const std::filesystem::path& file, const std::string& title, const std::vector<SheetBadge>& badges) {
  TRY_ASSIGN(const std::string page, badge_sheet(title, badges));
  TRY_DONE(server::write_private_file(file, as_bytes(page)));
  fmt::print("wrote {} with {} badges; print it, cut it, and delete the file\n", file.string(), badges.size());
  return {};
}

}  // namespace

Done run_badge_sheet(const SchoolPlace& place, const std::string& title, const std::filesystem::path& out) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const server::SchoolClass found, server::find_class(school, title));
  TRY_ASSIGN(server::Transaction transaction, server::Transaction::begin(school.database()));
  TRY_ASSIGN(const std::vector<server::Learner> learners, server::learners_of_class(school, found.number));
  std::vector<SheetBadge> badges;
  for (const server::Learner& learner : learners) {
    TRY_ASSIGN(const auto badge, server::badge_for_sheet(school, learner));
    if (badge) badges.push_back(on_sheet(learner, *badge));
  }
  if (badges.empty()) return fail(ErrorCode::NotFound, "badge", "the class has no learner whose badge is not revoked");
  TRY_DONE(transaction.commit());
  return write_sheet(out, found.title, badges);
}

Done run_badge_renew(const SchoolPlace& place, const std::string& source, const std::filesystem::path& out) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const server::Learner learner, learner_of(school, source));
  TRY_ASSIGN(const journal::Badge badge, server::renew_badge(school, learner));
  fmt::print("the badge before it opens nothing any more on devices that have had contact since\n");
  return write_sheet(out, school.name(), {on_sheet(learner, badge)});
}

Done run_badge_revoke(const SchoolPlace& place, const std::string& source) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const server::Learner learner, learner_of(school, source));
  TRY_DONE(server::revoke_badge(school, learner));
  fmt::print("revoked; devices drop it with their next contact\n");
  return {};
}

}  // namespace hornbook::platform
