package peaceindex.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import peaceindex.panel.Arrival;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.panel.Fields;
import peaceindex.panel.Labels;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Severity;
import peaceindex.returns.EventsLayout;
import peaceindex.returns.ReturnsLayout;
import peaceindex.returns.ReturnsLayout.ReceiptsLayout;
import peaceindex.returns.ReturnsLayout.Sense;
import peaceindex.returns.ReturnsLayout.Source;

/**
 * Binds {@code returns.yaml}: what is asked of every unit, and the words by which it is found.
 *
 * <pre>
 * fields:
 *   - {id: due, name: 应办结数, kind: count}
 *   - {id: closed, name: 按期办结数, kind: count, partOf: due, aliases: [办结数]}
 * labels: {unit: [单位名称, 单位]}
 * receipts: {file: 收件登记表.xlsx, dueDay: 5}
 * </pre>
 *
 * Words that the file does not give are those of {@link Words}.
 */
final class ReturnsYaml {

  /** The words that are understood unless the file names others in their place. */
  private static final class Words {
    static final List<String> CODE = List.of("单位代码", "代码", "乡镇代码", "行政区划代码", "Code", "Unit code");
    static final List<String> UNIT =
        List.of(
            "单位名称",
            "单位",
            "填报单位",
            "乡镇（街道）",
            "乡镇街道",
            "乡镇",
            "地区",
            "Unit",
            "Unit name",
            "Name",
            "Township",
            "Borough",
            "Country",
            "Area");
    static final List<String> PERIOD =
        List.of(
            "填报月份", "报送月份", "所属月份", "月份", "填报年度", "年度", "年份", "所属时期", "填报时期", "填报时段", "填报旬", "所属旬",
            "旬别", "填报周", "所属周", "周次", "Period", "Month", "Year", "Week");
    static final List<String> TOTAL =
        List.of("合计", "总计", "小计", "平均", "全县合计", "全县", "Total", "Sum", "Average", "Mean");
    static final List<String> REMARK =
        List.of("备注", "说明", "注", "数据来源", "Remark", "Remarks", "Note", "Notes", "Source");
    static final List<String> PERSONAL =
        List.of(
            "姓名",
            "联系人",
            "负责人",
            "填报人",
            "填表人",
            "经办人",
            "审核人",
            "责任人",
            "分管领导",
            "主要领导",
            "网格员",
            "户主",
            "家庭住址",
            "当事人",
            "身份证号",
            "身份证号码",
            "身份证",
            "公民身份号码",
            "证件号码",
            "电话",
            "联系电话",
            "电话号码",
            "手机",
            "手机号",
            "手机号码",
            "联系方式",
            "Person",
            "Contact",
            "ID number",
            "Telephone",
            "Phone",
            "Mobile");
    static final List<String> MISSING =
        List.of("-", "—", "——", "/", "N/A", "n.a.", "..", "无", "暂无", "未报");
    static final List<String> NOT_APPLICABLE = List.of("不适用", "Not applicable");
    static final String CORRECTIONS = "更正";
    static final String RECEIPTS_FILE = "收件登记表.xlsx";
    static final List<String> RECEIPTS_UNIT = List.of("单位名称", "单位", "Unit", "Name");
    static final List<String> RECEIPTS_FILE_NAME = List.of("文件名", "文件", "File", "File name");
    static final List<String> RECEIPTS_PERIOD =
        List.of("所属月份", "月份", "所属时期", "所属旬", "旬别", "所属周", "周次", "Period", "Month", "Week");
    static final List<String> RECEIPTS_RECEIVED = List.of("收到日期", "收件日期", "Received", "Date");
    static final List<String> RECEIPTS_KIND = List.of("类别", "类型", "Kind", "Type");
    static final List<String> RECEIPTS_CORRECTION = List.of("更正", "Correction", "Corrected");

    private Words() {}
  }

  private final YamlNode root;
  private final boolean fieldsAreKnown;
  private final boolean sourcesAreKnown;
  private final Problems problems;

  private ReturnsYaml(ConfigLoader.Document file, Problems problems) {
    this.root = file.root();
    this.fieldsAreKnown = file.namesAreSound("fields");
    this.sourcesAreKnown = file.namesAreSound("sources");
    this.problems = problems;
  }

