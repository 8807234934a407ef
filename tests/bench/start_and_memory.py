#!/usr/bin/env python3
"""Cold start to the first interactive frame and memory in a lesson: the station beside Chromium in kiosk mode with one
static lesson page, in one run under one Xvfb. The page cache is dropped before each cold start where the kernel lets us.

usage: start_and_memory.py BIN STATION_DATA TOUR.jsonl
"""
import json, mmap, os, pathlib, shutil, signal, statistics, struct, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent
ROUNDS = 5
WIDTH, HEIGHT = 1280, 800
PLACE, PAPER = (20, 400), (0xFB, 0xF6, 0xEC)  # both programs paint the paper of the theme there


def drop_caches():
    os.sync()
    try:
        pathlib.Path("/proc/sys/vm/drop_caches").write_text("3\n")
        return True
    except OSError:
        return False


def processes_below(pid):
    children = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
            children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
        except OSError:
            pass
    found, queue = [], [pid]
    while queue:
        one = queue.pop()
        found.append(one)
        queue += children.get(one, [])
    return found


def pss_kb(pid):
    total = 0
    for one in processes_below(pid):
        try:
            rollup = pathlib.Path(f"/proc/{one}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration):
            pass
    return total


class Screen:
    """Xvfb with its frame buffer in a file, so that looking at a pixel costs neither side anything."""

    def __init__(self, folder, display):
        self.server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder],
                                       stderr=subprocess.DEVNULL)
        path = pathlib.Path(folder) / "Xvfb_screen0"
        while not path.exists() or path.stat().st_size < WIDTH * HEIGHT * 4:
            time.sleep(0.05)
        self.memory = mmap.mmap(os.open(path, os.O_RDONLY), 0, prot=mmap.PROT_READ)
        header_size, = struct.unpack(">I", self.memory[:4])  # X11/XWDFile.h: header, colour table, then the pixels
        colours, = struct.unpack(">I", self.memory[76:80])
        self.pixels_at = header_size + colours * 12

    def pixel(self, x, y):
        at = self.pixels_at + (y * WIDTH + x) * 4
        blue, green, red = self.memory[at:at + 3]
        return red, green, blue


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def until_painted(screen, command, environment, settle_s):
    """Starts the command, waits till its paper is on the screen, lets it settle, returns (seconds, PSS in kB)."""
    if screen.pixel(*PLACE) == PAPER:
        sys.exit("the screen still shows what was there before")
    drop_caches()
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds = None
    while time.monotonic() - start < 60:
        if screen.pixel(*PLACE) == PAPER:
            seconds = time.monotonic() - start
            break
        time.sleep(0.001)
    time.sleep(settle_s)
    memory = pss_kb(process.pid)
    end(process)
    if seconds is None:
        sys.exit(f"{command[0]} painted nothing that was waited for in 60 s")
    return seconds, memory


def chromium_once(screen, environment):
    with tempfile.TemporaryDirectory() as profile:
        return until_painted(screen, [
            "chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={profile}", "--window-size=1280,800", f"file://{HERE}/lesson.html"],
            environment, 3)


def station_once(binary, data, lesson, screen, environment):
    """Cold start by the station's own trace and by the same pixel as Chromium; then a lesson's memory."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "station"
        shutil.copytree(data, copy)
        trace = pathlib.Path(folder) / "trace.jsonl"
        painted, _ = until_painted(screen, [binary, "--data", copy, "--profile", "demo", "--size", "1280x800",
                                            "--trace", trace], environment, 0.5)
        times = {}
        for line in trace.read_text().splitlines():
            times.update({key: value for key, value in json.loads(line).items() if key.startswith("first_")})
        script = pathlib.Path(folder) / "lesson.jsonl"
        script.write_text(pathlib.Path(lesson).read_text() +
                          '{"capture":"in-lesson"}\n{"wait":"screen=nowhere","ms":20000}\n')
        process = subprocess.Popen([binary, "--data", copy, "--profile", "demo", "--size", "1280x800", "--clock", "real",
                                    "--script", script, "--capture", folder], env=environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        # In the lesson for certain: before it, opening a class and a capsule by Argon2id takes memory for a moment.
        for _ in range(300):
            if (pathlib.Path(folder) / "in-lesson.png").exists() or process.poll() is not None:
                break
            time.sleep(0.1)
        time.sleep(2)
        if process.poll() is not None:
            sys.exit("the station ended before its memory in a lesson was read")
        memory = pss_kb(process.pid)
        end(process)
        return painted, times, memory


def main():
    binary, data, lesson = os.path.join(sys.argv[1], "hornbook"), sys.argv[2], sys.argv[3]
    display = ":97"
    environment = dict(os.environ, DISPLAY=display)
    environment.pop("WAYLAND_DISPLAY", None)
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder, display)
        try:
            cold = drop_caches()
            stations = [station_once(binary, data, lesson, screen, environment) for _ in range(ROUNDS)]
            browsers = [chromium_once(screen, environment) for _ in range(ROUNDS)]
        finally:
            end(screen.server)
    median = statistics.median
    ours, theirs = median(s[0] for s in stations), median(b[0] for b in browsers)
    frame, interactive = (median(s[1][name] for s in stations) for name in ("first_frame", "first_interactive"))
    memory, their_memory = median(s[2] for s in stations), median(b[1] for b in browsers)
    print(f"start and memory, median of {ROUNDS}, {'page cache dropped' if cold else 'warm page cache'}, Xvfb 1280x800")
    print(f"| | Hornbook | Chromium kiosk | ratio |\n|---|---|---|---|")
    print(f"| start to painted (same pixel polled) | {ours:.2f} s | {theirs:.2f} s | 1/{theirs / ours:.1f} |")
    print(f"| start to first frame (own trace) | {frame / 1e3:.0f} ms | – | 1/{theirs * 1e6 / frame:.1f} |")
    print(f"| start to first interactive frame (own trace) | {interactive / 1e3:.0f} ms | – | 1/{theirs * 1e6 / interactive:.1f} |")
    print(f"| memory in a lesson (PSS, all processes) | {memory / 1024:.0f} MB | {their_memory / 1024:.0f} MB | 1/{their_memory / memory:.1f} |")


if __name__ == "__main__":
    main()
