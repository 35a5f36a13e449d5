# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Draws panels of a Grafana dashboard, laid out as it says, from answers of Prometheus: a page of SVG, photographed by
Chromium. Lines and single values only; it is for a picture in the documentation, not for watching."""
import html
import math
import pathlib
import re
import shutil
import subprocess
import tempfile

COLUMN, ROW, GAP = 50, 22, 6  # pixels of Grafana's grid of 24 columns
COLOURS = ["#5794f2", "#73bf69", "#ff9830", "#f2495c", "#b877d9", "#37872d", "#fade2a", "#8ab8ff", "#ffa6b0", "#96d98d"]
STYLE = """
body { margin: 0; background: #181b1f; color: #ccccdc; font: 11px sans-serif; }
.panel { position: absolute; box-sizing: border-box; background: #22252b; border: 1px solid #2f333a; padding: 6px 8px; overflow: hidden; }
.row { position: absolute; font: bold 14px sans-serif; padding: 2px 4px; }
b { font-size: 12px; } .value { font-size: 30px; color: #73bf69; text-align: center; margin-top: 8px; }
.legend { height: 26px; overflow: hidden; line-height: 13px; } .legend span { margin-right: 9px; white-space: nowrap; }
text { fill: #9fa7b3; font-size: 9px; }
"""
UNITS = {"s": "s", "percentunit": "%", "bytes": "B", "Bps": "B/s", "reqps": "/s", "ops": "/s", "cps": "/s", "none": ""}


def readable(value: float, unit: str) -> str:
    if unit == "percentunit":
        return f"{value * 100:.3g} %"
    if value == 0:
        return f"0 {UNITS[unit]}".strip()
    for factor, prefix in ((1e9, "G"), (1e6, "M"), (1e3, "k"), (1, ""), (1e-3, "m"), (1e-6, "µ")):
        if abs(value) >= factor and not (unit in ("none", "reqps", "ops", "cps") and factor < 1):
            return f"{value / factor:.3g} {prefix}{UNITS[unit]}".strip()
    return f"{value:.2g} {UNITS[unit]}".strip()


def legend_of(pattern: str, labels: dict) -> str:
    return re.sub(r"{{(\w+)}}", lambda name: labels.get(name[1], ""), pattern)


def lines_of(found):
    """[(legend, [(time, value)])] of every series that has a finite value."""
    lines = []
    for pattern, series in found:
        for each in series:
            points = [(time, float(text)) for time, text in each["values"] if math.isfinite(float(text))]
            if points:
                lines.append((legend_of(pattern, each["metric"]), points))
    return lines


def chart(lines, unit: str, width: int, height: int) -> str:
    begin, end = min(p[0][0] for _, p in lines), max(p[-1][0] for _, p in lines)
    top = max(value for _, points in lines for _, value in points) or 1
    left, bottom = 52, 14
    x = lambda time: left + (time - begin) / max(1, end - begin) * (width - left - 4)
    y = lambda value: 4 + (1 - value / top) * (height - bottom - 8)
    parts = [f'<svg width="{width}" height="{height}">']
    for share in (0, 0.5, 1):
        parts.append(f'<path d="M{left} {y(top * share):.1f}H{width}" stroke="#34383f"/>'
                     f'<text x="{left - 4}" y="{y(top * share) + 3:.1f}" text-anchor="end">{readable(top * share, unit)}</text>')
    for seconds in range(0, int(end - begin) + 1, 15):
        parts.append(f'<text x="{x(begin + seconds):.1f}" y="{height - 2}" text-anchor="middle">{seconds} s</text>')
    for place, (_, points) in enumerate(lines):
        path = "L".join(f"{x(time):.1f} {y(value):.1f}" for time, value in points)
        parts.append(f'<path d="M{path}" fill="none" stroke="{COLOURS[place % len(COLOURS)]}" stroke-width="1.4"/>')
    return "".join(parts) + "</svg>"


def draw_panel(panel, found) -> str:
    grid, unit = panel["gridPos"], panel.get("fieldConfig", {}).get("defaults", {}).get("unit", "none")
    width, height = grid["w"] * COLUMN - GAP, grid["h"] * ROW - GAP
    place = f'left:{grid["x"] * COLUMN + GAP}px; top:{grid["y"] * ROW + GAP}px; width:{width}px; height:{height}px'
    title = html.escape(panel["title"])
    if panel["type"] == "row":
        return f'<div class="row" style="{place}">{title}</div>'
    lines = lines_of(found)
    if panel["type"] == "stat":
        return f'<div class="panel" style="{place}"><b>{title}</b><div class="value">{readable(lines[0][1][-1][1], unit)}</div></div>'
    names = "".join(f'<span style="color:{COLOURS[at % len(COLOURS)]}">{html.escape(name)}</span>' for at, (name, _) in enumerate(lines))
    return (f'<div class="panel" style="{place}"><b>{title}</b>{chart(lines, unit, width - 18, height - 60)}'
            f'<div class="legend">{names}</div></div>')


def draw_page(answered, picture: pathlib.Path):
    """`answered`: [(panel, [(legend pattern, series)])]. Writes a PNG."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    height = max((p["gridPos"]["y"] + p["gridPos"]["h"]) * ROW for p, _ in answered) + 2 * GAP
    body = "".join(draw_panel(panel, found) for panel, found in answered)
    with tempfile.TemporaryDirectory(prefix="todod-panels-") as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{body}')
        subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile",
                        f"--window-size={24 * COLUMN + GAP},{height}", f"--screenshot={picture.resolve()}", page.as_uri()],
                       check=True, capture_output=True, timeout=120)
