"""Draws Documentation/hard-lines.png: ten lines that are hard to set, ours beside the naive setting.

Naive is what a program does that knows a line's width and nothing else: every character in a cell,
letters and digits in half a cell, full marks, no white space between Han and digits, a line ended
where it is full, and only a mark that would begin a line takes the character before it along.
Both columns are set by Kanyin, the naive one with its line ends given.
"""

import subprocess
import sys
from pathlib import Path

from compare import KANYIN, ROOT

WORK = ROOT / "output" / "hard-lines"
PICTURE = ROOT / "Documentation" / "hard-lines.png"
MEASURE = 18  # ems

TEXTS = [
    ("数与单位", "上半年，全县一般预算总收入13.47亿元，同比增长5.8%，税收增长6.1%。"),
    ("行末引号", "会议要求，各乡镇各单位要把群众“回头看”作为“必答题”，逐条对照、逐项销号。"),
    ("连续标点", "印发《关于加强督查的通知》（试行），明确“谁主管、谁负责”；年底再作一次修订。"),
    ("行首括号", "参加会议的有各乡镇街道的主要负责同志（含主持工作的副职）、县直各单位负责人。"),
    ("破折号", "干部入户时始终坚持这样一条老的原则——群众的事没有小事——把诉求办好。"),
    ("省略号", "走访中大家你一言我一语：修路、通水、安灯……问题记了满满的三页纸。"),
    ("孤字", "截至月底，三个工作专班共排查隐患点位六百余处，整改到位的已占到了九成多。"),
    ("发文字号", "对照《攻坚方案》（安政发〔2025〕18号），从第3季度起每旬调度1次。"),
    ("西文和网址", "平台已接入DeepSeek等3款大模型，访问https://anlan.gov.cn/12345即可试用。"),
    ("范围和温度", "预计7月上旬气温28～37℃，降水量较常年同期偏多10%～20%，最大风力可达8级。"),
]

FORBIDDEN_START = set("，。、：；！？”’）》〉」』】〕～")
FORBIDDEN_END = set("“‘（《〈「『【〔")

LAYOUT = """kanyin: 1
name: hard-lines
title: 难排的行
extends: base/official
page:
  size: {width}pt {height}pt
  binding: {{ side: left, double-sided: false }}
  type-area: {{ top: 24pt, inside: 24pt, width: {inner}pt, height: {block}pt }}
masters:
  odd: {{ footer: none }}
  even: {{ footer: none }}
styles:
  ours: {{ font: song, size: 12pt, line: 19pt, indent: 0, align: justify }}
  naive: {{ extends: ours, align: left, punctuation: plain, prohibition: none, autospace: none }}
  label: {{ font: hei, size: 9pt, line: 19pt, indent: 0, align: left }}
body:
  - row:
      - {{ width: 62pt, content: [{{ text: "", style: label }}] }}
      - {{ width: 216pt, content: [{{ text: 刊印, style: label }}] }}
      - {{ width: 28pt, content: [{{ text: "", style: label }}] }}
      - {{ width: 224pt, content: [{{ text: 只知道行宽, style: label }}] }}
"""

ROW = """  - row:
      - {{ width: 62pt, content: [{{ text: "{label}", style: label }}] }}
      - {{ width: 216pt, content: [{{ text: "{ours}", style: ours }}] }}
      - {{ width: 28pt, content: [{{ text: "", style: label }}] }}
      - {{ width: 224pt, content: [{naive}] }}
  - space: 6pt
"""


def naive_lines(text):
    """The lines of the naive setting."""
    lines, line, width = [], "", 0
    for character in text:
        own = 1 if character.isascii() else 2
        if width + own > 2 * MEASURE:
            carried = ""
            while line and (character in FORBIDDEN_START or line[-1] in FORBIDDEN_END):
                carried, line, character = character + carried, line[:-1], line[-1]
            lines.append(line)
            line = character + carried
            width = sum(1 if c.isascii() else 2 for c in line)
        else:
            line += character
            width += own
    return lines + [line]


def escaped(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def layout():
    rows = []
    for label, text in TEXTS:
        naive = ", ".join(f'{{ text: "{escaped(line)}", style: naive }}'
                          for line in naive_lines(text))
        rows.append(ROW.format(label=label, ours=escaped(text), naive=naive))
    height = 24 * 2 + 22 + len(TEXTS) * (3 * 19 + 6) - 76
    return LAYOUT.format(width=578, inner=530, height=height, block=height - 48) + "".join(rows)


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / "hard-lines.yaml"
    path.write_text(layout(), encoding="utf-8")
    done = subprocess.run([str(KANYIN), "render", "--layout", str(path), "--format", "png",
                           "--resolution", "144", "-o", str(PICTURE)], cwd=ROOT)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
