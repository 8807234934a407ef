// The experiments that a school may run: those that its packs declare, and its own.
#pragma once

#include <vector>

#include "sync/server/experiments/declaration.hpp"
#include "sync/server/school/school.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

// Takes a school's own experiment. BadInput when the declaration is malformed, or when one of this id has run already:
// what has run stays as it was.
[[nodiscard]] Result<DeclaredExperiment> declare(School& school, ByteView json);

// Those of packs first, in the order of their names.
[[nodiscard]] Result<std::vector<DeclaredExperiment>> declared_experiments(School& school, const Library& library);
// By its name; a pack's also by its id alone when no other is called so. NotFound, or BadInput when several are.
[[nodiscard]] Result<DeclaredExperiment> find_declared(School& school, const Library& library, std::string_view name);

// The row of an experiment that was declared by the school, or was started; made when there is none.
[[nodiscard]] Result<std::int64_t> number_of(School& school, const DeclaredExperiment& declared);

}  // namespace hornbook::server
