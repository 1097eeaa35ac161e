#!/usr/bin/env python3
"""Writes a table of files as C++: embed.py NAME FOLDER OUT makes OUT/NAME.cc and OUT/NAME.h. See embed.cmake."""
import hashlib
import pathlib
import sys

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
         ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon",
         ".json": "application/json", ".webmanifest": "application/manifest+json", ".woff2": "font/woff2",
         ".txt": "text/plain; charset=utf-8", ".map": "application/json"}
LONGEST = 8192  # bytes in one literal; compilers must take 65,536 characters, and join neighbours


def literal(data: bytes) -> str:
    """The bytes as string literals; every octal escape has three digits, so what follows cannot run into it."""
    def one(byte: int) -> str:
        char = chr(byte)
        if char in '"\\?':
            return "\\" + char
        return char if 32 <= byte < 127 else f"\\{byte:03o}"

    parts = [data[i:i + LONGEST] for i in range(0, len(data), LONGEST)] or [b""]
    return "\n    ".join('"' + "".join(map(one, part)) + '"' for part in parts)


def main() -> None:
    name, folder, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    unknown = [path for path in files if path.suffix not in TYPES]
    if unknown:
        sys.exit(f"embed.py: {unknown[0]}: no content type is known for such files; add it to TYPES")
    rows = []
    for path in files:
        data = path.read_bytes()
        tag = hashlib.sha256(data).hexdigest()[:32]
        rows.append(f'    {{"{path.relative_to(folder).as_posix()}", "{TYPES[path.suffix]}", "\\"{tag}\\"",\n'
                    f"     std::string_view({literal(data)}, {len(data)})}},\n")
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{name}.h").write_text(
        "// Made by cmake/embed.py.\n#pragma once\n\n#include \"connect/web/web_files.h\"\n\n"
        f"namespace hearth::connect {{\nWebFiles {name}();\n}}\n")
    table = (f"constexpr WebFile kFiles[] = {{\n{''.join(rows)}}};\n" if rows else "")
    body = "kFiles" if rows else "{}"
    (out / f"{name}.cc").write_text(
        f"// Made by cmake/embed.py.\n#include \"{name}.h\"\n\nnamespace hearth::connect {{\nnamespace {{\n{table}}}\n"
        f"WebFiles {name}() {{ return {body}; }}\n}}\n")


if __name__ == "__main__":
    main()
