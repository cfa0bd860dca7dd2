package peaceindex.formula;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import peaceindex.formula.Formula.Binary.Operator;
import peaceindex.formula.Formula.Extreme;
import peaceindex.formula.Formula.Unary;

/**
 * Reads an expression as the clerk writes it: {@code 矛盾纠纷化解数 / 矛盾纠纷受理数 * 100}.
 *
 * <pre>
 * sum     = product { (+ | -) product }
 * product = signed { (* | / | × | ÷) signed }
 * signed  = [- | +] power
 * power   = atom [ ^ signed ]                            right to left
 * atom    = number | name | [any name] | ( sum ) | function ( sum { , sum } )
 * </pre>
 *
 * Functions are {@code ln}, {@code log10}, {@code abs} of one argument, {@code min} and {@code max}
 * of two or more. Text is first brought to Unicode NFKC, so full-width digits, brackets and
 * operators read as their half-width forms. A bare name is made of letters, digits and underscores
 * ({@code 110接警数} is one name, there is no implicit multiplication); any other name stands in
 * square brackets. Names are resolved by the caller.
 */
public final class FormulaParser {

  /** A fault in the text; {@code offset} counts UTF-16 units from its beginning. */
  public record Fault(int offset, Kind kind, String found) {
    public enum Kind {
      SYNTAX,
      UNKNOWN_NAME
    }
  }

  /** The formula, or the faults that stand in its way; all unknown names are listed. */
  public record Result(Optional<Formula> formula, List<Fault> faults) {}

