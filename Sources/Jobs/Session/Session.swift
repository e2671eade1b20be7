/// One run of the program: what commands share.
package struct Session: Sendable {
  package let console: Console
  package let installation: Installation
  package let temporaryFiles: TemporaryFiles

  package init(console: Console, installation: Installation, temporaryFiles: TemporaryFiles) {
    self.console = console
    self.installation = installation
    self.temporaryFiles = temporaryFiles
  }
}
