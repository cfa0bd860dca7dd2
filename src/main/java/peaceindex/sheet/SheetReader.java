package peaceindex.sheet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.CellRef;
import peaceindex.problem.Problem;

/**
 * Opens one file, by its content and not by its name, behind one guard: whatever a file holds, the
 * result is a workbook or one problem, within bounds of time and memory. The file is only read.
 *
 * <p>Usual workbooks are read the short way first, which gives up wherever it is not certain of
 * what the general way would say; it never refuses anything itself.
 *
 * <p>Read are .xlsx and .xlsm (usual and strict), .xls of Excel 97 to 2003 and WPS .et, XML
 * spreadsheets of Excel 2003, web pages with tables, and text in columns. A name that says
 * something else is a warning. Macros are never run and links to other files never followed.
 */
public final class SheetReader {

  /** Enough to tell what a file is. */
  private static final int HEAD = 4096;

  /** Files up to this size are held in memory while they are read. */
  private static final int MAX_HELD = 16 << 20;

  private static final Pattern ROOT =
      Pattern.compile(
          "\\A\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>]*>\\s*)*<([\\w:.-]+)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /**
   * A workbook, perhaps with a warning about its file; or else the problem that stands in its way.
   *
   * @param content of which bytes this is said
   */
  public record Result(
      Fingerprint content, Optional<Workbook> workbook, Optional<Problem> problem) {}

  /** What was read, and as what. */
  private record Opened(Format format, Workbook workbook) {}

  private SheetReader() {}

  /**
   * Reads a file.
   *
   * @param shown the file as problems and origins show it
   */
  public static Result read(Path file, String shown) {
    return new Reading(file, shown, new KnownParts()).result();
  }

  /** Reads a file without trying the short way that is made for usual workbooks. */
  static Result readGenerally(Path file, String shown) {
    return new Reading(file, shown, null).result();
  }

  /** A file to be read. */
  static final class Reading {
    private final Path file;
    private final String shown;
    private final @Nullable KnownParts known;
    private volatile Fingerprint content;
    private volatile @Nullable Result read;
    private Guard.@Nullable Begun<Result> work;

    /**
     * @param known what was read of other files; {@code null} if only the general way is taken
     */
    Reading(Path file, String shown, @Nullable KnownParts known) {
      this.file = file;
      this.shown = shown;
      this.known = known;
      this.content = Fingerprint.unknown(shown);
    }

    /** Begins to read the file in a thread of its own. */
    Guard.Begun<Result> begin() {
      Guard.Begun<Result> begun = Guard.begin(this::read);
      work = begun;
      return begun;
    }

    /** Reads the file in the thread that asks; what is wrong with it is not said yet. */
    void tryToRead() {
      try {
        read = read();
      } catch (Exception | Error e) {
        // It is read once more on its own, and then refused.
      }
    }

    /** The file's bytes are read once, if they can be held. */
    private Result read() throws IOException, XMLStreamException, GeneralSecurityException {
      byte[] bytes;
      try (InputStream in = FileBytes.open(file)) {
        bytes = in.readNBytes(MAX_HELD + 1);
      }
      if (bytes.length > MAX_HELD) {
        content = Fingerprint.of(file, shown);
        return result(SheetReader.open(file, Files.size(file), shown));
      }
      content = Fingerprint.of(bytes, shown);
      Optional<Workbook> workbook =
          known == null ? Optional.empty() : readShortly(bytes, shown, known);
      return result(
          workbook.isPresent()
              ? new Opened(Format.XLSX, workbook.get())
              : SheetReader.open(file, bytes.length, shown));
    }

    private Result result(Opened opened) {
      Format format = opened.format();
      return new Result(
          content,
          Optional.of(opened.workbook()),
          format.isBeliedBy(shown) ? Optional.of(format.misleading(shown)) : Optional.empty());
    }

    /** What was read; waits for it. */
    Result result() {
      Result before = read;
      return before == null ? alone() : before;
    }

    private Result alone() {
      try {
        return (work == null ? begin() : work).result();
      } catch (Refused e) {
        return refused(e);
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        return refused(why(cause == null ? e : cause, shown));
      }
    }

    private Result refused(Refused why) {
      return new Result(content, Optional.empty(), Optional.of(why.at(CellRef.file(shown))));
    }

    /** Gives the file up. */
    void cancel() {
      if (work != null) {
        work.cancel();
      }
    }
  }

  /**
   * Reads a workbook as programs usually write them; empty where anything at all is not as usual,
   * or wrong: then the general way through the file decides.
   */
  static Optional<Workbook> readShortly(byte[] bytes, String shown, KnownParts known) {
    if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K' || bytes[2] != 3 || bytes[3] != 4) {
      return Optional.empty();
    }
    try (Container container = new UsualContainer(bytes, known)) {
      return Optional.of(XlsxReader.readShortly(container, shown));
    } catch (IOException | XMLStreamException | RuntimeException e) {
      Guard.checkTime();
      return Optional.empty();
    }
  }

