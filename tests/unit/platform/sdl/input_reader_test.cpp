#include "platform/sdl/input_reader.hpp"

#include <gtest/gtest.h>

namespace hornbook::platform {
namespace {

constexpr DisplaySize screen{1280, 800};

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.type = type;
  event.tfinger.fingerId = id;
  event.tfinger.x = x;
  event.tfinger.y = y;
  return event;
}

SDL_Event button(Uint32 type, Uint8 which, int x, int y) {
  SDL_Event event{};
  event.type = type;
  event.button.button = which;
  event.button.x = x;
  event.button.y = y;
  return event;
}

TEST(InputReader, AFinger_IsReadInLogicalPixels) {
  InputReader reader;
  const auto input = reader.read(finger(SDL_FINGERDOWN, 7, 0.5F, 0.25F), screen, 2);
  ASSERT_TRUE(input && std::holds_alternative<ui::PointerDown>(*input));
  EXPECT_FLOAT_EQ(std::get<ui::PointerDown>(*input).x, 320);
  EXPECT_FLOAT_EQ(std::get<ui::PointerDown>(*input).y, 100);
}

TEST(InputReader, ASecondFinger_IsNotHeardUntilTheFirstIsUp) {
  InputReader reader;
  EXPECT_TRUE(reader.read(finger(SDL_FINGERDOWN, 7, 0, 0), screen, 1));
  EXPECT_FALSE(reader.read(finger(SDL_FINGERDOWN, 8, 0, 0), screen, 1));
  EXPECT_FALSE(reader.read(finger(SDL_FINGERUP, 8, 0, 0), screen, 1));
  EXPECT_TRUE(reader.read(finger(SDL_FINGERMOTION, 7, 0, 0), screen, 1));
  EXPECT_TRUE(reader.read(finger(SDL_FINGERUP, 7, 0, 0), screen, 1));
  EXPECT_TRUE(reader.read(finger(SDL_FINGERDOWN, 8, 0, 0), screen, 1));
}

TEST(InputReader, TheMouse_MovesOnlyWhileItsMainButtonIsDown) {
  InputReader reader;
  SDL_Event motion{};
  motion.type = SDL_MOUSEMOTION;
  EXPECT_FALSE(reader.read(motion, screen, 1));
  EXPECT_FALSE(reader.read(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 1, 1), screen, 1));
  EXPECT_TRUE(reader.read(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 1, 1), screen, 1));
  EXPECT_TRUE(reader.read(motion, screen, 1));
  EXPECT_TRUE(reader.read(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 1, 1), screen, 1));
  EXPECT_FALSE(reader.read(motion, screen, 1));
}

TEST(InputReader, TabWithShift_GoesBack) {
  InputReader reader;
  SDL_Event key{};
  key.type = SDL_KEYDOWN;
  key.key.keysym.sym = SDLK_TAB;
  EXPECT_EQ(std::get<ui::KeyDown>(reader.read(key, screen, 1).value()).key, ui::Key::Tab);
  key.key.keysym.mod = KMOD_LSHIFT;
  EXPECT_EQ(std::get<ui::KeyDown>(reader.read(key, screen, 1).value()).key, ui::Key::BackTab);
  key.key.keysym.sym = SDLK_F5;
  EXPECT_FALSE(reader.read(key, screen, 1));
}

}  // namespace
}  // namespace hornbook::platform
