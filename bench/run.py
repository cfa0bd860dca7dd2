#!/usr/bin/python3
"""Runs peace-index beside what a user would write instead, and prints how long each takes.

    bench/run.py [W1m W1f W2 W3 W4 | all] [--runs N] [--peers pandas,...] [--work FOLDER]
                 [--fit] [--months] [--no-help]

Workloads are made once and kept in FOLDER (bench/workloads). All do the same job and are checked against
each other: the sums of all indices, ranks and changes of rank must agree. They take turns, one warm-up
each, and medians are shown. What prints is Markdown. See bench/README.md.
"""

import argparse
import concurrent.futures
import glob
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(HERE)
OURS = "peace-index"
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable

# units, months, shape; goals: ratios of CPU (of pandas of wall too) and MiB
WORKLOADS = {
    "W1m": (15, 24, "month"),
    "W1f": (15, 24, "form"),
    "W2": (150, 36, "month"),
    "W3": (3000, 12, "month"),
    "W4": (40000, 1, "month"),
}
GOALS = {
    "W1m": {"pandas": 0.8, "openpyxl": 1.2, "sheetjs": 2, "rss": 200},
    "W1f": {"pandas": 0.45, "openpyxl": 0.65, "sheetjs": 1.1, "rss": 250},
    "W2": {"pandas": 0.55, "openpyxl": 0.8, "sheetjs": 1.1, "rss": 300},
    "W3": {"pandas": 0.25, "openpyxl": 0.55, "sheetjs": 0.7, "rss": 400},
    "W4": {"pandas": 0.25, "openpyxl": 0.55, "sheetjs": 0.75, "rss": 512},
}
# between W2 and W4, for the line through all of them
BETWEEN = {"1000 x 12": (1000, 12, "month"), "10000 x 2": (10000, 2, "month")}
MONTHS = [1, 3, 6, 12]
MONTHS_RSS = 1536
HELP_GOAL = 6

# name, how it is run, what it needs
PEERS = {
    "pandas": ("pandas + openpyxl", [PYTHON, "pandas_job.py"],
               [PYTHON, "-c", "import pandas, openpyxl, matplotlib"]),
    "openpyxl": ("openpyxl + xlsxwriter", [PYTHON, "openpyxl_xlsxwriter_job.py"],
                 [PYTHON, "-c", "import openpyxl, xlsxwriter, matplotlib"]),
    "sheetjs": ("SheetJS (no chart)", ["node", "sheetjs_job.js"],
                ["node", "-e", f"require('{HERE}/peers/node_modules/xlsx')"]),
    "r": ("R readxl + openxlsx", ["Rscript", "readxl_openxlsx_job.R"],
          ["Rscript", "-e", "library(readxl);library(openxlsx);library(data.table)"]),
}

STAGES = {"准备": "set up", "读取": "read", "检查": "check", "计算": "score", "写出": "write",
          "画图": "draw", "核对": "verify", "复核": "verify", "合计": "total"}
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Measured:
    """One run: CPU and wall in seconds, peak memory in MiB, what it said."""

    def __init__(self, command, cwd=None):
        with tempfile.TemporaryFile() as out:
            begun = time.perf_counter()
            child = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            self.wall = time.perf_counter() - begun
            out.seek(0)
            self.said = out.read().decode("utf-8", "replace")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.rss = usage.ru_maxrss / 1024
        if child.returncode != 0:
            sys.exit(f"{' '.join(command)} failed ({child.returncode}):\n{self.said[-2000:]}")


