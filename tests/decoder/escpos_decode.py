#!/usr/bin/env python3
"""Plays an ESC/POS printer: bytes in, one picture for each slip out.

Written from the tables of Epson's ESC/POS reference, not from our encoder, and strict: a byte that begins no command it
knows, a command cut off, or an argument out of range is an error and exit code 1. Only the standard library.

    escpos_decode.py STREAM FOLDER [--dots 576]

writes FOLDER/1.png, 2.png … (black on white, one for each cut) and prints the commands as JSON, one a line.
"""

import argparse
import json
import pathlib
import struct
import sys
import zlib

ESC, DLE, GS = 0x1B, 0x10, 0x1D
MOST_ROWS_OF_A_RASTER = 2303  # the manual's limit for GS v 0


class Broken(Exception):
    """The stream is not what a printer could print."""


class Printer:
    """The state of the paper between two cuts."""

    def __init__(self, stream, dots):
        self.stream, self.at, self.dots = stream, 0, dots
        self.rows, self.slips, self.commands = [], [], []

    def take(self, count):
        """The next bytes; a command that is cut off is an error."""
        piece = self.stream[self.at : self.at + count]
        if len(piece) < count:
            raise Broken(f"the stream ends within a command, at byte {self.at}")
        self.at += count
        return piece

    def run(self):
        """Obeys every command in the stream."""
        while self.at < len(self.stream):
            begin = self.at
            lead = self.take(1)[0]
            if lead == ESC and self.take(1) == b"@":
                self.note("ESC @")
            elif lead == DLE and self.take(1)[0] == 0x04:
                self.ask(begin)
            elif lead == GS:
                self.group_separator(begin)
            else:
                raise Broken(f"no command begins with {self.stream[begin:begin + 4].hex(' ')} at byte {begin}")
        if self.rows:
            raise Broken("the last slip was not cut")

    def group_separator(self, begin):
        """The commands that begin with GS."""
        kind = self.take(1)
        if kind == b"v":
            self.raster()
        elif kind == b"V":
            self.cut()
        elif kind == b"a":
            self.note("GS a", automatic=self.take(1)[0])
        elif kind == b"(" and self.take(5) == b"H\x06\x00\x30\x30":
            self.note("GS ( H", number=self.take(4).hex())
        elif kind == b"r" and (sensor := self.take(1)[0]) in (1, 2, 49, 50):
            self.note("GS r", sensor=sensor)
        else:
            raise Broken(f"no command begins with {self.stream[begin:begin + 4].hex(' ')} at byte {begin}")

    def raster(self):
        """GS v 0: a block of dots at the left edge; the paper moves on by its rows."""
        zero, mode, width, height = struct.unpack("<BBHH", self.take(6))
        if zero != 0x30 or mode != 0:
            raise Broken("only GS v 0 in normal size is known")
        if not 1 <= width <= 128 or not 1 <= height <= MOST_ROWS_OF_A_RASTER:
            raise Broken(f"a raster of {width} bytes by {height} rows")
        if width * 8 > self.dots:
            raise Broken(f"a raster of {width * 8} dots on a head of {self.dots}")
        dots = self.take(width * height)
        whole = self.dots // 8
        for row in range(height):
            self.rows.append(dots[row * width : (row + 1) * width].ljust(whole, b"\0"))
        self.note("GS v 0", width=width, height=height)

    def cut(self):
        """GS V: the slip is finished."""
        mode = self.take(1)[0]
        if mode in (65, 66):
            feed = self.take(1)[0]
        elif mode in (0, 1, 48, 49):
            feed = None
        else:
            raise Broken(f"GS V {mode} is no cut")
        self.slips.append(self.rows)
        self.rows = []
        self.note("GS V", mode=mode, feed=feed)

    def ask(self, begin):
        """DLE EOT n: a question about the printer's state."""
        question = self.take(1)[0]
        if question not in (1, 2, 3, 4, 7, 8, 18):
            raise Broken(f"DLE EOT {question} at byte {begin}")
        self.note("DLE EOT", question=question)

    def note(self, command, **arguments):
        """Remembers what was obeyed."""
        self.commands.append({"command": command, **arguments})


def png(rows, dots):
    """A one-bit grey picture; 1 is white there, and black here."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", dots, len(rows), 1, 0, 0, 0, 0)
    body = b"".join(b"\0" + bytes(255 - byte for byte in row) for row in rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stream", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--dots", type=int, default=576)
    options = parser.parse_args()
    printer = Printer(options.stream.read_bytes(), options.dots)
    try:
        printer.run()
    except Broken as problem:
        sys.exit(f"{options.stream}: {problem}")
    options.folder.mkdir(parents=True, exist_ok=True)
    for number, rows in enumerate(printer.slips, start=1):
        if rows:
            (options.folder / f"{number}.png").write_bytes(png(rows, options.dots))
    for command in printer.commands:
        print(json.dumps(command))


if __name__ == "__main__":
    main()
