package peaceindex.returns;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import peaceindex.panel.Figures;
import peaceindex.panel.Labels;
import peaceindex.panel.Lifetime;
import peaceindex.panel.Period;
import peaceindex.panel.Roster;
import peaceindex.panel.Unit;
import peaceindex.problem.CellRef;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problem;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;

/**
 * Finds the unit that a return means by a code, by a name, or by both, which must agree.
 *
 * <p>A name is understood as it is on the roster, with the name of its office (青石镇人民政府, 城关街道办事处) or
 * of its county (青禾县青石镇), and without what it is (青石), as long as one unit alone can be meant.
 */
final class UnitFinder {
  /** What the names of units end in. Anything else may be the name of a person. */
  private static final Expression ADMINISTRATIVE =
      new Expression("(?s).*(?:镇|乡|街道|街道办|办事处|人民政府|区|县|市|州|省|旗|苏木|场)");

  /** What a unit is, the longest first. Without it a name is short, and may be that of several. */
  private static final List<String> KINDS =
      List.of("街道办事处", "民族乡", "街道", "地区", "苏木", "林场", "农场", "镇", "乡", "区", "县", "市", "州", "省");

  /** The offices that write returns for a unit. */
  private static final Expression OFFICE =
      new Expression(
          "(?:人民政府|政府|党委|党工委|管委会|管理委员会|平安办|平安建设办公室|综治办|综治中心|综合治理中心|政法委"
              + "|党委政府|党政办|办公室|(?<=街道)办事处|(?<=街道)办|办事处)$");

  /** What {@link #OFFICE} ends in. */
  private static final String LAST_OF_OFFICES = "府委会办心处室";

  private static final Expression BRACKETED =
      new Expression(
          "[(（\\[【](?![^)）\\]】]*(?:累计|同期|上年|去年|前年|上月|上季|上期|同比|环比|全年|\\d月))"
              + "[^()（）\\[\\]【】]{0,10}[)）\\]】]$");
  private static final Expression NUMBERED =
      new Expression("^(?:[(（]?\\d{1,3}[)）、．.]|[(（]?[一二三四五六七八九十]{1,3}[)）、．.])(?!\\d)");
  private static final Expression LARGER = new Expression("[省市县区州旗盟]");

  /** What stands between the words of a title or of a file's name. */
  private static final String SEPARATORS = " \t\n\u000B\f\r_-—–()（）[]【】.,，、:：+&0123456789年月日份";

  private static final int SHORTEST_SHORT_FORM = 2;
  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_NAME = 20;
  private static final int MANY = -2;

  /** Larger numbers are not written in digits alone. */
  private static final double MOST_IN_DIGITS = 1e15;

  private final Roster roster;
  private final Problems problems;
  private final Map<String, Integer> shortForms = new HashMap<>();

  /**
   * The units by all their names as they are compared, if those are long enough to stand in a text;
   * empty as long as nobody asks for them.
   */
  private final Map<String, Integer> names = new HashMap<>();

  private final Memo<String, Integer> looseNames = new Memo<>(this::byLooseName);
  private final Memo<String, Integer> mentions = new Memo<>(this::mentioned);

  /** No whole number below this one is a code, a name or a short form of one. */
  private double leastNumber = MOST_IN_DIGITS;

  UnitFinder(Roster roster, Problems problems) {
    this.roster = roster;
    this.problems = problems;
    for (int unit = 0; unit < roster.size(); unit++) {
      noteNumber(Labels.key(roster.get(unit).code()));
      for (String name : Roster.names(roster.get(unit))) {
        String key = Labels.key(name);
        String form = withoutKind(key);
        noteNumber(key);
        noteNumber(form);
        if (!form.equals(key) && form.codePointCount(0, form.length()) >= SHORTEST_SHORT_FORM) {
          int one = unit;
          shortForms.merge(
              form, unit, (a, b) -> a == one || (a >= 0 && roster.areNamesakes(a, one)) ? a : MANY);
        }
      }
    }
  }

  private void noteNumber(String key) {
    boolean isWhole = !key.isEmpty() && isNumber(key) && key.indexOf('.') < 0;
    // No figure is written with zeros before it.
    if (isWhole && (key.charAt(0) != '0' || key.length() == 1)) {
      leastNumber = Math.min(leastNumber, key.equals("0") ? 0 : Math.pow(10, key.length() - 1));
    }
  }

  private static String withoutKind(String key) {
    for (String kind : KINDS) {
      if (key.endsWith(kind)) {
        return key.substring(0, key.length() - kind.length());
      }
    }
    return key;
  }

