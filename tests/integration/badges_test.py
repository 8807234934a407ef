#!/usr/bin/env python3
"""Badges by the commands: a sheet whose QR codes another program reads, a lost one, and the way to a device by stick.

    badges_test.py BIN_DIR
"""
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SCALE = 4
CARD = re.compile(r'<article><div class="qr"><svg[^>]*viewBox="0 0 (\d+) \d+".*?<path d="([^"]*)"/></svg></div>'
                  r'<div class="who"><svg.*?</svg>([^<]*)</div><code>(.*?)</code>', re.DOTALL)


class School:
    def __init__(self, bin_dir, home):
        self.bin_dir, self.home = pathlib.Path(bin_dir).resolve(), pathlib.Path(home)
        roster = self.home / "roster"
        roster.mkdir()
        (roster / "classes.csv").write_text("sourcedId,title\nk1,4 Robin\n")
        (roster / "users.csv").write_text("sourcedId,givenName,familyName\nu1,Amina,<Diallo>\nu2,Ben,Cruz\n")
        (roster / "enrollments.csv").write_text("sourcedId,classSourcedId,userSourcedId,role\n"
                                                "e1,k1,u1,student\ne2,k1,u2,student\n")
        self.server("init", "--school", "Lake")
        self.server("roster", "import", roster)

    def run(self, program, *arguments, expected=0):
        done = subprocess.run([self.bin_dir / program, *map(str, arguments)], text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, cwd=self.home)
        assert done.returncode == expected, f"{program} {arguments}: {done.returncode}\n{done.stdout}"
        return done.stdout

    def server(self, *arguments, expected=0):
        return self.run("hornbook-server", *arguments, "--data", "school", expected=expected)

    def device(self, *arguments):
        return self.run("hornbookctl", "--data", "device", *arguments)

    def carry(self):
        """Device to school and back on a stick."""
        self.device("export", "up.hbundle")
        self.server("bundle", "import", "up.hbundle", "--reply", "down.hbundle")
        self.device("import", "down.hbundle")

    def sheet(self, name):
        """What the sheet shows, by learner: the text that another program reads in the QR code, and the printed one."""
        page = (self.home / name).read_text()
        return {html.unescape(who).strip(): (read_qr(draw(int(side), path)), text.replace("<br>", "").replace("-", ""))
                for side, path, who, text in CARD.findall(page)}


def draw(side, path):
    """The SVG's modules as a grey picture."""
    pixels = [bytearray(b"\xff" * side * SCALE) for _ in range(side * SCALE)]
    for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", path):
        for row in range(int(y) * SCALE, (int(y) + 1) * SCALE):
            pixels[row][int(x) * SCALE:(int(x) + 1) * SCALE] = bytes(SCALE)
    return f"P5 {side * SCALE} {side * SCALE} 255\n".encode() + b"".join(pixels)


def read_qr(picture):
    with tempfile.NamedTemporaryFile() as file:
        file.write(picture)
        file.flush()
        done = subprocess.run(["zbarimg", "--quiet", "--raw", file.name], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=True)
    return done.stdout.decode().rstrip("\n")


def check_sheet(school):
    assert "2 badges" in school.server("badge", "sheet", "--class", "4 Robin", "--out", "sheet.html")
    assert os.stat(school.home / "sheet.html").st_mode & 0o077 == 0, "it is for its owner alone"
    badges = school.sheet("sheet.html")
    assert set(badges) == {"Amina <Diallo>", "Ben Cruz"}, badges
    for read, printed in badges.values():
        assert read == printed and re.fullmatch("HB[0-9A-HJKMNP-TV-Z]{40}", read), (read, printed)
    school.server("badge", "sheet", "--class", "4 Robin", "--out", "again.html")
    assert school.sheet("again.html") == badges, "the same badges, printed again"
    return badges


def check_lost(school, badges):
    school.server("badge", "renew", "--learner", "u1", "--out", "one.html")
    renewed = school.sheet("one.html")
    assert list(renewed) == ["Amina <Diallo>"] and renewed["Amina <Diallo>"] != badges["Amina <Diallo>"]
    school.server("badge", "revoke", "--learner", "u2")
    school.server("badge", "sheet", "--class", "4 Robin", "--out", "sheet.html")
    assert list(school.sheet("sheet.html")) == ["Amina <Diallo>"]
    said = school.server("badge", "revoke", "--learner", "nobody", expected=3)
    assert "nobody" not in said, "an id of the roster may be a name"


def check_device(school):
    school.server("enrol", "--device", "Station 1", "--profile", "station", "--class", "4 Robin", "--out", "enrol.json",
                  "--qr", "enrol.png")
    file = (school.home / "enrol.json").read_text()
    assert json.loads(read_qr((school.home / "enrol.png").read_bytes())) == json.loads(file)
    school.device("enrol", "enrol.json", "--offline")
    school.carry()
    keys = json.loads(school.device("status", "--json"))["keys"]
    assert keys["badges"] and "kernel_keyring" in keys, keys
    school.server("badge", "revoke", "--learner", "u1")
    school.carry()
    assert not json.loads(school.device("status", "--json"))["keys"]["badges"]
    school.device("verify")


def main():
    with tempfile.TemporaryDirectory() as home:
        school = School(sys.argv[1], home)
        check_lost(school, check_sheet(school))
        check_device(school)
    print("badges: a sheet read by another program, a lost one, a device by stick")


if __name__ == "__main__":
    main()
