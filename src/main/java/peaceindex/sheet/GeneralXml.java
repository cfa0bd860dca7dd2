package peaceindex.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Any XML, in whatever encoding, by Java's own parser. */
final class GeneralXml extends Xml {
  private final XMLStreamReader reader;
  private final Closeable source;

  /** Where the encoding is named, if it is. */
  private static final int HEAD = 256;

  private static final Pattern ENCODING =
      Pattern.compile("\\A<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private final StringBuilder before = new StringBuilder();
  private String value = "";
  private int depth;
  private boolean start;

  private GeneralXml(XMLStreamReader reader, Closeable source) {
    this.reader = reader;
    this.source = source;
  }

  /** Reads XML in the encoding that it begins with or names, else in UTF-8. */
  static GeneralXml of(InputStream in) throws IOException, XMLStreamException {
    return of(characters(in));
  }

  /** The parser's own decoder writes to the console when a byte is wrong; this one only throws. */
  private static Reader characters(InputStream bytes) throws IOException, XMLStreamException {
    PushbackInputStream in = new PushbackInputStream(bytes, HEAD);
    byte[] head = in.readNBytes(HEAD);
    String start = new String(head, StandardCharsets.ISO_8859_1);
    Charset charset;
    int mark = 0;
    if (start.startsWith("\u00EF\u00BB\u00BF")) {
      charset = StandardCharsets.UTF_8;
      mark = 3;
    } else if (start.startsWith("\u00FE\u00FF") || start.startsWith("\u0000<")) {
      charset = StandardCharsets.UTF_16BE;
      mark = start.charAt(0) == 0 ? 0 : 2;
    } else if (start.startsWith("\u00FF\u00FE") || start.startsWith("<\u0000")) {
      charset = StandardCharsets.UTF_16LE;
      mark = start.charAt(0) == '<' ? 0 : 2;
    } else {
      Matcher named = ENCODING.matcher(start);
      charset = named.find() ? charset(named.group(1)) : StandardCharsets.UTF_8;
    }
    in.unread(head, mark, head.length - mark);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset charset(String name) throws XMLStreamException {
    try {
      Charset charset = Charset.forName(name);
      // What can be read to here has one byte a letter, whatever it says.
      return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalArgumentException e) {
      throw new XMLStreamException("encoding", e);
    }
  }

  static GeneralXml of(Reader in) throws XMLStreamException {
    return new GeneralXml(factory().createXMLStreamReader(in), in);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  @Override
  boolean next() throws XMLStreamException {
    before.setLength(0);
    Guard.checkTime();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > Guard.MAX_DEPTH) {
            throw Refused.unsafe("unsafe.depth");
          }
          start = true;
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          start = false;
          return true;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw Refused.unsafe("unsafe.doctype");
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          // One more than a cell may hold is enough to refuse it.
          int room = Guard.MAX_CHARACTERS + 1 - before.length();
          before.append(
              reader.getTextCharacters(),
              reader.getTextStart(),
              Math.max(0, Math.min(room, reader.getTextLength())));
        }
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
    return false;
  }

  @Override
  boolean isStart(String name) {
    return start && reader.getLocalName().equals(name);
  }

  @Override
  boolean isEnd(String name) {
    return !start && reader.getLocalName().equals(name);
  }

  @Override
  boolean isStart() {
    return start;
  }

  @Override
  String name() {
    return reader.getLocalName();
  }

  @Override
  String before() {
    return before.toString();
  }

  @Override
  int depth() {
    return depth;
  }

  @Override
  boolean readValue() throws XMLStreamException {
    value = text();
    return !value.isEmpty();
  }

  @Override
  String value() {
    return value;
  }

  @Override
  @Nullable String optional(String attribute) {
    return reader.getAttributeValue(null, attribute);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
