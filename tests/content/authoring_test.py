#!/usr/bin/env python3
"""Follows content_packs/AUTHORING.md word for word, in a home of its own: saves each file, runs each command.

    authoring_test.py BIN_DIR

What opens a window or needs a school's server is tried in another way: the preview follows what is saved, as pictures.
"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

PAGE = pathlib.Path(__file__).parents[2] / "content_packs" / "AUTHORING.md"
STEP = re.compile(r"[Ss]ave this as `([^`]+)`|```yaml\n(.*?)```|^    ([^\n]+)$", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("export PATH", "hornbook-server", "mkdir", "cd ")


class Author:
    def __init__(self, bin_dir, home):
        self.environment = dict(os.environ, HOME=home, PATH=f"{bin_dir}:{os.environ['PATH']}")
        self.folder = pathlib.Path(home) / "rivers"
        (self.folder / "items").mkdir(parents=True)
        self.said = {}

    def run(self, command):
        done = subprocess.run(command, shell=True, cwd=self.folder, env=self.environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert done.returncode == 0, f"{command}\n{done.stdout}"
        self.said[command] = done.stdout

    def follow(self, page):
        name = None
        for step in STEP.finditer(page):
            if step[1]:
                name = step[1]
            elif step[2]:
                (self.folder / name).write_text(step[2])
            elif "--watch" in step[3]:
                self.watch(step[3])
            elif not step[3].startswith(ELSEWHERE):
                self.run(step[3])

    def watch(self, command):
        """As the page says: change a word and save, break the file, mend it, close."""
        item = self.folder / "items" / "01-source.yaml"
        sound = item.read_text()
        picture = self.folder.parent / "watched.png"
        watcher = subprocess.Popen(f"exec {command} -o {picture}", shell=True, cwd=self.folder, env=self.environment,
                                   text=True, stdout=subprocess.PIPE)
        try:
            expect(watcher, "shown as saved", str(picture))
            first = picture.read_bytes()
            save(item, sound.replace("Where does a river begin?", "Where does the Nile begin?"))
            expect(watcher, "shown as saved", str(picture))
            assert picture.read_bytes() != first, "the picture is the one before the change"
            save(item, sound.replace("correct: true", "correct: yess"))
            expect(watcher, "lint: items/")
            save(item, sound)
            expect(watcher, "shown as saved", str(picture))
            assert picture.read_bytes() == first
            watcher.send_signal(signal.SIGTERM)
            assert watcher.wait(timeout=20) == 0
        finally:
            watcher.kill()
            item.write_text(sound)


def expect(watcher, *beginnings):
    for beginning in beginnings:
        line = watcher.stdout.readline()
        assert line.startswith(beginning), f"expected {beginning}, heard {line}"


def save(path, text):
    """As editors do: whole, in one moment."""
    beside = path.with_name("." + path.name)
    beside.write_text(text)
    beside.replace(path)


def main():
    with tempfile.TemporaryDirectory() as home:
        author = Author(sys.argv[1], home)
        author.follow(PAGE.read_text())
        assert len(author.said) >= 8, sorted(author.said)
        generated = author.said["hornbook-pack generate . --item boat-in-one-hour -n 3"]
        assert generated.count("answer:") == 3, generated
        verified = [said for command, said in author.said.items() if "verify" in command]
        assert verified == ["good\n"], verified


if __name__ == "__main__":
    main()
