"""How well five engines compose the same Chinese text, as an outside scorer reads it in their PDFs.

Same text, font (Fandol Fang), size (16 pt), measure and line step for all; each engine set as its
manual says it does Chinese best. The scorer is not part of the project: its folder is named by
KANYIN_SHARED (`tools/score/score_pdf.py` in it), its Python by KANYIN_PYTHON.
Prints one Markdown table per text and measure. PDFs stay in output/composition/.
"""

import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "Benchmarks" / "composition"
WORK = ROOT / "output" / "composition"
FONTS = ROOT / "fonts" / "fandol"
KANYIN = Path(os.environ.get("KANYIN", ROOT / ".build" / "release" / "kanyin"))
SHARED = Path(os.environ.get("KANYIN_SHARED", ROOT.parent / "shared"))
PYTHON = os.environ.get("KANYIN_PYTHON", sys.executable)
PAPER = 595.276  # points, A4

ROWS = [
    ("lines; figures", lambda s: f"{s['body']['lines']}; {s['figures']['figures']}"),
    ("forbidden starts and ends", lambda s: s["kinsoku"]["faults"]),
    ("figures parted; units parted",
     lambda s: f"{s['figures']['breaks']}; {s['figures']['inside_unit']}"),
    ("runts", lambda s: s["runts"]["runts"]),
    ("line-end marks not trimmed", lambda s: s["edges"]["end_not_trimmed"]),
    ("openers at starts not trimmed",
     lambda s: s["edges"]["start_not_trimmed"] + s["edges"]["indented_start_not_trimmed"]),
    ("adjacent marks not narrowed", lambda s: s["adjacent"]["not_squeezed"]),
    ("—— …… not 2 em", lambda s: s["adjacent"]["not_two_em"]),
    ("lines shrunk; out of order; unevenly",
     lambda s: "; ".join(str(s["shrink"][k]) for k in ("lines_shrunk", "out_of_order", "uneven"))),
    ("letter-spaced figures", lambda s: s["spread"]["letterspaced"]),
    ("baselines on the grid", lambda s: share(s["grid"]["on_grid_share"])),
    ("right edge: deviation, largest (pt)",
     lambda s: f"{number(s['right']['stddev_pt'])}, {number(s['right']['max_pt'])}"),
    ("overfull; underfull", lambda s: f"{s['right']['overfull']}; {s['right']['underfull']}"),
    ("lines at natural pitch", lambda s: number(s["spread"]["natural_share"])),
    ("Han advance: p95, largest (em)",
     lambda s: f"{number(s['spread']['max_dev_em']['p95'])}, "
               f"{number(s['spread']['max_dev_em']['max'])}"),
    ("gap Han–Latin: least, median, largest (em)",
     lambda s: ", ".join(number(s["latin"]["all_em"][k]) for k in ("min", "median", "max"))),
    ("characters wrong (CER)", lambda s: number(s["text"]["cer"])),
]


def number(value):
    return "–" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def share(value):
    return "–" if value is None else f"{100 * value:.0f} %"


def paragraphs(path):
    return [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def fill(name, **words):
    text = (HERE / name).read_text(encoding="utf-8")
    for key, value in words.items():
        text = text.replace(key, str(value))
    return text


def with_kanyin(text, measure, out):
    width = 16 * measure
    layout = WORK / f"kanyin-{measure}.yaml"
    layout.write_text(fill("kanyin.yaml", INSIDE=f"{(PAPER - width) / 2:.3f}", WIDTH=width,
                           MEASURE=measure), encoding="utf-8")
    report = WORK / "text.txt"
    report.write_text("\n\n".join(["标题", *text]) + "\n", encoding="utf-8")
    return [str(KANYIN), "render", str(report), "--layout", str(layout), "-o", str(out)]


def with_typst(text, measure, out):
    shutil.copy(HERE / "page.typ", WORK)
    body = [re.sub(r"([\\#$*_`<>@\[\]~=/])", r"\\\1", p) for p in text]
    source = WORK / f"typst-{measure}.typ"
    head = f'#import "page.typ": body\n#show: body.with(measure: {measure})\n\n'
    source.write_text(head + "\n\n".join(body), encoding="utf-8")
    program = "import sys, typst; typst.compile(*sys.argv[1:3], font_paths=[sys.argv[3]])"
    return [sys.executable, "-c", program, str(source), str(out), str(FONTS)]


def with_weasyprint(text, measure, out):
    body = "".join(f"<p>{html.escape(p)}</p>\n" for p in text)
    page = WORK / f"weasyprint-{measure}.html"
    page.write_text(fill("page.html", FONT=(FONTS / "FandolFang-Regular.otf").as_uri(),
                         MEASURE=measure, BODY=body),
                    encoding="utf-8")
    return [sys.executable, "-m", "weasyprint", str(page), str(out)]


def with_xelatex(punctuation):
    def command(text, measure, out):
        escape = lambda p: re.sub(r"([%&#$_{}])", r"\\\1", p)
        body = "\n\n".join(map(escape, text))
        out.with_suffix(".tex").write_text(
            fill("page.tex", MEASURE=16 * measure, PUNCTUATION=punctuation, FOLDER=FONTS,
                 BODY=body), encoding="utf-8")
        return ["xelatex", "-interaction=batchmode", f"-output-directory={WORK}",
                f"-jobname={out.stem}", str(out.with_suffix(".tex"))]
    return command


ENGINES = {
    "Kanyin": with_kanyin,
    "Typst": with_typst,
    "WeasyPrint": with_weasyprint,
    "XeLaTeX 全角": with_xelatex("quanjiao"),
    "XeLaTeX 开明": with_xelatex("kaiming"),
}


def compose(name, engine, text, measure):
    out = WORK / f"{re.sub('[^a-z]', '', name.lower())}-{'k' if '开明' in name else 'q'}-{measure}.pdf"
    out.unlink(missing_ok=True)
    command = engine(text, measure, out)
    if shutil.which(command[0]) is None:
        return None, f"{command[0]} is not installed"
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=ROOT)
    except subprocess.TimeoutExpired:
        return None, "took more than 300 s"
    return (out, "") if out.exists() else (None, (done.stdout + done.stderr)[-400:])


def score(pdf, text, measure):
    """The scorer's numbers; characters are compared where the text is given."""
    command = [PYTHON, str(SHARED / "tools/score/score_pdf.py"), str(pdf), "--json",
               "--measure", str(measure)]
    if text:
        expected = WORK / "expected.txt"
        expected.write_text("".join(text), encoding="utf-8")
        command += ["--text", str(expected)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr[-600:])
    return json.loads(done.stdout)


def table(title, text, measure):
    scores = {}
    for name, engine in ENGINES.items():
        pdf, trouble = compose(name, engine, text, measure)
        if pdf is None:
            print(f"{name}: {trouble}", file=sys.stderr)
        else:
            scores[name] = score(pdf, text, measure)
    print(f"\n{title}, {measure} em\n")
    print("| | " + " | ".join(scores) + " |")
    print("|---|" + "---|" * len(scores))
    for label, value in ROWS:
        print(f"| {label} | " + " | ".join(str(value(s)) for s in scores.values()) + " |")


def main(measures):
    if not (SHARED / "tools/score/score_pdf.py").exists():
        sys.exit("the scorer is not here; KANYIN_SHARED names the folder that holds tools/score")
    WORK.mkdir(parents=True, exist_ok=True)
    text = paragraphs(HERE / "text.txt")[1:]  # the title is no body text
    for measure in measures:
        table("a statistical notice", text, measure)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [28])
