package peaceindex.index.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Five units in two groups, three periods of past.
 *
 * <pre>
 *            甲    乙    丙    丁    戊
 * group      a     a     a     b     b
 * 3 before   1     2     3     -     -
 * 2 before   4     -     6     -     -
 * 1 before   -     -     9     -     -
 * now        -     -     12    -     -
 * </pre>
 */
class ImputationTest {
  private static final double NAN = Double.NaN;
  private static final int[] GROUPS = {0, 0, 0, 1, 1};
  private static final int[] TOGETHER = {0, 0, 0, 0, 0};
  private static final List<double[]> PAST =
      List.of(
          new double[] {NAN, NAN, 9, NAN, NAN},
          new double[] {4, NAN, 6, NAN, NAN},
          new double[] {1, 2, 3, NAN, NAN});

  private static double[] standIns(Imputation method, int[] groups) {
    double[] now = {NAN, NAN, 12, NAN, NAN};
    return method.standIns(new Gaps(now, groups, PAST));
  }

  @Test
  void theLatestOwnValueThatIsNotTooOld() {
    assertThat(standIns(new CarryForward(0), GROUPS)).containsExactly(NAN, NAN, NAN, NAN, NAN);
    assertThat(standIns(new CarryForward(1), GROUPS)).containsExactly(NAN, NAN, NAN, NAN, NAN);
    assertThat(standIns(new CarryForward(2), GROUPS)).containsExactly(4, NAN, NAN, NAN, NAN);
    assertThat(standIns(new CarryForward(3), GROUPS)).containsExactly(4, 2, NAN, NAN, NAN);
    assertThat(standIns(new CarryForward(99), GROUPS)).containsExactly(4, 2, NAN, NAN, NAN);
  }

  @Test
  void theMeanOfOwnValues() {
    assertThat(standIns(new OwnMean(1), GROUPS)).containsExactly(NAN, NAN, NAN, NAN, NAN);
    assertThat(standIns(new OwnMean(2), GROUPS)).containsExactly(4, NAN, NAN, NAN, NAN);
    assertThat(standIns(new OwnMean(99), GROUPS)).containsExactly(2.5, 2, NAN, NAN, NAN);
  }

  @Test
  void theMeanOfTheGroup() {
    assertThat(standIns(new GroupMean(), GROUPS)).containsExactly(12, 12, NAN, NAN, NAN);
    assertThat(standIns(new GroupMean(), TOGETHER)).containsExactly(12, 12, NAN, 12, 12);
    double[] now = {10, NAN, 40, NAN, 7};
    assertThat(new GroupMean().standIns(new Gaps(now, GROUPS, List.of())))
        .containsExactly(NAN, 25, NAN, 7, NAN);
  }

  @Test
  void withoutPastAndWithoutUnitsThereIsNone() {
    Gaps alone = new Gaps(new double[] {NAN}, new int[] {0}, List.of());
    Gaps nobody = new Gaps(new double[0], new int[0], List.of());
    for (Imputation method : List.of(new CarryForward(3), new OwnMean(3), new GroupMean())) {
      assertThat(method.standIns(alone)).containsExactly(NAN);
      assertThat(method.standIns(nobody)).isEmpty();
    }
  }
}
