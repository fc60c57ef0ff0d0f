# SPDX-License-Identifier: MPL-2.0
# The same question asked of pandas: sessions attended and possible by school and year group.
# usage: pandas_marks.py FOLDER  (codes.csv beside exports/)
import sys
import pandas as pd

folder = sys.argv[1]
marks = pd.read_csv(f"{folder}/exports/marks.csv", usecols=["UPN", "Code"], dtype="category")
pupils = pd.read_csv(f"{folder}/exports/pupils.csv", dtype=str).set_index("UPN")
codes = pd.read_csv(f"{folder}/codes.csv", dtype={"Code": str}).set_index("Code")
counts = marks.groupby(["UPN", "Code"], observed=True).size().reset_index(name="n")
code = counts.Code.astype(str)
counts["attending"] = code.map(codes.Attending) * counts.n
counts["possible"] = code.map(codes.Possible) * counts.n
of_pupil = counts.groupby("UPN", observed=True)[["attending", "possible"]].sum()
of_pupil.index = of_pupil.index.astype(str)
total = of_pupil.join(pupils).groupby(["School", "YearGroup"])[["attending", "possible"]].sum()
for (school, year), row in total.iterrows():
    print(f"{school},{year},{row.attending},{row.possible}")
