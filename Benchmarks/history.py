"""A hundred monthly reports into one history, and every comparison reckoned again here.

Benchmarks/history.py [MONTHS]      (default: 100; needs KANYIN or .build/release/kanyin)

The months are prose of changing wording with a ledger each, made from fixed seeds; some months are
left out, some are corrected after the whole was recorded. For every month the program is asked for
同比, 环比, 累计, for the growth of every row of the ledger and for an average over all months; the
answers are reckoned independently, with decimal numbers, from what went into the texts. Ends with
status 1 when one differs.
"""

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 40
ROOT = Path(__file__).resolve().parent.parent
KANYIN = os.environ.get("KANYIN", str(ROOT / ".build/release/kanyin"))
SEED = 20251031
GAPS = 3  # months without a report
CORRECTIONS = 10  # months recorded anew with other numbers
TOWNSHIPS = ["云台镇", "石桥镇", "青田乡", "白沙镇", "龙泉街道", "望江街道", "柳林乡", "东岭镇"]

# name, words of the text, unit, kind, digits after the point, range, is cumulative in the text
INDICATORS = [
    ("revenue", "一般公共预算收入", "亿元", "money", 2, (1, 9), False),
    ("fees", "非税收入", "万元", "money", 1, (100, 9000), False),
    ("investment", "固定资产投资", "亿元", "money", 2, (10, 80), True),
    ("coverage", "组织覆盖率", "%", "percent", 2, (20, 99), False),
    ("closed", "按期办结率", "%", "percent", 1, (80, 99), False),
    ("letters", "群众来信", "件", "count", 0, (40, 900), False),
    ("visits", "入户走访群众", "户", "count", 0, (100, 9999), False),
    ("planted", "完成造林面积", "亩", "area", 0, (200, 9000), False),
    ("roads", "新建农村公路", "公里", "length", 1, (1, 90), False),
    ("grain", "粮食收购量", "吨", "mass", 0, (500, 90000), False),
]

WORDINGS = {
    "money": ["{when}全县实现{name}{value}{unit}。", "{when}，全县{name}完成{value}{unit}。"],
    "percent": ["{when}，全县{name}达到{value}{unit}。", "截至{when}末，{name}为{value}{unit}。"],
    "count": ["{when}共办理{name}{value}{unit}。", "全县各级各部门{when}{name}{value}{unit}。"],
    "area": ["{when}{name}{value}{unit}。", "全县{when}{name}{value}{unit}，成活情况较好。"],
    "length": ["{when}{name}{value}{unit}。", "{when}，全县{name}{value}{unit}。"],
    "mass": ["{when}，国有企业{name}为{value}{unit}。", "{when}全县{name}达{value}{unit}。"],
}
PADDING = [
    "各乡镇和有关部门按照县委、县政府的安排，抓实抓细各项工作，总体平稳有序。",
    "工作中仍有台账更新不及时、责任落实不到位等情况，需要继续改进。",
    "下一步，要对照年度任务逐项梳理，倒排工期，压实责任，确保按时完成。",
    "有关情况已向各单位反馈，请结合实际认真整改。",
]
HEADINGS = ["总体情况", "工作进展", "存在问题", "下步打算"]


