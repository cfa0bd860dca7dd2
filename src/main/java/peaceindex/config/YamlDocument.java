package peaceindex.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import peaceindex.problem.Code;
import peaceindex.problem.LineRef;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;

/**
 * One YAML file as a {@link YamlNode}. Whatever is wrong with the file is a problem at its line; a
 * file written to do harm (huge, deep, multiplying by aliases) costs no more than a good one.
 *
 * <p>The tree is built from the parser's events rather than its node graph: the parser keeps no
 * stack of its own, so depth is bounded here, and scalars keep their spelling. Anchors, aliases and
 * merge keys ({@code <<}) work; tags other than the standard ones do not.
 */
final class YamlDocument {
  /** A nation's roster of 40,000 units, generously written, is 5 million characters. */
  private static final int MAXIMAL_CHARACTERS = 10_000_000;

  private static final int MAXIMAL_BYTES = 3 * MAXIMAL_CHARACTERS;
  private static final int MAXIMAL_VALUES = 2_000_000;
  private static final int MAXIMAL_DEPTH = 100;

  private static final String NO_SPACE = "\\s*(- )?[\\w\\p{L}]+:[^\\s:/]";

  /** A good deal faster than the usual buffer where the file is large. */
  private static final int BUFFER = 1 << 16;

  private static final String TAGS = "tag:yaml.org,2002:";
  private static final Set<String> PLAIN_TAGS =
      Set.of(TAGS + "int", TAGS + "float", TAGS + "bool", TAGS + "null");
  private static final Set<String> COLLECTION_TAGS = Set.of(TAGS + "map", TAGS + "seq");

  /** Ends the reading of this file; never leaves this class. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient LineRef where;
    private final transient Code code;
    private final transient Object[] arguments;

    Fault(Code code, LineRef where, Object... namesAndValues) {
      super(null, null, false, false);
      this.code = code;
      this.where = where;
      this.arguments = namesAndValues;
    }
  }

  private final String shown;
  private final Problems problems;
  private final Map<Anchor, YamlNode> anchors = new HashMap<>();
  private Iterator<Event> events = List.<Event>of().iterator();

  private YamlDocument(String shown, Problems problems) {
    this.shown = shown;
    this.problems = problems;
  }

  /**
   * Reads {@code file}; empty if it cannot be read to its end, which is then among the problems.
   *
   * @param shown how the file is called in problems
   */
  static Optional<YamlNode> read(Path file, String shown, Problems problems) {
    YamlDocument document = new YamlDocument(shown, problems);
    try {
      String text = document.characters(file);
      Optional<YamlNode> plain =
          PlainYaml.read(text, shown).filter(root -> root.size() <= MAXIMAL_VALUES);
      return plain.isPresent() ? plain : Optional.of(document.compose(text));
    } catch (Fault fault) {
      problems.add(fault.code, fault.where, fault.arguments);
      return Optional.empty();
    }
  }

  /** The same of a text, by the parser of all of YAML. */
  static Optional<YamlNode> parse(String text, String shown, Problems problems) {
    YamlDocument document = new YamlDocument(shown, problems);
    try {
      return Optional.of(document.compose(text));
    } catch (Fault fault) {
      problems.add(fault.code, fault.where, fault.arguments);
      return Optional.empty();
    }
  }

  // --- bytes to characters

