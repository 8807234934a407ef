// What a learner answered, and what is said of it. One shape for every kind of task, so that events need not change
// when a kind is added.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hornbook::engage {

// In terms that do not depend on the order on screen. What numbers and texts mean is told by the kind's own header.
struct Answer {
  std::uint8_t kind = 0;               // the number of a kind in runtime/engage/kinds; 0 is none
  std::vector<std::uint32_t> numbers;  // at most limits::answer_numbers_max
  std::vector<std::string> texts;      // at most limits::answer_texts_max of limits::typed_answer_bytes_max
  bool operator==(const Answer&) const = default;
};

// Ties a wrong answer to what it shows. `misconception` is an index into the pack's list.
struct WrongAnswer {
  std::optional<std::uint16_t> misconception;
  std::string feedback;
};

// What a kind of task finds to say that holds for any item; the screen has the words.
enum class Remark : std::uint8_t {
  None,
  // The right value in another form than asked for
  Simplify,
  Expand,
  Factor,
  AsFraction,
  AsDecimal,
  AsPowerOfTen,
  OtherForm,
  CannotTell,  // whether it is right: a person should look
  // Nearly the right words
  CheckSpelling,
  CheckAccents,
  CheckCapitals,
  // Several are to be found
  MoreToFind,    // what is there is right
  NotAllOfThem,  // some of what is there is not right
  // Nobody judges it here
  ComesAgainSoon,  // the learner's own judgement: not yet
  KeptForTeacher,  // a person will look at it
};

struct Verdict {
  bool correct = false;
  std::uint16_t credit_permille = 0;  // 1000 when correct
  std::optional<std::uint16_t> misconception;
  std::string feedback;  // one sentence in the learner's language; empty: the remark, or the item's own
  Remark remark = Remark::None;
  bool is_last = false;  // there is no other try, whatever it is worth
};

inline constexpr std::uint16_t full_credit = 1000;

[[nodiscard]] inline Verdict right() { return {true, full_credit, {}, {}, Remark::None, false}; }
[[nodiscard]] inline Verdict not_yet(std::uint16_t credit_permille = 0) {
  return {false, credit_permille, {}, {}, Remark::None, false};
}
[[nodiscard]] inline Verdict wrong_as(const WrongAnswer& wrong, std::uint16_t credit_permille = 0) {
  return {false, credit_permille, wrong.misconception, wrong.feedback, Remark::None, false};
}
// Neither right nor wrong: what a person will read or look at.
[[nodiscard]] inline Verdict kept_for_teacher() { return {false, 0, {}, {}, Remark::KeptForTeacher, true}; }

}  // namespace hornbook::engage
