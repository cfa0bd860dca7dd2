package peaceindex.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells one content of a file from any other, so that a result can be held against the files
 * that it came from.
 *
 * @param file as outputs show it
 * @param bytes its size; -1 if it could not be read
 * @param sha256 its SHA-256 as 64 hexadecimal digits; empty if it could not be read, or is so large
 *     that it is refused unread
 */
public record Fingerprint(String file, long bytes, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** Looked up once a thread. */
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(Fingerprint::newDigest);

  /**
   * Reads a file through. A file that cannot be read is no fault here: who wants its content will
   * say so.
   *
   * @param shown as outputs show it
   */
  public static Fingerprint of(Path file, String shown) {
    try {
      long size = Files.size(file);
      return new Fingerprint(shown, size, size > Guard.MAX_FILE ? "" : sha256(file));
    } catch (IOException e) {
      return unknown(shown);
    }
  }

  /** Whether the content is known. */
  public boolean isKnown() {
    return !sha256.isEmpty();
  }

  /** The fingerprint of a file whose content is held. */
  static Fingerprint of(byte[] content, String shown) {
    byte[] digest = DIGEST.get().digest(content);
    return new Fingerprint(shown, content.length, HexFormat.of().formatHex(digest));
  }

  /** That of a file that cannot be read. */
  public static Fingerprint unknown(String shown) {
    return new Fingerprint(shown, -1, "");
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has to have it.
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = DIGEST.get();
    digest.reset();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = FileBytes.open(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
