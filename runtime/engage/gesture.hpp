// What a learner can do to an answer. The set is closed and shared by all kinds of task, so that touch, keyboard,
// switches, speech and scripts need not know the kinds. Things, slots, fields and handles are counted from 0 in the
// order of the pack's source, whatever the order on screen.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace hornbook::engage {

struct Choose {
  std::uint8_t thing = 0;
  std::uint8_t field = 0;
  bool operator==(const Choose&) const = default;
};  // takes it; where several may be taken, again lets it go
struct AttendTo {
  std::uint8_t field = 0;
  bool operator==(const AttendTo&) const = default;
};  // what is typed, chosen or carried next belongs there
struct TypeText {
  std::string text;  // UTF-8
  std::uint8_t field = 0;
  bool operator==(const TypeText&) const = default;
};
struct EraseLast {
  std::uint8_t field = 0;
  bool operator==(const EraseLast&) const = default;
};
struct PickUp {
  std::uint8_t thing = 0;
  bool operator==(const PickUp&) const = default;
};  // into the hand; again on the same thing puts it back
struct PutDown {
  std::uint8_t slot = 0;
  bool operator==(const PutDown&) const = default;
};  // what is in the hand goes there; where one thing has room, what was there comes into the hand
struct MoveTo {
  std::uint8_t handle = 0;
  std::uint32_t position = 0;
  bool operator==(const MoveTo&) const = default;
};
struct PointAt {
  std::uint16_t x = 0, y = 0;  // of point_parts along the width and the height, from the top left corner
  bool goes_on = false;        // the finger has not left since the last one
  bool operator==(const PointAt&) const = default;
};  // a finger on a picture, a plane or a sheet: what is there, or comes there
inline constexpr std::uint16_t point_parts = 10'000;
struct EraseAll {
  bool operator==(const EraseAll&) const = default;
};
struct LookAgain {
  bool operator==(const LookAgain&) const = default;
};  // back to work after "not yet" on what is there, which stays as it is; a kind may remember what of it was right

using Gesture =
    std::variant<Choose, AttendTo, TypeText, EraseLast, PickUp, PutDown, MoveTo, PointAt, EraseAll, LookAgain>;

}  // namespace hornbook::engage