  /** The layout of returns; a reference to a list that is itself at fault is not checked. */
  static ReturnsLayout bind(ConfigLoader.Document file, Problems problems) {
    return new ReturnsYaml(file, problems).layout();
  }

  private ReturnsLayout layout() {
    List<Source> sources = sources();
    YamlNode labels = root.get("labels");
    YamlNode words = root.get("words");
    return new ReturnsLayout(
        fields(sources),
        sources,
        texts(labels, "code", Words.CODE),
        texts(labels, "unit", Words.UNIT),
        texts(labels, "period", Words.PERIOD),
        texts(labels, "total", Words.TOTAL),
        texts(labels, "remark", Words.REMARK),
        texts(labels, "personal", Words.PERSONAL),
        texts(words, "missing", Words.MISSING),
        texts(words, "notApplicable", Words.NOT_APPLICABLE),
        root.get("corrections").isPresent()
            ? root.get("corrections").textOrEmpty()
            : Words.CORRECTIONS,
        receipts(),
        sense(),
        severities(),
        events(labels.get("events")));
  }

  private static List<String> texts(YamlNode parent, String key, List<String> byDefault) {
    YamlNode node = parent.get(key);
    return node.isPresent() ? node.texts() : byDefault;
  }

  /** The words of the register of events; what may stand in it is said by the index. */
  private static EventsLayout events(YamlNode labels) {
    EventsLayout byDefault = EventsLayout.DEFAULT;
    return new EventsLayout(
        texts(labels, "unit", byDefault.unit()),
        texts(labels, "date", byDefault.date()),
        texts(labels, "rule", byDefault.rule()),
        texts(labels, "times", byDefault.times()),
        texts(labels, "points", byDefault.points()),
        texts(labels, "title", byDefault.title()),
        byDefault.kinds());
  }

  private Optional<ReceiptsLayout> receipts() {
    YamlNode node = root.get("receipts");
    if (!node.isPresent()) {
      return Optional.empty();
    }
    YamlNode labels = node.get("labels");
    return Optional.of(
        new ReceiptsLayout(
            node.get("file").text().orElse(Words.RECEIPTS_FILE),
            node.get("dueDay").integer().orElse(1),
            texts(labels, "unit", Words.RECEIPTS_UNIT),
            texts(labels, "file", Words.RECEIPTS_FILE_NAME),
            texts(labels, "period", Words.RECEIPTS_PERIOD),
            texts(labels, "received", Words.RECEIPTS_RECEIVED),
            texts(labels, "kind", Words.RECEIPTS_KIND),
            texts(node, "correction", Words.RECEIPTS_CORRECTION)));
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    Uniqueness words = new Uniqueness(problems);
    for (YamlNode node : root.get("sources").items()) {
      words.nextOwner();
      words.claimId("", node.get("id"));
      words.claimNames("", node.get("name").nameWords());
      sources.add(
          new Source(
              node.get("id").textOrEmpty(),
              node.get("name").name(),
              node.get("fileNames").texts()));
    }
    return sources;
  }

