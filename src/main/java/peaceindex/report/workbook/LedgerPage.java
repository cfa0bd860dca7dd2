package peaceindex.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import peaceindex.panel.Period;
import peaceindex.ranking.Ledger;
import peaceindex.ranking.Standing;
import peaceindex.report.Findings;

/** Who has been in a bad band for how long, and what follows from it. */
final class LedgerPage implements Page {
  private static final double EARLIER_WIDTH = 50;

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public boolean isShown(Findings findings, Formulas formulas) {
    return !findings.standing().rules().escalations().isEmpty();
  }

  @Override
  public Table<?> table(Findings findings) {
    Words words = new Words(findings.lang());
    UnitColumns units = new UnitColumns(findings, words);
    Standing standing = findings.standing();
    RulesLines rules = new RulesLines(findings, words);
    List<Ledger.Entry> entries = Ledger.of(findings.trend(), findings.period()).entries();
    List<Column<Ledger.Entry>> columns =
        List.of(
            column(words, "unit", entry -> units.name(entry.unit(), findings.period())),
            column(words, "band", entry -> units.bandOf(UnitRow.of(standing, entry.unit()))),
            column(words, "countedBand", entry -> Cell.centred(rules.counted(entry.escalation()))),
            column(words, "inARow", entry -> Cell.number(entry.inARow(), NumberForm.WHOLE)),
            column(words, "step", entry -> step(entry, findings.period(), words)),
            column(
                words,
                "since",
                entry -> Cell.centred(entry.current().map(t -> words.in(t.since())).orElse(""))),
            column(words, "earlierSteps", entry -> Cell.word(earlier(entry, words)))
                .upTo(EARLIER_WIDTH));
    List<Line> below = new ArrayList<>();
    if (entries.isEmpty()) {
      below.add(Line.note(words.say("note.noLedger")));
    }
    below.addAll(rules.escalations());
    below.add(Line.note(words.say("note.ledger")));
    return new Table<>(columns, entries, below, 1, false);
  }

  private static Cell step(Ledger.Entry entry, Period period, Words words) {
    Optional<String> step =
        entry
            .current()
            .map(
                taken ->
                    entry.isNew(period)
                        ? words.say("newStep", "step", taken.step().name())
                        : words.in(taken.step().name()));
    return Cell.centred(step.orElse(Cell.NOTHING));
  }

  private static String earlier(Ledger.Entry entry, Words words) {
    return entry.earlier().stream()
        .map(
            taken ->
                words.say(
                    "earlierStep",
                    "step",
                    taken.step().name(),
                    "since",
                    taken.since().words(),
                    "until",
                    taken.until().orElseThrow().words()))
        .collect(Collectors.joining(words.say("semicolon")));
  }

  private static Column<Ledger.Entry> column(
      Words words, String key, Function<Ledger.Entry, Cell> cell) {
    return Column.of(words.say("column." + key), cell);
  }
}
