package peaceindex.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** A key's place and its value. */
  record Entry(LineRef key, YamlNode value) {}

  /** A word together with the place where it stands. */
  record Word(String text, LineRef where) {}

  /** Longer ones are no figure of a configuration, and slow to read. */
  private static final int MAXIMAL_DIGITS = 40;

  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1," + MAXIMAL_DIGITS + "}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  private final Kind kind;
  private final LineRef where;
  private final String raw;
  private final int textColumn;
  private final List<YamlNode> items;
  private final Map<String, Entry> entries;
  private final long size;
  private final int height;

  private YamlNode(
      Kind kind,
      LineRef where,
      String raw,
      int textColumn,
      List<YamlNode> items,
      Map<String, Entry> entries) {
    this.kind = kind;
    this.where = where;
    this.raw = raw;
    this.textColumn = textColumn;
    this.items = items;
    this.entries = entries;
    long nodes = 1;
    int tallest = 0;
    for (YamlNode child : items) {
      nodes += child.size;
      tallest = Math.max(tallest, child.height);
    }
    for (Entry entry : entries.values()) {
      nodes += entry.value().size;
      tallest = Math.max(tallest, entry.value().height);
    }
    // Aliases may multiply without end; a sum of these cannot overflow.
    this.size = Math.min(nodes, Integer.MAX_VALUE);
    this.height = tallest + 1;
  }

  private static YamlNode leaf(Kind kind, LineRef where, String raw, int textColumn) {
    return new YamlNode(kind, where, raw, textColumn, List.of(), Map.of());
  }

  static YamlNode absent(LineRef where) {
    return leaf(Kind.ABSENT, where, "", 0);
  }

  /**
   * A scalar.
   *
   * @param plain whether it is neither quoted nor tagged as text, so that it may be a number
   * @param textColumn the column of its first character, if all of it stands in this line just as
   *     it reads; otherwise 0
   */
  static YamlNode scalar(LineRef where, String raw, boolean plain, int textColumn) {
    return leaf(plain ? kindOf(raw) : Kind.TEXT, where, raw, textColumn);
  }

  static YamlNode list(LineRef where, List<YamlNode> items) {
    return new YamlNode(Kind.LIST, where, "", 0, List.copyOf(items), Map.of());
  }

  /** A group of keys; {@code entries} must not be changed any more. */
  static YamlNode map(LineRef where, Map<String, Entry> entries) {
    return new YamlNode(Kind.MAP, where, "", 0, List.of(), entries);
  }

  static Kind kindOf(String plain) {
    // Most words are none of these, and a roster has many.
    if (!plain.isEmpty() && "+-.0123456789~nNtTfF".indexOf(plain.charAt(0)) < 0) {
      return Kind.TEXT;
    }
    if (NULLS.contains(plain)) {
      return Kind.NULL;
    }
    if (BOOLEANS.contains(plain)) {
      return Kind.BOOLEAN;
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
    return size;
  }

  /** How deep it is, aliases included; 1 for a scalar. */
  int height() {
    return height;
  }

  LineRef where() {
    return where;
  }

  /** The place of the character at {@code offset} in the text, as near as it can be told. */
  LineRef where(int offset) {
    return textColumn == 0
        ? where
        : new LineRef(where.file(), where.line(), textColumn + raw.codePointCount(0, offset));
  }

  /** The value of {@code key}. */
  YamlNode get(String key) {
    Entry entry = entries.get(key);
    return entry == null ? absent(where) : entry.value();
  }

  /** The place of {@code key}; of the whole, if it is not there. */
  LineRef keyPlace(String key) {
    Entry entry = entries.get(key);
    return entry == null ? where : entry.key();
  }

  Set<String> keys() {
    return entries.keySet();
  }

  /** The members of a list; none if it is no list. */
  List<YamlNode> items() {
    return items;
  }

  /** What a path of keys and positions leads to, as a schema error gives it. */
  YamlNode at(List<Object> path) {
    YamlNode node = this;
    for (Object step : path) {
      if (step instanceof Integer position) {
        node = position < node.items.size() ? node.items.get(position) : absent(node.where);
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
    return text().orElse("");
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

  /** The words of a name, each with its place: one, or one a language. */
  List<Word> nameWords() {
    return kind == Kind.MAP ? words(List.of(get("zh"), get("en"))) : words(List.of(this));
  }

  /** The texts of a list, each with its place. */
  List<Word> words() {
    return words(items);
  }

  private static List<Word> words(List<YamlNode> nodes) {
    List<Word> words = new ArrayList<>();
    for (YamlNode node : nodes) {
      node.text().ifPresent(text -> words.add(new Word(text, node.where)));
    }
    return words;
  }

  /** The texts of a list. */
  List<String> texts() {
    return words().stream().map(Word::text).toList();
  }

  JsonNode toJson() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    switch (kind) {
      case LIST -> {
        ArrayNode array = json.arrayNode(items.size());
        items.forEach(item -> array.add(item.toJson()));
        return array;
      }
      case MAP -> {
        ObjectNode object = json.objectNode();
        entries.forEach((key, entry) -> object.set(key, entry.value().toJson()));
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
    return where.show() + " " + toJson();
  }
}
