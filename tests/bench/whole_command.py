#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Times `termbook figures` as a whole process beside pandas and DuckDB, on the same marks in the same run.

usage: whole_command.py BUILD_FOLDER [--scales 1,4,16] [--runs 5]
Needs python3-pandas; DuckDB is compared where `npm install @duckdb/node-api` was run in BUILD_FOLDER/peers.
Prints, for each scale, the medians of wall time and peak memory, and stops if any two totals differ."""
import argparse
import csv
import io
import os
import statistics
import subprocess
import sys
import time
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
PUPILS, DAYS = 4500, 190  # 12 schools, 1.71 million marks


def run(command):
    """Wall seconds, peak memory in MB, and what the command printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024, output


def write_codes(folder):
    """codes.csv for the peers, from the table that Termbook itself counts by."""
    table = ET.parse(f"{HERE}/../../connectors/profiles/data/attendance-codes.xml").getroot()
    with open(f"{folder}/codes.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Code", "Attending", "Possible"])
        for code in table:
            attending = code.get("counts") in ("present", "aea")
            possible = attending or code.get("counts") in ("authorised", "unauthorised")
            out.writerow([code.get("mark"), int(attending), int(possible)])


def termbook_totals(output):
    """{(school, year): (attending, possible)} from --format csv."""
    names = {"Nursery": "N", "Reception": "R"}
    totals = {}
    for row in csv.DictReader(io.StringIO(output)):
        school, year = row["whose"].split(", ")
        totals[school, names.get(year, year.removeprefix("Year "))] = (int(row["counted"]), int(row["out of"]))
    return totals


def peer_totals(output):
    rows = (line.split(",") for line in output.split())
    return {(school, year): (int(attending), int(possible)) for school, year, attending, possible in rows}


def commands(build, folder):
    yield "termbook", termbook_totals, [
        f"{build}/cli/termbook", "figures", "attendance.rate", "--workspace", folder, "--school", "all",
        "--by", "year", "--audience", "staff", "--format", "csv"]
    yield "pandas", peer_totals, ["/usr/bin/python3", f"{HERE}/pandas_marks.py", folder]
    peers = f"{build}/peers"
    if os.path.isdir(f"{peers}/node_modules/@duckdb"):
        script = f"{peers}/duckdb_marks.mjs"
        with open(f"{HERE}/duckdb_marks.mjs") as source, open(script, "w") as copy:
            copy.write(source.read())
        for threads in "1", "2":
            name = f"DuckDB, {threads} thread" + ("s" if threads != "1" else "")
            yield name, peer_totals, ["node", script, folder, threads]


def measure(build, scale, runs, order):
    folder = f"{build}/bench/{scale}x-{order}"
    if not os.path.exists(f"{folder}/exports/marks.csv"):
        subprocess.run([f"{build}/tests/bench/make_marks", folder, str(PUPILS * scale), str(DAYS)]
                       + ([order] if order == "shuffled" else []), check=True)
        write_codes(folder)
    todo = list(commands(build, folder))
    times = {name: [] for name, _, _ in todo}
    memory = {name: [] for name, _, _ in todo}
    expected = None
    for _ in range(runs):  # the commands in turn, so that a slow minute is everybody's
        for name, totals, command in todo:
            seconds, megabytes, output = run(command)
            times[name].append(seconds)
            memory[name].append(megabytes)
            found = totals(output)
            if expected is None:
                expected = found
            if found != expected:
                sys.exit(f"{name} counts otherwise than {todo[0][0]}")
    marks = PUPILS * scale * DAYS * 2
    own = statistics.median(times["termbook"])
    for name, _, _ in todo:
        seconds = statistics.median(times[name])
        print(f"| {marks:,} | {order} | {name} | {seconds:.3f} | {seconds / own:.1f} | "
              f"{statistics.median(memory[name]):.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--scales", default="1,4,16")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--orders", default="sorted,shuffled")
    options = parser.parse_args()
    print("| marks | order | command | seconds | × termbook | MB |\n| --- | --- | --- | --- | --- | --- |")
    for scale in options.scales.split(","):
        for order in options.orders.split(","):
            measure(os.path.abspath(options.build), int(scale), options.runs, order)


if __name__ == "__main__":
    main()
