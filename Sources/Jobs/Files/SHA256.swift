import Diagnostics

/// The digest of FIPS 180-4, by which a batch knows what it has made.
package struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var count = 0

  package init() {}

  /// The digest of some bytes, in 64 hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.add(bytes)
    return digest.finish()
  }

  package mutating func add(_ bytes: [UInt8]) {
    count += bytes.count
    pending += bytes
    let whole = pending.count - pending.count % 64
    var schedule = [UInt32](repeating: 0, count: 64)
    for start in stride(from: 0, to: whole, by: 64) { compress(at: start, &schedule) }
    pending.removeFirst(whole)
  }

  package consuming func finish() -> String {
    let bits = UInt64(count) * 8
    var padding: [UInt8] = [0x80]
    padding += [UInt8](repeating: 0, count: (119 - count % 64) % 64)
    padding += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    add(padding)
    return state.map { String($0, digits: 8, radix: 16) }.joined()
  }

  /// One block of 64 bytes (FIPS 180-4, 6.2.2).
  private mutating func compress(at start: Int, _ w: inout [UInt32]) {
    for t in 0..<16 {
      w[t] = (0..<4).reduce(0) { $0 << 8 | UInt32(pending[start + 4 * t + $1]) }
    }
    for t in 16..<64 {
      let small0 = Self.turn(w[t - 15], 7) ^ Self.turn(w[t - 15], 18) ^ (w[t - 15] >> 3)
      let small1 = Self.turn(w[t - 2], 17) ^ Self.turn(w[t - 2], 19) ^ (w[t - 2] >> 10)
      w[t] = w[t - 16] &+ small0 &+ w[t - 7] &+ small1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let large1 = Self.turn(e, 6) ^ Self.turn(e, 11) ^ Self.turn(e, 25)
      let first = h &+ large1 &+ ((e & f) ^ (~e & g)) &+ Self.constants[t] &+ w[t]
      let large0 = Self.turn(a, 2) ^ Self.turn(a, 13) ^ Self.turn(a, 22)
      let second = large0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }

  /// FIPS 180-4, 4.2.2: the fractional parts of the cube roots of the first 64 primes, in 32 bits.
  private static let constants: [UInt32] = {
    let primes = (2..<312).filter { number in (2..<number).allSatisfy { number % $0 != 0 } }
    return primes.map { UInt32(truncatingIfNeeded: cubeRoot(of: UInt64($0))) }
  }()

  /// The cube root of a small number times 2³², rounded down; exact, digit by digit.
  private static func cubeRoot(of number: UInt64) -> UInt64 {
    var root: UInt64 = 0
    for bit in stride(from: 34, through: 0, by: -1) {
      let trial = root | 1 << UInt64(bit)
      // trial³ ≤ number × 2⁹⁶, in 128 bits: trial has 35 bits at most.
      if UInt128(trial) * UInt128(trial) * UInt128(trial) <= UInt128(number) << 96 { root = trial }
    }
    return root
  }
}
