package peaceindex.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RecalcIdRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.UncalcedRecord;
import org.apache.poi.hssf.record.common.FormatRun;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.ss.formula.ptg.ExpPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;
import peaceindex.sheet.Cells.Fact;

/**
 * Reads the old binary format (.xls of Excel 97 to 2003, and WPS .et, which is the same) record by
 * record, without building POI's model: formatting without content costs no memory, and a drawing
 * that POI cannot model does no harm.
 *
 * <p>A workbook under the password that Excel tries by itself opens without one.
 */
final class XlsReader {
  private static final int BIFF8 = 0x0600;

  /** The head of the first record, which says the version: identity, length, version. */
  private static final int BOF_BYTES = 6;

  /** In the old format every formula has a result, 0 if none; this engine means: calculate anew. */
  private static final int NO_ENGINE = 0;

  private final String shown;
  private final List<BoundSheetRecord> bound = new ArrayList<>();
  private final List<FontRecord> fonts = new ArrayList<>();
  private final List<ExtendedFormatRecord> styles = new ArrayList<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final Map<Integer, NumberFormats> formats = new HashMap<>();
  private @Nullable SSTRecord strings;
  private boolean epoch1904;
  private boolean recalculates;
  private final List<SupBookRecord> books = new ArrayList<>();
  private final List<ExternSheetRecord> references = new ArrayList<>();

  /** Set while formulas are collected, to calculate them. */
  private @Nullable FormulaSheet collecting;

  private XlsReader(String shown) {
    this.shown = shown;
  }

  /**
   * Reads a workbook.
   *
   * @param in the stream of records inside the file; can be reset
   */
  static Workbook read(InputStream in, String shown) throws IOException {
    in.mark(BOF_BYTES);
    byte[] start = in.readNBytes(BOF_BYTES);
    in.reset();
    if (start.length == BOF_BYTES
        && LittleEndian.getUShort(start, 0) == BOFRecord.sid
        && LittleEndian.getUShort(start, 4) != BIFF8) {
      throw Refused.unreadFormat("content.oldExcel");
    }
    XlsReader reader = new XlsReader(shown);
    Workbook read = reader.workbook(new RecordFactoryInputStream(in, false));
    return reader.recalculates ? recalculated(in, shown) : read;
  }

  /** That results are not to be relied on may be said after some of them, so all is read anew. */
  private static Workbook recalculated(InputStream in, String shown) throws IOException {
    in.reset();
    XlsReader plain = new XlsReader(shown);
    plain.recalculates = true;
    Workbook read = plain.workbook(new RecordFactoryInputStream(in, false));
    List<Cells> calculated =
        Recalculation.of(
            read.sheets(),
            new FormulaBook(shown, plain.epoch1904),
            book -> {
              in.reset();
              XlsReader formulas = new XlsReader(shown);
              formulas.recalculates = true;
              formulas.readFormulas(new RecordFactoryInputStream(in, false), book);
            });
    return new Workbook(calculated, read.hidden());
  }

  private Workbook workbook(RecordFactoryInputStream records) throws IOException {
    readGlobals(records);
    Map<BoundSheetRecord, Cells> read = new HashMap<>();
    for (BoundSheetRecord entry : inOrder()) {
      Cells.Builder cells = new Cells.Builder(shown, entry.getSheetname(), epoch1904);
      if (readSheet(records, cells, entry)) {
        read.put(entry, cells.build());
      }
    }
    List<Cells> sheets = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (BoundSheetRecord entry : bound) {
      Cells cells = read.get(entry);
      if (isHidden(entry)) {
        hidden.add(entry.getSheetname());
      } else if (cells != null) {
        sheets.add(cells);
      }
    }
    return new Workbook(sheets, hidden);
  }

  /** Reads all sheets with their formulas, those that are hidden too, as formulas may need them. */
  private void readFormulas(RecordFactoryInputStream records, FormulaBook book) {
    readGlobals(records);
    book.references(this::tabOf);
    for (BoundSheetRecord entry : inOrder()) {
      collecting = book.add(bound.indexOf(entry), entry.getSheetname(), isHidden(entry));
      if (!readSheet(records, collecting.builder(), entry)) {
        collecting.hide();
      }
      collecting.close();
    }
  }

  /** The tab to which a reference to another sheet leads; -1 if it leads to none or to several. */
  private int tabOf(int reference) {
    ExternSheetRecord table =
        ExternSheetRecord.combine(references.toArray(ExternSheetRecord[]::new));
    int other = table.getExtbookIndexFromRefIndex(reference);
    boolean within = other < books.size() && books.get(other).isInternalReferences();
    int first = table.getFirstSheetIndexFromRefIndex(reference);
    return within && first == table.getLastSheetIndexFromRefIndex(reference) ? first : -1;
  }

