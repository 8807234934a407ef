#!/usr/bin/env python3
"""The school's keys by the commands: rotation by stick, and a recovery kit that is read off its pages.

    keys_test.py BIN_DIR
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


class School:
    def __init__(self, bin_dir, home):
        self.bin_dir, self.home = pathlib.Path(bin_dir).resolve(), pathlib.Path(home)
        self.server("init", "--school", "Lake & Hill")

    def run(self, program, *arguments, expected=0, typed=None):
        done = subprocess.run([self.bin_dir / program, *map(str, arguments)], text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, cwd=self.home, input=typed)
        assert done.returncode == expected, f"{program} {arguments}: {done.returncode}\n{done.stdout}"
        return done.stdout

    def server(self, *arguments, expected=0, typed=None):
        return self.run("hornbook-server", *arguments, "--data", "school", expected=expected, typed=typed)

    def device(self, name, *arguments):
        return self.run("hornbookctl", "--data", name, *arguments)

    def enrol(self, name):
        self.server("enrol", "--device", name, "--profile", "station", "--out", f"{name}.json")
        self.device(name, "enrol", f"{name}.json", "--offline")

    def carry(self, name):
        """Device to school and back on a stick."""
        self.device(name, "export", "up.hbundle")
        self.server("bundle", "import", "up.hbundle", "--reply", "down.hbundle")
        self.device(name, "import", "down.hbundle")

    def keys(self):
        return {key["number"]: key for key in json.loads(self.server("keys", "list", "--json"))}


def check_rotation(school):
    school.enrol("one")
    school.enrol("two")
    school.carry("one")
    school.carry("two")
    assert "ingest key 2" in school.server("keys", "rotate")
    school.carry("one")
    school.carry("one")
    keys = school.keys()
    assert keys[2]["devices"] == ["one"] and keys[1]["devices"] == ["two"], keys
    assert "   two\n" in school.server("keys", "list")
    assert "1 devices" in school.server("keys", "retire", "--number", "1", expected=4)
    school.server("keys", "retire", "--number", "2", expected=3)
    school.server("keys", "retire", "--number", "1", "--force")
    assert school.keys()[1]["retired_ms"] > 0
    school.device("two", "export", "up.hbundle")
    school.server("bundle", "import", "up.hbundle", "--reply", "down.hbundle", expected=3)
    school.server("keys", "tell", "--device", "two", "--out", "key.hbundle")
    school.device("two", "import", "key.hbundle")
    school.carry("two")
    assert school.keys()[2]["devices"] == ["one", "two"]
    school.device("two", "verify")
    school.server("card", "--url", "https://lake.example:8443", "--out", "card.json")
    school.server("keys", "rotate")
    school.server("card", "--url", "https://lake.example:8443", "--out", "next.json")
    before, after = (json.loads((school.home / name).read_text()) for name in ("card.json", "next.json"))
    assert after["older_ingest_keys"] == [before["ingest_key"]] and "older_ingest_keys" not in before


def lines_of(page):
    return re.search(r"<pre>(.*?)</pre>", page, re.DOTALL).group(1)


def check_kit(school):
    school.server("keys", "recovery-kit", "--out", "kit")
    pages = sorted((school.home / "kit").iterdir())
    assert [page.name for page in pages] == [f"share-{i}-of-3.html" for i in (1, 2, 3)]
    assert all(os.stat(page).st_mode & 0o077 == 0 for page in pages), "they are for their owner alone"
    texts = [page.read_text() for page in pages]
    assert "<h1>Lake &amp; Hill</h1>" in texts[0] and "Recovery share 2 of 3" in texts[1] and "<svg" in texts[2]
    shares = [lines_of(text) for text in texts]
    assert all(re.fullmatch(r"(?:(?:[0-9A-HJKMNP-TV-Z]{4} ?){4}\n){6}", share) for share in shares), shares
    key = school.home / "school/keys/master.key"
    original = key.read_bytes()
    assert not any(original[-32:].hex()[:16] in text.lower() for text in texts)
    key.unlink()
    school.server("keys", "list", expected=3)
    assert "1 more" in school.server("keys", "restore", "--kit", "-", typed=shares[0], expected=3)
    # No character of the paper is an i, an o or a u.
    wrong = shares[0] + shares[2].replace(shares[2][0:4], "UUUU", 1)
    assert "line 7" in school.server("keys", "restore", "--kit", "-", typed=wrong, expected=3)
    (school.home / "typed").write_text("# by hand\n" + shares[2].lower().replace("0", "o") + "\n" + shares[0])
    assert "goes on from this copy" in school.server("keys", "restore", "--kit", "typed")
    assert key.read_bytes() == original and os.stat(key).st_mode & 0o077 == 0
    school.carry("one")
    school.server("keys", "recovery-kit", "--out", "large", "--shares", "2", "--threshold", "3", expected=3)


def check_kit_with_a_copy(school):
    """The machine died. A copy of the data without its key, and two of the papers, are left."""
    shutil.copytree(school.home / "school", school.home / "copy", ignore=shutil.ignore_patterns("master.key"))
    shutil.rmtree(school.home / "school")
    shutil.move(school.home / "copy", school.home / "school")
    shares = [lines_of(page.read_text()) for page in sorted((school.home / "kit").iterdir())]
    school.server("keys", "restore", "--kit", "-", typed=shares[1] + "\n" + shares[0])
    school.carry("one")
    school.carry("two")


def main():
    with tempfile.TemporaryDirectory() as home:
        school = School(sys.argv[1], home)
        check_rotation(school)
        check_kit(school)
        check_kit_with_a_copy(school)
    print("keys: rotated by stick, retired, told by file; a kit read off its pages, with the data and with a copy")


if __name__ == "__main__":
    main()
