"""Composing a million characters: characters per second and memory, Kanyin beside Typst.

The notice of composition/text.txt again and again, its numbers raised in every copy, so that no two
paragraphs are equal and no program can set one from memory. Same page, font and measure for both.
"""

import re
import statistics
import sys

import compare
import composition
from composition import HERE, WORK, paragraphs

ROUNDS = 3


def long_text(count):
    """Paragraphs of this many characters together, the same every time."""
    once = paragraphs(HERE / "text.txt")[1:]
    out, length, copy = [], 0, 0
    while length < count:
        for paragraph in once:
            text = re.sub(r"(?<![\d.〔（])(\d+)(?=[家个名项期处支人万亿所座户])",
                          lambda m: str(int(m[1]) + copy), paragraph)
            out.append(text)
            length += len(text)
            if length >= count:
                return out, length
        copy += 1


def main(count):
    WORK.mkdir(parents=True, exist_ok=True)
    text, length = long_text(count)
    print(f"{length} characters, {len(text)} paragraphs; medians of {ROUNDS}")
    rates = {}
    for name, engine in (("Kanyin", composition.with_kanyin), ("Typst", composition.with_typst)):
        pdf = WORK / f"long-{name.lower()}.pdf"
        command = engine(text, 28, pdf)
        runs = [compare.run(command, WORK / f"{name}.log") for _ in range(ROUNDS)]
        errors = [one.error for one in runs if one.error]
        if errors:
            print(f"{name}: {errors[0][-400:]}", file=sys.stderr)
            return 1
        cpu = statistics.median(one.cpu for one in runs)
        memory = statistics.median(one.memory for one in runs)
        rates[name] = length / cpu
        print(f"{name}: {cpu:.2f} s CPU, {rates[name]:,.0f} characters a second, "
              f"{memory:.0f} MiB, {compare.page_count(pdf)} pages")
    print(f"Kanyin/Typst, characters a second: {rates['Kanyin'] / rates['Typst']:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