  private static final Map<String, Unary.Function> FUNCTIONS =
      Map.of("ln", Unary.Function.LN, "log10", Unary.Function.LOG10, "abs", Unary.Function.ABS);
  private static final Map<String, Extreme.Which> EXTREMES =
      Map.of("min", Extreme.Which.MIN, "max", Extreme.Which.MAX);
  private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE]\\d+)?");
  private static final int MAXIMAL_DEPTH = 100;

  private enum Type {
    NUMBER,
    NAME,
    BRACKETED,
    SYMBOL,
    END
  }

  private record Token(Type type, String text, int offset) {}

  /** Ends the parse at the first fault of grammar; never leaves this class. */
  private static final class GrammarException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Token token;

    GrammarException(Token token) {
      super(null, null, false, false);
      this.token = token;
    }
  }

  private final Function<String, Optional<String>> resolver;
  private final List<Token> tokens;
  private final List<Fault> faults = new ArrayList<>();
  private int next;
  private int depth;

  private FormulaParser(List<Token> tokens, Function<String, Optional<String>> resolver) {
    this.tokens = tokens;
    this.resolver = resolver;
  }

  /**
   * Reads {@code text}.
   *
   * @param resolver gives the column that a name stands for, or empty if there is none
   */
  public static Result parse(String text, Function<String, Optional<String>> resolver) {
    FormulaParser parser = new FormulaParser(tokens(text), resolver);
    try {
      Formula formula = parser.sum();
      parser.expectEnd();
      return new Result(
          parser.faults.isEmpty() ? Optional.of(formula) : Optional.empty(), parser.faults);
    } catch (GrammarException e) {
      Token token = e.token;
      parser.faults.add(new Fault(token.offset(), Fault.Kind.SYNTAX, token.text()));
      return new Result(Optional.empty(), parser.faults);
    }
  }

  private Formula sum() throws GrammarException {
    if (++depth > MAXIMAL_DEPTH) {
      throw new GrammarException(peek());
    }
    Formula left = product();
    while (isSymbol("+", "-")) {
      Operator operator = take().text().equals("+") ? Operator.ADD : Operator.SUBTRACT;
      left = new Formula.Binary(operator, left, product());
    }
    depth--;
    return left;
  }

  private Formula product() throws GrammarException {
    Formula left = signed();
    while (isSymbol("*", "/", "×", "÷")) {
      String symbol = take().text();
      Operator operator =
          symbol.equals("*") || symbol.equals("×") ? Operator.MULTIPLY : Operator.DIVIDE;
      left = new Formula.Binary(operator, left, signed());
    }
    return left;
  }

  private Formula signed() throws GrammarException {
    boolean negative = false;
    while (isSymbol("-", "+")) {
      negative ^= take().text().equals("-");
    }
    Formula power = power();
    return negative ? new Unary(Unary.Function.NEGATE, power) : power;
  }

  private Formula power() throws GrammarException {
    Formula base = atom();
    if (isSymbol("^")) {
      take();
      if (++depth > MAXIMAL_DEPTH) {
        throw new GrammarException(peek());
      }
      base = new Formula.Binary(Operator.POWER, base, signed());
      depth--;
    }
    return base;
  }

  private Formula atom() throws GrammarException {
    Token token = take();
    switch (token.type()) {
      case NUMBER:
        return new Formula.Constant(Double.parseDouble(token.text()));
      case BRACKETED:
        return variable(token);
      case NAME:
        return isSymbol("(") ? call(token) : variable(token);
      default:
        if (token.text().equals("(") && token.type() == Type.SYMBOL) {
          Formula inner = sum();
          expect(")");
          return inner;
        }
        throw new GrammarException(token);
    }
  }

  private Formula variable(Token token) {
    Optional<String> column = resolver.apply(token.text());
    if (column.isEmpty()) {
      faults.add(new Fault(token.offset(), Fault.Kind.UNKNOWN_NAME, token.text()));
    }
    return new Formula.Variable(column.orElse(token.text()));
  }

  private Formula call(Token name) throws GrammarException {
    String function = name.text().toLowerCase(Locale.ROOT);
    if (!FUNCTIONS.containsKey(function) && !EXTREMES.containsKey(function)) {
      throw new GrammarException(name);
    }
    expect("(");
    List<Formula> arguments = new ArrayList<>();
    arguments.add(sum());
    while (isSymbol(",")) {
      take();
      arguments.add(sum());
    }
    Extreme.Which which = EXTREMES.get(function);
    if (which == null ? arguments.size() != 1 : arguments.size() < 2) {
      throw new GrammarException(peek());
    }
    expect(")");
    return which == null
        ? new Unary(FUNCTIONS.getOrDefault(function, Unary.Function.ABS), arguments.get(0))
        : new Extreme(which, List.copyOf(arguments));
  }

  private boolean isSymbol(String... symbols) {
    return peek().type() == Type.SYMBOL && List.of(symbols).contains(peek().text());
  }

  private void expect(String symbol) throws GrammarException {
    if (!isSymbol(symbol)) {
      throw new GrammarException(peek());
    }
    take();
  }

  private void expectEnd() throws GrammarException {
    if (peek().type() != Type.END) {
      throw new GrammarException(peek());
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.type() != Type.END) {
      next++;
    }
    return token;
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder folded = new StringBuilder();
    List<Integer> offsets = new ArrayList<>();
    fold(text, folded, offsets);
    int i = 0;
    while (i < folded.length()) {
      char c = folded.charAt(i);
      int start = i;
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      if (c == '[') {
        int close = folded.indexOf("]", i);
        i = close < 0 ? folded.length() : close + 1;
        String name = close < 0 ? "[" : folded.substring(start + 1, close).strip();
        Type type = close < 0 || name.isEmpty() ? Type.SYMBOL : Type.BRACKETED;
        tokens.add(new Token(type, name, offsets.get(start)));
        continue;
      }
      if (isNamePart(c) || c == '.') {
        while (i < folded.length() && (isNamePart(folded.charAt(i)) || folded.charAt(i) == '.')) {
          i++;
        }
        String word = folded.substring(start, i);
        Type type = isNumber(word) ? Type.NUMBER : Type.NAME;
        tokens.add(new Token(type, word, offsets.get(start)));
        continue;
      }
      i++;
      tokens.add(new Token(Type.SYMBOL, String.valueOf(c), offsets.get(start)));
    }
    tokens.add(new Token(Type.END, "", text.length()));
    return tokens;
  }

  /** NFKC of every character, with the offset each came from. */
  private static void fold(String text, StringBuilder folded, List<Integer> offsets) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int length = Character.charCount(codePoint);
      if (isFolded(codePoint)) {
        folded.append((char) codePoint);
        offsets.add(i);
      } else {
        String form = Normalizer.normalize(text.substring(i, i + length), Normalizer.Form.NFKC);
        for (int k = 0; k < form.length(); k++) {
          folded.append(form.charAt(k));
          offsets.add(i);
        }
      }
      i += length;
    }
  }

  /** Whether a character is surely its own NFKC: ASCII and Chinese characters are. */
  private static boolean isFolded(int codePoint) {
    return codePoint < 0x80 || (codePoint >= 0x4E00 && codePoint <= 0x9FA5);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
  }

  private static boolean isNumber(String word) {
    char first = word.charAt(0);
    return (first == '.' || (first >= '0' && first <= '9')) && NUMBER.matcher(word).matches();
  }
}
