package peaceindex.report.returned;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.panel.Field;
import peaceindex.panel.Fields;
import peaceindex.panel.Labels;
import peaceindex.panel.Roster;
import peaceindex.problem.Privacy;
import peaceindex.report.workbook.Redaction;
import peaceindex.returns.ReturnsLayout;
import peaceindex.sheet.Cells;

/**
 * What of a return may go back by mail: figures, and the words that returns are made of. Nobody can
 * list the names of persons, so words are not searched for them; a word is kept only if it is one
 * that a return needs: a label, a unit, a spelling of "nothing", a part of a title. Any other word
 * is left out, also if it is harmless.
 *
 * <p>Columns and values that a label calls personal are left out altogether, and so are numbers
 * that look like an identity or a telephone number, wherever they stand.
 */
public final class Whitelist implements Redaction {
  private static final int LONGEST = 200;
  private static final int LONGEST_UNIT = 20;
  private static final int SHORTEST_PART = 2;

  /** Figures as text, with their units, and dates; seven digits together may be a telephone. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?!.*[0-9]{7})(?=.*[0-9〇零一二三四五六七八九十])"
              + "[+-]?[0-9〇零一二三四五六七八九十百千两.,%‰万亿年月日季度半上下第至~:/ ()-]{1,24}"
              + "(?:人|件|起|处|个|次|户|名|例|宗|条|家|场|元|分|persons|people|cases|number)?");

  /** An amount as text, only where an amount is due. */
  private static final Pattern LONG_FIGURE = Pattern.compile("[+-]?[0-9]{7,10}(?:\\.[0-9]+)?");

  /** Names of figures that nobody asked for. */
  private static final Pattern QUANTITY = Pattern.compile("\\p{IsHan}{3,}(?:[数率量额]|满意度|安全感|指数)");

  /** What a title may begin with. */
  private static final Pattern DATE = Pattern.compile("^[0-9〇零一二三四五六七八九十年月季度半上下第至.~-]+");

  private static final Pattern SUFFIX =
      Pattern.compile("[(\\[【]([^()\\[\\]【】]{1,20})[)\\]】]$|/([^/]{1,8})$");

  private static final Pattern ADMINISTRATIVE =
      Pattern.compile(".*(?:镇|乡|街道|街道办|人民政府|办事处|区|县|市|州|省|旗|苏木|场)");

  /** What looks like the name of a unit, and of nothing else. */
  private static final Pattern UNIT =
      Pattern.compile("[\\p{IsHan}\\h]*(?:镇|乡|街道|街道办|人民政府|办事处|区|县|市|州|省|旗|苏木|场)");

  /** Where a text is taken apart; what stands between stays. */
  private static final Pattern PIECE = Pattern.compile("[^\\s:,;、。!?()\\[\\]【】《》<>\"'“”|]+");

  /** What heads something about a person, beside what configuration lists. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "姓名|公民身份号码|身份证号码|身份证号|身份证|证件号码|证件号|联系电话|办公电话|电话号码|手机号码|手机号|电话|手机|号码|联系人|联系方式|填报人|填表人|填写人|制表|负责人|责任人|审核|审批|复核|经办"
              + "|校对|签名|签字|签发|领导|主任|书记|局长|镇长|乡长|所长|当事人|住址|地址|邮箱|微信"
              + "|phone|tel|mobile|contact|preparedby|checkedby|approvedby|signed|reporter|e-?mail");

  /** Words of titles and headings that are nobody's name. */
  private static final Set<String> HEADING_WORDS =
      Set.of(
          "序号 编号 代码 名称 备注 说明 合计 总计 小计 平均 单位 项目 指标 内容 类别 时间 日期 年度 季度 月份 本月 上月 本期 上期 本年 上年 去年 填报日期 报送日期 填报时间 人民政府 办事处 街道办事处"
              .concat(" 当月 累计 同期 同比 环比 增减 数值 数据 数量 得分 分值 排名 名次 权重 附件 附表 表格 月报 季报 年报 报表 统计 汇总 情况")
              .concat(
                  " report return returns monthly quarterly annual yearly index statistics summary")
              .concat(
                  " table form of for the and in by to county town township district city month")
              .concat(" year quarter period data figures figure total totals unit units no number")
              .concat(" name code remarks notes january february march april may june july august")
              .concat(" september october november december")
              .split(" "));

  private static final Pattern HEADING =
      Pattern.compile(
          ".{2,}(?:[数率量额值]|表|情况|统计|汇总|报告|月报|季报|年报|数据|指标|人数|件数|起数|名称|代码|编号|类别|日期|时间|说明"
              + "|[省市县区镇乡]|街道|办事处|人民政府|[委局办厅]|建设|工作|案件|事故|纠纷|信访|治安|安全|满意度|单位|月份|年度|季度)");

  private static final Pattern REPORT = Pattern.compile(".*(?:报表|月报|季报|年报|统计表|汇总表|情况表|明细表).*");

