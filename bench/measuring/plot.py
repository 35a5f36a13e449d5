# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Plots as SVG: lines over a logarithmic axis, and groups of bars. Nothing but text, so that a change of it can be read."""
import html
import math

WIDTH, HEIGHT, LEFT, TOP, BOTTOM, LEGEND = 760, 380, 70, 50, 60, 170
COLOURS = ["#1b6ca8", "#d1495b", "#2e8b57", "#8e5ea2", "#c98a1b", "#5d6d7e"]
RIGHT, BASE = WIDTH - LEGEND, HEIGHT - BOTTOM


def text(x, y, what, anchor="middle", **attributes):
    more = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{html.escape(str(what))}</text>'


def step_of(top):
    """A round step that gives four to eight lines below `top`."""
    size = 10 ** math.floor(math.log10(top / 4))
    return next(size * factor for factor in (1, 2, 5, 10) if top / (size * factor) <= 8)


def frame(title, y_label, top, names):
    """The parts that all plots have, and the function from a value to its height."""
    top = max(top, 1e-9) * 1.08

    def height(value):
        return BASE - (BASE - TOP) * value / top

    parts = [text(WIDTH / 2, 24, title, font_size=15, font_weight="bold"),
             text(18, (TOP + BASE) / 2, y_label, transform=f"rotate(-90 18 {(TOP + BASE) / 2})")]
    step = step_of(top)
    for number in range(int(top / step) + 1):
        y = height(number * step)
        parts += [f'<line x1="{LEFT}" y1="{y:.1f}" x2="{RIGHT}" y2="{y:.1f}" stroke="#ddd"/>',
                  text(LEFT - 8, y + 4, f"{number * step:g}", "end")]
    for row, name in enumerate(names):
        y = TOP + 10 + 20 * row
        parts += [f'<rect x="{RIGHT + 16}" y="{y - 9}" width="12" height="12" fill="{COLOURS[row % len(COLOURS)]}"/>',
                  text(RIGHT + 34, y + 1, name, "start")]
    return parts, height


def write(path, parts):
    body = "\n".join(parts)
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">\n'
                    f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n')


def lines(path, title, x_label, y_label, xs, series):
    """series: name -> a value for each of xs, which are powers of ten or nearly so."""
    parts, height = frame(title, y_label, max(max(values) for values in series.values()), series)
    low, high = math.log10(xs[0]), math.log10(xs[-1])
    places = [LEFT + 15 + (RIGHT - LEFT - 30) * (math.log10(x) - low) / (high - low or 1) for x in xs]
    parts += [text(at, BASE + 20, f"{x:,}") for x, at in zip(xs, places)]
    parts.append(text((LEFT + RIGHT) / 2, HEIGHT - 16, x_label))
    for row, values in enumerate(series.values()):
        colour, points = COLOURS[row % len(COLOURS)], [(x, height(value)) for x, value in zip(places, values)]
        path_of = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{path_of}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
    write(path, parts)


def bars(path, title, y_label, groups, series):
    """series: name -> a value for each of groups."""
    parts, height = frame(title, y_label, max(max(values) for values in series.values()), series)
    room = (RIGHT - LEFT) / len(groups)
    width = room * 0.8 / len(series)
    for place, group in enumerate(groups):
        start = LEFT + room * (place + 0.1)
        parts.append(text(start + room * 0.4, BASE + 20, group))
        for row, values in enumerate(series.values()):
            x, y = start + row * width, height(values[place])
            parts += [f'<rect x="{x:.1f}" y="{y:.1f}" width="{width * 0.92:.1f}" height="{BASE - y:.1f}" fill="{COLOURS[row % len(COLOURS)]}"/>',
                      text(x + width * 0.46, y - 4, f"{values[place]:.1f}", font_size=10)]
    write(path, parts)
