#!/usr/bin/env python3
"""Compares the checker of answers with SymPy, kind of variant by kind.

For every arithmetic answer of the OATutor corpus beside the project, and for expressions of later courses written below,
SymPy makes variants that keep the value (respelled, commuted, expanded, factored, decimal and fraction, ...) and variants
that are wrong (sign, coefficient, exponent, term, letter). SymPy then says for each pair whether the difference
simplifies to zero, independently of how the variant was made, and the checker must agree.

    algebra_against_sympy.py PROGRAM [--sample N] [--seed S] [--all] [--verbose] [--keep FILE | --pairs FILE]

PROGRAM is algebra_verdicts. Nearly all the time is SymPy's: --keep writes its pairs, --pairs judges them again. Exit code 0 when both agree wherever SymPy can tell, 1 when not, 77 when SymPy is missing.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import tokenize

try:
    import sympy
    from sympy.parsing.sympy_parser import (convert_xor, implicit_multiplication, parse_expr, split_symbols_custom,
                                            standard_transformations)
except ImportError:
    print("skipped: python3-sympy is not installed")
    sys.exit(77)

sys.dont_write_bytecode = True
from sympy_variants import Typed, right_variants, wrong_variants

CORPUS = pathlib.Path(__file__).resolve().parents[3] / "shared/corpora/oatutor/elementary-algebra.tar.zst"

# Pre-calculus, trigonometry, physics and chemistry; SymPy's spelling.
LATER_COURSES = """
sin(x)*cos(x); sin(2*x)+cos(x)**2; tan(x)+sec(x); 1/sin(x)-sin(x); cos(a+b); sin(x)**4; (1-cos(x))/sin(x); sin(pi/3);
cos(5*pi/6)*x; tan(pi/4); sin(pi/12); 2*sin(x+pi/6); 3*cos(2*t-pi/4)+1; sin(3*x); cos(x)**2-sin(x)**2; asin(x)+x;
atan(2*x); log(x)+log(y); log(x**2*y); log(x)/log(2); log(8)/log(2); log(x+1)-log(x); 3*log(x)-2*log(y); log(sqrt(x));
exp(2*x)-1; exp(x)*exp(y); 2**(x+1); 5**(2*x)/5; 100*exp(-t/5); (exp(x)+exp(-x))/2; A*exp(k*t); P*(1+r/n)**(n*t);
1000*(1+Rational(1,20))**t; sqrt(x**2+1); sqrt(x+1)/x; 1/(sqrt(x)+1); x**Rational(2,3)*y**Rational(1,3); Abs(x-2); Abs(x)*x;
v*t+a*t**2/2; sqrt(2*g*h); m*v**2/2; G*m*M/r**2; 2*pi*sqrt(L/g); k*q*Q/r**2; n*R*T/V; (m1*v1+m2*v2)/(m1+m2);
602*10**21; Rational(3,10**5); Rational(667,100)*10**(-11); pi*r**2*h/3; 4*pi*r**3/3; (3+2*I)*(1-I); 1/(2+I); I**3+x;
(x**2-5*x+6)/(x-2); (x+1)/(x**2-1); x**3-8; x**4-1; (x-1)**5; 1/(x+h)-1/x; (sqrt(x+h)-sqrt(x))/h; sqrt(5+2*sqrt(6));
n*(n+1)/2; (-1)**n*n; factorial(5)/2; 3*x**(-2)*y; ((x+y)/z)**3; x/(1+1/x); cosh(x)+sinh(x); x*log(x)-x
"""


class TooLong(Exception):
    """SymPy took longer than it may."""


def within(seconds, work, default):
    def stop(*_):
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work()
    except (TooLong, RecursionError, ValueError, TypeError, NotImplementedError, ZeroDivisionError, AttributeError):
        return default
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def corpus_answers():
    """Every distinct arithmetic answer of steps and scaffolds, as the author wrote it."""
    answers = set()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "--zstd", "-xf", CORPUS, "-C", folder], check=True)
        for file in pathlib.Path(folder).rglob("*.json"):
            try:
                content = json.loads(file.read_text(encoding="utf-8"))
            except ValueError:
                continue
            for part in content if isinstance(content, list) else [content]:
                if isinstance(part, dict) and part.get("answerType") == "arithmetic":
                    answers.update(part.get("stepAnswer") or part.get("hintAnswer") or [])
    return sorted(answer for answer in answers if isinstance(answer, str))


def braced(text, start):
    """The inside of the braces that open at `start`, and where they end."""
    depth = 0
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[start + 1:at], at + 1
    raise ValueError("a brace is not closed")


def from_tex(text):
    """TeX of the corpus in Python's spelling."""
    text = text.replace("$", "").replace(r"\left", "").replace(r"\right", "").replace(r"\times", "*")
    text = re.sub(r"(?<![\d.])(\d+)\\frac\{(\d+)\}\{(\d+)\}",
                  lambda m: "(%s+%s/%s)" % m.groups() if int(m[2]) < int(m[3]) else m[0], text)
    out, at = "", 0
    while at < len(text):
        if text.startswith(r"\frac", at):
            top, at = braced(text, at + 5)
            bottom, at = braced(text, at)
            out += "((%s)/(%s))" % (from_tex(top), from_tex(bottom))
        elif text.startswith(r"\sqrt", at):
            at += 5
            degree = "2"
            if text[at] == "[":
                degree, at = text[at + 1:text.index("]", at)], text.index("]", at) + 1
            inside, at = braced(text, at)
            out += "root_((%s),(%s))" % (from_tex(inside), degree)
        elif text[at] == "{":
            inside, at = braced(text, at)
            out += "(%s)" % from_tex(inside)
        elif text[at] == "|":
            end = text.index("|", at + 1)
            out += "Abs(%s)" % from_tex(text[at + 1:end])
            at = end + 1
        else:
            out += text[at]
            at += 1
    if "\\" in out:
        raise ValueError("more TeX than is known here")
    return out