  private Fields fields(List<Source> sources) {
    List<YamlNode> nodes = root.get("fields").items();
    List<Field> unresolved = new ArrayList<>();
    Uniqueness words = new Uniqueness(problems);
    for (YamlNode node : nodes) {
      words.nextOwner();
      words.claimId("", node.get("id"));
      words.claimNames("", node.get("name").nameWords());
      words.claimNames("", node.get("aliases").words());
      unresolved.add(
          new Field(
              node.get("id").textOrEmpty(),
              node.get("name").name(),
              node.get("aliases").texts(),
              node.get("kind").choice(FieldKind.class).orElse(FieldKind.NUMBER),
              node.get("unit").name(),
              source(node.get("source"), sources),
              "",
              ""));
    }
    Fields byName = new Fields(unresolved);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Field field = unresolved.get(i);
      fields.add(
          new Field(
              field.id(),
              field.name(),
              field.aliases(),
              field.kind(),
              field.unit(),
              field.source(),
              reference(nodes.get(i).get("partOf"), byName),
              reference(nodes.get(i).get("poolBy"), byName),
              arrival(nodes.get(i).get("frequency"))));
    }
    Fields resolved = new Fields(fields);
    checkCycles(nodes, resolved);
    return resolved;
  }

  private static Arrival arrival(YamlNode node) {
    return switch (node.textOrEmpty()) {
      case "quarter" -> Arrival.QUARTERLY;
      case "halfYear" -> Arrival.HALF_YEARLY;
      case "year" -> Arrival.YEARLY;
      default -> Arrival.EVERY_PERIOD;
    };
  }

  private Sense sense() {
    YamlNode node = root.get("sense");
    Map<String, Double> jumps = new HashMap<>();
    for (YamlNode field : root.get("fields").items()) {
      OptionalDouble own = jump(field.get("jump"));
      own.ifPresent(limit -> jumps.put(field.get("id").textOrEmpty(), limit));
    }
    return new Sense(
        jump(node.get("jumpFactor")).orElse(Sense.DEFAULT.jumpFactor()),
        node.get("jumpPoints").number().orElse(Sense.DEFAULT.jumpPoints()),
        jumps);
  }

  /** How far a figure may be from the past. Between 0 and 1 every figure would be too far. */
  private OptionalDouble jump(YamlNode node) {
    OptionalDouble limit = node.number();
    if (limit.isPresent() && limit.getAsDouble() > 0 && limit.getAsDouble() <= 1) {
      problems.add(
          Code.OUT_OF_RANGE,
          node.where(),
          "found",
          node.textOrEmpty(),
          "expected",
          Messages.phrase("config.range.jump"));
    }
    return limit;
  }

  /** The severities that differ from the codes' own; {@link StructureCheck} has refused others. */
  private Map<Code, Severity> severities() {
    Map<Code, Severity> severities = new EnumMap<>(Code.class);
    YamlNode node = root.get("severity");
    for (Code code : Code.values()) {
      node.get(code.id()).choice(Severity.class).ifPresent(s -> severities.put(code, s));
    }
    return severities;
  }

  /** The id of the source that {@code node} names; empty if it names none. */
  private String source(YamlNode node, List<Source> sources) {
    if (node.text().isEmpty()) {
      return "";
    }
    String label = Labels.key(node.textOrEmpty());
    List<String> candidates = new ArrayList<>();
    for (Source source : sources) {
      List<String> names = List.of(source.id(), source.name().zh(), source.name().en());
      if (names.stream().anyMatch(name -> Labels.key(name).equals(label))) {
        return source.id();
      }
      candidates.addAll(names);
    }
    if (node.textOrEmpty().equals(Field.ROSTER)) {
      return Field.ROSTER;
    }
    if (sourcesAreKnown) {
      problems.add(
          Code.UNKNOWN_SOURCE,
          node.where(),
          "found",
          Phrases.shorten(node.textOrEmpty()),
          "hint",
          Phrases.didYouMean(Phrases.nearest(node.textOrEmpty(), candidates)));
    }
    return "";
  }

  /** The id of the field that {@code node} names; empty if it names none. */
  private String reference(YamlNode node, Fields fields) {
    if (node.text().isEmpty()) {
      return "";
    }
    int index = fields.indexOf(node.textOrEmpty());
    if (index >= 0) {
      return fields.get(index).id();
    }
    if (fieldsAreKnown) {
      List<String> labels = fields.all().stream().flatMap(f -> Fields.labels(f).stream()).toList();
      problems.add(
          Code.UNKNOWN_FIELD,
          node.where(),
          "found",
          Phrases.shorten(node.textOrEmpty()),
          "hint",
          Phrases.didYouMean(Phrases.nearest(node.textOrEmpty(), labels)));
    }
    return "";
  }

  /** A part is smaller than its whole, so nothing can be a part of itself, even by detours. */
  private void checkCycles(List<YamlNode> nodes, Fields fields) {
    Set<Integer> done = new HashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      List<Integer> way = new ArrayList<>();
      int at = i;
      while (at >= 0 && !done.contains(at) && !way.contains(at)) {
        way.add(at);
        String whole = fields.get(at).partOf();
        at = whole.isEmpty() ? -1 : fields.indexOf(whole);
      }
      if (way.contains(at)) {
        List<String> names = new ArrayList<>();
        way.subList(way.indexOf(at), way.size()).forEach(f -> names.add(fields.get(f).id()));
        names.add(fields.get(at).id());
        problems.add(
            Code.PART_OF_CYCLE,
            nodes.get(at).get("partOf").where(),
            "found",
            String.join(" → ", names));
      }
      done.addAll(way);
    }
  }
}
