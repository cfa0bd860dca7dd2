package peaceindex.returns;

import java.util.List;
import peaceindex.sheet.Cells;

/**
 * The tables of a sheet, one under the other.
 *
 * @param cells the sheet, turned if its units stand in columns
 * @param tables with the row after the last one of each
 * @param turned whether rows of {@code cells} are columns of the sheet
 * @param oneUnit whether the only row belongs to a unit that is named outside the table
 */
record Tables(Cells cells, List<Block> tables, boolean turned, boolean oneUnit) {

  /**
   * A table and where it ends.
   *
   * @param top the first row that may hold its title
   * @param end the row after its last one
   */
  record Block(Table table, int top, int end) {}

  /**
   * The texts above a table.
   *
   * @param sent the sheet as it was sent
   */
  List<String> titles(Block block, Cells sent) {
    Table table = block.table();
    return turned ? sent.texts(0, table.unitColumn()) : cells.texts(block.top(), table.firstRow());
  }
}
