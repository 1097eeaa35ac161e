"""Plants one breach of each rule of tools/check_layers in a small tree, and in a copy of the real one."""
import importlib.machinery
import importlib.util
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLEAN = {
    "lib/base/CMakeLists.txt": "hearth_module(base SOURCES result.cc)",
    "lib/base/result.h": "#include <nlohmann/json.hpp>\nnamespace hearth {\n",
    "lib/base/guarded.h": "#include <mutex>\nnamespace hearth {\nmutable std::mutex mutex_;\n",
    "lib/text/CMakeLists.txt": "hearth_module(text DEPENDS base SOURCES words.cc)",
    "lib/text/words.h": "#include <unicode/unistr.h>\n#include \"base/result.h\"\nnamespace hearth::text {\n",
    "lib/graph/CMakeLists.txt": "hearth_module(graph DEPENDS base)",
    "lib/graph/node.h": "namespace hearth::graph {\n",
    "lib/store/CMakeLists.txt": "hearth_module(store DEPENDS base)",
    "lib/store/database.h": "#include <SQLiteCpp/SQLiteCpp.h>\nnamespace hearth::store {\n",
    "src/home/CMakeLists.txt": "hearth_module(home DEPENDS base)",
    "src/home/home.h": "#include \"base/result.h\"\nnamespace hearth::home {\n",
    "src/flow/CMakeLists.txt": "hearth_module(flow DEPENDS home)",
    "src/flow/plan.h": "#include \"home/home.h\"\nnamespace hearth::flow {\n",
    "src/memory/CMakeLists.txt": "hearth_module(memory DEPENDS flow store)",
    "src/memory/present.h": "#include \"flow/plan.h\"\nnamespace hearth::memory {\n",
    "src/connect/CMakeLists.txt": "hearth_module(connect DEPENDS memory)",
    "src/connect/mqtt/door.h": "#include \"flow/plan.h\"\nnamespace hearth::connect {\n",
    "src/understand/CMakeLists.txt": "hearth_module(understand DEPENDS memory text graph)",
    "src/understand/link.h": "#include \"text/words.h\"\nnamespace hearth::understand {\n",
    "src/understand/nodes.h": "#include \"graph/node.h\"\n#include \"understand/link.h\"\nnamespace hearth::understand {\n",
    "src/understand/link_test.cc": "#include <gtest/gtest.h>\n",
    "simulation/CMakeLists.txt": "hearth_module(simulation DEPENDS home flow)",
    "simulation/room.h": "#include \"home/home.h\"\nnamespace hearth::simulation {\n",
    "src/decide/CMakeLists.txt": "hearth_module(decide DEPENDS memory)",
    "src/decide/rank.h": "namespace hearth::decide {\n",
    "src/engine/CMakeLists.txt": "hearth_module(engine DEPENDS understand decide connect LIBRARIES tomlplusplus::tomlplusplus)",
    "src/engine/wiring.h": "#include \"graph/node.h\"\n#include \"decide/rank.h\"\n#include <toml++/toml.h>\n"
                           "namespace hearth::engine {\n",
    "apps/hearth/main.cc": "#include \"engine/wiring.h\"\n",
}
# rule, file, what is written at its end, what the message must name
PLANTED = [
    ("layer", "lib/base/result.h", '#include "text/words.h"', "base may include"),
    ("layer", "lib/graph/node.h", '#include "text/words.h"', "graph may include"),
    ("layer", "lib/text/words.h", '#include "home/home.h"', "text may include"),
    ("layer", "src/home/home.h", '#include "flow/plan.h"', "home may include"),
    ("layer", "src/flow/plan.h", '#include "memory/present.h"', "flow may include"),
    ("layer", "src/memory/present.h", '#include "decide/rank.h"', "memory may include"),
    ("layer", "src/decide/rank.h", '#include "engine/wiring.h"', "decide may include"),
    ("layer", "simulation/room.h", '#include "memory/present.h"', "simulation may include"),
    ("layer", "src/decide/rank.h", '#include "simulation/room.h"', "decide may include"),
    ("layer", "lib/text/CMakeLists.txt", "hearth_module(words DEPENDS graph)", "DEPENDS graph"),
    ("layer", "src/decide/CMakeLists.txt", "hearth_module(safety DEPENDS understand)", "DEPENDS understand"),
    ("step", "src/decide/rank.h", '#include "understand/link.h"', "decide may not know understand"),
    ("step", "src/decide/rank.h", '#include "connect/mqtt/door.h"', "decide may not know connect"),
    ("step", "src/understand/link_test.cc", '#include "decide/rank.h"', "understand may not know decide"),
    ("depends", "src/decide/rank.h", '#include "text/words.h"', "does not reach text"),
    ("depends", "src/decide/CMakeLists.txt", "hearth_module(extra DEPENDS attic)", "no such module"),
    ("depends", "lib/base/CMakeLists.txt", "hearth_module(low DEPENDS high)\nhearth_module(high DEPENDS low)", "in turn"),
    ("graph", "src/understand/link.h", '#include "graph/node.h"', "only nodes.* and engine/"),
    ("graph", "apps/hearth/main.cc", '#include "graph/node.h"', "only nodes.* and engine/"),
    ("outside", "src/memory/present.h", "#include <SQLiteCpp/Database.h>", "lib/store alone"),
    ("outside", "src/memory/present.h", "#include <sqlite3.h>", "lib/store alone"),
    ("outside", "src/connect/mqtt/door.h", "#include <mosquitto.h>", "lib/net alone"),
    ("outside", "src/engine/wiring.h", "#include <boost/asio.hpp>", "ends in lib/net"),
    ("outside", "src/decide/rank.h", "#include <date/tz.h>", "lib/calendar"),
    ("outside", "src/decide/rank.h", "#include <unicode/unistr.h>", "lib/text"),
    ("outside", "src/decide/rank.h", '#include "jinja/runtime.h"', "lib/text alone"),
    ("outside", "src/decide/rank.h", "#include <nlohmann/json.hpp>", "base/json.h"),
    ("outside", "src/decide/rank.h", "#include <spdlog/spdlog.h>", "base/log.h"),
    ("outside", "src/understand/link.h", "#include <openvino/openvino.hpp>", "lib/infer alone"),
    ("outside", "src/understand/link.h", "#include <espeak-ng/speak_lib.h>", "src/act/speech"),
    ("outside", "lib/store/database.h", "#include <zim/archive.h>", "lib/knowledge alone"),
    ("outside", "src/engine/wiring.h", "#include <benchmark/benchmark.h>", "only bench/"),
    ("outside", "src/decide/rank.h", "#include <toml++/toml.h>", "tomlplusplus::tomlplusplus"),
    ("outside", "src/decide/rank.h", "#include <yaml-cpp/yaml.h>", "yaml-cpp"),
    ("outside", "apps/hearth/main.cc", "#include <CLI/CLI.hpp>", "CLI11::CLI11"),
    ("lock", "src/decide/rank.h", "  std::mutex mutex_;", "std::mutex"),
    ("lock", "lib/text/words.h", "  std::shared_lock lock(m);", "std::shared_lock"),
    ("clock", "src/decide/rank.h", "auto t = std::chrono::system_clock::now();", "system_clock::now"),
    ("clock", "src/decide/rank.h", "std::mt19937 random(std::random_device{}());", "std::random_device"),
    ("sql", "src/decide/rank.h", 'auto q = "SELECT seq FROM entry";', "SELECT seq FROM"),
    ("throw", "src/decide/rank.h", '  throw std::runtime_error("no");', "return a Result"),
    ("namespace", "src/decide/judge.h", "namespace hearth::understand {", "expected hearth::decide"),
    ("namespace", "lib/base/extra.h", "namespace hearth::base {", "expected hearth"),
    ("test", "src/decide/rank.h", "#include <gtest/gtest.h>", "GoogleTest"),
    ("readme", "src/decide/README.md", "line\n" * 26, "expected at most 25"),
]
ALLOWED = [
    ("src/understand/nodes_test.cc", '#include "graph/node.h"'),
    ("src/decide/rank.h", "// #include nothing: std::mutex and throw are only spoken of here"),
    ("src/decide/rank.h", "#include <fmt/format.h>"),
    ("src/decide/rank_test.cc", "std::mutex mutex;"),
    ("src/understand/sub/deeper.h", '#include "understand/link.h"\nnamespace hearth::understand {'),
    ("tests/graph/order.cc", '#include "graph/node.h"\n#include <gtest/gtest.h>'),
]


