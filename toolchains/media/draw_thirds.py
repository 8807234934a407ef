#!/usr/bin/env python3
"""Draws "a bar cut into thirds" as raw pictures on stdout: 480 × 320, red, green, blue, 12 a second, ten seconds.

One pixel is coloured by how much of it each shape covers, so that edges are smooth. The colours are those of ui/theme.
"""
import sys

WIDTH, HEIGHT, A_SECOND, SECONDS = 480, 320, 12, 10
LEAF, INK, HORN = (255, 255, 255), (35, 48, 63), (11, 110, 110)
LEFT, TOP, BAR_WIDTH, BAR_HEIGHT = 60, 110, 360, 100
EDGE = 4


def eased(at, begin, end):
    """0 before `begin`, 1 after `end`, slower towards the end."""
    share = min(max((at - begin) / (end - begin), 0.0), 1.0)
    return 1 - (1 - share) ** 3


class Picture:
    def __init__(self):
        self.rows = [bytearray(LEAF * WIDTH) for _ in range(HEIGHT)]

    def fill(self, left, top, width, height, colour):
        for y in range(max(int(top), 0), min(int(top + height) + 1, HEIGHT)):
            down = min(y + 1, top + height) - max(y, top)
            for x in range(max(int(left), 0), min(int(left + width) + 1, WIDTH)):
                across = min(x + 1, left + width) - max(x, left)
                covered = max(down, 0) * max(across, 0)
                for channel in range(3):
                    at = x * 3 + channel
                    below = self.rows[y][at]
                    self.rows[y][at] = round(below + (colour[channel] - below) * covered)

    def box(self, left, top, width, height, colour):
        self.fill(left, top, width, height, INK)
        if width > 2 * EDGE:
            self.fill(left + EDGE, top + EDGE, width - 2 * EDGE, height - 2 * EDGE, colour)


def draw(at):
    picture = Picture()
    grown = eased(at, 0.2, 1.4)
    apart = 14 * eased(at, 4.6, 5.4)
    if apart == 0:
        picture.box(LEFT, TOP, max(BAR_WIDTH * grown, 2 * EDGE), BAR_HEIGHT, LEAF)
        for cut in (1, 2):
            length = BAR_HEIGHT * eased(at, 3.2 + 0.5 * cut, 3.7 + 0.5 * cut)
            picture.fill(LEFT + BAR_WIDTH * cut / 3 - EDGE / 2, TOP, EDGE, length, INK)
    else:
        for part in range(3):
            left = LEFT + BAR_WIDTH * part / 3 + apart * (part - 1)
            picture.box(left, TOP, BAR_WIDTH / 3, BAR_HEIGHT, LEAF)
    shaded = eased(at, 7.0, 8.2)
    if shaded > 0:
        picture.fill(LEFT - apart + EDGE, TOP + EDGE, (BAR_WIDTH / 3 - 2 * EDGE) * shaded, BAR_HEIGHT - 2 * EDGE, HORN)
    return b"".join(picture.rows)


def main():
    for number in range(A_SECOND * SECONDS):
        sys.stdout.buffer.write(draw(number / A_SECOND))


main()