  private final Fields fields;
  private final Roster roster;
  private final Set<String> labels = new HashSet<>();
  private final Set<String> measures = new HashSet<>();
  private final Set<String> unitLabels = new HashSet<>();
  private final Set<String> totals = new HashSet<>();
  private final Set<String> personal = new HashSet<>();

  /** All labels of fields, to know the parts of a heading in several rows. */
  private final String allLabels;

  private final String leftOut;

  /**
   * @param leftOut what stands where words were left out
   */
  public Whitelist(ReturnsLayout layout, Roster roster, String leftOut) {
    this.fields = layout.fields();
    this.roster = roster;
    this.leftOut = leftOut;
    StringBuilder all = new StringBuilder();
    for (Field field : fields.all()) {
      Fields.labels(field).forEach(label -> all.append(Labels.key(label)).append('\n'));
      measures.add(Labels.key(field.unit().zh()));
      measures.add(Labels.key(field.unit().en()));
    }
    this.allLabels = all.toString();
    unitLabels.addAll(keys(layout.unitName()));
    unitLabels.addAll(keys(layout.unitCode()));
    totals.addAll(keys(layout.total()));
    personal.addAll(keys(layout.personal()));
    labels.addAll(unitLabels);
    labels.addAll(totals);
    labels.addAll(personal);
    for (List<String> words :
        List.of(layout.period(), layout.remark(), layout.missing(), layout.notApplicable())) {
      labels.addAll(keys(words));
    }
    labels.add("");
  }

  private static List<String> keys(List<String> words) {
    return words.stream().map(Labels::key).toList();
  }

  @Override
  public String name(String sheet) {
    return Privacy.mask(sheet);
  }

  @Override
  public OfSheet of(Cells cells) {
    return new Sheet(cells);
  }

  /** Whether words are a label, or a part of one. */
  private boolean isLabel(String key) {
    return labels.contains(key)
        || fields.indexOf(key) >= 0
        || measures.contains(key)
        || (key.length() >= SHORTEST_PART && !key.contains("\n") && allLabels.contains(key));
  }

  private boolean isUnit(String text) {
    return roster.byName(text) >= 0 || roster.byCode(text) >= 0;
  }

  private boolean isPersonal(String key) {
    return !personalWord(key).isEmpty();
  }

  /** The word in a text that calls what follows it personal; empty if there is none. */
  private String personalWord(String key) {
    Matcher matcher = PERSONAL.matcher(key);
    return matcher.find()
        ? matcher.group()
        : personal.stream().filter(w -> !w.isEmpty() && key.contains(w)).findFirst().orElse("");
  }

  /** Whether words may be shown wherever they stand. */
  private boolean isPlain(String text) {
    String key = Labels.key(text);
    if (isLabel(key) || isUnit(text)) {
      return true;
    }
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (FIGURE.matcher(folded).matches() || QUANTITY.matcher(folded).matches()) {
      return true;
    }
    Matcher suffix = SUFFIX.matcher(folded);
    if (suffix.find()) {
      String inner = suffix.group(1) == null ? suffix.group(2) : suffix.group(1);
      return isLabel(Labels.key(folded.substring(0, suffix.start())))
          && (isLabel(Labels.key(inner)) || FIGURE.matcher(inner).matches());
    }
    return totals.stream()
        .filter(word -> !word.isEmpty() && key.endsWith(word))
        .map(word -> key.substring(0, key.length() - word.length()))
        .anyMatch(rest -> ADMINISTRATIVE.matcher(rest).matches() && rest.length() <= SHORTEST_PART);
  }

  /** Whether words may be shown in a title or a heading: behind dates and units what all use. */
  private boolean isHeading(String piece) {
    String key = Labels.key(piece);
    String rest = DATE.matcher(key).replaceFirst("");
    for (int length = Math.min(LONGEST_UNIT, rest.length()); length >= SHORTEST_PART; length--) {
      if (isUnit(rest.substring(0, length))) {
        rest = rest.substring(length);
        break;
      }
    }
    rest = DATE.matcher(rest).replaceFirst("");
    return HEADING_WORDS.contains(rest)
        || isLabel(rest)
        || (rest.codePointCount(0, rest.length()) > 3 && HEADING.matcher(rest).matches())
        || REPORT.matcher(rest).matches();
  }

  /** What the headings so far say of the columns below them. */
  private final class Columns {
    final BitSet personal = new BitSet();
    final BitSet units = new BitSet();
    final BitSet figures = new BitSet();

    void head(Cells.Merge merge, String key, boolean ofPersons) {
      int from = merge.firstColumn();
      int to = merge.lastColumn() + 1;
      personal.set(from, to, ofPersons);
      units.set(from, to, unitLabels.contains(key));
      figures.set(from, to, fields.indexOf(key) >= 0);
    }
  }

  /** What one sheet's headings say about its cells. */
  private final class Sheet implements OfSheet {
    private final Cells cells;
    private final int firstLabelRow;
    private final BitSet headerRows = new BitSet();
    private final BitSet hidden = new BitSet();
    private final BitSet unitCells = new BitSet();
    private final BitSet figureCells = new BitSet();

