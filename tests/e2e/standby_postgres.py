# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
"""A streaming standby of a PrivatePostgres: synchronous, so that what a client was told is at both, and ready to be promoted."""
import pathlib
import subprocess
import tempfile

from private_postgres import START_SECONDS, PrivatePostgres, free_port, wait_for


class Standby(PrivatePostgres):
    """Started once made, by copying `primary` at `address`."""

    def __init__(self, primary: PrivatePostgres, address="127.0.0.1", port=None, **settings):
        self.bin, self.owner, self.settings = primary.bin, primary.owner, settings
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="todod-standby-"))
        self.folder.chmod(0o755)
        self.owner.owns(self.folder)
        self.log, self.process = self.folder / "log", None
        self._run("pg_basebackup", "-D", self.folder / "data", "-d", f"postgresql://todod@{address}:{primary.port}/postgres", "-R",
                  "-X", "stream", "-c", "fast", "--no-sync")
        with open(self.folder / "data" / "postgresql.conf", "a", encoding="utf-8") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())
        self.host, self.port = "127.0.0.1", port or free_port()
        self.url = f"postgresql://todod@{self.host}:{self.port}/postgres?sslmode=disable"
        self.start()

    def _run(self, program, *arguments):
        done = subprocess.run([self.bin / program, *arguments], cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=START_SECONDS, check=False, **self.owner.options)
        assert done.returncode == 0, done.stderr

    def promote(self):
        """Returns once it takes writes."""
        self._run("pg_ctl", "-D", self.folder / "data", "-w", "-s", "promote")
        wait_for(lambda: self.sql("select pg_is_in_recovery()") == "f", START_SECONDS, "the promotion")


def allow_copies(primary: PrivatePostgres, network="127.0.0.1/32"):
    with open(primary.folder / "data" / "pg_hba.conf", "a", encoding="utf-8") as file:
        file.write(f"host all,replication all {network} trust\n")
    primary.sql("select pg_reload_conf()")


def make_synchronous(primary: PrivatePostgres):
    """From now on a commit is answered once the standby has it as well."""
    primary.sql("alter system set synchronous_standby_names = '*'")
    primary.sql("select pg_reload_conf()")
    wait_for(lambda: primary.sql("select count(*) from pg_stat_replication where sync_state = 'sync'") == "1", START_SECONDS,
             "a synchronous standby")
