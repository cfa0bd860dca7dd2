#!/usr/bin/python3
"""Writes a workspace of made-up returns, always the same for the same seed.

    generate.py FOLDER UNITS MONTHS month|form [SEED]

FOLDER/input holds the returns: `month` is one table of all units a month, `form` a form a unit and
month. FOLDER/config holds the rules of the job that the peers do: 20 fields, 12 indicators, min-max
to 0..100 within the month, three dimensions. Needs xlsxwriter.
"""

import os
import random
import sys

import xlsxwriter

# id, label, kind, the field that it is a part of
FIELDS = [
    ("population", "常住人口", "population", None),
    ("crimes", "刑事案件立案数", "count", None),
    ("crimes_solved", "刑事案件破案数", "count", "crimes"),
    ("public_order", "治安案件受理数", "count", None),
    ("public_order_closed", "治安案件办结数", "count", "public_order"),
    ("disputes", "矛盾纠纷受理数", "count", None),
    ("disputes_resolved", "矛盾纠纷化解数", "count", "disputes"),
    ("petitions", "信访受理数", "count", None),
    ("petitions_closed", "信访办结数", "count", "petitions"),
    ("accidents", "交通事故数", "count", None),
    ("deaths", "交通死亡人数", "count", None),
    ("fires", "火灾起数", "count", None),
    ("hazards", "隐患排查数", "count", None),
    ("hazards_fixed", "隐患整改数", "count", "hazards"),
    ("frauds", "电信网络诈骗案件数", "count", None),
    ("venues", "重点场所数", "count", None),
    ("venues_checked", "重点场所检查数", "count", "venues"),
    ("hotline", "热线受理数", "count", None),
    ("hotline_closed", "热线办结数", "count", "hotline"),
    ("volunteers", "志愿者人数", "count", None),
]
LABELS = [label for _, label, _, _ in FIELDS]

# per 10,000 residents: (numerator, None); a rate in percent: (numerator, denominator)
DIMENSIONS = [
    ("safety", "治安防控", 40, [
        ("crime_rate", "刑事案件立案数", None, 30),
        ("crime_solved_rate", "刑事案件破案数", "刑事案件立案数", 30),
        ("public_order_rate", "治安案件受理数", None, 20),
        ("public_order_closed_rate", "治安案件办结数", "治安案件受理数", 20)]),
    ("service", "服务群众", 35, [
        ("dispute_resolution_rate", "矛盾纠纷化解数", "矛盾纠纷受理数", 30),
        ("petition_closed_rate", "信访办结数", "信访受理数", 30),
        ("dispute_rate", "矛盾纠纷受理数", None, 20),
        ("hotline_closed_rate", "热线办结数", "热线受理数", 20)]),
    ("prevention", "风险防范", 25, [
        ("accident_rate", "交通事故数", None, 25),
        ("fire_rate", "火灾起数", None, 25),
        ("hazard_fixed_rate", "隐患整改数", "隐患排查数", 25),
        ("venue_checked_rate", "重点场所检查数", "重点场所数", 25)]),
]

SYLLABLES = "青云龙凤石桥河湾大小南北东西新兴和平安乐福泉清水木林金沙白马黄岗长岭双溪太平永宁"


def unit_name(rnd, number):
    kind = "镇" if number % 3 else "乡" if number % 2 else "街道"
    return "".join(rnd.choice(SYLLABLES) for _ in range(2)) + kind


def units_of(rnd, count):
    """(code, name, population); the second 青石镇 is 青石镇2, as names are unique."""
    units, seen = [], {}
    for number in range(count):
        name = unit_name(rnd, number)
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name}{seen[name]}"
        population = int(rnd.lognormvariate(10.2, 0.5)) + 3000
        units.append(("%09d" % (330000000 + number), unique, population))
    return units


def figures_of(rnd, base, month):
    """The 20 figures of a unit; a part is never more than its whole."""
    population = int(base * (1 + 0.001 * month))
    tens = population / 10000
    season = 1 + 0.2 * ((month % 12) - 6) / 6

    def count(mean):
        return max(0, int(rnd.gauss(mean, mean**0.5 + 0.5)))

    def part(whole, low, high):
        return min(whole, int(round(whole * rnd.uniform(low, high))))

    crimes, public_order = count(3 * tens * season), count(12 * tens * season)
    disputes, petitions, hazards = count(18 * tens), count(6 * tens), count(40 * tens) + 1
    venues, hotline = count(8 * tens) + 1, count(60 * tens)
    return [
        population,
        crimes, part(crimes, 0.45, 0.95),
        public_order, part(public_order, 0.7, 1),
        disputes, part(disputes, 0.8, 1),
        petitions, part(petitions, 0.75, 1),
        count(5 * tens), count(0.1 * tens), count(0.6 * tens),
        hazards, part(hazards, 0.7, 1),
        count(0.3 * tens),
        venues, part(venues, 0.85, 1),
        hotline, part(hotline, 0.85, 1),
        count(50 * tens),
    ]


