"""Variants of an expression as a learner may type them, for algebra_against_sympy.py."""
import sympy
from sympy.printing.str import StrPrinter


class Typed(StrPrinter):
    """Writes an expression in signs that a child types; with `shuffled`, sums and products in another order."""

    def __init__(self, rng, shuffled=False):
        super().__init__()
        self.rng = rng
        self.shuffled = shuffled

    def __call__(self, value):
        return self.doprint(value)

    def _print_Exp1(self, _):
        return "e"

    def _print_ImaginaryUnit(self, _):
        return "i"

    def _print_exp(self, value):
        return "e^(%s)" % self._print(value.args[0])

    def _print_Abs(self, value):
        return "|%s|" % self._print(value.args[0])

    def _print_log(self, value):
        return "ln(%s)" % self._print(value.args[0])

    def _print_factorial(self, value):
        return "(%s)!" % self._print(value.args[0])

    def _print_Symbol(self, value):
        return value.name[0] + ("_" + value.name[1:] if len(value.name) > 1 else "")

    def _print_Add(self, value, order=None):
        return self._ordered(value.args, "+") if self.shuffled else super()._print_Add(value, order)

    def _print_Mul(self, value):
        return self._ordered(value.args, "*") if self.shuffled else super()._print_Mul(value)

    def _ordered(self, arguments, sign):
        order = list(arguments)
        self.rng.shuffle(order)
        return sign.join("(%s)" % self._print(argument) for argument in order)


def has_finite_decimal(number):
    rest = number.q
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def as_decimals(text_of, value):
    """The text with every fraction that has a finite decimal written as one, and what it says; or None without any."""
    fractions = [number for number in value.atoms(sympy.Rational) if number.q != 1 and has_finite_decimal(number)]
    exponents = {power.exp for power in value.atoms(sympy.Pow)}
    fractions = [number for number in fractions if number not in exponents]
    if not fractions:
        return None
    other = value.xreplace({number: sympy.Float(str(sympy.N(number, 15)).rstrip("0"), 15) for number in fractions})
    # SymPy may have taken a factor out and rounded the rest: 4.5 in front leaves 0.222222222222222.
    return text_of(other), other.xreplace({number: sympy.Rational(str(number)) for number in other.atoms(sympy.Float)})


def right_variants(rng, value):
    """(kind, text, value): the same value in other words."""
    write = Typed(rng)
    tex = sympy.latex(value, ln_notation=True)
    variants = [("typed by SymPy", write(value), value), ("TeX by SymPy", tex, value),
                ("commuted", Typed(rng, shuffled=True)(value), value)]
    rewritings = [("expanded", sympy.expand), ("factored", sympy.factor), ("over one denominator", sympy.together),
                  ("cancelled", sympy.cancel), ("trigonometry expanded", sympy.expand_trig),
                  ("logarithms expanded", lambda v: sympy.expand_log(v, force=True)),
                  ("powers expanded", sympy.expand_power_exp), ("denominators rationalised", sympy.radsimp),
                  ("rewritten in sines", lambda v: v.rewrite(sympy.sin) if v.has(sympy.tan, sympy.sec, sympy.cos) else v)]
    for kind, rewrite in rewritings:
        try:
            other = rewrite(value)
        except (sympy.PolynomialError, NotImplementedError):
            continue
        if other != value:
            variants.append((kind, write(other), other))
    decimals = as_decimals(write, value)
    if decimals is not None:
        variants.append(("decimals for fractions", *decimals))
    if value.is_Integer:
        number = rng.choice([2, 3, 4])
        variants.append(("number as a fraction", "%d/%d" % (value * number, number), value))
        variants.append(("number as a decimal", "%d.0" % value, value))
    return variants


def changed_number(rng, value, change):
    """One number somewhere in the expression changed; None when there is none."""
    numbers = sorted((n for n in value.atoms(sympy.Rational) if n not in (1, -1)), key=str)
    if not numbers:
        return None
    number = rng.choice(numbers)
    return value.xreplace({number: change(number)})


def wrong_variants(rng, value):
    """(kind, text, value): what learners get wrong. SymPy decides later whether the value did change."""
    letters = sorted(value.free_symbols, key=str)
    candidates = [("wrong: sign flipped", -value), ("wrong: one too many", value + 1), ("wrong: doubled", 2 * value),
                  ("wrong: number changed", changed_number(rng, value, lambda n: n + 1)),
                  ("wrong: number's sign", changed_number(rng, value, lambda n: -n))]
    if value.is_Add:
        candidates.append(("wrong: term dropped", value - rng.choice(value.args)))
        term = rng.choice(value.args)
        candidates.append(("wrong: term's sign", value - 2 * term))
    if value.is_Mul:
        candidates.append(("wrong: factor dropped", value / rng.choice(value.args)))
    if letters:
        letter = rng.choice(letters)
        candidates.append(("wrong: power raised", value * letter))
        candidates.append(("wrong: other letter", value.xreplace({letter: sympy.Symbol("w", real=True)})))
        candidates.append(("wrong: letter's sign", value.subs(letter, -letter)))
    if value != 0 and value ** 2 != 1:
        candidates.append(("wrong: upside down", 1 / value))
    write = Typed(rng)
    return [(kind, write(other), other) for kind, other in candidates
            if other is not None and not other.has(sympy.zoo, sympy.nan, sympy.oo) and
            (value.has(sympy.I) or not other.has(sympy.I))]
