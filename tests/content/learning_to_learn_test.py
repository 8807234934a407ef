#!/usr/bin/env python3
"""What makes choices about learning fair: none is given away by its look, each that is not right gets words of its own.

    learning_to_learn_test.py HORNBOOK_PACK SOURCE
"""
import sys
import unittest

sys.dont_write_bytecode = True
from check_packs import draws_of

PROGRAM, SOURCE = sys.argv[1:3]
CHOOSING = ("choice", "multiple_answer")


def draws():
    return {language: draws_of(PROGRAM, SOURCE, language, 1) for language in ("en", "es")}


class LearningToLearn(unittest.TestCase):
    def setUp(self):
        self.by_language = draws()

    def test_there_is_enough_to_choose_from(self):
        items = {each.drawn["item"] for each in self.by_language["en"]}
        self.assertGreaterEqual(len(items), 40)
        self.assertGreaterEqual(len({each.kind for each in self.by_language["en"]}), 4)

    def test_a_right_answer_is_not_given_away_by_being_the_longest(self):
        for language, drawn in self.by_language.items():
            choices = [each for each in drawn if each.kind == "choice"]
            longest = [each.drawn["item"] for each in choices
                       if max(each.drawn["choices"], key=len) == each.drawn["answer"]]
            self.assertLess(len(longest), len(choices) / 2, f"{language}: {longest}")

    def test_every_choice_that_is_not_right_gets_words_of_its_own(self):
        for drawn in self.by_language.values():
            for each in drawn:
                if each.kind != "choice":
                    continue
                said = [wrong["feedback"] for wrong in each.drawn["wrong"]]
                self.assertEqual(len(said), len(each.drawn["choices"]) - 1, each.drawn["item"])
                self.assertEqual(len(set(said) - {each.drawn["not_yet"]}), len(said), each.drawn["item"])

    def test_the_languages_have_their_right_answers_at_the_same_places(self):
        for english, spanish in zip(*self.by_language.values()):
            if english.kind in CHOOSING:
                self.assertEqual(places_of_right(english), places_of_right(spanish), english.drawn["item"])


def places_of_right(instance):
    right = instance.drawn["answer"]
    return [at for at, look in enumerate(instance.drawn["choices"])
            if look == right or (instance.kind == "multiple_answer" and look in right)]


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
