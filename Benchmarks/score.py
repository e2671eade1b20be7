"""What an outside scorer reads in the sample and in every report at hand, in both scripts.

Prints one Markdown table; ends with status 1 where a hard row is not 0. The scorer and the public
reports are not part of the project: KANYIN_SHARED names their folder, KANYIN_PYTHON its Python.
The pages have equal margins: the scorer takes one left edge for odd and even pages that differ by
less than 0.6 em, as the mirrored 28 and 26 mm of GB/T 9704 do.
"""

import subprocess
import sys
from pathlib import Path

from composition import KANYIN, ROOT, ROWS, SHARED, WORK, score

LAYOUT = """kanyin: 1
name: even
title: 左右边距相同的简报
extends: briefing
page: { type-area: { top: 37mm, inside: 27mm, width: 156mm, height: 225mm } }
"""
SCRIPTS = ("simplified", "traditional")


def reports():
    """Name and file of the sample and of the public reports that are here."""
    found = [("sample", ROOT / "reports" / "anlan-2025-10.txt"),
             ("notice", ROOT / "Benchmarks" / "composition" / "text.txt")]
    folder = SHARED / "reports"
    found += [(path.stem.split("-")[0], path) for path in sorted(folder.glob("*"))
              if path.suffix in (".txt", ".html", ".docx")]
    return found


def render(path, script, layout):
    out = WORK / f"score-{path.stem}-{script}.pdf"
    done = subprocess.run([str(KANYIN), "render", str(path), "--layout", str(layout), "--script",
                           script, "-o", str(out)], capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        print(f"{path.name}, {script}: {done.stderr[-400:]}", file=sys.stderr)
        return None
    return out


def faults(result):
    """The hard rows that are not as they must be."""
    wrong = {
        "forbidden": result["kinsoku"]["faults"], "figures": result["figures"]["breaks"],
        "units": result["figures"]["inside_unit"], "runts": result["runts"]["runts"],
        "ends": result["edges"]["end_not_trimmed"], "starts": result["edges"]["start_not_trimmed"],
        "indented starts": result["edges"]["indented_start_not_trimmed"],
        "half ends": result["right"]["end_mark_below_half_em"],
        "adjacent": result["adjacent"]["not_squeezed"], "2 em": result["adjacent"]["not_two_em"],
        "order": result["shrink"]["out_of_order"], "uneven": result["shrink"]["uneven"],
        "letter-spaced": result["spread"]["letterspaced"], "overfull": result["right"]["overfull"],
        "underfull": result["right"]["underfull"],
        "off grid": int(result["grid"]["on_grid_share"] != 1),
        "edge": int(result["right"]["stddev_pt"] > 0.01 or result["right"]["max_pt"] > 0.05),
    }
    return [f"{name} {count}" for name, count in wrong.items() if count]


def soft(result):
    """Natural pitch, deviation and gaps: text of 24 em and more."""
    spread, gaps = result["spread"], result["latin"]["all_em"]
    wrong = []
    if spread["natural_share"] < 0.85:
        wrong.append(f"natural pitch {spread['natural_share']}")
    if spread["max_dev_em"]["p95"] > 0.06 or spread["max_dev_em"]["max"] > 0.12:
        wrong.append(f"Han advance {spread['max_dev_em']['p95']}, {spread['max_dev_em']['max']}")
    if gaps["max"] is not None and (gaps["min"] < 0.124 or gaps["max"] > 0.501):
        wrong.append(f"gaps {gaps['min']}–{gaps['max']}")
    return wrong


def main():
    if not (SHARED / "tools/score/score_pdf.py").exists():
        sys.exit("the scorer is not here; KANYIN_SHARED names the folder that holds tools/score")
    WORK.mkdir(parents=True, exist_ok=True)
    layout = WORK / "even.yaml"
    layout.write_text(LAYOUT, encoding="utf-8")
    results, bad = {}, False
    for name, path in reports():
        for script in SCRIPTS:
            pdf = render(path, script, layout)
            bad = bad or pdf is None
            if pdf:
                results[f"{name} {script[:4]}."] = score(pdf, None, 28)
    print("| | " + " | ".join(results) + " |\n|---|" + "---|" * len(results))
    for label, value in ROWS[:-1]:
        print(f"| {label} | " + " | ".join(str(value(s)) for s in results.values()) + " |")
    print()
    for name, result in results.items():
        wrong = faults(result) + soft(result)
        bad = bad or bool(wrong)
        print(f"{name}: {'; '.join(wrong) or 'all rows as they must be'}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
