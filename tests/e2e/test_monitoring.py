# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Dashboard, alerts and their document name what a real /metrics tells, and each alert is explained and tried."""
import json
import pathlib
import re
import shutil
import subprocess
import urllib.request

import documents
import pytest
import yaml
from key_server import Key, KeyServer

RUN_SECONDS = 120
PANELS = ("timeseries", "stat")  # of those that come with Grafana
UNITS = ("none", "s", "bytes", "Bps", "reqps", "ops", "cps", "percentunit")  # of the identifiers that Grafana knows


@pytest.fixture(scope="module")
def deploy(repository) -> pathlib.Path:
    return repository / "deploy"


def rules(deploy):
    groups = yaml.safe_load((deploy / "prometheus" / "alerts.yml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


@pytest.fixture(scope="module")
def alerts(deploy):
    return {rule["alert"]: rule for rule in rules(deploy) if "alert" in rule}


@pytest.fixture(scope="module")
def dashboard(deploy):
    return json.loads((deploy / "grafana" / "todod.json").read_text())


def metrics_in(text: str) -> set[str]:
    """Names of metrics in expressions, without what a histogram or summary adds to its name."""
    named = set(re.findall(r"\b(?:todod|process)_[a-z_]+", text))
    return {re.sub(r"(?<=_seconds)_(?:bucket|sum|count)$", "", name) for name in named}


@pytest.fixture
def real_metrics(start_server, postgres_url):
    """What a server with everything on tells after some requests: names of metrics -> their text."""
    key = Key("EdDSA")
    keys = KeyServer(key)
    try:
        server = start_server({"DATABASE_URL": postgres_url, "JWKS_URL": keys.url, "METRICS_PORT": "0", "THREADS": "2",
                               "LOG_FORMAT": "json"})
        assert server.post("/api/tasks", {"title": "Buy milk"}, token=key.token("alice")).status == 201
        port = re.search(r'"event":"metrics_listening".*?"port":(\d+)', server.output())[1]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
            yield answer.read().decode()
    finally:
        keys.close()


def test_every_metric_that_dashboard_and_alerts_name_is_told(real_metrics, deploy, dashboard):
    told = set(re.findall(r"^# TYPE (\w+)", real_metrics, flags=re.M))
    by_alerts = metrics_in("\n".join(rule["expr"] for rule in rules(deploy)))
    by_dashboard = metrics_in("\n".join(target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", [])))
    assert len(by_alerts) > 10 and len(by_dashboard) > 20
    assert by_alerts - told == set()
    assert by_dashboard - told == set()
    # Nothing that is told is left without a panel.
    assert {name for name in told if name.startswith("todod_")} - by_dashboard == set()


def test_no_series_is_told_twice(real_metrics):
    """Prometheus would keep one of them. With two I/O threads, whatever each thread has must be summed."""
    series = re.findall(r"^([a-z_]+(?:\{.*\})?) ", real_metrics, flags=re.M)
    assert len(series) > 50
    assert len(series) == len(set(series))


def test_every_alert_has_a_section_that_says_what_to_do(repository, alerts, dashboard):
    text = (repository / "docs" / "operations.md").read_text()
    sections = dict(re.findall(r"^#### (Todod\w+)\n(.*?)(?=^#)", text, flags=re.M | re.S))
    assert list(sections) == list(alerts)
    for name, section in sections.items():
        assert "**Means.**" in section and "**Do.**" in section, name
        assert set(alerts[name]["annotations"]) == {"summary", "description"}, name
        assert set(re.findall(r'"([A-Z][\w ]+)"', section)) <= {panel["title"] for panel in dashboard["panels"]}, name


def test_every_alert_is_seen_firing_in_the_rule_tests(deploy, alerts):
    cases = yaml.safe_load((deploy / "prometheus" / "alerts_test.yml").read_text())["tests"]
    fired = {test["alertname"] for case in cases for test in case["alert_rule_test"] if test["exp_alerts"]}
    assert fired == set(alerts)
    for name, rule in alerts.items():
        assert rule["labels"]["severity"] in ("critical", "warning", "info"), name


def test_the_dashboard_is_one_that_grafana_takes(dashboard):
    """What Grafana's own import, its panels and its data source for Prometheus ask of a dashboard, as far as it can be said
    without a Grafana."""
    panels = dashboard["panels"]
    assert dashboard.get("id") is None and re.fullmatch(r"[\w-]{1,40}", dashboard["uid"]) and dashboard["schemaVersion"] >= 36
    source = {"type": "prometheus", "uid": "${datasource}"}
    assert len({panel["id"] for panel in panels}) == len(panels) > 30
    taken = set()
    for panel in panels:
        grid = panel["gridPos"]
        cells = {(x, y) for x in range(grid["x"], grid["x"] + grid["w"]) for y in range(grid["y"], grid["y"] + grid["h"])}
        assert not cells & taken and grid["x"] + grid["w"] <= 24, panel["title"]
        taken |= cells
        targets = panel.get("targets", [])
        if panel["type"] == "row":
            assert not targets and panel["collapsed"] is False and panel["panels"] == [] and (grid["w"], grid["h"]) == (24, 1)
            continue
        assert panel["type"] in PANELS and targets and panel["datasource"] == source, panel["title"]
        assert panel["fieldConfig"]["defaults"]["unit"] in UNITS, panel["title"]
        steps = panel["fieldConfig"]["defaults"].get("thresholds", {"steps": []})["steps"]
        assert [step["value"] for step in steps[:1]] in ([], [None]), panel["title"]  # the first has no lower end
        assert len({target["refId"] for target in targets}) == len(targets), panel["title"]
        for target in targets:
            assert target["datasource"] == source and 'job="todod",instance=~"$instance"' in target["expr"], panel["title"]
            assert set(re.findall(r"\$(\w+)", target["expr"])) <= {"instance", "__rate_interval"}, panel["title"]
            labels = set(re.findall(r"\{\{(\w+)\}\}", target["legendFormat"]))
            assert all(re.search(rf"\b{label}\b", target["expr"]) for label in labels - {"instance", "job"}), panel["title"]
    first, second = dashboard["templating"]["list"]
    assert (first["name"], first["type"], first["query"]) == ("datasource", "datasource", "prometheus")
    assert (second["name"], second["type"], second["datasource"]) == ("instance", "query", source)


def promtool(repository) -> str | None:
    unpacked = repository / "build" / "prometheus" / "usr" / "bin" / "promtool"
    return shutil.which("promtool") or (str(unpacked) if unpacked.exists() else None)


@pytest.mark.parametrize("arguments", ["check config prometheus.yml", "check rules alerts.yml", "test rules alerts_test.yml"])
def test_promtool_accepts(repository, deploy, arguments):
    program = promtool(repository)
    if program is None:
        pytest.skip("promtool is not here: tools/install_packages test unpacks it into build/prometheus")
    done = subprocess.run([program, *arguments.split()], cwd=deploy / "prometheus", stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=RUN_SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_metrics_of_the_document_are_those_of_the_dashboard(repository, dashboard):
    text = (repository / "docs" / "operations.md").read_text()
    table = next(table for table in documents.tables(text) if table[0][0] == "metric")
    listed = {row[0].strip("`") for row in table[1:]} - {"process_*"}
    shown = metrics_in("\n".join(target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", [])))
    assert listed == {name for name in shown if name.startswith("todod_")}
