import ArgumentParser
import Jobs

/// How the program speaks: the same for all commands.
struct MessageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("消息的语言（默认看 LC_ALL、LC_MESSAGES、LANG）", "language of messages (default: the locale's)"),
      valueName: "language"
    )
  )
  var language: Console.Language?

  @Option(
    help: ArgumentHelp(
      say("标准错误上消息的形式", "form of the findings on standard error"),
      valueName: "form"
    )
  )
  var diagnostics: Console.DiagnosticsForm = .text

  @Flag(help: ArgumentHelp(say("不显示进度", "no progress")))
  var quiet = false

  @Flag(help: ArgumentHelp(say("显示各步用时", "time spent in each stage")))
  var verbose = false

  func console(environment: [String: String]) -> Console {
    Console(
      language: Console.language(asked: language, environment: environment),
      diagnostics: diagnostics,
      isQuiet: quiet,
      isVerbose: verbose
    )
  }
}

/// How a report's language is checked.
struct ProofreadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("用词表（默认：报告旁或项目里的 terms.yaml）", "a list of terms (default: terms.yaml beside the report)"),
      valueName: "file"
    )
  )
  var terms: String?

  @Option(
    help: ArgumentHelp(
      say("不作这项语言检查，可写多次；all 为全部", "leave out a check of language; may be repeated; or all"),
      valueName: "check"
    )
  )
  var ignore: [IgnoredCheck] = []

  func apply(to job: inout Job) {
    job.terms = terms
    job.ignoredChecks = ignore
  }
}

/// How a report is read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("文字：照原样、简体、繁体（默认按版式，版式没说就照原样）", "characters (default: the layout's, else keep)"),
      valueName: "script"
    )
  )
  var script: Job.ScriptChoice?

  @Option(
    help: ArgumentHelp(
      say("报告的编码（默认自动识别）", "encoding of the report (default: detected)"),
      valueName: "name"
    )
  )
  var encoding: String?

  @Option(
    name: .customLong("without"),
    help: ArgumentHelp(
      say("不用的清理规则，可写多次", "a rule of cleaning not to apply; may be repeated"),
      valueName: "rule"
    )
  )
  var rulesOff: [String] = []
}

/// What is attached to the report.
struct AttachmentOptions: ParsableArguments {
  @Option(
    name: .customLong("attach"),
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        "附件：文稿或表格（CSV、.xlsx、.ods，可带 #工作表），可写多个；报告写在它前面",
        "attachments: texts or tables (CSV, .xlsx, .ods, perhaps with #SHEET); name the report before"
      ),
      valueName: "file"
    )
  )
  var attachments: [String] = []
}

/// What decides a bulletin's content beside the report.
struct ContentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("版式的名称或文件", "a layout's name or file"),
      valueName: "name|file"
    )
  )
  var layout: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      say("版式参数，可写多次", "a layout parameter; may be repeated"),
      valueName: "key=value"
    )
  )
  var parameters: [NamedValue] = []

  @Option(
    name: .customLong("parameters"),
    help: ArgumentHelp(say("写有参数的 YAML 文件", "a YAML file of parameters"), valueName: "file")
  )
  var parameterFiles: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "台账（CSV、.xlsx，可带 #工作表），可写多次",
        "a ledger (CSV, .xlsx, perhaps with #SHEET); may be repeated"
      ),
      valueName: "name=file"
    )
  )
  var data: [NamedValue] = []

  @Option(
    help: ArgumentHelp(
      say("报告所述月份（默认从报告读出）", "the month the report speaks of (default: read from it)"),
      valueName: "yyyy-mm"
    )
  )
  var period: PeriodArgument?

  @Option(
    help: ArgumentHelp(
      say("以前各月的数据库，用来比较", "the database of the months before, to compare with"),
      valueName: "file"
    )
  )
  var history: String?

  @OptionGroup var reading: ReadingOptions

  @Flag(help: ArgumentHelp(say("警告和不平的勾稽关系都算错误", "warnings and failed checks are errors")))
  var strict = false

  func job(reports: [String]) -> Job {
    var job = Job(reports: reports, layout: layout)
    job.parameters = parameters
    job.parameterFiles = parameterFiles
    job.data = data
    job.history = history
    job.period = period.flatMap { Job.period($0.text) }
    job.script = reading.script
    job.encoding = reading.encoding
    job.rulesOff = reading.rulesOff
    job.isStrict = strict
    return job
  }
}

/// What decides how a bulletin is printed.
struct PrintingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "给谁用：屏幕、印刷、存档、校样（发现写在页边，文末列出全部检查；缺字印成〓）",
        "for whom the file is; a proof has findings in its margin and all checks at its end"
      ),
      valueName: "profile"
    )
  )
  var profile: Job.Profile = .screen

  @Option(
    help: ArgumentHelp(
      say("印出的日期（默认用报告的，不看时钟）", "the date printed (default: the report's, never the clock)"),
      valueName: "yyyy-mm-dd"
    )
  )
  var date: DateArgument?

  @Option(help: ArgumentHelp(say("另一份字体表", "another font map"), valueName: "file"))
  var fonts: String?

  @Option(help: ArgumentHelp(say("文件格式", "file format"), valueName: "format"))
  var format: Job.Format = .pdf

  @Option(
    help: ArgumentHelp(
      say("只印这些页，如 1-3,5（样张用）", "only these pages, 1-3,5 (of proofs)"),
      valueName: "pages"
    )
  )
  var pages: PageSelection?

  @Option(
    help: ArgumentHelp(say("PNG 每英寸的点数", "pixels an inch of a PNG"), valueName: "number")
  )
  var resolution = 150

  @Option(
    help: ArgumentHelp(
      say("只看一块色版的 PNG：black 或专色名", "a PNG of one plate: black or a spot colour's name"),
      valueName: "name"
    )
  )
  var plate: String?

  func validate() throws {
    guard (10...2400).contains(resolution) else {
      throw ValidationError(say("--resolution 应在 10 到 2400 之间", "--resolution is 10 to 2400"))
    }
    if pages != nil, format == .pdf {
      throw ValidationError(
        say("--pages 用于 --format png 或 svg", "--pages goes with --format png or svg")
      )
    }
    if plate != nil, format != .png {
      throw ValidationError(say("--plate 用于 --format png", "--plate goes with --format png"))
    }
  }

  func apply(to job: inout Job) {
    job.profile = profile
    job.date = date.flatMap { Job.date($0.text) }
    job.fontMap = fonts
    job.format = format
    job.pages = pages
    job.resolution = resolution
    job.plate = plate
  }
}

/// Whether this month goes into the database of months.
struct RecordingOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(say("把本月的数字记入 --history", "record this month's figures in --history"))
  )
  var record = false

  func check(_ history: String?) throws {
    guard record, history == nil else { return }
    throw ValidationError(say("--record 要与 --history 同用", "--record goes with --history"))
  }
}
