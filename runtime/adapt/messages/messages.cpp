#include "runtime/adapt/messages/messages.hpp"

#include <array>
#include <vector>

#include "runtime/core/seeded_random.hpp"

namespace hornbook::adapt {
namespace {

constexpr std::array<Message, 43> all{{
    {1, Occasion::RightAfterFailures}, {2, Occasion::RightAfterFailures}, {3, Occasion::RightAfterFailures},
    {4, Occasion::RightAfterFailures}, {5, Occasion::RightAfterFailures}, {6, Occasion::RightAfterHint},
    {7, Occasion::RightAfterHint},     {8, Occasion::RightAfterHint},     {9, Occasion::RightAfterHint},
    {10, Occasion::RightAfterTrying},  {11, Occasion::RightAfterTrying},  {12, Occasion::RightAfterTrying},
    {13, Occasion::RightAfterTrying},  {14, Occasion::RightAtOnce},       {15, Occasion::RightAtOnce},
    {16, Occasion::RightAtOnce},       {17, Occasion::RightAtOnce},       {18, Occasion::RightAtOnce},
    {19, Occasion::RightAtOnce},       {20, Occasion::NotThisTime},       {21, Occasion::NotThisTime},
    {22, Occasion::NotThisTime},       {23, Occasion::NotThisTime},       {24, Occasion::NotThisTime},
    {25, Occasion::Returned},          {26, Occasion::Returned},          {27, Occasion::Returned},
    {28, Occasion::HardStretchDone},   {29, Occasion::HardStretchDone},   {30, Occasion::HardStretchDone},
    {31, Occasion::HardStretchDone},   {32, Occasion::NewSkill},          {33, Occasion::NewSkill},
    {34, Occasion::NewSkill},          {35, Occasion::NewSkill},          {36, Occasion::Goodbye},
    {37, Occasion::Goodbye},           {38, Occasion::Goodbye},           {39, Occasion::Goodbye},
    {40, Occasion::Goodbye},           {41, Occasion::GoalReached},       {42, Occasion::GoalReached},
    {43, Occasion::GoalReached},
}};

bool comes_once_a_session(Occasion occasion) {
  return occasion == Occasion::Returned || occasion == Occasion::Goodbye || occasion == Occasion::GoalReached;
}

bool is_too_soon(const MessageMoment& moment) {
  const interpret::MessageMemory& memory = moment.state.agency.message;
  if (memory.last == 0) return false;
  const std::uint32_t answers = moment.state.responses - memory.responses;
  const std::int64_t since = moment.now - memory.shown_ms;
  return answers < answers_between_messages || (since >= 0 && since < time_between_messages_ms);
}

std::uint64_t seed_of(const MessageMoment& moment, Occasion occasion) {
  std::uint64_t seed = (std::uint64_t{moment.state.responses} << 8) | static_cast<std::uint64_t>(occasion);
  for (const std::uint8_t byte : moment.learner.bytes) seed = SeededRandom(seed ^ byte).next();
  return seed;
}

}  // namespace

std::span<const Message> messages() { return all; }

std::optional<std::uint16_t> choose_message(std::span<const Occasion> occasions, const MessageMoment& moment) {
  for (const Occasion occasion : occasions) {
    if (is_too_soon(moment) && !comes_once_a_session(occasion)) continue;
    std::vector<std::uint16_t> fitting;
    for (const Message& message : all)
      if (message.occasion == occasion && message.number != moment.state.agency.message.last)
        fitting.push_back(message.number);
    return fitting[static_cast<std::size_t>(SeededRandom(seed_of(moment, occasion)).below(fitting.size()))];
  }
  return std::nullopt;
}

}  // namespace hornbook::adapt
