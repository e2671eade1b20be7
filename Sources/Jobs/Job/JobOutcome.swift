import Diagnostics
package import PageModel
package import Reports
package import Statistics

/// What a job came to: files in memory when nothing was wrong, findings in any case.
package struct JobOutcome: Sendable {
  /// One file in memory.
  package struct Product: Hashable, Sendable {
    /// The page it shows, from 1; nil when it is the whole document.
    package let page: Int?
    package let bytes: [UInt8]
  }

  /// The files that findings speak of, the findings in the order they were made (raised by
  /// `--strict`), and the times.
  package var progress: Progress
  /// Empty when there are errors.
  package var products: [Product] = []
  /// What is to be recorded once the files are delivered; nil unless the job records.
  package var month: History.Month?
  /// The reports that were read and the checks that were made, for the proof.
  package var reports: [Report] = []
  package var checks: [Dataset.CheckResult] = []
  /// The finished pages; nil when the job did not come so far.
  package var pages: PagedDocument?

  package var isMade: Bool { !products.isEmpty }

  package var pageCount: Int { pages?.pages.count ?? 0 }

  /// The files with their paths.
  ///
  /// - Parameter output: the path asked for.
  /// - Returns: `NAME.pdf`; several pages are `NAME-1.png` ….
  package func parcels(to output: String) -> [Delivery.Parcel] {
    products.map { product in
      guard products.count > 1, output != "-", let page = product.page else {
        return Delivery.Parcel(path: output, bytes: product.bytes)
      }
      let (folder, file) = FilePath.split(output)
      let stem = FilePath.stem(file)
      let name = "\(stem)-\(page)\(file.dropFirst(stem.count))"
      return Delivery.Parcel(path: FilePath.join(folder, name), bytes: product.bytes)
    }
  }
}