def root(radicand, degree):
    return sympy.real_root(radicand, degree) if radicand.is_number else sympy.root(radicand, degree)


def has_odd_root_of_negative(value):
    """SymPy takes the principal, complex root; schools the real one."""
    return any((power.base.is_negative or power.base.could_extract_minus_sign()) and power.exp.is_Rational and
               power.exp.q % 2 == 1 and power.exp.q > 1 for power in value.atoms(sympy.Pow))


def to_sympy(text):
    names = {letter: sympy.Symbol(letter, real=True) for letter in "abcdfghjklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    names |= {"root_": root, "e": sympy.E, "i": sympy.I, "Abs": sympy.Abs}
    steps = standard_transformations + (convert_xor, split_symbols_custom(lambda name: name not in names),
                                        implicit_multiplication)
    apart = re.sub(r"(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)", "*", text)  # Python reads 12j as an imaginary number
    value = parse_expr(apart, local_dict=names, transformations=steps)
    return sympy.nsimplify(value, rational=True) if value.has(sympy.Float) else value


def later_courses():
    names = {name: sympy.Symbol(name, real=True) for name in "abghkmnpqrtvxyzAGLMPQRTV"}
    names |= {name: sympy.Symbol(name, real=True) for name in ("m1", "m2", "v1", "v2")}
    for text in LATER_COURSES.replace("\n", " ").split(";"):
        if text.strip():
            yield sympy.sympify(text.strip(), locals=names)


POINTS = ((2, 3, 5, 7, 11, 13), (-3, -2, -7, -5, -11, -13), ("0.31", "0.47", "0.23", "0.71", "0.13", "0.83"))


def is_real(value):
    return abs(sympy.im(value)) < 1e-25


def are_equal(a, b):
    """True, False, or None when SymPy cannot tell: whether both are the same wherever both are real."""
    if has_odd_root_of_negative(a) or has_odd_root_of_negative(b):
        return None
    if within(2, lambda: sympy.expand(a - b) == 0, False):
        return True
    letters = sorted((a - b).free_symbols | a.free_symbols, key=str)
    values = []
    for points in POINTS:
        point = dict(zip(letters, map(sympy.Rational, points)))
        both = within(2, lambda: (sympy.N(a.subs(point), 40), sympy.N(b.subs(point), 40)), None)
        if both and all(value.is_number and value.is_finite for value in both):
            values.append(both)
    real = [both for both in values if all(map(is_real, both))]
    if any(abs(first - second) > 1e-25 for first, second in real or values):
        return False
    if within(5, lambda: sympy.simplify(a - b) == 0, False):
        return True
    return True if len(real) == 3 else None


def typed_pairs(rng, answer, expected, spelled):
    """(kind, expected text, typed text, whether SymPy finds them equal)."""
    yield "identical", spelled, answer, True
    for kind, typed, value in right_variants(rng, expected) + wrong_variants(rng, expected):
        yield kind, spelled, typed, are_equal(expected, value)


def equation_pairs(rng, answer, left, right):
    yield "equation identical", answer, answer, True
    write = Typed(rng)
    factor = sympy.Integer(rng.choice([2, 3, -1, 5]))
    variants = [("equation swapped", right, left), ("equation scaled", factor * left, factor * right),
                ("equation moved", left - right, sympy.Integer(0)), ("equation sign wrong", left, -right),
                ("equation number wrong", left, right + 1), ("equation coefficient wrong", left, 2 * right)]
    for kind, first, second in variants:
        ratio = within(5, lambda: sympy.simplify((first - second) / (left - right)), None)
        same = None if ratio is None else bool(ratio.is_number and ratio.is_finite and ratio != 0)
        if left - right == 0:
            same = None
        elif not same and left.is_Symbol and not right.free_symbols:
            same = are_equal(second, right) if first == left else same
        yield kind, answer, write(first) + " = " + write(second), same


def both_signs_pairs(rng, answer, text):
    write = Typed(rng)
    head, _, tail = text.rpartition("=")
    upper, lower = to_sympy(tail.replace(r"\pm", "+")), to_sympy(tail.replace(r"\pm", "-"))
    prefix = head + " = " if head else ""
    yield "both signs identical", answer, answer, True
    yield "both signs listed", answer, "%s%s or %s%s" % (prefix, write(upper), prefix, write(lower)), True
    yield "both signs turned", answer, "%s, %s" % (write(lower), write(upper)), True if not head.strip(" x-zA") else None
    yield "one sign missing", answer, prefix + write(upper), False


def pairs_of(rng, answer):
    plain = answer.replace("$", "")
    if r"\pm" in plain:
        head, _, tail = plain.rpartition("=")
        text = head + ("=" if head else "") + from_tex(tail.replace(r"\pm", "@")).replace("@", r"\pm")
        return list(both_signs_pairs(rng, answer, text))
    if "=" in plain:
        left, right = plain.split("=")
        return list(equation_pairs(rng, answer, to_sympy(from_tex(left)), to_sympy(from_tex(right))))
    return list(typed_pairs(rng, answer, to_sympy(from_tex(plain)), answer))


def collect(arguments):
    rng = random.Random(arguments.seed)
    pairs, unread = [], []
    answers = corpus_answers() if CORPUS.exists() else []
    if not answers:
        print("no corpora beside the project: only the later courses are compared")
    chosen = answers if arguments.all else rng.sample(answers, min(arguments.sample, len(answers)))
    for answer in chosen:
        if r"\begin" in answer:
            pairs.append(("matrix identical", answer, answer, True))
            pairs.append(("matrix entry wrong", answer, re.sub(r"\d+", "77", answer, count=1), False))
            continue
        try:
            pairs += within(60, lambda: pairs_of(rng, answer), None) or []
        except (SyntaxError, tokenize.TokenError, ValueError, TypeError, sympy.SympifyError):
            unread.append(answer)
            pairs.append(("identical", answer, answer, None))
    later = list(later_courses())
    for value in later if arguments.all else rng.sample(later, min(arguments.sample // 4, len(later))):
        spelled = sympy.latex(value, ln_notation=True)
        for kind, expected, typed, same in typed_pairs(rng, spelled, value, spelled):
            pairs.append(("later course: " + kind, expected, typed, same))
    return len(chosen), unread, pairs


def verdicts(program, pairs):
    lines = "".join("%s\t%s\n" % (expected, typed) for _, expected, typed, _ in pairs)
    return subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()


def report(pairs, found, verbose):
    counts = collections.defaultdict(collections.Counter)
    disagreements = []
    for (kind, expected, typed, same), verdict in zip(pairs, found):
        count = counts[kind]
        count["pairs"] += 1
        if same is None:
            count["SymPy cannot tell"] += 1
            continue
        count["told"] += 1
        count["proved"] += verdict.endswith("proved")
        if verdict.startswith("same") == same and not verdict.startswith("un"):
            count["agree"] += 1
        else:
            disagreements.append((kind, expected, typed, same, verdict))
    print("%-42s %7s %7s %7s %8s" % ("kind of variant", "pairs", "told", "agree", "proved"))
    for kind in sorted(counts):
        count = counts[kind]
        print("%-42s %7d %7d %7d %8d" % (kind, count["pairs"], count["told"], count["agree"], count["proved"]))
    total = sum((count for count in counts.values()), collections.Counter())
    print("%-42s %7d %7d %7d %8d" % ("all", total["pairs"], total["told"], total["agree"], total["proved"]))
    for kind, expected, typed, same, verdict in disagreements if verbose else disagreements[:40]:
        print("disagree: %s: %s | %s: SymPy says %s, the checker %s" %
              (kind, expected, typed, "same" if same else "different", verdict))
    return not disagreements


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--pairs", type=pathlib.Path)
    arguments = parser.parse_args()
    answers, unread, pairs = json.loads(arguments.pairs.read_text()) if arguments.pairs else collect(arguments)
    if arguments.keep:
        arguments.keep.write_text(json.dumps([answers, unread, pairs]))
    agreed = report(pairs, verdicts(arguments.program, pairs), arguments.verbose)
    print("%d answers of the corpus, seed %d; %d that this script cannot read for SymPy: %s" %
          (answers, arguments.seed, len(unread), ", ".join(unread[:20])))
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(main())
