#include "platform/programs/model/simulate/write_log.hpp"

#include <ostream>

#include "platform/programs/model/simulate/classroom.hpp"
#include "platform/programs/model/simulate/practise.hpp"

namespace hornbook::simulate {
namespace {

void write_row(std::size_t learner, std::size_t item, const Course& course, const Performance& performance, UnixMs at,
               std::ostream& lines) {
  lines << learner << ',' << item << ',';
  const char* between = "";
  for (const std::size_t skill : course.items[item].skills) {
    lines << between << skill;
    between = "~";
  }
  const bool correct = performance.right_at_first_try() && performance.hints_before_first_try() == 0;
  lines << ',' << (correct ? 1 : 0) << ',' << at / 1000 << '\n';
}

std::size_t rows_of_learner(const LogShape& shape, SeededRandom& random) {
  const double rows = uniform(random, shape.rows);
  const bool drops_out = happens(random, shape.dropped_share);
  return static_cast<std::size_t>(drops_out ? uniform(random, {shape.rows_min, rows}) : rows);
}

}  // namespace

void write_log(FamilyKind kind, const LogShape& shape, std::uint64_t seed, std::ostream& lines) {
  SeededRandom course_random = stream_of(seed, {10});
  const Course course = make_course(shape.course, course_random);
  const std::unique_ptr<Family> family = make_family(kind, course, course_random);
  lines << "learner,item,skill,correct,timestamp\n";
  ClassPlan plan;
  for (std::size_t learner = 0; learner < shape.learners; ++learner) {
    SeededRandom class_random = stream_of(seed, {11, learner / shape.class_size});
    if (learner % shape.class_size == 0) plan = make_class_plan(course, class_random);
    SeededRandom random = stream_of(seed, {12, learner});
    const Manner manner = draw_manner(ranges_of(draw_behaviour(random)), random);
    // A lesson comes before the exercises.
    const Aptitude aptitude{plan.level + normal(random), normal(random), course.skills.size()};
    Schedule schedule;
    schedule.session_ms = plan.session_ms;
    schedule.days_share = plan.days_share;
    schedule.items_max = rows_of_learner(shape, random);
    const std::uint64_t learner_seed = random.next();
    Student student = make_student(course, *family, manner, aptitude, learner_seed);
    Classroom classroom(plan);
    practise(student, classroom, schedule, learner_seed,
             [&](std::size_t item, const Performance& performance, UnixMs at) {
               write_row(learner, item, course, performance, at, lines);
               return false;
             });
  }
}

}  // namespace hornbook::simulate
