#!/usr/bin/env python3
"""The check of packs must find planted faults, and must let sound draws pass."""
import sys
import unittest
from fractions import Fraction

sys.dont_write_bytecode = True
import faults
import reading
from check_packs import faults_between
from instance import Instance

SOUND = {
    "item": "add", "seed": 1, "kind": "number", "choices": [], "answer": "12", "figure": None,
    "prompt": r"$7 + 5 = \square$", "hints": ["Go to 10.", "Take 3 from 5.", "7 + 3 + 2 = 12."],
    "wrong": [{"answer": "11", "credit_permille": 0, "feedback": "Almost."}],
    "explanation": "You made ten.", "not_yet": "Go to 10 first.",
}
CHOICE = SOUND | {"kind": "choice", "prompt": "Which is 4?", "choices": ["$2 + 2$", "$2 + 3$"], "answer": "$2 + 2$"}
TILES = SOUND | {"kind": "order", "prompt": "Order them.", "choices": ["30", "12"], "answer": "12, 30"}
SEVERAL = CHOICE | {"kind": "multiple_answer", "prompt": "Which are 5?",
                    "choices": ["$2 + 3$", "$1 + 4$", "$1 + 3$"], "answer": "$2 + 3$, $1 + 4$"}
PAIRS = CHOICE | {"kind": "match", "choices": ["0.4", "0.5", "0.6"],
                  "answer": r"$\frac{1}{2}$: 0.5; $\frac{2}{5}$: 0.4"}


def found(drawn, rule, language="en"):
    return list(faults.faults_of(Instance(drawn, language), rule))


class Faults(unittest.TestCase):
    def test_sound_draws_have_none(self):
        self.assertEqual(found(SOUND, lambda q: q.solve()), [])
        self.assertEqual(found(CHOICE, lambda q: q.n[0]), [])
        self.assertEqual(found(TILES, lambda q: q.value), [])

    def test_answers_that_are_not_right_are_found(self):
        self.assertTrue(found(SOUND | {"answer": "13"}, lambda q: q.solve()))
        self.assertTrue(found(CHOICE | {"answer": "$2 + 3$"}, lambda q: q.n[0]))
        self.assertTrue(found(CHOICE | {"choices": ["$2 + 2$", "$1 + 3$"]}, lambda q: q.n[0]))
        self.assertTrue(found(TILES | {"answer": "30, 12"}, lambda q: q.value))

    def test_texts_that_make_no_sense_are_found(self):
        for nonsense in ("There are 1 apples.", "Quedan 1 espacios.", "That is -3.", "You have {n}.", "",
                         r"$2 \times 3 = 7$"):
            self.assertTrue(found(SOUND | {"explanation": nonsense}, lambda q: q.solve()), nonsense)

    def test_texts_that_only_look_odd_pass(self):
        for sound in ("1 is less.", "$4 - 1 = 3$", "Step 1 is 1 more.", "$3 - 2$ parts", r"$\frac{1}{4}$ parts"):
            self.assertEqual(found(SOUND | {"explanation": sound}, lambda q: q.solve()), [], sound)

    def test_tasks_that_teach_wrong_are_found(self):
        taken = [{"answer": "11", "credit_permille": 1000, "feedback": "Almost."}]
        self.assertTrue(found(SOUND | {"wrong": taken}, lambda q: q.solve()))
        below_zero = [{"answer": "-1", "credit_permille": 0, "feedback": "Almost."}]
        self.assertTrue(found(SOUND | {"wrong": below_zero}, lambda q: q.solve()))
        self.assertTrue(found(SOUND | {"hints": ["Go to 10.", "Take 3 from 5.", "Add."]}, lambda q: q.solve()))
        self.assertTrue(found(SOUND, lambda q: q.n[7]))

    def test_choices_of_several_are_held_to_all_that_are_right(self):
        self.assertEqual(found(SEVERAL, lambda q: q.n[0]), [])
        self.assertTrue(found(SEVERAL | {"answer": "$2 + 3$"}, lambda q: q.n[0]))
        self.assertTrue(found(SEVERAL, lambda q: lambda offer: False))

    def test_pairs_are_held_to_the_worth_of_their_place(self):
        self.assertEqual(found(PAIRS, lambda q: q.worth), [])
        self.assertTrue(found(PAIRS | {"answer": r"$\frac{1}{2}$: 0.4; $\frac{2}{5}$: 0.5"}, lambda q: q.worth))
        self.assertTrue(found(PAIRS | {"choices": ["0.4", "0.5", "0.50"]}, lambda q: q.worth))

    def test_bins_are_held_to_their_conditions(self):
        bins = {("small", "pequeños"): lambda offer: offer.value < 5, ("large", "grandes"): lambda offer: offer.value > 5}
        sort = CHOICE | {"kind": "sort", "choices": ["3", "8", "4"], "answer": "small: 3, 4; large: 8"}
        self.assertEqual(found(sort, bins), [])
        self.assertTrue(found(sort | {"answer": "small: 3; large: 8, 4"}, bins))
        self.assertTrue(found(sort | {"answer": "small: 3, 4"}, bins))

    def test_steps_have_a_rule_each(self):
        steps = {"kind": "steps", "prompt": "Work it out.", "seed": 1, "figure": None,
                 "steps": [SOUND | {"worked": False}, CHOICE | {"worked": True}]}
        self.assertEqual(found(steps, [lambda q: q.solve(), lambda q: q.n[0]]), [])
        self.assertTrue(found(steps, [lambda q: q.solve()]))
        self.assertTrue(found(steps, [lambda q: 13, lambda q: q.n[0]]))
        self.assertTrue(found(steps | {"steps": [CHOICE | {"worked": True}]}, [lambda q: q.n[0]]))

    def test_hints_that_ask_are_worked_out(self):
        asks = {"prompt": r"What is $2 \times 4$?", "answer": "8"}
        hints = [asks] + SOUND["hints"][1:]
        self.assertEqual(found(SOUND | {"hints": hints}, lambda q: q.solve()), [])
        self.assertTrue(found(SOUND | {"hints": [asks | {"answer": "9"}] + hints[1:]}, lambda q: q.solve()))

    def test_languages_that_differ_are_found(self):
        spanish = SOUND | {"hints": ["Ve a 10.", "Quita 3 de 5.", "7 + 3 + 2 = 12."]}
        self.assertEqual(list(faults_between(Instance(SOUND, "en"), Instance(spanish, "es"))), [])
        other = Instance(spanish | {"prompt": r"$7 + 6 = \square$"}, "es")
        self.assertTrue(list(faults_between(Instance(SOUND, "en"), other)))
        self.assertTrue(list(faults_between(Instance(SOUND, "en"), Instance(SOUND, "es"))))


