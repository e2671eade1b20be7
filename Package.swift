// swift-tools-version: 6.2

import PackageDescription

// The house, from the ground up: a module imports only modules above it in this list, and only
// those in its row. Documentation/Architecture.md draws it; a test compares each row with the
// imports of its sources.
//
// The imports that are not of this package: GRDB, Yams, ArgumentParser, Collections and the C
// libraries, each seen by one module.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One module of the house with its row.
func module(_ name: String, _ row: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: row, swiftSettings: settings)
}

func tests(of name: String, and row: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.init(stringLiteral: name), "TestSupport"] + row,
    swiftSettings: settings
  )
}

/// A C library of the system, found by pkg-config.
func library(_ name: String, _ pkgConfig: String?, apt: String) -> Target {
  .systemLibrary(
    name: name,
    path: "Sources/C/\(name)",
    pkgConfig: pkgConfig,
    providers: [.apt([apt])]
  )
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
// SQLite itself, for what GRDB has no door to: the authorizer and the limit of steps.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let collections = Target.Dependency.product(
  name: "OrderedCollections",
  package: "swift-collections"
)
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let package = Package(
  name: "kanyin",
  products: [.executable(name: "kanyin", targets: ["kanyin"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
  ],
  targets: [
    // Foundation
    module("Geometry", []),
    module("Diagnostics", []),
    module("Typography", ["Geometry"]),
    module("WritingSystems", ["Diagnostics", "CICU", "CHyphen"]),
    module("Settings", ["Diagnostics", yams]),
    module("Containers", ["CXML", "CZip", "CNettle"]),

    // Tables
    module("DocumentModel", ["Geometry", "Diagnostics", "Typography"]),
    module("PageModel", ["Geometry", "Diagnostics", "Typography"]),

    // Doors
    module(
      "Reports",
      ["Diagnostics", "WritingSystems", "Containers", "COpenCC", "COpenCCForms", "CMark"]
    ),
    module("Proofreading", ["Diagnostics", "WritingSystems", "Settings", "Reports"]),
    module(
      "Statistics",
      ["Diagnostics", "WritingSystems", "Containers", "Reports", "CWords", grdb, sqlite]
    ),
    module(
      "Templates",
      [
        "Geometry", "Diagnostics", "Typography", "WritingSystems", "Settings", "DocumentModel",
        "Reports", "Statistics", collections,
      ]
    ),
    module(
      "Fonts",
      ["Geometry", "Diagnostics", "Typography", "Settings", "PageModel", "CHarfBuzz"]
    ),
    module("LineBreaking", ["Geometry", "Typography"]),
    module(
      "PageLayout",
      [
        "Geometry", "Diagnostics", "Typography", "WritingSystems", "DocumentModel", "PageModel",
        "Fonts", "LineBreaking",
      ]
    ),
    module(
      "Rendering",
      ["Geometry", "Diagnostics", "Typography", "PageModel", "Fonts", "CCairo", "CFreeType"]
    ),
    module("Prepress", ["Geometry", "Diagnostics", "Typography", "PageModel", "CQPDF"]),

    // Application
    module(
      "Jobs",
      [
        "Geometry", "Diagnostics", "Typography", "WritingSystems", "Settings", "Containers",
        "DocumentModel", "PageModel", "Reports", "Proofreading", "Statistics", "Templates",
        "Fonts", "PageLayout", "Rendering", "Prepress",
      ]
    ),
    .executableTarget(
      name: "kanyin",
      dependencies: ["Jobs", argumentParser],
      swiftSettings: settings
    ),

    // C libraries. ICU is a C target with a header of its own, because Foundation brings its own
    // copy of ICU's headers and a module map over the system's does not compile beside it.
    .target(
      name: "CICU",
      path: "Sources/C/CICU",
      linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]
    ),
    library("CHyphen", nil, apt: "libhyphen-dev"),
    library("CXML", "libxml-2.0", apt: "libxml2-dev"),
    library("CZip", "libzip", apt: "libzip-dev"),
    library("CNettle", "nettle", apt: "nettle-dev"),
    library("CMark", "libcmark-gfm", apt: "libcmark-gfm-dev"),
    library("COpenCC", "opencc", apt: "libopencc-dev"),
    // OpenCC's dictionaries have a door in C++ only.
    .target(
      name: "COpenCCForms",
      path: "Sources/C/COpenCCForms",
      linkerSettings: [.linkedLibrary("opencc"), .linkedLibrary("stdc++")]
    ),
    // Words and their parts of speech, a table made by scripts/make-words.
    .target(name: "CWords", path: "Sources/C/CWords", exclude: ["LICENSE.txt"]),
    library("CHarfBuzz", "harfbuzz-subset", apt: "libharfbuzz-dev"),
    library("CCairo", "cairo-ft", apt: "libcairo2-dev"),
    library("CFreeType", "freetype2", apt: "libfreetype-dev"),
    library("CQPDF", "libqpdf", apt: "libqpdf-dev"),

    // Tests
    .target(
      name: "TestSupport",
      dependencies: ["Geometry", "Diagnostics", "Typography", "PageModel"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    .target(
      name: "ReportAccounting",
      dependencies: ["Diagnostics", "Containers", "Reports"],
      path: "Tests/ReportAccounting",
      swiftSettings: settings
    ),
    .target(
      name: "Fuzzers",
      dependencies: [
        "Diagnostics", "Settings", "Reports", "Proofreading", "Statistics", "Templates",
        "TestSupport", "ReportAccounting",
      ],
      path: "Tests/Fuzz/Fuzzers",
      swiftSettings: settings
    ),
    tests(of: "Geometry"),
    tests(of: "Diagnostics"),
    tests(of: "Typography", and: ["Geometry"]),
    tests(of: "WritingSystems", and: ["Diagnostics"]),
    tests(of: "Settings", and: ["Diagnostics"]),
    tests(of: "Containers"),
    tests(of: "DocumentModel", and: ["Geometry", "Typography"]),
    tests(of: "PageModel", and: ["Geometry", "Typography"]),
    tests(
      of: "Reports",
      and: ["Diagnostics", "WritingSystems", "Settings", "Containers", "ReportAccounting"]
    ),
    tests(
      of: "Proofreading",
      and: ["Diagnostics", "WritingSystems", "Settings", "Reports"]
    ),
    tests(
      of: "Statistics",
      and: ["Diagnostics", "WritingSystems", "Reports"]
    ),
    tests(
      of: "Templates",
      and: [
        "Geometry", "Diagnostics", "Typography", "WritingSystems", "Settings", "DocumentModel",
        "Reports", "Statistics",
      ]
    ),
    tests(
      of: "Fonts",
      and: ["Geometry", "Diagnostics", "Typography", "Settings", "PageModel"]
    ),
    tests(of: "LineBreaking", and: ["Geometry", "Typography", "WritingSystems"]),
    tests(
      of: "PageLayout",
      and: [
        "Geometry", "Diagnostics", "Typography", "WritingSystems", "DocumentModel", "PageModel",
        "Fonts",
        "LineBreaking",
      ]
    ),
    tests(
      of: "Rendering",
      and: ["Geometry", "Diagnostics", "Typography", "PageModel", "Fonts"]
    ),
    tests(
      of: "Prepress",
      and: ["Geometry", "Diagnostics", "Typography", "PageModel", "Fonts", "Rendering"]
    ),
    tests(
      of: "Jobs",
      and: [
        "Diagnostics", "Containers", "Reports", "Proofreading", "Statistics", "Templates", "Fonts",
        "PageModel", "Settings", "WritingSystems", "PageLayout", "Rendering", "Prepress",
        "Geometry", "Typography",
      ]
    ),
    tests(of: "Fuzzers"),
  ],
)

// The program that runs the fuzzers, built only for `make fuzz`: libFuzzer brings its main function.
if Context.environment["KANYIN_FUZZ"] != nil {
  let fuzz = "Fuzz"
  let target = Target.executableTarget(
    name: fuzz,
    dependencies: ["Fuzzers", "TestSupport"],
    path: "Tests/Fuzz/Fuzz",
    swiftSettings: settings + [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer,address"])],
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]
  )
  package.targets.append(target)
}