class Medians:
    """The medians of several runs; what is said is that of the run with the median CPU."""

    def __init__(self, runs):
        runs = sorted(runs, key=lambda run: run.cpu)
        self.cpu = statistics.median(run.cpu for run in runs)
        self.wall = statistics.median(run.wall for run in runs)
        self.rss = statistics.median(run.rss for run in runs)
        self.said = runs[len(runs) // 2].said


def in_turn(commands, runs):
    """Runs all commands one after the other, again and again; the first time is a warm-up."""
    taken = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            measured = Measured(command)
            if number > 0:
                taken[name].append(measured)
    return {name: Medians(measured) for name, measured in taken.items()}


def apart(work, *args):
    """Does something in a process of its own, so that this one stays small: Linux counts what the
    process that starts a program takes as a peak of that program."""
    with concurrent.futures.ProcessPoolExecutor(1) as one:
        return one.submit(work, *args).result()


def workload(work, name, shape):
    """The workspace of a workload, made if it is not there."""
    units, months, mode = shape
    folder = os.path.join(work, re.sub(r"\W+", "", name).lower())
    done = os.path.join(folder, ".made")
    if not os.path.exists(done):
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([PYTHON, f"{HERE}/generate.py", folder, str(units), str(months), mode],
                       check=True)
        open(done, "w").close()
    return folder


def ours(folder, *options):
    return [f"{HOME}/{OURS}", "score", "--workspace", folder, "--only", "scored,history,trend.png",
            "--timings", *(options or ["--no-verify"])]


def outputs(folder):
    """The workbooks that we wrote."""
    return sorted(glob.glob(f"{folder}/output/*/*.xlsx"))


def rows(workbook):
    """The rows of the first sheet: a dictionary from column to text."""
    with zipfile.ZipFile(workbook) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in xml.fromstring(archive.read("xl/sharedStrings.xml")):
                shared.append("".join(item.itertext()))
        with archive.open("xl/worksheets/sheet1.xml") as sheet:
            for _, row in xml.iterparse(sheet):
                if row.tag != SPREADSHEET + "row":
                    continue
                cells, at = {}, -1
                for cell in row:
                    # A cell that follows the one before need not say where it stands.
                    at = column(cell.get("r")) if cell.get("r") else at + 1
                    text = "".join(
                        part for piece in cell if piece.tag != SPREADSHEET + "f"
                        for part in piece.itertext())
                    if cell.get("t") == "s":
                        text = shared[int(text)]
                    cells[at] = text
                yield cells
                row.clear()


def column(reference):
    """The number of the column of a cell such as AB7, from 0."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def number(text):
    try:
        return float(text)
    except ValueError:
        return 0.0


def sums(history):
    """The sums of all indices, ranks and changes of rank in our history workbook."""
    wanted = {"未修约指数": 0.0, "名次": 0.0, "名次环比": 0.0}
    columns = {}
    for cells in rows(history):
        if not columns:
            heads = {re.sub(r"\s", "", text): at for at, text in cells.items()}
            if wanted.keys() <= heads.keys():
                columns = {head: heads[head] for head in wanted}
            continue
        for head, at in columns.items():
            wanted[head] += abs(number(cells.get(at, "")))
    return list(wanted.values())


def check(folder, said):
    """Whether all did the same work; a line for the report."""
    mine = sums(f"{next(iter(glob.glob(folder + '/output/*/history.xlsx')))}")
    lines = [f"{OURS}: index sum {mine[0]:.4f}, rank sum {mine[1]:.0f}, change sum {mine[2]:.0f}"]
    for name, text in said.items():
        theirs = [float(part) for part in re.search(r"chk (\S+) (\S+) (\S+)", text).groups()]
        lines.append(
            f"{name}: index sum {theirs[0]:.4f}, rank sum {theirs[1]:.0f}, change sum {theirs[2]:.0f}")
        if abs(theirs[0] - mine[0]) > 1e-4 or theirs[1:] != mine[1:]:
            sys.exit("not the same work:\n" + "\n".join(lines))
    return lines[0].replace(OURS + ": ", "")


def parts(workbook):
    with zipfile.ZipFile(workbook) as archive:
        for entry in archive.infolist():
            yield entry, archive.read(entry)


def level_of(workbooks):
    """The level of deflate that comes nearest to what we wrote."""
    entry, content = max((part for book in workbooks for part in parts(book)),
                         key=lambda part: part[0].file_size)
    sample = content[: 4 << 20]
    share = entry.compress_size / entry.file_size
    return min(range(1, 10), key=lambda n: abs(len(zlib.compress(sample, n)) / len(sample) - share))


def cells_of(workbooks):
    return sum(content.count(b"<c ") for book in workbooks for entry, content in parts(book)
               if entry.filename.startswith("xl/worksheets/"))


def floor(folder):
    """CPU of unpacking the inputs and packing what we wrote, in C; and the level of packing."""
    inputs = glob.glob(f"{folder}/input/*.xlsx")
    written = outputs(folder)
    begun = time.process_time()
    for book in inputs:
        for _ in parts(book):
            pass
    unpacked = time.process_time() - begun
    level = level_of(written)
    packed = 0.0
    for book in written:
        for _, content in parts(book):
            begun = time.process_time()
            zlib.compress(content, level)
            packed += time.process_time() - begun
    return unpacked, packed, level


def stages(said):
    """Our own table of --timings: stage and milliseconds."""
    found = re.findall(r"^(\S+(?: \S+)?) +(\d+) +[\d.]+%$", said, re.MULTILINE)
    return ", ".join(f"{STAGES.get(stage, stage)} {millis}" for stage, millis in found)


def verdict(value, goal, unit=""):
    return f"{value:.2f}{unit} / {goal}{unit} {'pass' if value <= goal else '**miss**'}"


def compare(work, names, peers, runs):
    table, goals, notes = [], [], []
    for name in names:
        folder = workload(work, name, WORKLOADS[name])
        mode = WORKLOADS[name][2]
        commands = {OURS: ours(folder)}
        for peer in peers:
            program, script = PEERS[peer][1]
            out = os.path.join(folder, "peers", peer)
            commands[peer] = [program, f"{HERE}/peers/{script}", f"{folder}/input", out, mode]
        taken = in_turn(commands, runs)
        equal = apart(check, folder, {peer: taken[peer].said for peer in peers})
        unpacked, packed, level = apart(floor, folder)
        mine = taken[OURS]
        for key, one in taken.items():
            label = OURS if key == OURS else PEERS[key][0]
            table.append(f"| {name} | {label} | {one.cpu:.2f} | {one.wall:.2f} | {one.rss:.0f} |"
                         f" {mine.cpu / one.cpu:.2f} | {mine.wall / one.wall:.2f} |")
        goal = GOALS[name]
        cell = {peer: verdict(mine.cpu / taken[peer].cpu, goal[peer]) if peer in taken else "-"
                for peer in ("pandas", "openpyxl", "sheetjs")}
        wall = (verdict(mine.wall / taken["pandas"].wall, goal["pandas"])
                if "pandas" in taken else "-")
        goals.append(f"| {name} | {cell['pandas']} | {wall} | {cell['openpyxl']} |"
                     f" {cell['sheetjs']} | {verdict(mine.rss, goal['rss'])} |")
        verified = in_turn({OURS: ours(folder, "--verify")}, 1)[OURS] if name != "W4" else None
        notes.append(f"- **{name}**: {equal}. Floor {unpacked + packed:.2f} s of CPU (unpacking"
                     f" {unpacked:.2f}, packing {packed:.2f} at level {level}), ours is"
                     f" {mine.cpu / (unpacked + packed):.1f} times that. Stages in ms of wall:"
                     f" {stages(mine.said)}."
                     + (f" With `--verify`: {verified.cpu:.2f} s of CPU,"
                        f" {verified.cpu - mine.cpu:.2f} more." if verified else ""))
        print(f"{name} done", file=sys.stderr)
    print("\n## All\n\n| workload | | CPU s | wall s | peak MiB | ours/it CPU | ours/it wall |")
    print("| --- | --- | --: | --: | --: | --: | --: |")
    print("\n".join(table))
    print("\n## Goals\n\nOurs divided by theirs / the goal.\n")
    print("| workload | pandas, CPU | pandas, wall | openpyxl + xlsxwriter, CPU | SheetJS, CPU |"
          " peak MiB |")
    print("| --- | --- | --- | --- | --- | --- |")
    print("\n".join(goals))
    print("\n## Equal work, floor, stages\n")
    print("\n".join(notes))


def line_through(points):
    """Least squares: intercept, slope, R squared."""
    xs, ys = zip(*points)
    mean_x, mean_y = statistics.mean(xs), statistics.mean(ys)
    slope = (sum((x - mean_x) * (y - mean_y) for x, y in points)
             / sum((x - mean_x) ** 2 for x in xs))
    intercept = mean_y - slope * mean_x
    rest = sum((y - intercept - slope * x) ** 2 for x, y in points)
    return intercept, slope, 1 - rest / sum((y - mean_y) ** 2 for y in ys)


def fit(work, runs):
    shapes = {name: WORKLOADS[name] for name in ("W2", "W3", "W4")} | BETWEEN
    folders = {name: workload(work, name, shape) for name, shape in shapes.items()}
    taken = in_turn({name: ours(folder) for name, folder in folders.items()}, runs)
    points = {}
    for name, folder in folders.items():
        read = apart(cells_of, glob.glob(f"{folder}/input/*.xlsx"))
        points[name] = (read + apart(cells_of, outputs(folder)), taken[name].cpu)
    intercept, slope, quality = line_through(points.values())
    print("\n## CPU over cells read and written\n")
    print(f"CPU = {intercept:.2f} s + {slope * 1e6:.3f} s per million cells, R² = {quality:.4f}\n")
    print("| workload | cells | CPU s | on the line | difference |\n| --- | --: | --: | --: | --: |")
    for name, (cells, cpu) in sorted(points.items(), key=lambda point: point[1]):
        on = intercept + slope * cells
        print(f"| {name} | {cells:,} | {cpu:.2f} | {on:.2f} | {100 * (cpu / on - 1):+.0f} % |")


def months(work, runs):
    whole = workload(work, "W4 year", (40000, 12, "month"))
    files = sorted(os.listdir(f"{whole}/input"))
    folders = {}
    for count in MONTHS:
        folder = os.path.join(work, f"w4m{count}")
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(f"{folder}/input")
        shutil.copytree(f"{whole}/config", f"{folder}/config")
        for file in files[:count]:
            os.link(f"{whole}/input/{file}", f"{folder}/input/{file}")
        folders[count] = folder
    taken = in_turn({str(count): ours(folder) for count, folder in folders.items()}, runs)
    intercept, slope, quality = line_through(
        [(count, taken[str(count)].cpu) for count in MONTHS])
    print("\n## 40,000 units over months\n")
    print(f"CPU = {intercept:.2f} s + {slope:.2f} s a month, R² = {quality:.4f};"
          f" goals: within 15 % of the line, {MONTHS_RSS} MiB for 12 months\n")
    print("| months | CPU s | wall s | on the line | difference | peak MiB |")
    print("| --: | --: | --: | --: | --: | --: |")
    for count in MONTHS:
        one = taken[str(count)]
        on = intercept + slope * count
        print(f"| {count} | {one.cpu:.2f} | {one.wall:.2f} | {on:.2f} |"
              f" {100 * (one.cpu / on - 1):+.0f} % | {one.rss:.0f} |")


def help_cost(work, runs):
    folder = os.path.join(work, "empty")
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/E.java", "w") as out:
        out.write("public class E { public static void main(String[] a) {} }\n")
    subprocess.run(["javac", "-d", folder, f"{folder}/E.java"], check=True)
    taken = in_turn({"empty": ["java", "-cp", folder, "E"], OURS: [f"{HOME}/{OURS}", "--help"]},
                    max(9, runs))
    ratio = taken[OURS].cpu / taken["empty"].cpu
    print("\n## `--help`\n")
    print(f"CPU {taken[OURS].cpu:.3f} s, an empty JVM {taken['empty'].cpu:.3f} s:"
          f" {verdict(ratio, HELP_GOAL)}")


def first_line(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
        return (done.stdout + done.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "none"


def machine():
    model = "unknown"
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            model = next((line.split(":")[1].strip() for line in info if "model name" in line), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"{model}, {len(os.sched_getaffinity(0))} processors, {memory:.0f} GiB;"
          f" {platform.system()} {platform.release()}; {first_line(['java', '-version'])};"
          f" Python {platform.python_version()}; node {first_line(['node', '--version'])};"
          f" {first_line(['Rscript', '--version'])}")


def main():
    options = argparse.ArgumentParser(description="peace-index beside its peers")
    options.add_argument("workloads", nargs="*", default=["all"])
    options.add_argument("--runs", type=int, default=5, help="runs after the warm-up (5)")
    options.add_argument("--peers", default=",".join(PEERS), help=f"of {','.join(PEERS)}, or none")
    options.add_argument("--work", default=f"{HERE}/workloads", help="where workloads are kept")
    options.add_argument("--fit", action="store_true", help="CPU over cells from W2 to W4")
    options.add_argument("--months", action="store_true",
                         help="40,000 units over 1 to 12 months; takes many minutes")
    options.add_argument("--no-help", action="store_true", help="leave --help out")
    asked = options.parse_args()
    names = list(WORKLOADS) if asked.workloads == ["all"] else asked.workloads
    unknown = [name for name in names if name not in WORKLOADS and name != "none"]
    peers = [] if asked.peers == "none" else asked.peers.split(",")
    unknown += [peer for peer in peers if peer not in PEERS]
    if unknown:
        options.error(f"unknown: {', '.join(unknown)}; workloads are {', '.join(WORKLOADS)}, all or"
                      f" none, peers {', '.join(PEERS)} or none")
    os.makedirs(asked.work, exist_ok=True)

    # Builds the jar where needed, and makes what the launcher makes on first use.
    Measured([f"{HOME}/{OURS}", "--help"])
    machine()
    there = []
    for peer in peers:
        label, _, needs = PEERS[peer]
        try:
            missing = subprocess.run(needs, capture_output=True).returncode != 0
        except OSError:
            missing = True
        if missing:
            print(f"\nSkipped: {label} is not installed here.")
        else:
            there.append(peer)
    names = [name for name in names if name != "none"]
    if names:
        compare(asked.work, names, there, asked.runs)
    if not asked.no_help:
        help_cost(asked.work, asked.runs)
    if asked.fit:
        fit(asked.work, asked.runs)
    if asked.months:
        months(asked.work, min(2, asked.runs))


if __name__ == "__main__":
    main()