def load():
    loader = importlib.machinery.SourceFileLoader("check_layers", str(ROOT / "tools/check_layers"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_layers", loader))
    sys.modules["check_layers"] = module  # dataclasses look themselves up there
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module


LAYERS = load()


def check(root: pathlib.Path) -> tuple[int, str]:
    breaches = LAYERS.check_tree(root)[0].breaches
    return int(bool(breaches)), "\n".join(breaches)


class LayersTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name) / "tree"

    def plant_clean(self):
        shutil.rmtree(self.root, ignore_errors=True)
        for name, text in CLEAN.items():
            self.plant(name, text)
            if name.startswith(("lib/", "src/")):
                (self.root / "/".join(name.split("/")[:2]) / "README.md").write_text("A folder.\n")

    def plant(self, name: str, text: str) -> int:
        """Appends a text to a file and returns the line it begins at."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text() if path.exists() else ""
        path.write_text(before.rstrip("\n") + ("\n" if before else "") + text + "\n")
        return (before.rstrip("\n").count("\n") + 2) if before else 1

    def test_a_clean_tree_passes(self):
        self.plant_clean()
        code, output = check(self.root)
        self.assertEqual(code, 0, output)

    def test_each_planted_breach_is_found(self):
        for rule, name, text, expected in PLANTED:
            with self.subTest(rule=rule, text=text):
                self.plant_clean()
                line = self.plant(name, text)
                code, output = check(self.root)
                self.assertEqual(code, 1, output)
                self.assertIn(f"[{rule}]", output)
                self.assertIn(expected, output)
                self.assertIn(name if rule == "readme" else f"{name}:{line}:", output)

    def test_a_missing_readme_is_found(self):
        self.plant_clean()
        (self.root / "src/decide/README.md").unlink()
        code, output = check(self.root)
        self.assertEqual(code, 1)
        self.assertIn("src/decide/README.md: missing", output)

    def test_what_is_allowed_passes(self):
        for name, text in ALLOWED:
            with self.subTest(name=name, text=text):
                self.plant_clean()
                self.plant(name, text)
                code, output = check(self.root)
                self.assertEqual(code, 0, output)

    def test_every_rule_has_a_planted_breach(self):
        self.assertEqual({line.split()[0] for line in LAYERS.RULES.splitlines()}, {rule for rule, *_ in PLANTED})

    def test_a_breach_planted_in_the_real_tree_is_found(self):
        for top in ("lib", "src"):
            shutil.copytree(ROOT / top, self.root / top)
        before = set(check(self.root)[1].splitlines())
        line = self.plant("src/flow/zz_planted.h", '#include "base/result.h"\n#include <sqlite3.h>') + 1
        done = subprocess.run([sys.executable, ROOT / "tools/check_layers", "--root", self.root], capture_output=True,
                              text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        new = set(done.stderr.splitlines()) - before
        self.assertIn(f"src/flow/zz_planted.h:{line}: includes <sqlite3.h>: SQLite is included in lib/store alone [outside]",
                      new)


if __name__ == "__main__":
    unittest.main()
