/// The Han characters that are written every day: level 1 of GB 2312-80 (rows 16 to 55) or of Big5
/// (A440 to C67E).
///
/// Kept as a table because ICU's take milliseconds to ask, and every line of every report is looked
/// at; a test makes it again from ICU's.
enum EverydayHan {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value >= first, value <= last else { return false }
    let place = Int(value - first)
    return table[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private static let first: UInt32 = 0x4E00
  private static let last: UInt32 = 0x9FFF

  /// A bit for each character of the range.
  private static let table: [UInt64] = {
    var table = [UInt64](repeating: 0, count: Int(last - first + 1) >> 6)
    var place = 0
    for digit in bits.utf8 {
      guard let value = sixBits(digit) else { continue }
      // Base64 gives the bits of a byte from the highest, a character's bit is counted from the
      // lowest.
      for bit in 0..<6 where value >> UInt8(5 - bit) & 1 == 1 {
        let byte = (place + bit) >> 3
        let index = byte << 3 | 7 - (place + bit) & 7
        table[index >> 6] |= 1 << UInt64(index & 63)
      }
      place += 6
    }
    return table
  }()

  private static func sixBits(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x41...0x5A: digit - 0x41
    case 0x61...0x7A: digit - 0x61 + 26
    case 0x30...0x39: digit - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  /// The bits in base64.
  private static let bits = """
    i297//QsFW8o+13jQwILQETbNs72ewyE+2z6wzgUzagC7qPHUYRRNcjhu34JkinMWKnCKOnD4IAcxIPlA+IKRUG6Vodq\
    LwBUiNIgFCCg8KQhIUIHDLGsSKDAYgSgYioKNQM1gQIEjJn7O7YUpHv7OyE3pho1lO0oUboCOBOgS6/LRcYvMU/BL458\
    UzighrSgjCcK6AsfDsiKCqTrXAApzWGh4SILhALOq8f+VNfIu4t0GiClZCMEiA4/0ot9/+8bWv+v6MH7eltNRSEZBAHq\
    OVHYZQbAnwqp12OCgGJnBDTCghEAkNCKQVqE4NB6RABZnQ4Qt4BcjgjgQgqUeoHAYEFj0YkAwleKAECIAjSfUgOhwCEA\
    KEHQEAcXAmwVLBPkWCtMgQizCUyB5IPsU4aAEBwIDAhNSAAADEgQgBEAgAZkBiIgE4QzAAAclkUEKCBiKQQM0kBDCECi\
    QCrDFNpJJpCgcJa17pJHkMvzBaVmWCPeJUxiOMEISmAsHxVoFQCImhIKmSkCQhBDBgAERATQgAAABAyAAAxwBhLAAUoC\
    IAgAGwAgEAQRAQkAu79YDiulqpuAf39MeeP0EA3g9lthn9LvUiWUEIL3Z+8jcTeRAoIGEJMIAiqKgQAABAJCJVEowkDS\
    CpQiEACAEAEAAIIAAJAAECAAAAA1ACJUYOZLnmBuEWO94GjIIS0QsIgOCFz70IT51sEo4EEWB0ikDRDIxB+NvInhoqIW\
    QFWsInQ+g5qzH4dTA1egImgwwCOBDCKpB8B0OKOPIAhIKCUCPL9JkDAyUIRJkXQ54AwilcPrWw5D4yScmACQwJB5IqWM\
    SeFQBEwTBJBbRECELwQASADk1QH1Z40GRN3Ag2seCcj6SdJRBu4NNxkisvR73Z/s85rwhkNC7DuNAGRk8iHAjkvGDJ2T\
    RQuvF4gFQaJFDApmECJnoNlQADRQZNAFFoGAogAPpAEvRjR6Ldi2bBRFRTCXTEGAFDMYnEDLIJPya0wQtQGMGKOasrqB\
    MiLYwADlM8IExdQ4gLGhAlAumixkUMHRRJQjwiEESRID0AJAMkESndMJK7CowP0yJE3Cy9Ajpa/QkgqpNAyM0QEQgB92\
    JZI6gKCJygECBoAzbxEbACgDQIBuAJigxqErABEqpIWJQCYOIGAEAAAgAaAABBhsCWmgEkQAMBhIaZAICjgJCAAhCCAm\
    BArCCgQiJ5AJAIMGCAJAEQCREA3QCAkMAAgsIBAADBAEQQCPAARkgFIBkv4EhJtIDkABEMC0lGOo/A4CmAAgIIFbiNzZ\
    GUGHYqHqEwVVZm6zVYvyXAr7MhboWC+FKzgCWIRIoE5me+JMCgZgVpADpFc4qNrHJJHxGEZHUl2qDiAkkS57shRFGGRQ\
    iYjCBMAoAkExpIxQFLYYOkRyk5TARoA4AA2eDsEAIBLZUeABFVFBgBDTAFoCDwAkiRPaA0RAiiKtAAEFQAAQAkEYqGHx\
    AEY0AhD4CDcOhQCL0LqAIgAGIBZCAEEAQFJAUvBTACAQhBSCABECQhhDJZLhcBBZQCABCAA142/AEUSrh4I0JhMERAiE\
    kEACFUGBQgNygzMAQEgaIE7QwDBAgQAAIaUN0QpAiCCLjQgBJAFAAWQAQGgmAQhkhXiUAgAg3himQUAJCADRyAMBoACE\
    UBRdQMAAEDAglWQ7rykg2BA2ZAxRgcCMgqY+yCxzpCc0Sw0EH4YDKgiA1w4QBUQQRIEuUgZ51ElKBABAE4Rs5dfZusQU\
    U4IKAIABg8BVA4AAWG4dAKKwWAbAoTYJuIAAiBws6gjgBjBUpKEglUEpQCQgANiAkAByioGIAhtUIgwhBICRkAQCQAAC\
    QBwAVMMD4eQhIYCFEuAAAMBECu5LKwaB2IIBKSFpkNQBQIq4QXiAAAcK0IYaIeaxIcYAhLAMQMIpoECmQAgSSkFRABRA\
    qlcIgUCgQpGosCADIhIB0xIIClNCgkCAMAJAigyA4QkwAYA5UAwoAAKkgTBEKmIABGDyhYABSfUusR6HyA8SXQAhSEZB\
    DwICgApQBTA37YAEBGcJkxQKAAcDaAjItuJqATRGAi4IMgSQWBDVnO6n+OUu9+wmubFxQnglAUNQJRARs4QERqUCIF0Q\
    RBKDRLMiUDSBA0ILGns4pxNABUipRBxURQCEz+D4GkgtN84WxFtQQHwyoFs1ZIdLBBiKA0NAXDsAYEgbzwWFAD0BAwjk\
    TaIAhaw1GFzlNxXYBB3jAoAIAANAwI9EBCgEsmiwi2uAoJ7Y6IgCAn5CgACAGXYDSYYVBJqIgBlARkxBhQiGIqKUEJAB\
    ghchmHwAILARIjFAAoAISjqiAAQIAVIAAASRUQ5KoABQAIBAAJoEKjiAMAgHAEIAJxBAkAQSGECHAQYAoiEgMAaADsAM\
    ggQAIACBAMAz3IAIAm4HFCgQGIZiANEOEcoQYAFKzQWsESYCkIiAUqgCQQFQAQwgAMAECAgMQQkGAAGQBEogIDCADgBC\
    CiEwmCouGYEiFilEUAAoAgAmBDSzEoEYI4QELQQiDEQpEABAwBGUBIBKiEgQQBQEJHcDFABIABARDdXrqSwkUlxCAHFI\
    TXsPGqA2KkX7BUWSlCpEGMBoylUXRIEqARkAAkLCAJdAmJEgAQRMFD7rTfdzN6Js7ri2bWptiRRcM5OAQlMxBAY8CAYE\
    Nghgh5/cub8FDlBfNBA9IKXI6P7/s9ce3FFN3yj5ACIMIIIIARhESFgCrFKFKBQAlAHgBg4yAhQPIIJYMFSUpi4KAAKc\
    BAQBvBSIAAAAWQgGPPhghgjJNGIQgMLTEahoB+vaSOsHYvZBE/t0LZEnb6b17g1AZlmG7Lt7LWO0tZ+NKwBMxGILCkQC\
    IIYhMGEEAoRDgCATAgA/hGQoVvKBiAoEXAhYEgTj/oMzyCIgAIAiM0AIAJDjISqCDBAAEBkhAEoRABGMGKIABAAQBAER\
    EAAhB0fJSAAALBAMIBAhQAQE0AUEUAkACCHCsRYBACAIAAABAEgsBRAABgAZBIXwAEMM4udDKkhvAAAwCjBHRTMZgwZ6\
    4QEKgyQDEAggwYANyh4BOiMCCEAdcRAG5ZUvJ0ITkAJUfoj1OSFpHhf9IXDsMRuABVJL875kWgyHxErR4kpQkAQFYxQB\
    RFpHA1gQIKgAAUkgAABKGggQwCJoim4VjxESKIELQPAISaCI4+72BcsxkYFKFBBAAMmEphRwKBYNTQJBIOAgAqZQIOBn\
    lGKJRAIgcRoAAgAnqgQgAoACQEACAAihQCkgoIwk9Fta1JiCBBKBgRECgF4BQuAACEggAASsAQYQNuASBQCAgAAAAAIA\
    AGwAAAEHQAiAAQAgACAIACAgAkgAAtCAAACAEQIgABAQAAABCABAQCACWABIAiQISAEAiAAAAiADFAQAAAIAAACAEAEE\
    AIgAIAAABgAAAMxqoCigKIQAABAAIbIECIygYAIwWBjwEnkBgZAAgEAoAgGQEEgADAWQyhSEgBAoEZYAAAAAAAAAAAAA\
    AAA=
    """
}
