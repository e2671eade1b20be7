# One command each. `make` alone lists them.
# Packages come from packages.apt, fonts from scripts/fetch-fonts; both are quick when all is there.

SWIFT  ?= swift
export SWIFT
# A target may import only what its row of the module table allows; the rest of the rule is a test.
BUILD  := $(SWIFT) build --explicit-target-dependency-import-check error
KANYIN := .build/release/kanyin

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: test-slow bench-reading characters history score compare-composition hard-lines help bulletin test build bless figures-score sample-picture lint docs bench fuzz fonts fonts-rare setup packages clean

help: ## 列出这些命令 · list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

bulletin: setup release ## 从零到一份样刊 · from nothing to the sample bulletin in output/
	@scripts/print-sample $(KANYIN)

test: setup ## 编译并运行全部测试 · build and run all tests
	$(BUILD) --build-tests
	$(SWIFT) test --skip-build

build: setup ## 编译（调试版） · build for debugging
	$(BUILD)

bless: setup ## 重新写出测试的期望文件 · rewrite the expected files of the tests
	$(BUILD) --build-tests
	KANYIN_BLESS=1 $(SWIFT) test --skip-build

figures-score: setup ## 数字识别的查准率、查全率和错误 · precision and recall of figures, errors listed
	$(BUILD) --build-tests
	KANYIN_FIGURES_SCORE=1 $(SWIFT) test --skip-build --filter theDevelopmentSetIsReadRight

sample-picture: setup release ## 重画说明里的样页 · redraw the page that README shows
	@scripts/print-sample $(KANYIN) --picture Documentation/sample-page-1.png

lint: ## 检查代码格式 · check the formatting
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

docs: setup ## 生成各模块文档 · build the modules' documentation into docs/
	@scripts/build-docs

bench: setup release ## 与 Typst 比较速度和内存 · compare speed and memory with Typst's
	@Benchmarks/run

fuzz: setup ## 对各读取器作模糊测试 · fuzz each reader a minute (SECONDS=600, FUZZERS="Text Ledger")
	@FUZZ_SECONDS=$(or $(SECONDS),60) scripts/fuzz-readers $(FUZZERS)

test-slow: release ## 坏到极点的大文件：时间和内存 · files made to hurt: time and memory of each
	@python3 Benchmarks/reading.py --sizes

bench-reading: release ## 一万份报告读多快 · ten thousand reports read
	@python3 Benchmarks/reading.py --reports

characters: setup release ## 一百万字，与 Typst 比较 · a million characters beside Typst
	@Benchmarks/run --characters

history: release ## 一百个月的通报入库，逐项复算 · a hundred months into one history, reckoned again
	@python3 Benchmarks/history.py

score: release ## 由外部评分程序读排好的页面 · an outside scorer reads the pages (needs ../shared)
	@Benchmarks/run --score

compare-composition: release ## 与其他排版程序比较 · the same text in other engines (needs ../shared)
	@Benchmarks/run --composition

hard-lines: release ## 重画十行难排的文字 · redraw the ten hard lines of the documentation
	@python3 Benchmarks/hard_lines.py

fonts: packages ## 取来免费字体 · fetch the free fonts
	@scripts/fetch-fonts

fonts-rare: ## 生僻字字体（很大） · fonts for rare characters (large)
	@scripts/install-packages - fonts-hanazono fonts-cns11643-kai fonts-cns11643-sung

clean: ## 删除编译结果和印出的文件 · remove what was built and printed
	$(SWIFT) package clean
	rm -rf docs output/*

# Swift is asked for first: nothing is installed on a machine that cannot build.
setup: swift-present packages
	@scripts/fetch-fonts
	@scripts/require-swift --packages

.PHONY: swift-present release
swift-present:
	@scripts/require-swift

packages:
	@scripts/install-packages

release:
	$(SWIFT) build -c release --product kanyin