def write_table(path, month, units, rows):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("月报")
    head = book.add_format({"bold": 1, "bg_color": "#D9E1F2", "border": 1, "align": "center"})
    title = book.add_format({"bold": 1, "font_size": 16, "align": "center"})
    text, number = book.add_format({"border": 1}), book.add_format({"border": 1, "num_format": "0"})
    sheet.merge_range(0, 0, 0, 21, f"平安建设月报 {month}", title)
    for column, label in enumerate(["单位代码", "单位名称"] + LABELS):
        sheet.write_string(1, column, label, head)
    sheet.set_column(0, 21, 12)
    sheet.freeze_panes(2, 2)
    for row, ((code, name, _), figures) in enumerate(zip(units, rows), 2):
        sheet.write_string(row, 0, code, text)
        sheet.write_string(row, 1, name, text)
        for column, figure in enumerate(figures, 2):
            sheet.write_number(row, column, figure, number)
    book.close()


def write_form(path, month, unit, figures):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("填报表")
    title = book.add_format({"bold": 1, "font_size": 16, "align": "center", "bg_color": "#D9E1F2"})
    text = book.add_format({"border": 1})
    number = book.add_format({"border": 1, "num_format": "#,##0"})
    sheet.merge_range(0, 0, 0, 1, "乡镇平安建设月报表", title)
    sheet.set_column(0, 0, 22)
    code, name, _ = unit
    for row, (label, value) in enumerate(
            [("单位代码", code), ("单位名称", name), ("填报月份", month)], 1):
        sheet.write_string(row, 0, label, text)
        sheet.write_string(row, 1, value, text)
    for row, (label, figure) in enumerate(zip(LABELS, figures), 4):
        sheet.write_string(row, 0, label, text)
        sheet.write_number(row, 1, figure, number)
    book.close()


def write_config(folder, units):
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/townships.yaml", "w", encoding="utf-8") as out:
        out.write("groups:\n  - {id: all, name: 全部}\nunits:\n")
        for number, (code, name, _) in enumerate(units):
            out.write(f'  - {{id: u{number}, code: "{code}", name: {name}, group: all}}\n')
    with open(f"{folder}/returns.yaml", "w", encoding="utf-8") as out:
        out.write("fields:\n")
        for key, label, kind, whole in FIELDS:
            part = f", partOf: {whole}" if whole else ""
            out.write(f"  - {{id: {key}, name: {label}, kind: {kind}{part}}}\n")
        out.write("labels:\n  code: [单位代码]\n  unit: [单位名称]\n  period: [填报月份]\n")
    with open(f"{folder}/index.yaml", "w", encoding="utf-8") as out:
        out.write(
            "id: peace\nname: {zh: 平安指数, en: Peace Index}\narea: {zh: 青禾, en: Qinghe}\nperiod: month\n"
            "decimals: 9        # as good as unrounded, as the peers rank\nties: minimum\n"
            "versions:\n  - from: 2000-01\n    name: 办法\n    children:\n")
        for key, label, weight, indicators in DIMENSIONS:
            out.write(f"      - id: {key}\n        name: {label}\n        weight: {weight}\n"
                      "        children:\n")
            for indicator, top, bottom, share in indicators:
                value = f"{top} / {bottom} * 100" if bottom else f"{top} / 常住人口 * 10000"
                polarity = "positive" if bottom else "negative"
                zero = "            zeroDenominator: 100\n" if bottom else ""
                out.write(
                    f"          - id: {indicator}\n            name: {indicator}\n"
                    f"            value: {value}\n            polarity: {polarity}\n"
                    f"            weight: {share}\n            normalise: {{method: minMax}}\n{zero}")


def main():
    folder, count, months, mode = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    rnd = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 42)
    units = units_of(rnd, count)
    os.makedirs(f"{folder}/input", exist_ok=True)
    for number in range(months):
        month = "%04d-%02d" % (2022 + number // 12, 1 + number % 12)
        rows = [figures_of(rnd, base, number) for _, _, base in units]
        if mode == "month":
            write_table(f"{folder}/input/{month}.xlsx", month, units, rows)
        else:
            for unit, figures in zip(units, rows):
                write_form(f"{folder}/input/{unit[0]}_{month}.xlsx", month, unit, figures)
    write_config(f"{folder}/config", units)


if __name__ == "__main__":
    main()
