"""How fast reports are read: python3 Benchmarks/reading.py [--sizes | --reports [N]]

--reports: N reports (10,000) of the sample's size through one `kanyin check`; reports a second.
--sizes: files made to hurt a reader, each to be read or refused within a second a megabyte (and a
second for less than one) and within bounded memory; the status tells whether all were.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KANYIN = ROOT / ".build/release/kanyin"
SENTENCE = "本月完成投资12.5亿元，同比增长3.2%，覆盖率由28.57%提升至82.43%，新建党支部21个。"
MEGABYTE = 1 << 20
# Peak memory: what the program needs at all, and so much for each byte of text.
MEMORY = (150 * MEGABYTE, 60)

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = "".join(
    f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "table")
)


def run(arguments, folder):
    """Seconds of the processor, peak memory in bytes and status of a command."""
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(
            [KANYIN, *arguments], cwd=folder, stdout=nothing, stderr=nothing,
            env=os.environ | {"KANYIN_HOME": str(ROOT), "LC_ALL": "C.UTF-8"},
        )
        _, status, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word(body, head=""):
    return {"word/document.xml": f'{head}<w:document {WORD}><w:body>{body}</w:body></w:document>'}


def open_document(body):
    text = f"<office:document-content{OPEN}><office:body><office:text>{body}"
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": text + "</office:text></office:body></office:document-content>",
    }


def files():
    """Name and content of each file; a mapping is an archive of members."""
    many = 100_000
    long = SENTENCE * (10 * MEGABYTE // len(SENTENCE.encode()))
    numbered = [f"第{i}段：{SENTENCE}" for i in range(many)]
    yield "empty.txt", ""
    yield "mark.txt", "\ufeff"
    yield "zeros.txt", bytes(2_000_000)
    yield "bytes.txt", bytes(i * 7919 % 256 for i in range(2_000_000))
    yield "bytes.html", b"<p>" + bytes(i * 7919 % 256 for i in range(2_000_000))
    yield "one-paragraph.txt", f"关于工作的通报\n\n{long}\n"
    yield "one-paragraph.html", f"<h1>通报</h1><p>{long}</p>"
    yield "one-paragraph.md", f"# 通报\n\n{long}\n"
    yield "one-paragraph.docx", word(paragraph("通报") + paragraph(long))
    yield "one-paragraph.odt", open_document(f"<text:p>通报</text:p><text:p>{long}</text:p>")
    yield "paragraphs.txt", "关于工作的通报\n\n" + "\n".join(numbered)
    yield "paragraphs.html", "<h1>通报</h1>" + "".join(f"<p>{p}</p>\n" for p in numbered)
    yield "paragraphs.md", "# 通报\n\n" + "\n\n".join(numbered)
    yield "paragraphs.docx", word("".join(map(paragraph, ["通报", *numbered])))
    yield "paragraphs.odt", open_document("".join(f"<text:p>{p}</text:p>" for p in numbered))
    yield "rows.md", "# 通报\n\n|甲|乙|丙|\n|-|-|-|\n" + "".join(
        f"|乡镇{i}|{i}|{i % 100}%|\n" for i in range(many))
    yield "rows.html", "<h1>通报</h1><table>" + "".join(
        f"<tr><td>乡镇{i}<td>{i}<td>{i % 100}%" for i in range(many))
    depth = 10_000
    for name, tag in ("lists", "<ul><li>"), ("spans", "<span>"), ("blocks", "<div>"), (
            "tables", "<table><tr><td>甲<td>"):
        yield f"nested-{name}.html", tag * depth + SENTENCE
    yield "nested-quotations.md", "> " * depth + SENTENCE
    yield "nested-lists.md", "".join(" " * (2 * i) + "- 甲\n" for i in range(2_000))
    yield "brackets.md", "[" * 100_000
    yield "stars.md", "*a_ " * 50_000
    yield "notes.md", "".join(f"甲[^{i}]" for i in range(20_000)) + "\n\n" + "".join(
        f"[^{i}]: 注{i}\n" for i in range(20_000))
    table = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    yield "nested-tables.docx", word(table[0] * depth + paragraph("甲") + table[1] * depth)
    yield "tables-60-deep.docx", word(table[0] * 60 + paragraph(SENTENCE) * 20_000 + table[1] * 60)
    yield "entities.docx", word("&c;", '<!DOCTYPE a [<!ENTITY b "哈"><!ENTITY c "&b;&b;">]>')
    yield "outside.docx", word("&b;", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>')
    yield "bomb.docx", word(paragraph("0" * 100_000_000))
    yield "cells.odt", open_document("<table:table>" + (
        "<table:table-row>" + '<table:table-cell table:number-columns-repeated="100000"/>' * 50
        + "</table:table-row>") * 200 + f"</table:table><text:p>{SENTENCE}</text:p>")


def write(folder, name, content):
    """Writes a file and gives the bytes of text that a reader has before it."""
    path = folder / name
    if isinstance(content, dict):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, text in content.items():
                archive.writestr(member, text)
        # What a bomb would unpack to is not read.
        return 0 if name == "bomb.docx" else sum(len(t.encode()) for t in content.values())
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path.stat().st_size


def made(folder):
    """Name and length of one file after another, made by a process of its own: what a process had
    in memory counts into the peak of those it starts."""
    told, telling = os.pipe()
    asked, asking = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            for name, content in files():
                os.write(telling, f"{name} {write(folder, name, content)}\n".encode())
                os.read(asked, 1)
            status = 0
        finally:
            os._exit(status)
    os.close(telling)
    with os.fdopen(told) as lines:
        for line in lines:
            name, length = line.split()
            yield name, int(length)
            os.write(asking, b".")
    if os.waitpid(child, 0)[1]:
        sys.exit("a file could not be made")


def sizes():
    failed = []
    print(f"{'file':24}{'command':>9}{'MB':>8}{'s':>8}{'s/MB':>8}{'MiB':>8}  status")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name, length in made(folder):
            commands = ["inspect"]
            if name in ("one-paragraph.txt", "paragraphs.txt"):
                commands += ["figures"]
            for command in commands:
                seconds, memory, status = run([command, name], folder)
                share = seconds / max(1, length / MEGABYTE)
                # Figures are listed as well as found: two seconds.
                isGood = share <= (2 if command == "figures" else 1) and status in (0, 1) and (
                    memory <= MEMORY[0] + MEMORY[1] * length)
                print(f"{name:24}{command:>9}{length / MEGABYTE:8.2f}{seconds:8.2f}{share:8.2f}"
                      f"{memory // MEGABYTE:8}  {status}{'' if isGood else '  too much'}", flush=True)
                if not isGood:
                    failed.append(name)
            (folder / name).unlink()
    return 1 if failed else 0


def reports(count):
    sample = (ROOT / "reports/anlan-2025-10.txt").read_text()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        names = []
        for number in range(count):
            names.append(f"{number:05}.txt")
            # No two are equal.
            text = sample.replace("安瀾", f"安瀾{number}", 1).replace("574", str(400 + number % 500))
            (folder / names[-1]).write_text(text)
        length = sum((folder / name).stat().st_size for name in names)
        start = time.monotonic()
        seconds, memory, status = run(["check", "--quiet", *names], folder)
        wall = time.monotonic() - start
    if status not in (0, 1):
        sys.exit(f"status {status}")
    print(f"{count} reports, {length / MEGABYTE:.1f} MB: {seconds:.1f} s of the processor, "
          f"{wall:.1f} s in all, {count / seconds:.0f} reports/s a core, {memory // MEGABYTE} MiB")
    return 0


if __name__ == "__main__":
    if "--sizes" in sys.argv:
        sys.exit(sizes())
    sys.exit(reports(int(sys.argv[-1]) if sys.argv[-1].isdigit() else 10_000))