  /** Sheets follow in the order of their positions, which need not be that of their tabs. */
  private List<BoundSheetRecord> inOrder() {
    if (bound.size() > Guard.MAX_SHEETS) {
      throw Refused.tooLarge("bound.sheets", bound.size(), Guard.MAX_SHEETS);
    }
    return List.of(BoundSheetRecord.orderByBofPosition(bound));
  }

  private static boolean isHidden(BoundSheetRecord entry) {
    return entry.isHidden() || entry.isVeryHidden();
  }

  private void readGlobals(RecordFactoryInputStream records) {
    Record record = next(records);
    if (!(record instanceof BOFRecord)) {
      throw Refused.damaged("damage.part");
    }
    for (; !(record instanceof EOFRecord); record = next(records)) {
      if (record == null) {
        throw Refused.damaged("damage.truncated");
      }
      if (record instanceof BoundSheetRecord sheet) {
        bound.add(sheet);
      } else if (record instanceof FontRecord font) {
        fonts.add(font);
      } else if (record instanceof ExtendedFormatRecord style) {
        styles.add(style);
      } else if (record instanceof FormatRecord format) {
        codes.put(format.getIndexCode(), format.getFormatString());
      } else if (record instanceof SSTRecord table) {
        strings = table;
      } else if (record instanceof DateWindow1904Record window) {
        epoch1904 = window.getWindowing() == 1;
      } else if (record instanceof RecalcIdRecord engine) {
        recalculates |= engine.getEngineId() == NO_ENGINE;
      } else if (record instanceof SupBookRecord book) {
        books.add(book);
      } else if (record instanceof ExternSheetRecord table) {
        references.add(table);
      }
    }
  }

  /**
   * Reads up to the sheet's end, passing over what is hidden unless formulas are collected; whether
   * it was a sheet of cells, and no chart or macro sheet.
   */
  private boolean readSheet(
      RecordFactoryInputStream records, Cells.Builder cells, BoundSheetRecord entry) {
    if (!(next(records) instanceof BOFRecord start)) {
      throw Refused.damaged("damage.sheet", "sheet", entry.getSheetname());
    }
    int depth = 1;
    FormulaRecord pending = null;
    FormulaRecord last = null;
    while (depth > 0) {
      Record record = next(records);
      if (record == null) {
        throw Refused.damaged("damage.truncated");
      }
      if (record instanceof BOFRecord) {
        depth++;
      } else if (record instanceof EOFRecord) {
        depth--;
      }
      // A chart within the sheet is a book of records of its own.
      if (depth != 1 || (isHidden(entry) && collecting == null)) {
        continue;
      }
      if (record instanceof FormulaRecord formula) {
        pending = formula.hasCachedResultString() && !recalculates ? formula : null;
        last = formula;
        addFormula(formula, cells);
      } else if (record instanceof SharedFormulaRecord shared && last != null) {
        if (collecting != null) {
          collecting.share(shareOf(last.getRow(), last.getColumn()), tokensOf(shared));
        }
      } else if (record instanceof StringRecord result && pending != null) {
        text(RichText.of(result.getString()), pending, Fact.bits(Fact.FORMULA, true), cells);
        pending = null;
      } else {
        add(record, cells);
      }
    }
    return start.getType() == BOFRecord.TYPE_WORKSHEET;
  }

  private static @Nullable Record next(RecordFactoryInputStream records) {
    Guard.checkTime();
    return records.nextRecord();
  }

  private void add(Record record, Cells.Builder cells) {
    if (record instanceof NumberRecord number) {
      number(number, number.getValue(), 0, cells);
    } else if (record instanceof LabelSSTRecord label) {
      text(string(label.getSSTIndex()), label, 0, cells);
    } else if (record instanceof LabelRecord label) {
      int struck = Fact.bits(Fact.STRUCK, isStruck(label.getXFIndex()));
      cells.text(label.getRow(), label.getColumn(), label.getValue(), struck);
    } else if (record instanceof BoolErrRecord value) {
      other(value, value.isBoolean() ? Cells.Kind.BOOLEAN : Cells.Kind.ERROR, 0, cells);
    } else if (record instanceof RowRecord row) {
      if (row.getZeroHeight() || row.getHeight() == 0) {
        cells.hideRow(row.getRowNumber());
      }
    } else if (record instanceof ColumnInfoRecord column) {
      if (column.getHidden() || column.getColumnWidth() == 0) {
        cells.hideColumns(column.getFirstColumn(), column.getLastColumn());
      }
    } else if (record instanceof MergeCellsRecord merges) {
      for (int i = 0; i < merges.getNumAreas(); i++) {
        CellRangeAddress range = merges.getAreaAt(i);
        cells.merge(
            range.getFirstRow(), range.getLastRow(), range.getFirstColumn(), range.getLastColumn());
      }
    } else if (record instanceof NoteRecord note) {
      cells.comment(note.getRow(), note.getColumn());
    } else if (record instanceof UncalcedRecord) {
      recalculates = true;
    }
  }

