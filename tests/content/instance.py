"""One draw of an item as its rule sees it: what stands on the screen, never the template behind it."""
import re
from fractions import Fraction

import reading


class Offer:
    """A choice or a tile."""

    def __init__(self, look, language):
        self.text = re.sub(r"(?<=.) \([^()]*\.\)$", "", look)  # a picture's description follows the words
        self.language = language

    @property
    def n(self):
        return reading.whole_numbers(self.text)

    @property
    def value(self):
        """Of a sum or a number; of a sentence with one number, that number."""
        value = reading.evaluate(reading.plain(self.text))
        return Fraction(self.n[0]) if value is None and len(self.n) == 1 else value

    def spoken_number(self):
        return reading.spoken_number(self.text, self.language)


class Instance:
    def __init__(self, drawn, language):
        self.drawn = drawn
        self.language = language
        self.kind = drawn["kind"]
        self.prompt = drawn["prompt"]
        self.offers = [Offer(look, language) for look in drawn["choices"]]

    @property
    def n(self):
        """The whole numbers of the prompt, in their order."""
        return reading.whole_numbers(self.prompt)

    @property
    def f(self):
        """The whole numbers of the figure's description."""
        return reading.whole_numbers(self.drawn["figure"])

    @property
    def names(self):
        """The choices that the prompt names, in the order in which it does."""
        named = [offer.text for offer in self.offers if offer.text in self.prompt]
        return sorted(named, key=self.prompt.index)

    @property
    def numbers_offered(self):
        return [value for offer in self.offers for value in offer.n]

    @property
    def math(self):
        """What stands between two $ in the prompt."""
        return [reading.plain(part) for part in self.prompt.split("$")[1::2]]

    def value(self, offer):
        return offer.value

    def say(self, english, spanish):
        return english if self.language == "en" else spanish

    def is_text(self, text):
        return lambda offer: offer.text == text

    def where(self, condition):
        return condition

    def solve(self):
        return reading.solve(self.prompt)

    def spoken_number(self):
        return reading.spoken_number(self.prompt, self.language)

    def is_true(self, offer):
        return reading.is_true_sentence(offer.text)

    def is_family(self, offer):
        return reading.is_true_sentence(offer.text) and sorted(offer.n) == sorted(self.n)

    def same_unknown(self, offer):
        return reading.solve(offer.text) == reading.evaluate(self.math[0])
