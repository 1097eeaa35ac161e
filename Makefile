# What you may want to do; each line of work is done by a script in tools/ that can be run by itself.
.DEFAULT_GOAL := help
.PHONY: help setup build run test torture bench score check format tidy fuzz clean

help:  ## show this
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## install what is missing for every target, and fetch models and data
	tools/setup build test bench

build:  ## build the release in build/release
	tools/build release hearthd demo_home hearth

run:  ## build, then start a demo home: a broker, demo devices and hearthd; Ctrl-C stops them
	tools/run

test:  ## set up, build and run every test
	tools/test

torture:  ## do to a house whatever can be done to it, and count what was lost; writes build/torture.json
	tools/setup build test
	tools/build release hearthd demo_home hearth
	tools/build ci torture_tests
	tools/torture

bench:  ## measure speed, also of peers in the same run; writes build/bench.json
	tools/setup build test bench
	tools/build release
	tools/bench

score:  ## measure every faculty whose data is present
	tools/build release hearth
	build/release/bin/hearth score --all

check:  ## quick checks without building: layers, format, fetched files
	tools/check_layers
	tools/format --check
	tools/fetch --check

format:  ## bring every source to the one format
	tools/format

tidy:  ## clang-tidy over what changed
	cmake --preset dev
	tools/tidy

fuzz:  ## fuzz every parser of outside bytes; SECONDS=1800 each by default
	tools/setup build test
	tools/fuzz --seconds $(or $(SECONDS),1800)

clean:  ## delete what was built, not what was fetched
	rm -rf build/dev build/release build/ci build/tsan build/fuzz build/run
