"""CPU, peak memory and file size of Kanyin and Typst on the same bulletins, as ratios.

Each measurement is one cold process, alternating between the two programs; figures are medians of
five. CPU is user plus system time of the process, memory its largest resident set (wait4).
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import texts

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "reports" / "anlan-2025-10"
CLEAN = ROOT / "reports" / "clean" / "anlan-2025-10.txt"
WORK = ROOT / "output" / "bench"
KANYIN = Path(os.environ.get("KANYIN", ROOT / ".build" / "release" / "kanyin"))
ROUNDS = 5
TIME_LIMIT = 300  # seconds; a program that needs longer has lost

TYPST = ("import sys, typst; "
         "typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])")


@dataclass(frozen=True)
class Run:
    cpu: float       # seconds
    memory: float    # MiB
    error: str       # empty when it worked


def run(command, log):
    """Runs one process by itself and reads its usage from the kernel."""
    with open(log, "w+", encoding="utf-8") as output:
        try:
            child = subprocess.Popen(command, stdout=output, stderr=output, cwd=ROOT)
        except OSError as refusal:
            return Run(0, 0, str(refusal))
        deadline = time.monotonic() + TIME_LIMIT
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                child.kill()
            time.sleep(0.002)
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().strip()
    error = "" if child.returncode == 0 else said or f"status {child.returncode}"
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, error)


def prepare(pages):
    """Writes both inputs; answers the two commands."""
    title, head, blocks = texts.report(CLEAN, pages)
    rows = texts.ledger(f"{SAMPLE}.townships.csv", pages)
    report, ledger = WORK / f"{pages}.txt", WORK / f"{pages}.townships.csv"
    source = WORK / f"{pages}.typ"
    report.write_text(texts.as_report(title, head, blocks), encoding="utf-8")
    ledger.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    source.write_text(texts.as_typst(title, head, blocks, rows), encoding="utf-8")
    return {
        "typst": [sys.executable, "-c", TYPST, str(source), str(result("typst", pages)),
                  str(ROOT / "fonts")],
        "kanyin": [str(KANYIN), "render", str(report), "--layout", "briefing",
                   "--parameters", f"{SAMPLE}.yaml", "--data", f"townships={ledger}",
                   "-o", str(result("kanyin", pages))],
    }


def result(program, pages):
    return WORK / f"{program}-{pages}.pdf"


def page_count(path):
    if not path.exists() or not shutil.which("pdfinfo"):
        return None
    facts = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True).stdout
    found = re.search(r"^Pages:\s+(\d+)", facts, re.M)
    return int(found[1]) if found else None


def measure(commands, pages):
    """Medians per program, or the error that a program ended with."""
    runs = {program: [] for program in commands}
    broken = {}
    for _ in range(ROUNDS):
        for program, command in commands.items():
            if program in broken:
                continue
            one = run(command, WORK / f"{program}.log")
            if one.error:
                broken[program] = one.error
            runs[program].append(one)
    return {program: None if program in broken else summary(program, pages, done)
            for program, done in runs.items()}, broken


def summary(program, pages, runs):
    path = result(program, pages)
    return {"pages": page_count(path), "cpu": statistics.median(r.cpu for r in runs),
            "memory": statistics.median(r.memory for r in runs),
            "size": path.stat().st_size / 1000}


ROW = "{:>6} {:>11}  {:>8} {:>8} {:>6}  {:>7} {:>7} {:>6}  {:>8} {:>8} {:>6}"


def line(pages, both):
    typst, kanyin = both["typst"], both["kanyin"]
    cells = [pages, "/".join(str(x["pages"]) if x else "–" for x in (typst, kanyin))]
    for key, form in (("cpu", "{:.3f}"), ("memory", "{:.1f}"), ("size", "{:.0f}")):
        cells += [form.format(x[key]) if x else "–" for x in (typst, kanyin)]
        cells.append(f"{kanyin[key] / typst[key]:.2f}" if typst and kanyin else "–")
    return ROW.format(*cells)


def page_model(commands):
    """What a finished page takes in memory, as `kanyin render --verbose` says."""
    done = subprocess.run(commands["kanyin"] + ["--verbose"], capture_output=True, text=True,
                          cwd=ROOT)
    found = re.search(r"page model: ([\d.,]+) bytes/page", done.stdout + done.stderr)
    return found[1] if found else None


def main(pages):
    WORK.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "Benchmarks" / "bulletin.typ", WORK)
    start = statistics.median(
        run([sys.executable, "-c", "import typst"], WORK / "start.log").cpu for _ in range(ROUNDS))
    print(f"medians of {ROUNDS}, each a cold process; T Typst, K Kanyin, K/T their ratio")
    print(f"of Typst's CPU {start:.3f} s is Python loading it")
    print(ROW.format("asked", "pages T/K", "CPU s T", "K", "K/T", "MiB T", "K", "K/T",
                     "kB T", "K", "K/T"))
    failures, model = {}, {}
    for count in pages:
        commands = prepare(count)
        both, broken = measure(commands, count)
        print(line(count, both), flush=True)
        failures.update({(program, count): words for program, words in broken.items()})
        if both["kanyin"]:
            model[count] = page_model(commands)
    for count, size in model.items():
        print(f"page model at {count} pages: {size or 'not said'} bytes a finished page")
    for (program, count), words in failures.items():
        print(f"{program} failed at {count} pages: {words[-600:]}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or [2, 100, 1000]))
