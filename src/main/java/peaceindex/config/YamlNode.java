package peaceindex.config;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peaceindex.problem.LineRef;
import peaceindex.problem.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value of a configuration file that knows its line and column, and so does each of its keys.
 *
 * <p>Asking is lenient: {@link #get} of a key that is not there gives a node that {@linkplain
 * #isPresent is not present}, and a value of another type than the one asked for gives nothing. The
 * schema has complained about both by then; what is left is bound without a second complaint.
 * Scalars keep the characters of the file, so that a code such as {@code 0330} keeps its zeros.
 */
final class YamlNode {
  enum Kind {
    ABSENT,
    NULL,
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    LIST,
    MAP
  }

  /** Longer ones are no figure of a configuration, and slow to read. */
  private static final int MAXIMAL_DIGITS = 40;

  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1," + MAXIMAL_DIGITS + "}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  /** What is in a value that is no scalar. */
  private abstract static class Content {
    private long size = 1;
    private int height = 1;

    /** Enters a value among those within. */
    final void count(YamlNode child) {
      // Aliases may multiply without end; a sum of these cannot overflow.
      size = Math.min(size + child.size(), Integer.MAX_VALUE);
      height = Math.max(height, child.height() + 1);
    }
  }

  private static final class Items extends Content {
    private final List<YamlNode> all;

    Items(List<YamlNode> all) {
      this.all = List.copyOf(all);
      all.forEach(this::count);
    }
  }

  /**
   * Keys in the order of the file, each once, with their places and values. Groups have few keys,
   * and a roster has many groups: so they stand in arrays, and are looked at one after the other.
   */
  static final class Entries extends Content {
    private static final int FEW = 16;

    private String[] keys = new String[4];
    private int[] lines = new int[4];
    private int[] columns = new int[4];
    private YamlNode[] values = new YamlNode[4];
    private int count;

    /** Where each key is, once there are more than a few. */
    private @Nullable Map<String, Integer> index;

    boolean has(String key) {
      return find(key) >= 0;
    }

    /** The line of a key that is there. */
    int line(String key) {
      return lines[find(key)];
    }

    /** Adds a key that is not there yet. */
    void add(String key, LineRef where, YamlNode value) {
      if (count == keys.length) {
        resize(2 * count);
      }
      keys[count] = key;
      lines[count] = where.line();
      columns[count] = where.column();
      values[count] = value;
      if (index != null) {
        index.put(key, count);
      }
      count++;
      if (count == FEW) {
        index = new HashMap<>();
        for (int i = 0; i < count; i++) {
          index.put(keys[i], i);
        }
      }
      count(value);
    }

    /** Where a key is, or -1. */
    private int find(String key) {
      if (index != null) {
        return index.getOrDefault(key, -1);
      }
      for (int i = 0; i < count; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }

    private void resize(int room) {
      keys = Arrays.copyOf(keys, room);
      lines = Arrays.copyOf(lines, room);
      columns = Arrays.copyOf(columns, room);
      values = Arrays.copyOf(values, room);
    }

    private void trim() {
      if (count < keys.length) {
        resize(count);
      }
    }
  }

  private static final Entries NO_ENTRIES = new Entries();

  static {
    NO_ENTRIES.trim();
  }

  private final Kind kind;
  private final String file;
  private final int line;
  private final int column;
  private final String raw;
  private final int textColumn;
  private final @Nullable Content content;

  private YamlNode(
      Kind kind, LineRef where, String raw, int textColumn, @Nullable Content content) {
    this.kind = kind;
    this.file = where.file();
    this.line = where.line();
    this.column = where.column();
    this.raw = raw;
    this.textColumn = textColumn;
    this.content = content;
  }

  static YamlNode absent(LineRef where) {
    return new YamlNode(Kind.ABSENT, where, "", 0, null);
  }

  /**
   * A scalar.
   *
   * @param plain whether it is neither quoted nor tagged as text, so that it may be a number
   * @param textColumn the column of its first character, if all of it stands in this line just as
   *     it reads; otherwise 0
   */
  static YamlNode scalar(LineRef where, String raw, boolean plain, int textColumn) {
    return new YamlNode(plain ? kindOf(raw) : Kind.TEXT, where, raw, textColumn, null);
  }

  static YamlNode list(LineRef where, List<YamlNode> items) {
    return new YamlNode(Kind.LIST, where, "", 0, new Items(items));
  }

  /** A group of keys; {@code entries} must not be changed any more. */
  static YamlNode map(LineRef where, Entries entries) {
    entries.trim();
    return new YamlNode(Kind.MAP, where, "", 0, entries);
  }

  static Kind kindOf(String plain) {
    char first = plain.isEmpty() ? '~' : plain.charAt(0);
    if ("~nNtTfF".indexOf(first) >= 0) {
      return NULLS.contains(plain)
          ? Kind.NULL
          : BOOLEANS.contains(plain) ? Kind.BOOLEAN : Kind.TEXT;
    }
    // Most words are no number, and a roster has many.
    if ("+-.0123456789".indexOf(first) < 0) {
      return Kind.TEXT;
    }
    if (INTEGER.matcher(plain).matches()) {
      return Kind.INTEGER;
    }
    boolean isNumber =
        NUMBER.matcher(plain).matches() && Double.isFinite(Double.parseDouble(plain));
    return isNumber ? Kind.NUMBER : Kind.TEXT;
  }

  Kind kind() {
    return kind;
  }

  boolean isPresent() {
    return kind != Kind.ABSENT;
  }

  boolean isScalar() {
    return switch (kind) {
      case TEXT, INTEGER, NUMBER, BOOLEAN -> true;
      case ABSENT, NULL, LIST, MAP -> false;
    };
  }

  /** How many values it holds with all that its aliases stand for, itself included. */
  long size() {
    return content == null ? 1 : content.size;
  }

  /** How deep it is, aliases included; 1 for a scalar. */
  int height() {
    return content == null ? 1 : content.height;
  }

  LineRef where() {
    return new LineRef(file, line, column);
  }

  /** The place of the character at {@code offset} in the text, as near as it can be told. */
  LineRef where(int offset) {
    return textColumn == 0
        ? where()
        : new LineRef(file, line, textColumn + raw.codePointCount(0, offset));
  }

  private Entries entries() {
    return content instanceof Entries entries ? entries : NO_ENTRIES;
  }

  /** The value of {@code key}. */
  YamlNode get(String key) {
    Entries entries = entries();
    int at = entries.find(key);
    return at < 0 ? absent(where()) : entries.values[at];
  }

  boolean has(String key) {
    return entries().has(key);
  }

  /** The place of {@code key}; of the whole, if it is not there. */
  LineRef keyPlace(String key) {
    Entries entries = entries();
    int at = entries.find(key);
    return at < 0 ? where() : new LineRef(file, entries.lines[at], entries.columns[at]);
  }

  /** The keys in the order of the file. */
  List<String> keys() {
    return Collections.unmodifiableList(Arrays.asList(entries().keys));
  }

  /** The members of a list; none if it is no list. */
  List<YamlNode> items() {
    return content instanceof Items items ? items.all : List.of();
  }

  /** What a path of keys and positions leads to, as a schema error gives it. */
  YamlNode at(List<Object> path) {
    YamlNode node = this;
    for (Object step : path) {
      if (step instanceof Integer position) {
        List<YamlNode> items = node.items();
        node = position < items.size() ? items.get(position) : absent(node.where());
      } else {
        node = node.get(String.valueOf(step));
      }
    }
    return node;
  }

  /** The characters of a scalar, whatever its type. */
  Optional<String> text() {
    return isScalar() ? Optional.of(raw) : Optional.empty();
  }

  /** The characters of a scalar, or an empty text. */
  String textOrEmpty() {
    return isScalar() ? raw : "";
  }

  OptionalDouble number() {
    return kind == Kind.INTEGER || kind == Kind.NUMBER
        ? OptionalDouble.of(Double.parseDouble(raw))
        : OptionalDouble.empty();
  }

  OptionalInt integer() {
    OptionalDouble number = number();
    return number.isPresent() && number.getAsDouble() == (int) number.getAsDouble()
        ? OptionalInt.of((int) number.getAsDouble())
        : OptionalInt.empty();
  }

  Optional<Boolean> truth() {
    return kind == Kind.BOOLEAN ? Optional.of(raw.equalsIgnoreCase("true")) : Optional.empty();
  }

  /** The constant whose name this text is, written as keys are: {@code TEN_DAYS} as tenDays. */
  <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (spelling(constant).equals(textOrEmpty())) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** How a configuration file spells a constant: {@code tenDays} for {@code TEN_DAYS}. */
  static String spelling(Enum<?> constant) {
    String name = constant.name();
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      boolean begins = i > 0 && name.charAt(i - 1) == '_';
      if (name.charAt(i) != '_') {
        key.append(begins ? name.charAt(i) : Character.toLowerCase(name.charAt(i)));
      }
    }
    return key.toString();
  }

  /** A name: a text for both languages, or {@code {zh: …, en: …}}; empty if it is neither. */
  Text name() {
    return kind == Kind.MAP
        ? new Text(get("zh").textOrEmpty(), get("en").textOrEmpty())
        : Text.of(textOrEmpty());
  }

  /** The words of a name: one, or one a language. */
  List<YamlNode> nameWords() {
    return kind == Kind.MAP ? scalars(List.of(get("zh"), get("en"))) : scalars(List.of(this));
  }

  /** The texts of a list. */
  List<YamlNode> words() {
    return scalars(items());
  }

  private static List<YamlNode> scalars(List<YamlNode> nodes) {
    for (YamlNode node : nodes) {
      if (!node.isScalar()) {
        return nodes.stream().filter(YamlNode::isScalar).toList();
      }
    }
    return nodes;
  }

  /** The texts of a list. */
  List<String> texts() {
    List<YamlNode> words = words();
    return words.isEmpty() ? List.of() : words.stream().map(YamlNode::textOrEmpty).toList();
  }

  JsonNode toJson() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    switch (kind) {
      case LIST -> {
        ArrayNode array = json.arrayNode(items().size());
        items().forEach(item -> array.add(item.toJson()));
        return array;
      }
      case MAP -> {
        ObjectNode object = json.objectNode();
        keys().forEach(key -> object.set(key, get(key).toJson()));
        return object;
      }
      case TEXT -> {
        return json.stringNode(raw);
      }
      case INTEGER -> {
        return (JsonNode) json.numberNode(new BigInteger(raw));
      }
      case NUMBER -> {
        return json.numberNode(Double.parseDouble(raw));
      }
      case BOOLEAN -> {
        return json.booleanNode(raw.equalsIgnoreCase("true"));
      }
      case NULL, ABSENT -> {
        return json.nullNode();
      }
    }
    throw new AssertionError(kind);
  }

  /** For debugging only. */
  @Override
  public String toString() {
    return where().show() + " " + toJson();
  }
}
