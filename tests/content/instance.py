"""One draw of an item as its rule sees it: what stands on the screen, never the template behind it."""
import re

import reading


LANGUAGES = ("en", "es", "sw", "hi", "ar")


class Offer:
    """A choice or a tile."""

    def __init__(self, look, language):
        self.text = re.sub(r"(?<=.) \([^()]*[.।]\)$", "", look)  # a picture's description follows the words
        self.language = language

    @property
    def n(self):
        return reading.whole_numbers(self.text)

    @property
    def numbers(self):
        return reading.numbers(self.text)

    @property
    def value(self):
        """Of a sum or a number; of a sentence with one number, that number."""
        value = reading.evaluate(reading.plain(self.text))
        return self.numbers[0] if value is None and len(self.numbers) == 1 else value

    def spoken_number(self):
        return reading.spoken_number(self.text, self.language)


class Instance:
    """Of a step, `item` is the item that it belongs to: its prompt stands on the screen, too."""

    def __init__(self, drawn, language, item=None):
        self.drawn = drawn
        self.item = item
        self.language = language
        self.kind = drawn["kind"]
        self.prompt = drawn["prompt"]
        self.offers = [Offer(look, language) for look in drawn.get("choices", [])]
        self.steps = [Instance(step, language, self) for step in drawn.get("steps", [])]

    @property
    def n(self):
        """The whole numbers of the prompt, in their order."""
        return reading.whole_numbers(self.prompt)

    @property
    def numbers(self):
        """The numbers of the prompt, in their order: a fraction is one of them."""
        return reading.numbers(self.prompt)

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

    def say(self, *texts):
        """The one of this language: English, Spanish, Swahili, Hindi, Arabic."""
        return texts[LANGUAGES.index(self.language)]

    def is_text(self, text):
        return lambda offer: offer.text == text

    def says(self, *words):
        """A choice with this word, by language as in `say`."""
        return lambda offer: self.say(*words) in offer.text

    def place(self, text):
        """What a tile of a match belongs to."""
        return Offer(text, self.language)

    def where(self, condition):
        return condition

    def solve(self):
        return reading.solve(self.prompt)

    def worth(self, place):
        return place.value

    @property
    def sum(self):
        """The value of the first mathematics of the prompt."""
        return reading.evaluate(self.math[0])

    def spoken_number(self):
        return reading.spoken_number(self.prompt, self.language)

    def is_true(self, offer):
        return reading.is_true_sentence(offer.text)

    def is_family(self, offer):
        return reading.is_true_sentence(offer.text) and sorted(offer.n) == sorted(self.n)

    def same_unknown(self, offer):
        return reading.solve(offer.text) == reading.evaluate(self.math[0])
