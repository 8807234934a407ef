"""One draw of an item of a letters pack, and what its rule can ask of it. A rule gives all answers that are right, as sets or lists."""
import re


def after(q, before, behind="?"):
    """The part of the prompt between two parts; None when they are not there. Without `behind`, all that follows."""
    found = re.search(re.escape(before) + "(.+?)" + (re.escape(behind) if behind else "$"), q.prompt)
    return found and found[1]


def words_of(sentence):
    return len(sentence.split())


class Rules:
    """Rules by skill: that of the longest name with which the item's id begins."""

    def __init__(self, sounds, by_skill):
        self.sounds = sounds
        self.by_skill = by_skill

    def skill_of(self, item):
        fitting = [skill for skill in self.by_skill if item.startswith(skill + "-")]
        return max(fitting, key=len, default=None)

    def rule_of(self, item):
        return self.by_skill.get(self.skill_of(item))


class Question:
    def __init__(self, drawn):
        self.drawn = drawn
        self.prompt = drawn["prompt"]
        self.choices = [re.sub(r"(?<=.) \([^()]*\)$", "", choice) for choice in drawn["choices"]]

    def where(self, condition):
        return {choice for choice in self.choices if condition(choice)}

    def is_text(self, text):
        return self.where(lambda choice: choice == text)

    def like(self, word, quality):
        """Choices that have a quality in common with a word, and are not that word."""
        return self.where(lambda choice: choice != word and quality(choice) == quality(word))

    def odd(self, quality):
        """The choice whose quality no other has."""
        qualities = [quality(choice) for choice in self.choices]
        return self.where(lambda choice: qualities.count(quality(choice)) == 1)

    @property
    def pairs(self):
        return [tuple(pair.split(": ")) for pair in self.drawn["answer"].split("; ")]

    def pairs_by(self, quality):
        """All pairs whose sides have the same quality: where one side could go to two, there are more than in the answer."""
        return {(to, tile) for to, _ in self.pairs for _, tile in self.pairs if quality(to) == quality(tile)}

    def letter(self, word, letter, beginning):
        """The letter of a word, or the words of a letter, or words and letters in pairs."""
        if self.drawn["kind"] == "match":
            return {(to, tile) for to, _ in self.pairs for _, tile in self.pairs if beginning(to) == tile}
        if word:
            return self.is_text(beginning(word))
        return self.where(lambda choice: beginning(choice) == letter)

    def letter_or_same(self, word, same):
        return self.is_text(word[0] if word else same)

    def small_letters(self, capital):
        if self.drawn["kind"] == "match":
            return {(to, tile) for to, _ in self.pairs for _, tile in self.pairs if to.lower() == tile}
        return self.is_text(capital.lower())

    def next_letter(self, letter, alphabet):
        if self.drawn["kind"] == "order":
            return sorted(self.choices, key=alphabet.index)
        return self.is_text(alphabet[alphabet.index(letter) + 1])

    def spells(self, word):
        """The tiles in the order that gives the word."""
        rest, tiles, order = word, list(self.choices), []
        while rest:
            fitting = [tile for tile in tiles if rest.startswith(tile)]
            if len(fitting) != 1:
                return None
            order.append(fitting[0])
            tiles.remove(fitting[0])
            rest = rest[len(fitting[0]):]
        return order

    def word_or_gap(self, word, sentences):
        if word:
            return self.is_text(word)
        return self.where(lambda choice: self.prompt.replace("___", choice) in sentences)

    def answer(self):
        """What the pack takes for right, in the shape that rules give."""
        answer = self.drawn["answer"]
        kind = self.drawn["kind"]
        if kind == "match":
            return set(self.pairs)
        if kind == "order":
            return answer.split(", ")
        return set(answer.split(", ")) if kind == "multiple_answer" else {answer}


def faults_of(drawn, rules):
    """Says what is wrong with one draw."""
    q = Question(drawn)
    rule = rules.rule_of(drawn["item"])
    if rule is None:
        yield "there is no rule for its skill"
        return
    try:
        right = rule(q)
    except (AttributeError, KeyError, StopIteration, TypeError, ValueError) as error:
        yield f"its rule cannot read it: {error!r}"
        return
    if right != q.answer():
        yield f"the answer is {q.answer()}, but right is {right}"
    if len(set(drawn["choices"])) != len(drawn["choices"]):
        yield "two choices look the same"
    if len(set(drawn["hints"])) != 3:
        yield "there are not three different hints"
    for text in [drawn["prompt"], drawn["explanation"], drawn["not_yet"], *drawn["hints"]]:
        if not text or re.search(r"[{}]", text):
            yield f"a text is missing or has a hole that was not filled: {text}"
    if len(drawn["prompt"].split()) > WORDS_TO_HEAR_MAX:
        yield f"the prompt is too long to be heard: {drawn['prompt']}"


WORDS_TO_HEAR_MAX = 16
