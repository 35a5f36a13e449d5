# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""tools/run_cpp_tests misses nothing: what fails, crashes, hangs or leaks is counted, and what comes after it still runs."""
import subprocess

import pytest

PROGRAM = r"""
#include <gtest/gtest.h>
#include <unistd.h>
#include <cstdlib>
TEST(first, passes) { SUCCEED(); }
TEST(first, fails) { EXPECT_EQ(1, 2) << "as it should"; }
TEST(first, is_skipped) { GTEST_SKIP() << "no such device"; }
TEST(second, crashes) { std::abort(); }
TEST(second, hangs) { for (;;) pause(); }
TEST(second, leaves_the_process) { _exit(0); }
class many : public testing::TestWithParam<const char*> {};
TEST_P(many, passes) { ASSERT_STRNE(GetParam(), ""); }
INSTANTIATE_TEST_SUITE_P(all, many, testing::Values("one", "two"), [](const auto& of) { return std::string{of.param}; });
"""


@pytest.fixture(scope="module")
def build_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runner") / "probe"
    (folder / "tests").mkdir(parents=True)
    subprocess.run(["g++", "-x", "c++", "-std=c++20", "-", "-o", folder / "tests" / "unit_probe", "-lgtest", "-lgtest_main"],
                   input=PROGRAM, text=True, check=True, timeout=120)
    ends_badly = "#include <gtest/gtest.h>\n#include <cstdlib>\nTEST(end, passes) { std::atexit([] { _Exit(23); }); }\n"
    subprocess.run(["g++", "-x", "c++", "-std=c++20", "-", "-o", folder / "tests" / "unit_end", "-lgtest", "-lgtest_main"],
                   input=ends_badly, text=True, check=True, timeout=120)
    return folder


@pytest.fixture
def run(repository, build_folder, tmp_path):
    def run_cpp_tests(*arguments):
        ended = subprocess.run([repository / "tools" / "run_cpp_tests", tmp_path, build_folder, "--seconds", "3", *arguments],
                               capture_output=True, text=True, timeout=120)
        lines = (tmp_path / "probe.tsv").read_text().splitlines()
        return ended, sorted(tuple(line.split("\t")) for line in lines)

    return run_cpp_tests


def test_each_test_is_counted_once_whatever_becomes_of_it(run):
    ended, lines = run()
    assert [line for line in lines if line[0] == "passed"] == [
        ("passed", "unit_end.end.passes", ""), ("passed", "unit_probe.all/many.passes/one", ""),
        ("passed", "unit_probe.all/many.passes/two", ""), ("passed", "unit_probe.first.passes", "")]
    assert [line for line in lines if line[0] == "skipped"] == [("skipped", "unit_probe.first.is_skipped", "no such device")]
    failed = {name: why for outcome, name, why in lines if outcome == "failed"}
    assert failed.keys() == {"unit_end.at its end", "unit_probe.first.fails", "unit_probe.second.crashes",
                             "unit_probe.second.hangs", "unit_probe.second.leaves_the_process"}
    assert failed["unit_end.at its end"] == "the process ended with 23"
    assert failed["unit_probe.second.crashes"] == "the process ended with -6"
    assert failed["unit_probe.second.hangs"] == "it did not end within 3 s"
    assert failed["unit_probe.second.leaves_the_process"] == "it ended before it said how the test went"
    assert ended.returncode == 1
    assert "as it should" in ended.stdout


def test_only_what_is_asked_for_runs(run):
    ended, lines = run("-R", r"first\.passes|many.*one")
    assert lines == [("passed", "unit_probe.all/many.passes/one", ""), ("passed", "unit_probe.first.passes", "")]
    assert ended.returncode == 0, ended.stdout
