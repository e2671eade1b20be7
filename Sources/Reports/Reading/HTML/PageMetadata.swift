import Containers
import Diagnostics
import WritingSystems

/// What a page says of its report in `<meta>` elements, by the names of the government site standard
/// (《政府网站发展指引》, 2017, appendix 2) and those that news sites use.
struct PageMetadata {
  private(set) var source: SourcedText?
  private(set) var published: PartialDate?

  init(_ page: Page) {
    for node in page.tree.nodes.indices where page.tree.nodes[node].name == "meta" {
      let name =
        page.tree.value("name", of: node) ?? page.tree.value("property", of: node)
        ?? page.tree.value("itemprop", of: node)
      guard let name = name?.lowercased(),
        let value = page.text(of: page.tree.attribute("content", of: node))?.collapsed(),
        !value.isEmpty
      else { continue }
      if Self.sources.contains(name) { source = source ?? value.sourced() }
      if Self.dates.contains(name) {
        published = published ?? DateReading.first(in: value.scalars)?.date
      }
    }
  }

  private static let sources: Set<String> = [
    "contentsource", "source", "mediaid", "article:source",
  ]
  private static let dates: Set<String> = [
    "pubdate", "publishdate", "publish-date", "article:published_time", "datepublished",
    "firstpublishedtime", "og:release_date", "weibo:article:create_at",
  ]
}