  private static Refused why(Throwable fault, String shown) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused;
      }
    }
    if (fault instanceof EncryptedDocumentException || fault instanceof GeneralSecurityException) {
      return Refused.encrypted();
    }
    if (fault instanceof OldExcelFormatException) {
      return Refused.unreadFormat("content.oldExcel");
    }
    if (fault instanceof AccessDeniedException || fault instanceof FileNotFoundException) {
      return Refused.noPermission(shown);
    }
    // The text of a library's exception may quote the file, so only its kind is told.
    return Refused.damaged("damage.content", "kind", fault.getClass().getSimpleName());
  }

  private static Opened open(Path file, long size, String shown)
      throws IOException, XMLStreamException, GeneralSecurityException {
    Guard.silencePoi();
    if (size > Guard.MAX_FILE) {
      throw Refused.tooLarge("bound.megabytes", size >> 20, Guard.MAX_FILE >> 20);
    }
    if (size == 0) {
      throw Refused.unreadFormat("content.empty");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    FileMagic magic = FileMagic.valueOf(head);
    return switch (magic) {
      case OOXML -> {
        try (Container container = GeneralContainer.open(file)) {
          yield new Opened(Format.XLSX, XlsxReader.read(container, shown));
        }
      }
      case OLE2 -> {
        Ole2.Content content = Ole2.read(file, shown);
        yield new Opened(content.format(), content.workbook());
      }
      case BIFF2, BIFF3, BIFF4 -> throw Refused.unreadFormat("content.oldExcel");
      case PDF -> throw Refused.noSpreadsheet("content.pdf");
      case JPEG, GIF, PNG, TIFF, WMF, EMF, BMP -> throw Refused.noSpreadsheet("content.picture");
      case RTF, MSWRITE, WORD2 -> throw Refused.noSpreadsheet("content.document");
      default -> {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (isArchive(start)) {
          throw Refused.noSpreadsheet("content.archive");
        }
        if (isPicture(start)) {
          throw Refused.noSpreadsheet("content.picture");
        }
        if (size > Guard.MAX_TEXT_FILE) {
          throw Refused.tooLarge("bound.megabytes", size >> 20, Guard.MAX_TEXT_FILE >> 20);
        }
        yield openText(Files.readAllBytes(file), shown);
      }
    };
  }

  /** RAR, 7-Zip and gzip; a zip is looked into. */
  private static boolean isArchive(String head) {
    return head.startsWith("Rar!")
        || head.startsWith("7z\u00BC\u00AF")
        || head.startsWith("\u001F\u008B");
  }

  /** What telephones make and POI does not know: any JPEG, HEIC, WebP. */
  private static boolean isPicture(String head) {
    return head.startsWith("\u00FF\u00D8\u00FF")
        || head.startsWith("ftyphei", 4)
        || (head.startsWith("RIFF") && head.startsWith("WEBP", 8));
  }

  private static Opened openText(byte[] bytes, String shown) throws XMLStreamException {
    String text = Encoding.decode(bytes).orElseThrow(() -> notText(bytes));
    String head = text.substring(0, Math.min(text.length(), HEAD)).stripLeading();
    if (!head.startsWith("<")) {
      return new Opened(Format.DELIMITED, DelimitedReader.read(text, shown, sheetName(shown)));
    }
    Matcher root = ROOT.matcher(head);
    String name = root.find() ? root.group(1) : "";
    if (name.endsWith("Workbook") && head.contains("schemas-microsoft-com:office:spreadsheet")) {
      return new Opened(Format.SPREADSHEET_ML, SpreadsheetMlReader.read(text, shown));
    }
    if (name.startsWith("office:document")) {
      throw Refused.unreadFormat("content.ods");
    }
    if (head.toLowerCase(Locale.ROOT).startsWith("<?xml") && !name.equalsIgnoreCase("html")) {
      throw Refused.unreadFormat("content.xml");
    }
    return new Opened(Format.HTML, HtmlReader.read(text, shown, sheetName(shown)));
  }

  private static Refused notText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < '\t') {
        return Refused.unreadFormat("content.unknown");
      }
    }
    return Refused.unreadFormat("content.encoding");
  }

  /** A text has no sheet names; Excel shows it as a sheet named after the file, and so do we. */
  private static String sheetName(String shown) {
    String name = shown.substring(shown.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
