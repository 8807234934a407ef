#!/usr/bin/env python3
"""Follows content_packs/EXPERIMENTS.md word for word with the programs that it names, and says what must be refused.

    experiments_recipe_test.py BIN_DIR
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PAGE = pathlib.Path(__file__).parents[2] / "content_packs" / "EXPERIMENTS.md"
STEP = re.compile(r"[Ss]ave this as `([^`]+)`|```(?:yaml|json)\n(.*?)```|^    ([^\n]+)$", re.MULTILINE | re.DOTALL)
NAME = "counters-or-words"


class Researcher:
    def __init__(self, bin_dir, home):
        self.environment = dict(os.environ, HOME=home, PATH=f"{bin_dir}:{os.environ['PATH']}")
        self.folder = pathlib.Path(home) / "halves"
        (self.folder / "items").mkdir(parents=True)
        self.said = {}

    def run(self, command, expected=0):
        done = subprocess.run(command.replace("SCHOOL", "../school"), shell=True, cwd=self.folder, text=True,
                              env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert (done.returncode == 0) == (expected == 0), f"{command}\n{done.stdout}"
        self.said[command] = done.stdout
        return done.stdout

    def follow(self, page):
        name = None
        for step in STEP.finditer(page):
            if step[1]:
                name = step[1]
            elif step[2]:
                (self.folder / name).write_text(step[2])
            else:
                self.run(step[3])

    def set_up_school(self):
        roster = self.folder.parent / "roster"
        roster.mkdir()
        (roster / "classes.csv").write_text("sourcedId,title\nk1,4 Robin\n")
        (roster / "users.csv").write_text("sourcedId,givenName,familyName\nu1,Amina,Diallo\nu2,Ben,Cruz\nu3,Chidi,O\n")
        (roster / "enrollments.csv").write_text("sourcedId,classSourcedId,userSourcedId,role\n"
                                                "e1,k1,u1,student\ne2,k1,u2,student\ne3,k1,u3,student\n")
        self.run("hornbook-server init --school Lake --data SCHOOL")
        self.run(f"hornbook-server roster import {roster} --data SCHOOL")


def check_refusals(researcher):
    """What must not start, and what must not be said."""
    start = f"hornbook-server experiment start {NAME} --everyone --until 2099-12-18 --data SCHOOL"
    assert "basis of consent" in researcher.run(f"{start} --by Me", expected=1)
    assert "who starts it" in researcher.run(f"{start} --basis form", expected=1)
    assert "past" in researcher.run(f"{start} --by Me --basis form".replace("2099", "2001"), expected=1)
    assert "who takes part" in researcher.run(f"{start} --by Me --basis form".replace("--everyone", ""), expected=1)
    assert "a day" in researcher.run(f"{start} --by Me --basis form".replace("2099-12-18", "soon"), expected=1)
    (researcher.folder.parent / "unknown.txt").write_text("u1\na-child-of-ours\n")
    refused = researcher.run(f"hornbook-server experiment withdraw {NAME} --learners ../unknown.txt --by Me "
                             "--data SCHOOL", expected=1)
    assert "line 2" in refused and "a-child" not in refused, refused
    assert "experiment list" in researcher.run("hornbook-server experiment show nothing --data SCHOOL", expected=1)


def check(researcher):
    said = researcher.said
    listed = said["hornbook-server experiment list --data SCHOOL"]
    assert f"org.example.halves/{NAME}: Do children learn" in listed and "never ran" in listed, listed
    assert "rest-after-three" in listed, listed
    shown = said[f"hornbook-server experiment show {NAME} --data SCHOOL"]
    assert "form of 2026-09-01" in shown and "A. Reyes" in shown and "consent of their own" in shown, shown
    assert "fewer than 10" in shown, shown
    after = json.loads(researcher.run("hornbook-server experiment list --json --data SCHOOL"))
    assert [each["runs"] for each in after] == [False, False], after
    assert after[0]["basis"] == "guardians' consent, form of 2026-09-01", after
    shown = json.loads(researcher.run(f"hornbook-server experiment show {NAME} --json --data SCHOOL"))
    assert shown["outcomes"] == {"by": "assignment", "fewer_than": 10}, shown


def main():
    with tempfile.TemporaryDirectory() as home:
        researcher = Researcher(sys.argv[1], home)
        researcher.set_up_school()
        for name, learner in (("consented", "u1\nu3"), ("late", "u2"), ("withdrawn", "u3")):
            (pathlib.Path(home) / f"{name}.txt").write_text(learner + "\n")
        researcher.follow(PAGE.read_text())
        check_refusals(researcher)
        check(researcher)
        assert len(researcher.said) >= 20, sorted(researcher.said)
    print(f"followed {PAGE.name}")


if __name__ == "__main__":
    main()
