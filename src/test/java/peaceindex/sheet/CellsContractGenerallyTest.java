package peaceindex.sheet;

import java.nio.file.Path;

/** The same of every workbook that is not read the short way. */
class CellsContractGenerallyTest extends CellsContractTest {
  @Override
  SheetReader.Result read(Path file, String shown) {
    return SheetReader.readGenerally(file, shown);
  }
}
