import PageModel

/// Which glyphs stand for which bytes of a run's text, in the order of the text.
///
/// A text reader gets back exactly the run's text: each byte belongs to one cluster.
struct GlyphCluster: Hashable {
  var bytes: Int32
  var glyphs: Int32

  /// Appends the clusters of a run, whose glyphs stand in visual order.
  ///
  /// Text before the first cluster goes with the first, so that nothing is lost.
  static func append(_ run: GlyphRun, to clusters: inout [GlyphCluster]) {
    let glyphs = run.glyphs
    let count = glyphs.count
    var start = 0
    var index = 0
    while index < count {
      let cluster = glyphs[run.isRightToLeft ? count - 1 - index : index].cluster
      var next = index + 1
      while next < count,
        glyphs[run.isRightToLeft ? count - 1 - next : next].cluster == cluster
      {
        next += 1
      }
      let end =
        next < count
        ? Int(glyphs[run.isRightToLeft ? count - 1 - next : next].cluster)
        : run.text.utf8.count
      precondition(end >= start, "shaping gives clusters in the order of the text")
      clusters.append(GlyphCluster(bytes: Int32(end - start), glyphs: Int32(next - index)))
      start = end
      index = next
    }
  }
}
