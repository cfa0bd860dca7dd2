package peaceindex.sheet;

/**
 * Whether bytes are characters of XML in UTF-8, as strictly as Java's decoder and parser see it.
 */
final class Utf8 {
  private Utf8() {}

  /**
   * Looks at all bytes above ASCII.
   *
   * @throws Unusual if they are no characters, or U+FFFE or U+FFFF, which are none in XML
   */
  static void require(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end) {
      int first = bytes[i];
      if (first >= 0) {
        i++;
        continue;
      }
      int more = (first & 0xE0) == 0xC0 ? 1 : (first & 0xF0) == 0xE0 ? 2 : 3;
      boolean begins = more < 3 || (first & 0xF8) == 0xF0;
      if (!begins || i + more >= end) {
        throw new Unusual();
      }
      int character = first & (0x3F >> more);
      for (int k = 1; k <= more; k++) {
        int next = bytes[i + k];
        if ((next & 0xC0) != 0x80) {
          throw new Unusual();
        }
        character = character << 6 | (next & 0x3F);
      }
      if (!isCharacter(character, more)) {
        throw new Unusual();
      }
      i += more + 1;
    }
  }

  private static boolean isCharacter(int character, int more) {
    return switch (more) {
      case 1 -> character >= 0x80;
      case 2 ->
          character >= 0x800 && (character < 0xD800 || character > 0xDFFF) && character < 0xFFFE;
      default -> character >= 0x10000 && character <= Character.MAX_CODE_POINT;
    };
  }
}
