// Errors as values: what went wrong, where, and a sentence for the person who must act.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace hornbook {

enum class ErrorCode {
  WrongUsage,  // the command line is wrong
  BadInput,    // a pack, bundle, event, roster, URL or person gave something malformed; nothing changed
  Corrupt,     // stored or received bytes fail their hash, tag or signature
  NotAllowed,  // keys, signatures or enrolment forbid it
  NotFound,
  NoLink,          // no peer answered
  StorageFailure,  // no space, or the disk refused
  Busy,            // another instance holds the data
  LimitExceeded,   // a limit of runtime/core/limits.hpp
  OurBug,          // an invariant of ours does not hold
};

// `place` is a string literal that names the operation ("pack index"), never a path or a learner's data.
struct Error {
  ErrorCode code{};
  const char* place = "";
  std::string sentence;
};

template <class T>
using Result = tl::expected<T, Error>;
using Done = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, const char* place, std::string sentence) {
  return tl::unexpected<Error>(Error{code, place, std::move(sentence)});
}

// The exit code that every program of Hornbook ends with: 0 done, 2 usage, 3 bad input, 4 not allowed, 5 no link,
// 6 storage, 7 busy, 70 a bug of ours.
[[nodiscard]] int exit_code(ErrorCode code);

// One line for stderr: "place: sentence".
[[nodiscard]] std::string describe(const Error& error);

}  // namespace hornbook

#define HORNBOOK_JOIN_INNER(a, b) a##b
#define HORNBOOK_JOIN(a, b) HORNBOOK_JOIN_INNER(a, b)

// TRY_ASSIGN(auto value, make_value()): declares or assigns `value`, or returns the error to the caller.
#define TRY_ASSIGN(target, expression) TRY_ASSIGN_NAMED(HORNBOOK_JOIN(try_result_, __LINE__), target, expression)
#define TRY_ASSIGN_NAMED(name, target, expression)           \
  auto name = (expression);                                  \
  if (!name) return tl::unexpected(std::move(name).error()); \
  target = std::move(*name)

// TRY_DONE(act()): returns the error to the caller, or goes on.
#define TRY_DONE(expression)                                                                            \
  do {                                                                                                  \
    if (auto try_done_ = (expression); !try_done_) return tl::unexpected(std::move(try_done_).error()); \
  } while (false)
