package peaceindex.report.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import peaceindex.index.IndexTree;
import peaceindex.report.workbook.excel.Excel;

/** Weights as they are shown. */
final class Weights {
  private Weights() {}

  /** The weight of a node in the whole index when nothing is missing. */
  static double inWhole(IndexTree tree, int node) {
    double weight = 1;
    for (int n = node; n > 0; n = tree.parent(n)) {
      weight *= tree.share(n);
    }
    return weight;
  }

  /** Whether any group has other weights than the common ones. */
  static boolean differ(IndexTree tree) {
    return tree.groups().stream().anyMatch(group -> differ(tree, tree.of(group)));
  }

  /** Whether two trees of one shape weight any node differently. */
  static boolean differ(IndexTree tree, IndexTree other) {
    return IntStream.range(0, tree.size()).anyMatch(node -> tree.share(node) != other.share(node));
  }

  /** {@code 0.14} as {@code 14%}, with at most two decimals. */
  static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP);
    return plain(percent.doubleValue()) + "%";
  }

  /** A number with the decimals it has, such as the bound of a band. */
  static String plain(double value) {
    return Excel.number(value);
  }
}
