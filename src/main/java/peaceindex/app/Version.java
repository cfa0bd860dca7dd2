package peaceindex.app;

import java.util.Optional;
import picocli.CommandLine;

/** The version of the jar, and of the Java it runs on. */
final class Version implements CommandLine.IVersionProvider {

  /** The version of this program; {@code dev} when it runs from classes. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"peace-index " + number() + " (Java " + Runtime.version() + ")"};
  }
}
