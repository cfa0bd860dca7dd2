package peaceindex.sheet;

import java.nio.file.Path;

/** The same of every workbook that is not read the short way. */
class SheetReaderGenerallyTest extends SheetReaderTest {
  @Override
  SheetReader.Result read(Path file, String shown) {
    return SheetReader.readGenerally(file, shown);
  }
}
