package peaceindex.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  @TempDir private Path folder;

  /** The checksums are those that sha256sum prints. */
  @ParameterizedTest(name = "{1} bytes")
  @CsvSource({
    "'',  0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, 3, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  })
  void isSizeAndChecksumOfTheContent(String content, long bytes, String sha256) throws IOException {
    Path file = Files.writeString(folder.resolve("a"), content, StandardCharsets.UTF_8);
    assertThat(Fingerprint.of(file, "input/a"))
        .isEqualTo(new Fingerprint("input/a", bytes, sha256));
  }

  @Test
  void ofWhatCannotBeReadNothingIsKnown() {
    Fingerprint none = Fingerprint.of(folder.resolve("none"), "input/none");
    assertThat(none).isEqualTo(new Fingerprint("input/none", -1, ""));
    assertThat(none.isKnown()).isFalse();
  }

  @Test
  void aFileLargerThanAnyReturnIsNotReadThrough() throws IOException {
    Path file = folder.resolve("large");
    try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(Guard.MAX_FILE + 1);
    }
    assertThat(Fingerprint.of(file, "large"))
        .isEqualTo(new Fingerprint("large", Guard.MAX_FILE + 1, ""));
  }
}
