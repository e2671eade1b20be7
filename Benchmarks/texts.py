"""Long reports made out of the sample, the same on every day and machine.

The first copy is the sample itself. Each further copy numbers its sections on, adds its own number
to the counted things, and does not repeat the phrases that the layout's indicators look for: a
figure must be found once. No two paragraphs are equal, so no program can set one from memory.
"""

import re
from dataclasses import dataclass
from pathlib import Path

LINE = 28           # characters
PAGE = 22           # lines
FIRST_PAGE = 8      # lines of text below masthead, title and cards
LAST_PAGE = 3       # lines of text above table and imprint
TWO_PAGE_ROWS = 3   # rows of the ledger that leave room for text on page 2

NAMED_ONCE = {
    "总体覆盖率": "覆盖水平",
    "单建两新党支部": "单独组建支部",
    "联合党支部": "联合支部",
    "共新建两新党支部": "累计新建支部",
    "覆盖两新组织": "覆盖各类组织",
    "选派党建指导员": "选派指导人员",
}


@dataclass(frozen=True)
class Block:
    kind: str       # "section", "subsection" or "paragraph"
    text: str

    @property
    def lines(self):
        if self.kind != "paragraph":
            return 1
        half_width = sum(character.isascii() for character in self.text)
        return -(-(2 * len(self.text) - half_width + 4) // (2 * LINE))


def numeral(number):
    """1 → 一, 12 → 十二, 105 → 一百零五; up to 9999."""
    digits = "零一二三四五六七八九"
    out, zero = "", False
    for value, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            out += ("零" if zero and out else "") + digits[digit] + name
        zero = not digit
    return out[1:] if out.startswith("一十") else out


def sample(path):
    """Title, head line and blocks of the clean sample report."""
    paragraphs = [p for p in Path(path).read_text(encoding="utf-8").split("\n") if p]
    kind = lambda p: ("section" if re.match(r"[一二三四五]、", p)
                      else "subsection" if p.startswith("（") else "paragraph")
    return paragraphs[0], paragraphs[1], [Block(kind(p), p) for p in paragraphs[2:]]


def copy(block, round_number, section_number):
    if block.kind == "section":
        return Block("section", numeral(section_number) + block.text[1:])
    text = block.text
    for phrase, other in NAMED_ONCE.items():
        text = text.replace(phrase, other)
    text = re.sub(r"(?<![\d.〔])(\d+)(?=[家个名项期处支人])",
                  lambda m: str(int(m[1]) + round_number), text)
    return Block(block.kind, text)


def report(path, pages):
    """Title, head line and blocks that fill about this many pages."""
    title, head, once = sample(path)
    room = FIRST_PAGE + max(0, pages - 2) * PAGE + (LAST_PAGE if pages > 2 else PAGE // 2 - 2)
    blocks, section, round_number = [], 0, 0
    while True:
        for block in once:
            section += block.kind == "section"
            made = copy(block, round_number, section) if round_number else block
            if made.lines > room:
                while blocks and blocks[-1].kind != "paragraph":
                    blocks.pop()
                return title, head, blocks
            blocks.append(made)
            room -= made.lines
        round_number += 1


def ledger(path, pages):
    """The ledger's rows: all of them, or the few that two pages have room for."""
    rows = [line.split(",") for line in Path(path).read_text(encoding="utf-8").split()]
    return rows[: TWO_PAGE_ROWS + 1] if pages <= 2 else rows


def as_report(title, head, blocks):
    return "\n\n".join([title, head] + [block.text for block in blocks]) + "\n"


def as_typst(title, head, blocks, rows):
    """The same bulletin for Typst: cards before the text, table and imprint after it."""
    out = ['#import "bulletin.typ": *',
           f'#show: bulletin.with(title: "{title}", issuer: "中共安澜县委两新工委办公室", '
           'date: "2025年10月14日", issue: "10")',
           '#cards(card("组织覆盖率", "86.41", "%", "比年初提高54.99个百分点"), '
           'card("新建党支部", "76", "个", "单建21个 联合55个"), '
           'card("覆盖两新组织", "307", "家", "非公企业264家 社会组织43家"), '
           'card("选派党建指导员", "198", "名", "联系两新组织574家"))']
    for block in blocks:
        text = re.sub(r"([\\#$*_`<>@\[\]~=/])", r"\\\1", block.text)
        if block.kind == "paragraph":
            text = re.sub(r"([一二三四]是[^。]*。)", r"#kai[\1]", text)
            out.append(text)
        else:
            out.append(("= " if block.kind == "section" else "== ") + text)
    out.append(f"#ranking({', '.join(cells(rows))})")
    out.append('#imprint[报：县委常委，市委两新工委办公室。\\ 送：县委两新工委成员单位，县级行业党委。]'
               '[编辑：周文舟　审核：沈　平　签发：陆怀远 #h(1fr) （共印120份）]'
               '[中共安澜县委两新工委办公室 #h(1fr) 2025年10月14日印发]')
    return "\n\n".join(out) + "\n"


def cells(rows):
    ranked = sorted(rows[1:], key=lambda row: (-int(row[2]) / int(row[1]), row[0]))
    for place, (name, enterprises, organised, target) in enumerate(ranked, 1):
        share = f"{100 * int(organised) / int(enterprises):.2f}%"
        for cell in (place, name, enterprises, organised, share, target + "%"):
            yield f'"{cell}"'