  private void addFormula(FormulaRecord formula, Cells.Builder cells) {
    int bits = Fact.bits(Fact.FORMULA, true);
    if (recalculates) {
      other(formula, Cells.Kind.NO_RESULT, bits, cells);
      if (collecting != null) {
        collecting.formula(
            formula.getRow(),
            formula.getColumn(),
            tokensOf(formula, collecting),
            formatOf(formula.getXFIndex()));
      }
      return;
    }
    switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> number(formula, formula.getValue(), bits, cells);
      case BOOLEAN -> other(formula, Cells.Kind.BOOLEAN, bits, cells);
      case ERROR -> other(formula, Cells.Kind.ERROR, bits, cells);
      default -> {
        // A text follows in a record of its own; an empty one does not.
      }
    }
  }

  /** A formula's own steps, or those that it shares with the cell to which it points. */
  private static FormulaSheet.Tokens tokensOf(FormulaRecord formula, FormulaSheet sheet) {
    return (book, index, row, column) -> {
      Ptg[] tokens = formula.getParsedExpression();
      return tokens.length == 1 && tokens[0] instanceof ExpPtg at
          ? sheet.shared(shareOf(at.getRow(), at.getColumn())).of(book, index, row, column)
          : tokens;
    };
  }

  private static FormulaSheet.Tokens tokensOf(SharedFormulaRecord shared) {
    return (book, index, row, column) -> {
      FormulaRecord place = new FormulaRecord();
      place.setRow(row);
      place.setColumn((short) column);
      return shared.getFormulaTokens(place);
    };
  }

  private static String shareOf(int row, int column) {
    return row + "," + column;
  }

  private void number(CellRecord cell, double value, int bits, Cells.Builder cells) {
    int style = cell.getXFIndex();
    int all = bits | Fact.bits(Fact.STRUCK, isStruck(style));
    cells.number(cell.getRow(), cell.getColumn(), value, formatOf(style), all);
  }

  private void other(CellRecord cell, Cells.Kind kind, int bits, Cells.Builder cells) {
    int all = bits | Fact.bits(Fact.STRUCK, isStruck(cell.getXFIndex()));
    cells.other(cell.getRow(), cell.getColumn(), kind, all);
  }

  private void text(RichText text, CellRecord cell, int bits, Cells.Builder cells) {
    text.into(cells, cell.getRow(), cell.getColumn(), isStruck(cell.getXFIndex()), bits);
  }

  private RichText string(int index) {
    if (strings == null || index < 0 || index >= strings.getNumUniqueStrings()) {
      throw Refused.damaged("damage.strings");
    }
    UnicodeString string = strings.getString(index);
    String text = string.getString();
    if (string.getFormatRunCount() == 0) {
      return RichText.of(text);
    }
    RichText rich = new RichText();
    int from = 0;
    Boolean struck = null;
    for (int i = 0; i < string.getFormatRunCount(); i++) {
      FormatRun run = string.getFormatRun(i);
      int to = Math.max(from, Math.min(run.getCharacterPos(), text.length()));
      rich.add(text.substring(from, to), struck);
      from = to;
      struck = isStruckFont(run.getFontIndex());
    }
    rich.add(text.substring(from), struck);
    return rich;
  }

  private ExtendedFormatRecord style(int index) {
    if (index < 0 || index >= styles.size()) {
      throw Refused.damaged("damage.styles");
    }
    return styles.get(index);
  }

  private boolean isStruck(int style) {
    return isStruckFont(style(style).getFontIndex());
  }

  /** There is no font number 4: those from 5 on stand one place further up. */
  private boolean isStruckFont(int font) {
    int place = font > 4 ? font - 1 : font;
    return place >= 0 && place < fonts.size() && fonts.get(place).isStruckout();
  }

  private NumberFormats formatOf(int style) {
    int format = style(style).getFormatIndex();
    return formats.computeIfAbsent(format, id -> NumberFormats.of(id, codes.getOrDefault(id, "")));
  }
}