    Sheet(Cells cells) {
      this.cells = cells;
      int first = Integer.MAX_VALUE;
      Columns columns = new Columns();
      for (int cell = 0; cell < cells.size(); ) {
        int row = cells.row(cell);
        int end = cells.firstInRow(row + 1);
        boolean header = isHeader(cell, end);
        headerRows.set(row, header);
        boolean afterPersonal = false;
        String before = "";
        for (; cell < end; cell++) {
          int column = cells.column(cell);
          String key = key(cell);
          boolean label = isFieldOrUnit(key);
          first = label ? Math.min(first, row) : first;
          boolean heads = !label && !isLabel(key) && isPersonal(key);
          heads |= personal.contains(key);
          afterPersonal &= !label;
          if (header && (label || heads)) {
            columns.head(cells.mergeAt(row, column), key, heads);
          } else {
            hidden.set(cell, columns.personal.get(column) || (afterPersonal && !heads && !header));
            unitCells.set(cell, columns.units.get(column) || unitLabels.contains(before));
            figureCells.set(cell, columns.figures.get(column) || fields.indexOf(before) >= 0);
          }
          afterPersonal |= heads;
          before = key;
        }
      }
      this.firstLabelRow = first == Integer.MAX_VALUE ? 0 : first;
    }

    /** A text as it is compared; empty for anything else. */
    private String key(int cell) {
      boolean isText = cells.kind(cell) == Cells.Kind.TEXT && cells.text(cell).length() <= LONGEST;
      return isText ? Labels.key(cells.text(cell)).replaceAll(":$", "") : "";
    }

    private boolean isFieldOrUnit(String key) {
      return unitLabels.contains(key) || fields.indexOf(key) >= 0;
    }

    /** Several labels, and neither figures nor units: what stands in the row heads columns. */
    private boolean isHeader(int from, int end) {
      int found = 0;
      for (int cell = from; cell < end; cell++) {
        String key = key(cell);
        if (cells.kind(cell) == Cells.Kind.NUMBER || (!key.isEmpty() && isUnit(key))) {
          return false;
        }
        boolean one = !key.isEmpty() && !key.contains(":");
        found += one && (isFieldOrUnit(key) || isPersonal(key)) ? 1 : 0;
      }
      return found >= 2;
    }

    @Override
    public boolean shows(int cell) {
      if (hidden.get(cell)) {
        return false;
      }
      double number = cells.number(cell);
      return Double.isNaN(number)
          || !Privacy.isPersonal(new BigDecimal(Double.toString(number)).toPlainString());
    }

    @Override
    public String text(int cell) {
      if (hidden.get(cell)) {
        return "";
      }
      String text = cells.text(cell);
      if (text.length() > LONGEST) {
        return leftOut;
      }
      if (Privacy.isPersonal(text) && !isUnit(text)) {
        return pieces(Privacy.mask(text), cell);
      }
      boolean figure = figureCells.get(cell) && LONG_FIGURE.matcher(text.strip()).matches();
      return figure || isPlain(text) || isUnitHere(text, cell) ? text : pieces(text, cell);
    }

    /** A unit that is not on the roster may be named where units are named. */
    private boolean isUnitHere(String text, int cell) {
      return unitCells.get(cell)
          && text.length() <= LONGEST_UNIT
          && UNIT.matcher(text).matches()
          && !isPersonal(Labels.key(text));
    }

    private String pieces(String text, int cell) {
      boolean heading = cells.row(cell) < firstLabelRow || headerRows.get(cells.row(cell));
      String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
      List<String> out = new ArrayList<>();
      Matcher matcher = PIECE.matcher(folded);
      boolean ofPerson = false;
      int from = 0;
      int kept = 0;
      while (matcher.find()) {
        String piece = matcher.group();
        String between = folded.substring(from, matcher.start());
        from = matcher.end();
        String shown = ofPerson ? "" : shown(piece, heading, cell);
        ofPerson = !ofPerson && isPersonal(Labels.key(piece));
        kept += shown.isEmpty() ? 0 : 1;
        boolean repeated = !out.isEmpty() && out.get(out.size() - 1).endsWith(leftOut);
        if (!shown.isEmpty()) {
          out.add(between + shown + (ofPerson && shown.length() < piece.length() ? leftOut : ""));
        } else if (!repeated) {
          out.add(between + leftOut);
        }
      }
      String rest = folded.substring(from);
      return kept == 0 ? leftOut : (String.join("", out) + rest).strip();
    }

    /** The part of a piece that may be shown. */
    private String shown(String piece, boolean heading, int cell) {
      String key = Labels.key(piece);
      if (isPlain(piece) || HEADING_WORDS.contains(key)) {
        return piece;
      }
      String person = personalWord(key);
      if (!person.isEmpty()) {
        String prefix = key.substring(0, key.indexOf(person));
        boolean kept = HEADING_WORDS.contains(prefix) || isLabel(prefix);
        return kept ? prefix + person : person;
      }
      return isUnitHere(piece, cell) || (heading && isHeading(piece)) ? piece : "";
    }
  }
}
