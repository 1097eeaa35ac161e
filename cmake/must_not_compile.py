"""Compiles a misuse and its control with the commands that CMake wrote down; see hearth_must_not_compile.cmake."""
import json
import os
import re
import shlex
import subprocess
import sys


def compile_variant(commands: list[dict], target: str) -> tuple[int, str]:
    """Exit code and messages of the compiler for the one source of an object library."""
    mine = [entry for entry in commands if f"/{target}.dir/" in entry["command"]]
    if len(mine) != 1:
        sys.exit(f"{target}: expected one entry in compile_commands.json, found {len(mine)}")
    words = shlex.split(mine[0]["command"])
    words[words.index("-o") + 1] = "/dev/null"
    done = subprocess.run([*words, "-fsyntax-only"], cwd=mine[0]["directory"], text=True, check=False,
                          env=os.environ | {"LC_ALL": "C"},  # plain quotes in messages
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def main() -> None:
    path, name, expected = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        commands = json.load(file)
    code, messages = compile_variant(commands, f"control_{name}")
    if code != 0:
        sys.exit(f"{messages}\n{name}: the control (-DCONTROL) must compile, and does not")
    code, messages = compile_variant(commands, f"misuse_{name}")
    if code == 0:
        sys.exit(f"{name}: compiled, and must not")
    if not re.search(expected, messages):
        sys.exit(f"{messages}\n{name}: refused for another reason; expected a message that matches `{expected}`")
    print(f"{name}: refused as it should be")


main()