class Month:
    """What one month's report says, before it is text."""

    def __init__(self, number, chance):
        self.year, self.month = 2017 + number // 12, number % 12 + 1
        self.values = {}
        for name, _, _, _, digits, (low, high), _ in INDICATORS:
            scale = 10**digits
            self.values[name] = Decimal(chance.randint(low * scale, high * scale)) / scale
        self.ledger = {t: chance.randint(5, 400) for t in TOWNSHIPS}

    @property
    def period(self):
        return f"{self.year}-{self.month:02d}"

    def write(self, folder, chance):
        """The report and its ledger; returns the report's path."""
        sentences = []
        for name, words, unit, kind, digits, _, cumulative in INDICATORS:
            when = f"1—{self.month}月累计" if cumulative and self.month > 1 else f"{self.month}月份"
            if cumulative and self.month == 1:
                when = "1月份累计"
            wording = chance.choice(WORDINGS[kind])
            if cumulative:
                wording = "{when}完成{name}{value}{unit}。"
            value = f"{self.values[name]:.{digits}f}"
            sentences.append(wording.format(when=when, name=words, value=value, unit=unit))
        chance.shuffle(sentences)
        lines = [f"关于{self.year}年{self.month}月重点工作的通报", ""]
        lines += [f"文章来源：云台县督查室　时间：{self.period}-28 09:30", ""]
        for place, heading in enumerate(HEADINGS):
            lines.append(f"{'一二三四'[place]}、{heading}")
            part = sentences[place * 3 : place * 3 + 3]
            lines.append(chance.choice(PADDING) + "".join(part) + chance.choice(PADDING))
        path = folder / f"{self.period}.txt"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with open(folder / f"{self.period}.cases.csv", "w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["township", "cases"])
            table.writerows(self.ledger.items())
        return path


LAYOUT = """kanyin: 1
name: months
title: 月度通报
extends: base/official
indicators:
{indicators}
data:
  cases: {{ columns: {{ township: text, cases: integer }} }}
statistics:
{statistics}
  ledger:
    sql: >
      select n.township, growth(n.cases, b.cases) as 环比, growth(n.cases, y.cases) as 同比
      from cases n join period p on p.is_current
      left join period bp on bp.year * 12 + bp.month = p.year * 12 + p.month - 1
      left join period yp on yp.year = p.year - 1 and yp.month = p.month
      left join cases_history b on b.period = bp.period and b.township = n.township
      left join cases_history y on y.period = yp.period and y.township = n.township
      order by n.township
body:
  - report: body
"""


def write_layout(folder):
    indicators, statistics = [], []
    for name, words, unit, *_ in INDICATORS:
        indicators.append(f'  {name}: {{ title: {words}, match: [{words}], unit: "{unit}" }}')
        for key, call in (("yoy", "同比"), ("mom", "环比"), ("sum", "累计")):
            statistics.append(f"  {name}-{key}: {{ sql: \"select {call}('{name}') as x\" }}")
        average = f"select avg(value) as x from observation where indicator = '{name}'"
        statistics.append(f'  {name}-mean: {{ sql: "{average}" }}')
    path = folder / "months.yaml"
    path.write_text(
        LAYOUT.format(indicators="\n".join(indicators), statistics="\n".join(statistics)),
        encoding="utf-8",
    )
    return path


def growth(now, before):
    return None if before in (None, 0) or now is None else 100 * (now - before) / abs(before)


def expected(month, months):
    """Every answer for one month, from the numbers and not from the texts."""
    at = {m.period: m for m in months}
    before = f"{month.year}-{month.month - 1:02d}" if month.month > 1 else f"{month.year - 1}-12"
    earlier = {"yoy": at.get(f"{month.year - 1}-{month.month:02d}"), "mom": at.get(before)}
    answers = {}
    for name, _, _, kind, _, _, cumulative in INDICATORS:
        now = month.values[name]
        for key, past in earlier.items():
            then = past.values[name] if past else None
            if kind == "percent":
                answers[f"{name}-{key}"] = None if then is None else now - then
            else:
                answers[f"{name}-{key}"] = growth(now, then)
        year = [at.get(f"{month.year}-{m:02d}") for m in range(1, month.month + 1)]
        total = None if None in year else sum(m.values[name] for m in year)
        answers[f"{name}-sum"] = now if cumulative else total
        seen = [m.values[name] for m in months if m.period <= month.period]
        answers[f"{name}-mean"] = sum(seen) / len(seen)
    answers["ledger"] = [
        [t, *(growth(month.ledger[t], earlier[k] and earlier[k].ledger[t]) for k in ("mom", "yoy"))]
        for t in sorted(TOWNSHIPS, key=lambda t: t.encode("utf-8"))
    ]
    return answers


def same(answer, wanted):
    if wanted is None or answer is None:
        return answer is wanted
    if isinstance(wanted, str):
        return answer == wanted
    wanted = Decimal(wanted)
    return abs(Decimal(str(answer)) - wanted) <= max(abs(wanted), 1) * Decimal("1e-11")


def differences(results, wanted):
    """Names of the results that differ, and how many were compared."""
    wrong, count = [], 0
    for name, value in wanted.items():
        if name != "ledger":
            count += 1
            if not same(results[name]["value"], value):
                wrong.append(f"{name}: {results[name]['value']} instead of {value}")
            continue
        rows = results[name]["rows"]
        for row, wanted_row in zip(rows, value, strict=True):
            for cell, wanted_cell in zip(row, wanted_row, strict=True):
                count += 1
                if not same(cell, wanted_cell):
                    wrong.append(f"ledger {row[0]}: {cell} instead of {wanted_cell}")
    return wrong, count


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(*arguments):
    done = subprocess.run([KANYIN, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"kanyin {' '.join(map(str, arguments[:3]))} …: {done.returncode}\n{done.stderr}")
    return done.stdout


def record(folder, months, chance):
    manifest = folder / "jobs.csv"
    lines = ["report,layout,period,data.cases"]
    for month in months:
        month.write(folder, chance)
        lines.append(f"{month.period}.txt,{folder}/months.yaml,{month.period},{month.period}.cases.csv")
    manifest.write_text("\n".join(lines) + "\n", encoding="utf-8")
    seconds = processor_seconds()
    run("batch", manifest, "--layout", folder / "months.yaml", "-o", folder / "out",
        "--history", folder / "months.sqlite", "--record", "--quiet")
    return processor_seconds() - seconds


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    chance = random.Random(SEED)
    months = [Month(number, chance) for number in range(count + GAPS)]
    for gap in sorted(chance.sample(range(1, len(months)), GAPS), reverse=True):
        del months[gap]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_layout(folder)
        recording = record(folder, months, chance)
        first = (folder / "months.sqlite").stat().st_size
        corrected = chance.sample(months, min(CORRECTIONS, count))
        for month in corrected:
            fresh = Month(0, chance)
            month.values, month.ledger = fresh.values, fresh.ledger
        record(folder, corrected, chance)
        wrong, compared = [], 0
        seconds = processor_seconds()
        for month in months:
            answer = run("statistics", folder / f"{month.period}.txt", "--layout",
                         folder / "months.yaml", "--data", f"cases={folder / month.period}.cases.csv",
                         "--history", folder / "months.sqlite", "--period", month.period, "--json")
            errors, number = differences(json.loads(answer)["results"], expected(month, months))
            wrong += [f"{month.period} {error}" for error in errors]
            compared += number
        asking = processor_seconds() - seconds
        seconds = processor_seconds()
        run("statistics", folder / f"{months[-1].period}.txt", "--layout", folder / "months.yaml",
            "--data", f"cases={folder / months[-1].period}.cases.csv", "--period",
            months[-1].period, "--json")
        alone = processor_seconds() - seconds
        size = (folder / "months.sqlite").stat().st_size
    print(f"{len(months)} months, {len(corrected)} corrected, {GAPS} left out: "
          f"{compared - len(wrong)} of {compared} comparisons right")
    for line in wrong[:20]:
        print("  " + line)
    print(f"recording and printing {recording / len(months) * 1000:.1f} ms of CPU a report")
    print(f"asking, with all months before, {asking / len(months) * 1000:.1f} ms of CPU a report; "
          f"the last month without a history {alone * 1000:.1f} ms")
    print(f"the file {first / 1024:.0f} KiB, {first / len(months) / 1024:.1f} KiB a month; "
          f"{size / 1024:.0f} KiB with the corrections")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