class Reading(unittest.TestCase):
    def test_sums_are_worked_out(self):
        self.assertEqual(reading.evaluate("2 + 3 × (4 - 1)"), 11)
        self.assertEqual(reading.evaluate("1 1/2 + 1/2"), 2)
        self.assertIsNone(reading.evaluate("2 apples"))

    def test_boxes_are_solved(self):
        self.assertEqual(reading.solve(r"$12 - \square = 5$"), 7)
        self.assertEqual(reading.solve(r"$12 \div \square = 4$"), 3)
        self.assertIsNone(reading.solve(r"$\square + \square = 4$ and $\square = 1$"))

    def test_fractions_and_decimals_are_one_number_each(self):
        self.assertEqual(reading.numbers(r"$2\frac{3}{4}$ of 0.5, then 6."), [Fraction(11, 4), Fraction(1, 2), 6])
        self.assertEqual(reading.solve(r"$\frac{2}{3} = \frac{\square}{12}$"), 8)
        self.assertEqual(reading.solve(r"$\frac{2}{3} = \frac{8}{\square}$"), 12)
        self.assertEqual(reading.solve(r"$\frac{1}{2} + \frac{1}{4} = $ ؟"), Fraction(3, 4))

    def test_digits_in_groups_and_words_are_numbers(self):
        self.assertEqual(reading.whole_numbers("12,345 and 6, 789"), [12345, 6, 789])
        self.assertEqual(reading.whole_numbers("12\u00a0345"), [12345])
        self.assertEqual(reading.spoken_number("three hundred five", "en"), 305)
        self.assertEqual(reading.spoken_number("trescientos cuarenta y dos", "es"), 342)


if __name__ == "__main__":
    unittest.main()
