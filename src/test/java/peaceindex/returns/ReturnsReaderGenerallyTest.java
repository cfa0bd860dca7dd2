package peaceindex.returns;

import java.io.IOException;
import java.nio.file.Path;
import peaceindex.workbooks.OddZip;

/** The same of returns that are not read the short way. */
class ReturnsReaderGenerallyTest extends ReturnsReaderTest {
  @Override
  void prepare(Path input) throws IOException {
    OddZip.everywhere(input);
  }
}
