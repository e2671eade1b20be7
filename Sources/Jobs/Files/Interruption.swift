import Foundation

/// What happens on Ctrl-C: temporary files are removed and the process ends with status 130.
package enum Interruption {
  /// Watches for SIGINT and SIGTERM.
  ///
  /// To be called first of all: the signals are blocked in every thread made afterwards, and one
  /// thread waits for them, which may then do what a signal handler must not (take a lock).
  package static func watch(_ temporaryFiles: TemporaryFiles) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let watched = signals
    Thread.detachNewThread {
      var awaited = watched
      var signal: Int32 = 0
      while sigwait(&awaited, &signal) != 0 {}
      let status = 128 + signal
      temporaryFiles.removeAllForGood { _exit(status) }
    }
  }
}