  private void collectNames() {
    if (!names.isEmpty()) {
      return;
    }
    for (Unit unit : roster.units()) {
      for (String name : Roster.names(unit)) {
        String key = Labels.key(name);
        if (key.length() >= SHORTEST_NAME) {
          names.put(key, roster.byName(name));
        }
      }
    }
  }

  String idOf(int unit) {
    return roster.get(unit).id();
  }

  /** The unit with this code or name, or -1. */
  int find(String codeOrName) {
    if (codeOrName.isEmpty() || codeOrName.length() > Vocabulary.LONGEST) {
      return -1;
    }
    int byCode = roster.byCode(codeOrName);
    return byCode >= 0 ? byCode : byName(codeOrName);
  }

  /** The unit whose code or name is a number, or -1. */
  int find(double number) {
    boolean isFigure = number >= 0 && number < leastNumber && number == Math.rint(number);
    return isFigure ? -1 : find(Figures.plain(number));
  }

  /** The one unit that a name can mean, or -1. */
  private int byName(String name) {
    int exact = roster.byName(name);
    if (exact >= 0 || name.length() > Vocabulary.LONGEST) {
      return exact;
    }
    return isNumber(name) ? byShortForm(name) : looseNames.of(name);
  }

  private int byShortForm(String key) {
    return Math.max(-1, shortForms.getOrDefault(key, -1));
  }

