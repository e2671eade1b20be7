import Foundation
import Fuzzers
import TestSupport

/// The program that libFuzzer runs: one of the fuzzers, named by `KANYIN_FUZZER`.
private let fuzzer: Fuzzer = {
  let name = ProcessInfo.processInfo.environment["KANYIN_FUZZER"] ?? ""
  guard let fuzzer = Fuzzer.named(name) else {
    fatalError("KANYIN_FUZZER names one of \(Fuzzer.all.map(\.name))")
  }
  return fuzzer
}()

/// More than this of the processor for one input is a fault, whatever else the machine does.
private let mostSeconds = 2.0

/// Reads any bytes; a trap, a fault that is named and a long wait are what is looked for.
@_cdecl("LLVMFuzzerTestOneInput")
public func readBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let fuzzer = fuzzer
  let begin = processorSeconds()
  let fault = fuzzer.read(Array(UnsafeBufferPointer(start: start, count: count))).fault
  if let fault { fatalError("\(fuzzer.name): \(fault)") }
  let seconds = processorSeconds() - begin
  guard seconds < mostSeconds else {
    fatalError("\(fuzzer.name): \(count) bytes take \(seconds) seconds")
  }
  return 0
}

private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

// MARK: - Mutation

/// What libFuzzer itself does to bytes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int) -> Int

/// Half of all changes are libFuzzer's, of bytes; the others are of characters, words, elements.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>,
  _ count: Int,
  _ most: Int,
  _ seed: CUnsignedInt
) -> Int {
  var lot = Lot(UInt64(seed))
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  guard lot.below(2) == 0, let text = String(validating: bytes, as: UTF8.self) else {
    return mutateBytes(data, count, most)
  }
  let mutated = Array(changed(text, &lot).utf8)
  guard mutated.count <= most, mutated != bytes else { return mutateBytes(data, count, most) }
  data.update(from: mutated, count: mutated.count)
  return mutated.count
}

private func changed(_ text: String, _ lot: inout Lot) -> String {
  guard !text.isEmpty else { return lot.one(of: fuzzer.words) }
  guard !elements.isEmpty, text.contains(">"), lot.below(2) == 0 else {
    return SourceMutation.characters(text, with: fuzzer.words, &lot)
  }
  return SourceMutation.elements(text, wrappers: elements, scraps: fuzzer.words, &lot)
}

/// The words that open an element, each with what closes it.
private let elements: [(String, String)] = fuzzer.words.compactMap { word in
  guard word.first == "<", word.last == ">", !word.hasSuffix("/>") else { return nil }
  let name = word.dropFirst().prefix { $0.isLetter || $0 == ":" || $0 == "-" }
  let isOne = word.filter { $0 == "<" }.count == 1
  return isOne && !name.isEmpty ? (word, "</\(name)>") : nil
}
