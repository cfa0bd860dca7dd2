package peaceindex.config;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaceindex.formula.Formula;
import peaceindex.formula.FormulaParser;
import peaceindex.formula.FormulaParser.Fault;
import peaceindex.panel.Fields;
import peaceindex.panel.Labels;
import peaceindex.problem.Code;
import peaceindex.problem.Messages;
import peaceindex.problem.Problems;
import peaceindex.problem.Text;

/** Reads the expressions of {@code index.yaml} over the fields of {@code returns.yaml}. */
final class Expressions {
  private static final String BARE_NAME = "[\\p{L}\\p{Nd}_.]+";

  private final Optional<Fields> fields;
  private final Problems problems;

  /**
   * @param fields the fields that may be named; empty if they are not known for certain, then every
   *     name is let pass
   */
  Expressions(Optional<Fields> fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** Every way to call a field. */
  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    fields.ifPresent(known -> known.all().forEach(f -> labels.addAll(Fields.labels(f))));
    return labels;
  }

  /** The formula over field ids; a stand-in if there is none, and a problem says why. */
  Formula read(YamlNode node) {
    String text = node.textOrEmpty();
    FormulaParser.Result result = FormulaParser.parse(text, this::resolve);
    if (node.text().isPresent() && result.formula().isEmpty()) {
      report(node, text, result.faults());
    }
    return result.formula().orElse(Formula.constant(Double.NaN));
  }

  private Optional<String> resolve(String name) {
    if (fields.isEmpty()) {
      return Optional.of(name);
    }
    int index = fields.get().indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(fields.get().get(index).id());
  }

  private void report(YamlNode node, String text, List<Fault> faults) {
    Optional<Fault> syntax = faults.stream().filter(f -> f.kind() == Fault.Kind.SYNTAX).findFirst();
    Optional<String> bare = bareLabel(text);
    if (syntax.isPresent() && bare.isPresent()) {
      // Whatever the parser made of the pieces, the whole name is what was meant.
      int offset = indexOf(text, bare.get()).orElse(syntax.get().offset());
      syntax(node, offset, bare.get(), Messages.phrase("config.hint.brackets", "name", bare.get()));
      return;
    }
    for (Fault fault : faults) {
      if (fault.kind() == Fault.Kind.SYNTAX) {
        syntax(node, fault.offset(), fault.found(), Text.of(""));
      } else if (syntax.isEmpty() || !adjoins(text, fault, syntax.get())) {
        Optional<String> meant = bare.or(() -> Phrases.nearest(fault.found(), labels()));
        problems.add(
            Code.UNKNOWN_FIELD,
            node.where(fault.offset()),
            "found",
            fault.found(),
            "hint",
            meant.map(Expressions::suggest).orElse(Text.of("")));
      }
    }
  }

  private static Text suggest(String label) {
    return label.matches(BARE_NAME)
        ? Phrases.didYouMean(Optional.of(label))
        : Messages.phrase("config.hint.brackets", "name", label);
  }

  private void syntax(YamlNode node, int offset, String found, Text hint) {
    problems.add(
        Code.EXPRESSION_SYNTAX,
        node.where(offset),
        "found",
        found.isEmpty()
            ? Messages.phrase("config.found.end")
            : Messages.phrase("config.found.TEXT", "found", found),
        "hint",
        hint);
  }

  /** Two names in a row are one mistake: a name with a space in it. */
  private static boolean adjoins(String text, Fault name, Fault syntax) {
    int end = Math.min(name.offset() + name.found().length(), syntax.offset());
    return syntax.offset() >= end
        && !syntax.found().isEmpty()
        && text.substring(end, syntax.offset()).isBlank();
  }

  /** A field's name with spaces or signs in it that the text holds outside of brackets. */
  private Optional<String> bareLabel(String text) {
    String rest = Labels.key(text.replaceAll("[\\[［][^\\]］]*[\\]］]", " "));
    return labels().stream()
        .filter(label -> !label.matches(BARE_NAME))
        .filter(label -> rest.contains(Labels.key(label)))
        .max(Comparator.comparingInt(String::length));
  }

  /** Where {@code label} begins in {@code text}, whatever the spaces and forms. */
  private static Optional<Integer> indexOf(String text, String label) {
    StringBuilder pattern = new StringBuilder();
    Labels.key(label)
        .codePoints()
        .forEach(
            c -> {
              String form = Character.toString(c);
              pattern.append(Pattern.quote(form)).append("\\s*");
            });
    // Only the forms of one length keep offsets; others fall back on the parser's.
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (folded.length() != text.length()) {
      return Optional.empty();
    }
    Matcher matcher =
        Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(folded);
    return matcher.find() ? Optional.of(matcher.start()) : Optional.empty();
  }
}