  /** Whether a text is a figure, of which no part can be a name of its own. */
  private static boolean isNumber(String text) {
    boolean digit = false;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c != '.' || !digit) {
        digit = c >= '0' && c <= '9';
        if (!digit) {
          return false;
        }
      } else {
        digit = false;
      }
    }
    return true;
  }

  private int byLooseName(String name) {
    String key = NUMBERED.matcher(Labels.key(name)).replaceFirst("");
    key = BRACKETED.matcher(key).replaceFirst("");
    int whole = named(key);
    if (whole >= 0) {
      return whole;
    }
    // 青禾县青石镇人民政府: behind the names of larger areas stands the unit's own.
    Set<Integer> found = new HashSet<>();
    var larger = LARGER.matcher(key);
    while (larger.find() && larger.end() < key.length()) {
      int unit = named(key.substring(larger.end()));
      if (unit >= 0) {
        found.add(unit);
      }
    }
    return found.size() == 1 ? found.iterator().next() : -1;
  }

  /** The unit of a name with or without the name of its office, or of its short form. */
  private int named(String key) {
    String rest = key;
    for (int i = 0; i < 3 && !rest.isEmpty(); i++) {
      int exact = roster.byName(rest);
      if (exact >= 0) {
        return exact;
      }
      String shorter =
          rest.endsWith("街办")
              ? rest.substring(0, rest.length() - 1) + "道"
              : mayEndInOffice(rest) ? OFFICE.matcher(rest).replaceFirst("") : rest;
      if (shorter.equals(rest)) {
        break;
      }
      rest = shorter;
    }
    return byShortForm(rest);
  }

  private static boolean mayEndInOffice(String key) {
    return LAST_OF_OFFICES.indexOf(key.charAt(key.length() - 1)) >= 0;
  }

  /** Whether a code or a name is on the roster. */
  boolean isKnown(String code, String name) {
    return (!code.isEmpty() && roster.byCode(code) >= 0) || (!name.isEmpty() && find(name) >= 0);
  }

  /**
   * The unit meant, or -1 after saying why there is none.
   *
   * @param code may be empty
   * @param name may be empty; a code in the place of the name is understood
   */
  int require(String code, String name, Supplier<CellRef> codeAt, Supplier<CellRef> nameAt) {
    int byCode = code.isEmpty() || code.length() > Vocabulary.LONGEST ? -1 : roster.byCode(code);
    int byName = name.isEmpty() ? -1 : find(name);
    if (byCode >= 0 && byName >= 0 && !roster.areNamesakes(byCode, byName)) {
      problems.add(
          Code.UNIT_CODE_AND_NAME_DIFFER,
          codeAt.get(),
          "code",
          code,
          "expected",
          roster.get(byCode).name(),
          "found",
          roster.get(byName).name());
      return -1;
    }
    // A code that is right beside a name that nobody knows: a careful reader asks.
    if (byName < 0 && (byCode < 0 || !name.isEmpty())) {
      Problem unknown = unknown(nameAt.get(), name.isEmpty() ? code : name);
      problems.add(byCode < 0 ? unknown : unknown.about(roster.get(byCode).id()));
      return -1;
    }
    return byCode >= 0 ? byCode : byName;
  }

  /**
   * The unit that is meant in a period, or -1 after saying that it does not exist then.
   *
   * @param unit the unit that was found by its code or name
   */
  int requireActive(int unit, Period period, Supplier<CellRef> where) {
    int active = roster.inPeriod(unit, period);
    if (active < 0) {
      problems.add(
          Problem.of(
                  Code.UNIT_NOT_ACTIVE,
                  where.get(),
                  "unit",
                  roster.name(unit, period),
                  "period",
                  period,
                  "expected",
                  lifetime(roster.get(unit).lifetime()))
              .about(idOf(unit)));
    }
    return active;
  }

  private static Text lifetime(Lifetime lifetime) {
    Text from =
        lifetime.from().map(p -> Messages.phrase("unit.from", "period", p)).orElse(Text.of(""));
    Text until =
        lifetime.until().map(p -> Messages.phrase("unit.until", "period", p)).orElse(Text.of(""));
    boolean both = lifetime.from().isPresent() && lifetime.until().isPresent();
    return from.plus(both ? new Text("、", ", ") : Text.of("")).plus(until);
  }

  /** Says that a row is not of a unit as a whole, but of what stands beside its name. */
  void refusePart(CellRef where, String part, int unit) {
    problems.add(unknown(where, part).about(idOf(unit)));
  }

  /**
   * The one unit whose name stands in the texts, or -1. Of names within names the longest counts; a
   * short form of two characters may stand in other words and must stand alone.
   */
  int mentionedIn(Collection<String> texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      if (text.length() <= Vocabulary.LONGEST) {
        all.append(' ').append(text);
      }
    }
    return mentions.of(all.toString());
  }

  /** The same of a single text. */
  int mentionedIn(String text) {
    return text.length() > Vocabulary.LONGEST ? -1 : mentions.of(text);
  }

  private int mentioned(String text) {
    Set<Integer> units = unitsWithin(Labels.key(text));
    if (units.isEmpty()) {
      int begin = 0;
      for (int end = 0; end <= text.length(); end++) {
        if (end == text.length() || SEPARATORS.indexOf(text.charAt(end)) >= 0) {
          int unit = end == begin ? -1 : byName(text.substring(begin, end));
          if (unit >= 0) {
            units.add(unit);
          }
          begin = end + 1;
        }
      }
    }
    return units.size() == 1 ? units.iterator().next() : -1;
  }

  /** The units whose names stand in a key, but not within a longer name. */
  private Set<Integer> unitsWithin(String key) {
    collectNames();
    Set<String> found = new HashSet<>();
    for (String name : names.keySet()) {
      if (key.contains(name)) {
        found.add(name);
      }
    }
    Set<Integer> units = new HashSet<>();
    for (String name : found) {
      if (isLongest(name, found)) {
        units.add(names.getOrDefault(name, -1));
      }
    }
    return units;
  }

  private static boolean isLongest(String name, Set<String> names) {
    for (String other : names) {
      if (!other.equals(name) && other.contains(name)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The unit that is named around a table or form without a label of its own: above it, by its
   * sheet, or by its file; -1 if there is none.
   */
  int named(List<String> titles, String sheet, String fileName) {
    int unit = mentionedIn(titles);
    unit = unit >= 0 ? unit : mentionedIn(sheet);
    return unit >= 0 ? unit : mentionedIn(withoutExtension(fileName));
  }

  static String withoutExtension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }

  /** Whether a text may be quoted: it ends like the name of a unit, so it names no person. */
  static boolean isAdministrative(String text) {
    return text.length() <= LONGEST_NAME && ADMINISTRATIVE.matcher(text).matches();
  }

  /**
   * A name that nobody knows is quoted only if it ends like the name of a unit or is as long as the
   * one it resembles: it may as well be a person's.
   */
  private Problem unknown(CellRef where, String name) {
    Optional<String> nearest = roster.nearestName(name);
    boolean quotable =
        isAdministrative(name)
            || (name.length() <= LONGEST_NAME
                && (nearest.filter(n -> n.length() == name.length()).isPresent()
                    || (name.matches("[0-9]+") && roster.hasCodesOfLength(name.length()))));
    Text found =
        name.isEmpty()
            ? Messages.phrase("quote.blank")
            : quotable
                ? Text.of(name)
                : Messages.phrase("quote.text", "length", name.codePointCount(0, name.length()));
    Text hint = nearest.map(n -> Messages.phrase("hint.nearest", "name", n)).orElse(Text.of(""));
    return Problem.of(Code.UNKNOWN_UNIT, where, "found", found, "hint", hint);
  }
}
