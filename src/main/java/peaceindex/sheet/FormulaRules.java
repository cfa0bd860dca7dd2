package peaceindex.sheet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Area3DPtg;
import org.apache.poi.ss.formula.ptg.AreaPtg;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.MissingArgPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPtg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.ValueOperatorPtg;

/**
 * Which formulas are calculated: those of which it is certain that any program gives the same. They
 * are made of numbers, texts, references within the workbook, operators upon single values, and
 * functions named here, with a range only where the function takes one.
 *
 * <p>Not calculated is what depends on the day, on chance, on the machine or on other files (TODAY,
 * RAND, CELL, INDIRECT, WEBSERVICE …), what computes with ranges as arrays, and everything that is
 * not named.
 */
final class FormulaRules {
  private static final IntPredicate NOWHERE = i -> false;
  private static final IntPredicate ANYWHERE = i -> true;

  /** The functions, with the places of their arguments at which a range may stand. */
  private static final Map<String, IntPredicate> FUNCTIONS = new HashMap<>();

  static {
    for (String name :
        Set.of(
            "ABS",
            "CONCATENATE",
            "EXACT",
            "IF",
            "IFERROR",
            "INT",
            "ISBLANK",
            "ISERROR",
            "ISNUMBER",
            "LEFT",
            "LEN",
            "MID",
            "MOD",
            "NOT",
            "POWER",
            "RIGHT",
            "ROUND",
            "ROUNDDOWN",
            "ROUNDUP",
            "SQRT",
            "TRIM")) {
      FUNCTIONS.put(name, NOWHERE);
    }
    for (String name :
        Set.of(
            "AND",
            "AVERAGE",
            "COUNT",
            "COUNTA",
            "MAX",
            "MEDIAN",
            "MIN",
            "OR",
            "PRODUCT",
            "SUM",
            "SUMPRODUCT")) {
      FUNCTIONS.put(name, ANYWHERE);
    }
    FUNCTIONS.put("COUNTIF", i -> i == 0);
    FUNCTIONS.put("COUNTIFS", i -> i % 2 == 0);
    FUNCTIONS.put("SUMIF", i -> i != 1);
    FUNCTIONS.put("SUMIFS", i -> i == 0 || i % 2 == 1);
    FUNCTIONS.put("AVERAGEIF", i -> i != 1);
    FUNCTIONS.put("AVERAGEIFS", i -> i == 0 || i % 2 == 1);
    FUNCTIONS.put("INDEX", i -> i == 0);
    FUNCTIONS.put("LARGE", i -> i == 0);
    FUNCTIONS.put("SMALL", i -> i == 0);
    FUNCTIONS.put("MATCH", i -> i == 1);
    FUNCTIONS.put("RANK", i -> i == 1);
    FUNCTIONS.put("VLOOKUP", i -> i == 1);
    FUNCTIONS.put("HLOOKUP", i -> i == 1);
    FUNCTIONS.put("LOOKUP", i -> i > 0);
  }

  /** They look at blank cells too, so of a whole column none may be left out. */
  private static final Set<String> COUNTING_BLANKS = Set.of("COUNTIF", "COUNTIFS");

  /** As in {@code "*镇*"}; comparing with more may take ages. */
  private static final int MAX_STARS = 2;

  /** What a step leaves behind: a value or a range, or the name of a function. */
  private record Left(boolean range, String name) {
    static final Left VALUE = new Left(false, "");
    static final Left RANGE = new Left(true, "");
  }

  private FormulaRules() {}

  /** Whether a formula is calculated. */
  static boolean allow(Ptg[] tokens) {
    Deque<Left> stack = new ArrayDeque<>();
    long stars = 0;
    for (Ptg token : tokens) {
      if (token instanceof StringPtg text) {
        stars += text.getValue().chars().filter(c -> c == '*').count();
      }
      if (token instanceof AttrPtg attribute) {
        if (attribute.isSemiVolatile()) {
          return false;
        }
        // Others only steer: spaces, and what an IF passes over.
        if (attribute.isSum() && !apply("SUM", 1, stack)) {
          return false;
        }
      } else if (token instanceof ParenthesisPtg) {
        continue;
      } else if (isConstant(token) || token instanceof RefPtg || token instanceof Ref3DPtg) {
        stack.push(Left.VALUE);
      } else if (token instanceof AreaPtg || token instanceof Area3DPtg) {
        stack.push(Left.RANGE);
      } else if (token instanceof NameXPxg name) {
        stack.push(new Left(false, name.getNameName()));
      } else if (token instanceof ValueOperatorPtg operator) {
        if (!apply(NOWHERE, operator.getNumberOfOperands(), stack)) {
          return false;
        }
      } else if (!(token instanceof AbstractFunctionPtg function) || !call(function, stack)) {
        return false;
      }
    }
    return stars <= MAX_STARS && stack.size() == 1 && stack.peek().equals(Left.VALUE);
  }

  /** Whether a formula counts blank cells, so that its ranges must not be cut off. */
  static boolean countsBlanks(Ptg[] tokens) {
    for (Ptg token : tokens) {
      String name =
          token instanceof AbstractFunctionPtg function
              ? function.getName()
              : token instanceof NameXPxg newer ? newer.getNameName() : "";
      if (COUNTING_BLANKS.contains(name.toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConstant(Ptg token) {
    return token instanceof IntPtg
        || token instanceof NumberPtg
        || token instanceof StringPtg
        || token instanceof BoolPtg
        || token instanceof MissingArgPtg;
  }

  /** A newer function is called by a name that stands before its arguments. */
  private static boolean call(AbstractFunctionPtg function, Deque<Left> stack) {
    int count = function.getNumberOfOperands();
    if (!function.isExternalFunction()) {
      return apply(function.getName(), count, stack);
    }
    Left name = stack.stream().skip(count - 1L).findFirst().orElse(Left.RANGE);
    boolean done = !name.name.isEmpty() && apply(name.name, count - 1, stack);
    if (done) {
      stack.pop();
      done = stack.pop() == name;
      stack.push(Left.VALUE);
    }
    return done;
  }

  private static boolean apply(String name, int count, Deque<Left> stack) {
    IntPredicate ranges = FUNCTIONS.get(name.toUpperCase(Locale.ROOT));
    return ranges != null && apply(ranges, count, stack);
  }

  private static boolean apply(IntPredicate ranges, int count, Deque<Left> stack) {
    if (stack.size() < count) {
      return false;
    }
    for (int i = count - 1; i >= 0; i--) {
      Left argument = stack.pop();
      if (!argument.name.isEmpty() || (argument.range && !ranges.test(i))) {
        return false;
      }
    }
    stack.push(Left.VALUE);
    return true;
  }
}
