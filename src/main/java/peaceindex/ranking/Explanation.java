package peaceindex.ranking;

import java.util.List;
import java.util.Optional;
import peaceindex.formula.Worked;
import peaceindex.index.Ingredient;
import peaceindex.index.Part;
import peaceindex.index.aggregate.Aggregation;
import peaceindex.panel.CellStatus;
import peaceindex.panel.Period;
import peaceindex.problem.CellRef;
import peaceindex.problem.Text;

/**
 * Why one unit stands where it stands: from its rank down to the cells of its returns.
 *
 * @param unit number of the unit on the roster
 * @param focus node of the tree to which it is limited; 0 for the whole index
 * @param movement how the unit moved up to the period
 * @param accounts of the focus and all nodes below it, in the order of the tree
 * @param meanBeforePoints the mean of the ranked units' indices before points
 * @param comparisons with the period before and with the same period of last year, where there is
 *     anything to compare; empty for a unit without an index
 * @param prospect what would bring it up
 */
public record Explanation(
    int unit,
    int focus,
    Standing standing,
    Movement movement,
    List<Account> accounts,
    double meanBeforePoints,
    List<Comparison> comparisons,
    Prospect prospect) {

  public Explanation {
    accounts = List.copyOf(accounts);
    comparisons = List.copyOf(comparisons);
  }

  /** Whether contributions add up to the index, so that points lost and won can be told. */
  public boolean isAdditive() {
    return standing.tree().isAdditive();
  }

  /** Whether a node is the focus or lies below it. */
  public boolean isShown(int node) {
    int at = node;
    while (at > focus) {
      at = standing.tree().parent(at);
    }
    return at == focus;
  }

  /**
   * How one node came to its score. Numbers are exact, {@code NaN} where there is none.
   *
   * @param depth levels below the root
   * @param value of an indicator, as it is scored
   * @param reported the value before anything touched it
   * @param smoothed the rate drawn towards that of all, where asked for
   * @param status what is known of the value; of a dimension, of its score
   * @param score of the root the index before points
   * @param full full marks, by the rules of the unit's group
   * @param mean mean of the units' scores; of the root the mean index before points
   * @param weight effective weight in the whole index
   * @param contribution what it adds to the index; {@code NaN} where the tree is not additive
   * @param lost points of the index that full marks would bring, as a negative number; {@code NaN}
   *     where the tree is not additive
   * @param ahead points of the index by which it is ahead of the mean of the units at the unit's
   *     own weights: of an indicator weight × (score − mean), of a dimension the sum of its
   *     indicators'; {@code NaN} where the tree is not additive
   * @param derived how the value follows from its figures; empty where it does not
   * @param ingredients the figures of the value
   * @param other the score of another index that is the value
   * @param parts how the value became scores
   * @param aggregation how a dimension is made of its children; empty for indicators
   * @param combined how children, or several parts, became the score; empty where there is no
   *     formula or nothing to combine
   * @param averaged the published scores of which the score of an averaged span is the mean
   */
  public record Account(
      int node,
      int depth,
      double value,
      double reported,
      double smoothed,
      CellStatus status,
      double score,
      double full,
      double mean,
      double weight,
      double contribution,
      double lost,
      double ahead,
      Optional<Worked> derived,
      List<Ingredient> ingredients,
      Optional<OtherScore> other,
      List<PartAccount> parts,
      Optional<Aggregation> aggregation,
      Optional<Worked> combined,
      List<Averaged> averaged) {

    public Account {
      ingredients = List.copyOf(ingredients);
      parts = List.copyOf(parts);
      averaged = List.copyOf(averaged);
    }
  }

  /**
   * How one part of an indicator scores the value.
   *
   * @param worked over the column {@link Explainer#X}, the value
   * @param referencePeriods the periods whose figures the reference holds; empty for a set figure
   * @param past the unit's own values, where they are the reference
   */
  public record PartAccount(
      Part part, double score, Worked worked, List<Period> referencePeriods, List<Past> past) {
    public PartAccount {
      referencePeriods = List.copyOf(referencePeriods);
      past = List.copyOf(past);
    }
  }

  /** A value of the unit in an earlier period, by the rules of the one that is explained. */
  public record Past(Period period, double value, List<Ingredient> ingredients) {
    public Past {
      ingredients = List.copyOf(ingredients);
    }
  }

  /**
   * The published score of another index.
   *
   * @param node the node of its tree; empty for the index itself
   */
  public record OtherScore(String index, Text name, Optional<Text> node, Period period) {}

  /** A published score that entered a mean. */
  public record Averaged(Period period, double published) {}

  /** With which period it is compared. */
  public enum Against {
    PREVIOUS,
    YEAR_EARLIER
  }

  /**
   * What changed since another period. Where contributions add up, {@code Σ items + weights +
   * points + rules + rest = exact}.
   *
   * @param change of the published index
   * @param places gained; positive is up
   * @param exact change of the exact index
   * @param additive whether the items are points of the index; otherwise only their scores tell
   * @param items the indicators, the largest change first
   * @param weights what the index moved because indicators were missing in one of the two periods,
   *     and others had their weight
   * @param points change of the points beside the score
   * @param rules what the rules of today would have changed then already
   * @param otherRules whether the rules changed in between
   * @param rest what is left: in an averaged span points and roundings of its periods
   */
  public record Comparison(
      Against against,
      Period then,
      double change,
      double places,
      double exact,
      boolean additive,
      List<Item> items,
      double weights,
      double points,
      double rules,
      boolean otherRules,
      double rest) {
    public Comparison {
      items = List.copyOf(items);
    }
  }

  /**
   * What changed in one indicator; {@code then} by the rules of today.
   *
   * @param points of the index: weight now × change of the score; {@code NaN} where a score is
   *     missing, or contributions do not add up
   */
  public record Item(
      int node,
      double points,
      double valueThen,
      double valueNow,
      double scoreThen,
      double scoreNow,
      double weightThen,
      double weightNow) {}

  /**
   * The way to the next place up.
   *
   * @param above the unit that is next above; empty for the first and for a unit without rank
   * @param gap published index of that unit less one's own
   * @param remedies changes of one figure that would bring the unit up, the smallest first
   * @param none why there is none
   */
  public record Prospect(
      Optional<Integer> above, double gap, List<Remedy> remedies, Optional<NoRemedy> none) {
    public Prospect {
      remedies = List.copyOf(remedies);
    }
  }

  /** Why no change of a figure is offered. */
  public enum NoRemedy {
    /** The unit has no rank. */
    NOT_RANKED,
    /** Nobody is above. */
    FIRST,
    /** A span is made of the figures of several periods. */
    SPAN,
    /** The index is made of the scores of others, or gives points by their ranks. */
    COMPOSED,
    /** So many units that to score them again and again would take too long. */
    MANY_UNITS,
    /** No change of a single figure within its bounds does it. */
    NOT_BY_ONE_FIGURE
  }

  /**
   * If one figure were another and all else as it is. The new figure was found by scoring the whole
   * period again.
   *
   * @param cell where the figure stands
   * @param share the part of the way to the bound of the figure (none left, the whole of which it
   *     is a part, 100 %) that the change takes; by this the smallest is chosen
   */
  public record Remedy(
      int node,
      int field,
      Optional<CellRef> cell,
      double from,
      double to,
      double share,
      double valueBefore,
      double valueAfter,
      double scoreBefore,
      double scoreAfter,
      double publishedAfter,
      double rankAfter) {}
}
