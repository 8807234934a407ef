// A session's surroundings with the sample course in play.
#pragma once

#include "runtime/session/session.hpp"
#include "tests/support/sample_course.hpp"

namespace hornbook::test {

inline std::shared_ptr<session::SessionContext> sample_context(std::uint8_t learner = 7) {
  static const std::shared_ptr<const interpret::Curriculum> curriculum = sample_curriculum();
  auto context = std::make_shared<session::SessionContext>();
  context->device.bytes.fill(1);
  context->epoch = 1;
  context->learner_index = 1;
  context->learner.bytes.fill(learner);
  context->language = "en";
  context->packs = {{0, curriculum.get()}};
  context->bindings = {{0, curriculum->pack_hash}};
  context->curricula = {{curriculum->pack_hash, curriculum}};
  context->parameters = interpret::default_parameters();
  context->instantiate = sample_item;
  return context;
}

}  // namespace hornbook::test
