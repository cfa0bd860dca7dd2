package peaceindex.sheet;

import java.util.List;

/**
 * What was read of a workbook.
 *
 * @param sheets the visible sheets in their order; a text or web page is one sheet, named after the
 *     file as Excel does
 * @param hidden the names of hidden sheets, which are never read
 */
public record Workbook(List<Cells> sheets, List<String> hidden) {}
