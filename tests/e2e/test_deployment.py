# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""Container file, compose file and Kubernetes objects name what todod has: settings, routes, ports, commands, the time of a drain.
(deploy/test_container builds and runs the image.)"""
import json
import re

import pytest

yaml = pytest.importorskip("yaml", reason="python3-yaml is not installed")

USER = 65532


@pytest.fixture(scope="module")
def settings(repository):
    """Every variable that todod reads, _FILE included."""
    table = (repository / "src" / "config" / "setting_table.cpp").read_text()
    rows = re.findall(r'\{(\w+), \w+, "([A-Z_]+)".*?\}', table, flags=re.S)
    assert len(rows) > 15 and all(identifier.upper() == name for identifier, name in rows)
    return {name for _, name in rows} | {"DATABASE_URL_FILE", "BETTER_AUTH_SECRET_FILE"}


@pytest.fixture(scope="module")
def objects(repository):
    """kind -> object, of all files of the example."""
    found = {}
    for file in sorted((repository / "deploy" / "kubernetes").glob("*.yaml")):
        for each in yaml.safe_load_all(file.read_text()):
            assert each["kind"] not in found
            found[each["kind"]] = each
    return found


@pytest.fixture(scope="module")
def dockerfile(repository):
    return (repository / "Dockerfile").read_text()


def commands_of(binary_help):
    return re.findall(r"^  ([a-z]+)\b", re.search(r"Commands:\n(.*?)\n\n", binary_help, re.S)[1], flags=re.M)


# ---- Kubernetes

def test_each_object_is_of_the_version_that_serves_it(objects):
    assert {kind: each["apiVersion"] for kind, each in objects.items()} == {
        "ConfigMap": "v1", "Service": "v1", "Deployment": "apps/v1", "Job": "batch/v1", "PodDisruptionBudget": "policy/v1"}
    for each in objects.values():
        assert re.fullmatch(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?", each["metadata"]["name"])
        assert "spec" in each or "data" in each


def test_selectors_find_the_pods_and_nothing_else(objects):
    labels = objects["Deployment"]["spec"]["template"]["metadata"]["labels"]
    for selector in (objects["Deployment"]["spec"]["selector"]["matchLabels"], objects["Service"]["spec"]["selector"],
                     objects["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"]):
        assert selector.items() <= labels.items()
        assert not selector.items() <= objects["Job"]["spec"]["template"]["metadata"]["labels"].items()
    assert objects["PodDisruptionBudget"]["spec"]["minAvailable"] < objects["Deployment"]["spec"]["replicas"]


def test_probes_ask_routes_at_ports_that_there_are(objects, repository):
    routes = json.loads((repository / "openapi" / "openapi.json").read_text())["paths"]
    container = objects["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz" and container["livenessProbe"]["httpGet"]["path"] == "/livez"
    for probe in ("readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"]["path"] in routes and container[probe]["httpGet"]["port"] in ports
    config = objects["ConfigMap"]["data"]
    assert ports == {"http": int(config["PORT"]), "metrics": int(config["METRICS_PORT"])}
    assert objects["Service"]["spec"]["ports"][0]["targetPort"] in ports
    annotations = objects["Deployment"]["spec"]["template"]["metadata"]["annotations"]
    assert annotations["prometheus.io/port"] == config["METRICS_PORT"]


def test_the_pods_have_time_to_drain(objects):
    pod = objects["Deployment"]["spec"]["template"]["spec"]
    config = objects["ConfigMap"]["data"]
    assert pod["terminationGracePeriodSeconds"] > int(config["DRAIN_DELAY"]) + int(config["DRAIN_SECONDS"])
    probe = pod["containers"][0]["readinessProbe"]
    assert int(config["DRAIN_DELAY"]) > probe["periodSeconds"]


@pytest.mark.parametrize("kind", ["Deployment", "Job"])
def test_pods_run_without_rights(objects, kind, dockerfile):
    pod = objects[kind]["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"] is True and pod["securityContext"]["runAsUser"] == USER
    assert f"USER {USER}:{USER}" in dockerfile
    container = pod["containers"][0]["securityContext"]
    assert container == {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}
    assert pod["automountServiceAccountToken"] is False
    volumes = {volume["name"] for volume in pod["volumes"]}
    assert {mount["name"] for mount in pod["containers"][0]["volumeMounts"]} == volumes


def test_todod_takes_the_settings_of_the_example(objects, settings, server, tmp_path):
    config = dict(objects["ConfigMap"]["data"])
    job = {each["name"]: each["value"] for each in objects["Job"]["spec"]["template"]["spec"]["containers"][0]["env"]}
    assert set(config) | set(job) <= settings
    container = objects["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    mount = next(each for each in container["volumeMounts"] if each["name"] == "secrets")
    for name, text in (("DATABASE_URL_FILE", "postgresql://u:p@127.0.0.1:9/n"), ("BETTER_AUTH_SECRET_FILE", "s" * 32)):
        assert config[name].startswith(mount["mountPath"] + "/")
        (tmp_path / name).write_text(text)
        config[name] = str(tmp_path / name)
    server.env = {"DATA_DIR": str(tmp_path)} | config
    checked = server.run("check")
    assert checked.returncode in (0, 1), checked.stderr  # 78 would be a bad setting; the database is away
    assert "DATABASE_URL = postgresql://u:***@127.0.0.1:9/n" in checked.stdout


def test_the_job_runs_a_command_that_there_is(objects, server):
    commands = commands_of(server.run("--help").stdout)
    assert objects["Job"]["spec"]["template"]["spec"]["containers"][0]["args"] == ["migrate"] and "migrate" in commands


def test_image_tags_are_the_version(objects, repository):
    version = re.search(r"project\(todod VERSION ([\d.]+)", (repository / "CMakeLists.txt").read_text())[1]
    for kind in ("Deployment", "Job"):
        assert objects[kind]["spec"]["template"]["spec"]["containers"][0]["image"] == f"todod:{version}"


# ---- container and compose

def test_the_image_is_small_rootless_and_checks_itself(dockerfile, settings, server):
    stages = re.split(r"^FROM ", dockerfile, flags=re.M)[1:]
    assert len(stages) == 2 and "COPY --from=build" in stages[1] and "-dev" not in stages[1]
    last = stages[1]
    commands = commands_of(server.run("--help").stdout)
    check = json.loads(re.search(r"^HEALTHCHECK .*?CMD (\[.*\])$", last, flags=re.M)[1])
    start = json.loads(re.search(r"^ENTRYPOINT (\[.*\])$", last, flags=re.M)[1]) + \
        json.loads(re.search(r"^CMD (\[.*\])$", last, flags=re.M)[1])
    for command in (check, start):  # no shell between: signals reach todod, and none is needed
        assert command[0] == "/usr/local/bin/todod" and command[1] in commands and len(command) == 2
    assert re.search(r"^USER \d+:\d+$", last, flags=re.M)
    named = set(re.findall(r"([A-Z_]+)=", re.search(r"^ENV (.*)$", last, flags=re.M)[1]))
    assert named <= settings
    port = re.search(r"\bPORT=(\d+)", last)[1]
    assert re.search(rf"^EXPOSE {port}$", last, flags=re.M)


def test_the_compose_file_names_what_there_is(repository, settings, dockerfile):
    text = (repository / "compose.yaml").read_text()
    services = yaml.safe_load(text)["services"]
    todod = services["todod"]
    assert set(todod["environment"]) <= settings
    assert todod["ports"][0].endswith(":" + re.search(r"\bPORT=(\d+)", dockerfile)[1])
    assert todod["read_only"] is True and todod["cap_drop"] == ["ALL"]
    assert set(todod["depends_on"]) <= set(services)
    database = services["database"]["environment"]
    assert todod["environment"]["DATABASE_URL"] == \
        f"postgresql://{database['POSTGRES_USER']}:{database['POSTGRES_PASSWORD']}@database/{database['POSTGRES_DB']}"
    for name, service in services.items():
        assert name in ("todod", "database") or service.get("profiles"), f"{name} would start without being asked for"
    auth = services["better-auth"]
    folder = repository / auth["build"]["context"]
    copied = re.findall(r"^COPY (.*) \./$", auth["build"]["dockerfile_inline"], flags=re.M)
    assert all((folder / name).is_file() for line in copied for name in line.split())
    assert set(auth["environment"]) <= set(re.findall(r"\benv\.(\w+)", (folder / "server.mjs").read_text()))
    # Whoever runs it must be told which secrets to make, and none has a default.
    assert set(re.findall(r"\$\{(\w+):\?", text)) >= {"POSTGRES_PASSWORD", "BETTER_AUTH_SECRET"}
