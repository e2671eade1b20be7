package import Diagnostics
import DocumentModel
import Geometry
import OrderedCollections
package import Reports
package import Statistics
import Typography

/// A layout, read and found right: ready to make documents of reports.
package struct Template: Sendable {
  package let name: String
  /// What the layout is called, `工作简报`.
  package let title: String
  package let about: String?
  /// What the issuer fills in, in the order of the layout.
  package let parameters: [Parameter]
  /// What the layout wants to know: pass it to `Statistics` and give back the `Dataset`.
  package let plan: StatisticsPlan
  /// The characters that reports are turned into, if the layout asks for any.
  package let script: ReportOptions.TargetScript?

  let page: PageGeometry
  let palette: InkPalette
  let styles: StyleSheet
  let tableStyles: OrderedDictionary<String, TableStyle>
  let parts: [ReportPart: String]
  /// The headings of sections that the text of their first paragraph goes on behind (接排).
  let runIn: Set<ReportPart>
  let masters: Masters
  let components: OrderedDictionary<String, Component>
  let info: Info
  /// How notes are set; nil where the layout has none.
  let notes: NoteSetting?
  let body: [TemplateBlock]

  /// What goes into the file's metadata, before its placeholders are filled.
  struct Info: Sendable {
    var title: LayoutString?
    var author: LayoutString?
    var subject: LayoutString?
    var keywords: [LayoutString] = []
  }

  /// Running heads and feet, before their placeholders are filled.
  struct Masters: Sendable {
    struct Master: Sendable {
      var header: Running?
      var footer: Running?
    }

    struct Running: Sendable {
      var text: LayoutString
      var style: String
      var alignment: ParagraphStyle.Alignment?
      var inset: Length
      var distance: Length
    }

    var first: Master?
    var odd = Master()
    var even = Master()
  }

  /// A piece of layout that is used by name.
  struct Component: Sendable {
    struct Parameter: Sendable {
      var name: String
      var isOptional: Bool
    }

    var parameters: [Parameter]
    /// The ids of its blocks, known only inside it.
    var ids: Set<String>
    var body: [TemplateBlock]
  }
}

/// What the issuer of a bulletin fills in.
package struct Parameter: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case text, integer, date, list, flag, choice
  }

  package let name: String
  package let kind: Kind
  /// What it is called, for forms and messages.
  package let title: String
  package let isOptional: Bool
  package let minimum: Int?
  package let maximum: Int?
  package let choices: [String]
  package let span: Span?
  /// The default as written; several strings for a list.
  let defaultValue: [LayoutString]?

  /// Whether it must be given.
  package var isRequired: Bool { !isOptional && defaultValue == nil }
}
