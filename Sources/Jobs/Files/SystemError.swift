import Diagnostics
import Foundation

/// Why the system refused, in words.
struct SystemError: Error, Hashable {
  let number: Int32

  init(number: Int32) {
    self.number = number
  }

  /// The error of the call just made.
  static var last: SystemError { SystemError(number: errno) }

  /// The reason in both languages; the system's own words are of one language and one locale.
  var reason: Bilingual {
    switch number {
    case ENOENT: Bilingual("没有这个文件或文件夹", "no such file or folder")
    case EACCES, EPERM: Bilingual("没有权限", "permission denied")
    case EISDIR: Bilingual("这是文件夹，不是文件", "it is a folder, not a file")
    case ENOTDIR: Bilingual("路径当中有一段不是文件夹", "a part of the path is not a folder")
    case ENOSPC, EDQUOT: Bilingual("磁盘已满", "the disk is full")
    case EROFS: Bilingual("磁盘是只读的", "the disk is read-only")
    case ENAMETOOLONG: Bilingual("文件名太长", "the name is too long")
    case EFBIG: Bilingual("文件太大", "the file is too large")
    case EMFILE, ENFILE: Bilingual("打开的文件太多", "too many open files")
    default: Bilingual("系统错误 \(number)", "system error \(number)")
    }
  }
}
