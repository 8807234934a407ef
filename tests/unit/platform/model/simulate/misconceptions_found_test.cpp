// How well the fold finds the misconceptions that simulated learners hold: the figures of runtime/interpret/MODEL.md.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <set>

#include "platform/programs/model/simulate/practise.hpp"
#include "platform/programs/model/simulate/station_engine.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::simulate {
namespace {

using Tags = std::set<std::uint16_t>;

struct Found {
  std::size_t spells = 0;           // a rule was held while two items or more could show it
  std::size_t asserted = 0;         // of them, those in which it was asserted
  std::size_t items_to_assert = 0;  // telling items from the first of a spell to the assertion
  std::size_t assertions = 0;
  std::size_t false_ones = 0;  // the rule was not held when it was asserted
  std::size_t gone = 0;        // asserted rules that were given up, and then asked at least three times
  std::size_t cleared = 0;     // of them
  std::size_t items_to_clear = 0;
};

// What a learner holds now, seen from outside: who holds a rule shows it soon.
Tags held_by(const Student& student, const Course& course, SeededRandom& random) {
  Tags held;
  for (std::size_t skill = 0; skill < course.skills.size(); ++skill) {
    for (const std::size_t item : course.items_of_skill[skill]) {
      if (!course.items[item].shows_bugs) continue;
      std::optional<std::uint16_t> shown;
      for (int i = 0; i < 12 && !shown; ++i) shown = student.knowledge().bug_shown(item, random);
      if (shown) held.insert(*shown);
      break;
    }
  }
  return held;
}

Tags asserted_by(const StationEngine& engine) {
  Tags asserted;
  for (const auto& [key, state] : engine.state().learner.misconceptions)
    if (state.asserted) asserted.insert(static_cast<std::uint16_t>(key - 1));
  return asserted;
}

// Follows one learner from item to item.
class Watch {
 public:
  explicit Watch(Found& found) : found_(found) {}

  void after(const Item& item, const Tags& held_before, const Tags& asserted) {
    for (const std::uint16_t tag : asserted) {
      if (was_asserted_.contains(tag)) continue;
      ++found_.assertions;
      if (!held_before.contains(tag)) ++found_.false_ones;
    }
    for (std::size_t bug = 0; item.shows_bugs && bug < bugs_per_skill; ++bug)
      telling_item(bug_tag(item.skills.front(), bug), held_before, asserted);
    was_asserted_ = asserted;
  }

 private:
  struct Spell {
    std::size_t items = 0;
    bool counted = false, asserted = false;
    std::size_t since_gone = 0;
    bool counted_gone = false;
  };

  void telling_item(std::uint16_t tag, const Tags& held, const Tags& asserted) {
    Spell& spell = spells_[tag];
    if (!held.contains(tag)) return not_held(spell, asserted.contains(tag), was_asserted_.contains(tag));
    if (spell.items == 0 || spell.since_gone > 0) spell = {};
    ++spell.items;
    if (spell.items >= 2 && !spell.counted) {
      spell.counted = true;
      ++found_.spells;
    }
    if (asserted.contains(tag) && !spell.asserted && spell.counted) {
      spell.asserted = true;
      ++found_.asserted;
      found_.items_to_assert += spell.items;
    }
  }

  void not_held(Spell& spell, bool is_asserted, bool was_asserted) {
    if (!spell.asserted || (!was_asserted && spell.since_gone == 0)) return;
    ++spell.since_gone;
    if (!is_asserted && was_asserted) {
      ++found_.cleared;
      found_.items_to_clear += spell.since_gone;
      if (!spell.counted_gone) ++found_.gone;
      spell = {};
    } else if (spell.since_gone == 3 && !spell.counted_gone) {
      spell.counted_gone = true;
      ++found_.gone;
    }
  }

  Found& found_;
  Tags was_asserted_;
  std::map<std::uint16_t, Spell> spells_;
};

Found watch_class(std::uint64_t seed, std::size_t learners) {
  Found found;
  SeededRandom random(seed);
  const Course course = make_course({}, random);
  const auto family = make_family(FamilyKind::Misconceptions, course, random);
  SkillList all(course.skills.size());
  for (std::size_t skill = 0; skill < all.size(); ++skill) all[skill] = skill;
  for (std::size_t learner = 0; learner < learners; ++learner) {
    const std::uint64_t own = seed * 1000 + learner;
    const Manner manner = draw_manner(ranges_of(Behaviour::Typical), random);
    Student student = make_student(course, *family, manner, {normal(random), normal(random), 0}, own);
    StationEngine engine(course, all, own);
    SeededRandom looks(own);
    Watch watch(found);
    Tags held = held_by(student, course, looks);
    practise(student, engine, {.items_max = 300}, own, [&](std::size_t item, const Performance&, UnixMs) {
      watch.after(course.items[item], held, asserted_by(engine));
      held = held_by(student, course, looks);
      return false;
    });
  }
  return found;
}

TEST(MisconceptionsFound, PlantedRulesAreAsserted_FewFalsely_AndClearedWhenTheyAreGone) {
  ASSERT_TRUE(crypto_start().has_value());
  const Found found = watch_class(5, 60);
  const auto share = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  std::printf("held while two items could show it %zu, asserted %.1f %%, after %.1f telling items\n", found.spells,
              100 * share(found.asserted, found.spells), share(found.items_to_assert, found.asserted));
  std::printf("asserted %zu, falsely %.1f %%\n", found.assertions, 100 * share(found.false_ones, found.assertions));
  std::printf("given up and asked again %zu, cleared %.1f %%, after %.1f telling items\n", found.gone,
              100 * share(found.cleared, found.gone), share(found.items_to_clear, found.cleared));
  EXPECT_GE(share(found.asserted, found.spells), 0.6);
  EXPECT_LE(share(found.false_ones, found.assertions), 0.1);
  EXPECT_GE(share(found.cleared, found.gone), 0.8);
}

}  // namespace
}  // namespace hornbook::simulate
