#include "ui/locales/message_catalogue.hpp"

namespace hornbook::ui {
namespace {

constexpr MessageCatalogue catalogue{{
    // Right after failures
    "It did not work at first. You stayed with it, and now it does.",
    "You tried another way, and that way worked.",
    "Those mistakes showed you what to change, and you changed it.",
    "It was hard a moment ago. You kept looking until it made sense.",
    "You did not stop at “not yet”. That is how learning goes.",
    // Right after a hint
    "You read the hint and then did the rest yourself.",
    "Asking for a hint and using it is a good way to learn.",
    "The hint gave you a start, and you found the way on.",
    "You took a little help and thought the rest through.",
    // Right at a later try
    "You checked, changed something, and got there.",
    "One more try was worth it.",
    "You looked again at what you had done. Looking again pays.",
    "You found what was wrong. Finding it is half of mending it.",
    // Right at once: explain it to yourself
    "Why is that so? Tell yourself before you go on.",
    "Why does your way work? Say it in one sentence.",
    "How did you find it? Go back in your mind to the first step.",
    "How would you explain it to a friend? Try it in your head.",
    "Why? Why? How? Ask your answer, and see what it says.",
    "How could you check this answer in another way?",
    // Not this time
    "This one is not there yet. Each one you work on makes the way clearer.",
    "When a question is hard, your brain is building something new.",
    "Look at how it goes. Which step was different from yours?",
    "A mistake is a clue. What does this one tell you?",
    "Not yet is not never. Use what you saw here in the next one.",
    // Back after days away
    "Welcome back. What do you still remember? More comes back as you work.",
    "Some things fade while you are away. A few questions bring them back.",
    "After a pause it takes a moment to get going. Take your time.",
    // A hard stretch is done
    "That was a hard stretch, and you worked your way through it.",
    "Several of these took more than one try. You gave them what they needed.",
    "Hard ones in a row: you used hints and tries to get through.",
    "You have worked on hard things. Take a deep breath, then choose what is next.",
    // Something new is next
    "Something new comes next. What do you know already that may help?",
    "New things feel strange at first. Practice makes them yours.",
    "Before you start something new, look at the whole question.",
    "With something new, mistakes are part of it. Each one tells you something.",
    // Goodbye
    "You kept going today. What helped you most?",
    "Think of one thing that makes sense now and did not before.",
    "Tell somebody one thing that you worked out today.",
    "What you practise stays longer when you come back to it another day.",
    "Every try today counted, the ones that did not work too.",
    // The goal is reached
    "You did what you set out to do. You made a plan and followed it.",
    "Your goal for today is done. What would you like to plan next?",
    "You said how much you would do, and you did it, one by one.",
}};
static_assert(is_complete(catalogue));

}  // namespace

std::string_view english_message(std::uint16_t number) { return text_of(catalogue, number); }

}  // namespace hornbook::ui