  private String characters(Path file) throws Fault {
    if (!Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "config.directory" : "config.notAFile";
      throw new Fault(Code.CONFIG_UNREADABLE, whole(), "found", Messages.phrase(kind));
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAXIMAL_BYTES + 1);
    } catch (IOException e) {
      String reason =
          e instanceof java.nio.file.AccessDeniedException ? "config.denied" : "config.readError";
      throw new Fault(Code.CONFIG_UNREADABLE, whole(), "found", Messages.phrase(reason));
    }
    if (bytes.length > MAXIMAL_BYTES) {
      throw tooLarge(whole());
    }
    String text = decode(bytes);
    if (text.codePointCount(0, text.length()) > MAXIMAL_CHARACTERS) {
      throw tooLarge(whole());
    }
    return text;
  }

  private String decode(byte[] bytes) throws Fault {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
    String text = characters.flip().toString();
    if (result.isError()) {
      throw new Fault(Code.CONFIG_NOT_UTF8, placeOf(text, text.length()));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private LineRef placeOf(String text, int offset) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new LineRef(shown, line, 1 + text.codePointCount(lineStart, offset));
  }

  // --- characters to nodes

  private YamlNode compose(String text) throws Fault {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(shown)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(BUFFER)
            .build();
    try {
      events = new Parse(settings).parseString(text).iterator();
      events.next();
      Event start = events.next();
      if (start instanceof StreamEndEvent) {
        throw new Fault(Code.CONFIG_EMPTY, whole());
      }
      YamlNode root = node(events.next(), 1);
      events.next();
      Event end = events.next();
      if (end instanceof DocumentStartEvent) {
        throw syntax(place(end), Messages.phrase("yaml.documents"), Text.of(""));
      }
      if (root.kind() == YamlNode.Kind.NULL) {
        throw new Fault(Code.CONFIG_EMPTY, whole());
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      throw explain(e, text);
    } catch (ReaderException e) {
      int offset = text.offsetByCodePoints(0, e.getPosition());
      String character = String.format("U+%04X", e.getCodePoint());
      throw syntax(
          placeOf(text, offset),
          Messages.phrase("yaml.character", "found", character),
          Text.of(""));
    } catch (YamlEngineException e) {
      throw syntax(
          new LineRef(shown, 1, 1),
          Messages.phrase("yaml.other", "found", String.valueOf(e.getMessage())),
          Text.of(""));
    }
  }

  private YamlNode node(Event event, int depth) throws Fault {
    if (depth > MAXIMAL_DEPTH) {
      throw tooLarge(place(event));
    }
    if (event instanceof AliasEvent alias) {
      YamlNode target = anchors.get(alias.getAlias());
      if (target == null) {
        // Also an alias inside of what it stands for.
        throw syntax(
            place(event),
            Messages.phrase("yaml.alias", "found", alias.getAlias().getValue()),
            Text.of(""));
      }
      return target;
    }
    YamlNode node;
    if (event instanceof ScalarEvent scalar) {
      node = scalar(scalar);
    } else {
      checkTag(event, ((CollectionStartEvent) event).getTag(), COLLECTION_TAGS);
      node = event instanceof MappingStartEvent ? map(event, depth) : list(event, depth);
    }
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), node);
    }
    if (node.size() > MAXIMAL_VALUES || node.height() > MAXIMAL_DEPTH) {
      throw tooLarge(place(event));
    }
    return node;
  }

  private YamlNode scalar(ScalarEvent event) throws Fault {
    String tag = event.getTag().orElse("");
    boolean text = tag.equals(TAGS + "str") || tag.equals("!");
    if (!text) {
      checkTag(event, event.getTag(), PLAIN_TAGS);
    }
    boolean plain = !text && (event.isPlain() || PLAIN_TAGS.contains(tag));
    return YamlNode.scalar(place(event), event.getValue(), plain, textColumn(event));
  }

  /** The column of the first character, if the file shows the text just as it reads; else 0. */
  private static int textColumn(ScalarEvent event) {
    Mark start = event.getStartMark().orElse(null);
    Mark end = event.getEndMark().orElse(null);
    if (start == null || end == null || start.getLine() != end.getLine()) {
      return 0;
    }
    int quote = event.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
    String value = event.getValue();
    int length = value.codePointCount(0, value.length());
    // An escape, a tag or an anchor would make it longer.
    boolean asItReads = end.getColumn() - start.getColumn() == length + 2 * quote;
    return asItReads ? start.getColumn() + 1 + quote : 0;
  }

  private YamlNode list(Event start, int depth) throws Fault {
    List<YamlNode> items = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(node(next, depth + 1));
    }
    return YamlNode.list(place(start), items);
  }

  private YamlNode map(Event start, int depth) throws Fault {
    YamlNode.Entries entries = new YamlNode.Entries();
    List<YamlNode> merged = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      LineRef keyPlace = place(next);
      YamlNode key = node(next, depth + 1);
      YamlNode value = node(events.next(), depth + 1);
      if (!key.isScalar()) {
        throw syntax(keyPlace, Messages.phrase("yaml.key"), Text.of(""));
      }
      String name = key.textOrEmpty();
      if (value.kind() == YamlNode.Kind.NULL) {
        // Nothing is written after the key, so the key is the place to look at.
        value = YamlNode.scalar(keyPlace, "", true, 0);
      }
      if (name.equals("<<")) {
        merged.add(value);
      } else if (entries.has(name)) {
        problems.add(Code.DUPLICATE_KEY, keyPlace, "found", name, "line", entries.line(name));
      } else {
        entries.add(name, keyPlace, value);
      }
    }
    for (YamlNode source : merged) {
      merge(source, entries);
    }
    return YamlNode.map(place(start), entries);
  }

  /** Adds what {@code source}, a map or a list of maps, holds and {@code entries} do not. */
  private void merge(YamlNode source, YamlNode.Entries entries) throws Fault {
    List<YamlNode> maps = source.kind() == YamlNode.Kind.LIST ? source.items() : List.of(source);
    for (YamlNode map : maps) {
      if (map.kind() != YamlNode.Kind.MAP) {
        throw syntax(source.where(), Messages.phrase("yaml.merge"), Text.of(""));
      }
      for (String key : map.keys()) {
        if (!entries.has(key)) {
          entries.add(key, map.keyPlace(key), map.get(key));
        }
      }
    }
  }

  private void checkTag(Event event, Optional<String> tag, Set<String> known) throws Fault {
    if (tag.isPresent() && !known.contains(tag.get())) {
      throw syntax(place(event), Messages.phrase("yaml.tag", "found", tag.get()), Text.of(""));
    }
  }

  private LineRef place(Event event) {
    return event.getStartMark().map(this::place).orElseGet(this::whole);
  }

  private LineRef place(Mark mark) {
    return new LineRef(shown, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private LineRef whole() {
    return new LineRef(shown, 0, 0);
  }

  // --- faults

  private static Fault tooLarge(LineRef where) {
    return new Fault(
        Code.CONFIG_TOO_LARGE,
        where,
        "characters",
        MAXIMAL_CHARACTERS,
        "values",
        MAXIMAL_VALUES,
        "depth",
        MAXIMAL_DEPTH);
  }

  private static Fault syntax(LineRef where, Text found, Text hint) {
    return new Fault(Code.YAML_SYNTAX, where, "found", found, "hint", hint);
  }

  /** The parser's complaint in the words of somebody who is not a programmer. */
  private Fault explain(MarkedYamlEngineException e, String text) {
    String problem = String.valueOf(e.getProblem());
    Optional<Mark> at = e.getProblemMark();
    Optional<Mark> from = e.getContextMark();
    Text found;
    if (problem.contains("TAB")) {
      found = Messages.phrase("yaml.tab");
    } else if (problem.contains("cannot start any token")) {
      found = Messages.phrase("yaml.cannotStart", "found", characterAt(text, at));
    } else if (problem.contains("mapping values are not allowed")) {
      found = Messages.phrase("yaml.colonHere");
    } else if (problem.contains("could not find expected ':'")) {
      found = Messages.phrase("yaml.noColon");
      at = from.or(e::getProblemMark);
    } else if (problem.contains("unexpected end of stream")) {
      found = Messages.phrase("yaml.unclosedQuote");
      at = from.or(e::getProblemMark);
    } else if (problem.contains("expected ',' or")) {
      int line = from.map(mark -> mark.getLine() + 1).orElse(1);
      found = Messages.phrase("yaml.unclosedBracket", "line", line);
    } else if (problem.contains("expected <block end>")
        || problem.contains("expected '<document start>'")) {
      found = Messages.phrase("yaml.indentation");
    } else if (problem.contains("escape character")) {
      found = Messages.phrase("yaml.escape");
    } else {
      found = Messages.phrase("yaml.other", "found", problem);
    }
    LineRef where = at.map(this::place).orElseGet(this::whole);
    return syntax(where, found, causeHint(text, where.line()));
  }

  private static String characterAt(String text, Optional<Mark> mark) {
    int offset = mark.map(m -> text.offsetByCodePoints(0, m.getIndex())).orElse(text.length());
    return offset < text.length() ? Character.toString(text.codePointAt(offset)) : "";
  }

  /**
   * What probably led to the fault, in its line or the one before: a Chinese keyboard types ： for :
   * unless told otherwise, and a key without a space after its colon is no key.
   */
  private static Text causeHint(String text, int line) {
    Pattern noSpace = Pattern.compile(NO_SPACE);
    String[] lines = text.split("\\R", line + 1);
    for (int i = Math.max(0, line - 2); i < Math.min(line, lines.length); i++) {
      for (char c : lines[i].toCharArray()) {
        if ("：，｛｝［］＃".indexOf(c) >= 0) {
          return Messages.phrase("yaml.fullWidth", "line", i + 1, "found", String.valueOf(c));
        }
      }
      if (noSpace.matcher(lines[i]).lookingAt()) {
        return Messages.phrase("yaml.noSpace", "line", i + 1);
      }
    }
    return Text.of("");
  }
}
