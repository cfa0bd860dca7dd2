package peaceindex.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaceindex.panel.Field;
import peaceindex.panel.FieldKind;
import peaceindex.problem.Text;

class MeasureTest {
  static Field field(FieldKind kind, String zh, String en) {
    return new Field("f", Text.of("数据项"), List.of(), kind, new Text(zh, en), "", "", "");
  }

  @ParameterizedTest(name = "{0} where {1} in {2} is asked for: {4}")
  @CsvSource(
      nullValues = "NONE",
      textBlock =
          """
          # measure,         kind,       unit,     in English,       factor
          # the field's own, whatever is around it
          件,                 COUNT,      件,       cases,            1
          （件）,             COUNT,      件,       cases,            1
          【 件 】,           COUNT,      件,       cases,            1
          /件,                COUNT,      件,       cases,            1
          ／件,               COUNT,      件,       cases,            1
          单位：件,           COUNT,      件,       cases,            1
          （计量单位: 件）,   COUNT,      件,       cases,            1
          Cases,              COUNT,      件,       cases,            1
          accidents,          COUNT,      起,       accidents,        1
          起/万人,            NUMBER,     起/万人,  per 10000,        1
          起／万人,           NUMBER,     起/万人,  per 10000,        1
          ㎡,                 AMOUNT,     m²,       m²,               1
          # counters for one another, but not persons for cases
          起,                 COUNT,      件,       cases,            1
          个,                 COUNT,      件,       cases,            1
          名,                 POPULATION, 人,       persons,          1
          人,                 POPULATION, 件,       cases,            1
          人,                 COUNT,      件,       cases,            NONE
          件,                 POPULATION, 人,       persons,          NONE
          人次,               COUNT,      人,       persons,          NONE
          户,                 POPULATION, 人,       persons,          NONE
          人,                 COUNT,      '',       '',               1
          件,                 COUNT,      '',       '',               1
          件,                 AMOUNT,     公里,     km,               NONE
          元,                 COUNT,      件,       cases,            NONE
          # scales
          万,                 POPULATION, 人,       persons,          10000
          萬,                 POPULATION, 人,       persons,          10000
          万人,               POPULATION, 人,       persons,          10000
          （万人）,           POPULATION, 人,       persons,          10000
          单位：万,           POPULATION, 人,       persons,          10000
          单位：万人,         POPULATION, 人,       persons,          10000
          百人,               POPULATION, 人,       persons,          100
          千人,               POPULATION, 人,       persons,          1000
          十万,               POPULATION, 人,       persons,          100000
          百万,               POPULATION, 人,       persons,          1000000
          千万件,             COUNT,      件,       cases,            10000000
          万起,               COUNT,      件,       cases,            10000
          亿元,               AMOUNT,     元,       yuan,             100000000
          万亿元,             AMOUNT,     元,       yuan,             1000000000000
          人民币万元,         AMOUNT,     元,       yuan,             10000
          千元,               AMOUNT,     万元,     10000 yuan,       0.1
          元,                 AMOUNT,     万元,     10000 yuan,       0.0001
          亿元,               AMOUNT,     万元,     10000 yuan,       10000
          万元,               AMOUNT,     万元,     10000 yuan,       1
          人,                 POPULATION, 万人,     10000 persons,    0.0001
          万,                 POPULATION, 万人,     10000 persons,    1
          thousand,           POPULATION, 人,       persons,          1000
          Thousands,          POPULATION, 人,       persons,          1000
          thousand persons,   POPULATION, 人,       persons,          1000
          '10,000 persons',   POPULATION, 人,       persons,          10000
          million yuan,       AMOUNT,     元,       yuan,             1000000
          100 million yuan,   AMOUNT,     元,       yuan,             100000000
          万,                 AMOUNT,     公里,     km,               10000
          万公里,             AMOUNT,     公里,     km,               10000
          克,                 AMOUNT,     千克,     kg,               NONE
          万千克,             AMOUNT,     千克,     kg,               10000
          万,                 AMOUNT,     千克,     kg,               10000
          # shares
          %,                  PERCENTAGE, %,        %,                1
          ％,                 PERCENTAGE, %,        %,                1
          百分比,             PERCENTAGE, %,        %,                1
          （百分点）,         PERCENTAGE, %,        %,                1
          per cent,           PERCENTAGE, '',       '',               1
          ‰,                  PERCENTAGE, %,        %,                0.1
          千分比,             PERCENTAGE, %,        %,                0.1
          %,                  NUMBER,     ‰,        ‰,                10
          ‰,                  NUMBER,     ‰,        ‰,                1
          %,                  COUNT,      件,       cases,            NONE
          万,                 PERCENTAGE, %,        %,                NONE
          件,                 PERCENTAGE, %,        %,                NONE
          # no measure at all
          '',                 COUNT,      件,       cases,            NONE
          '',                 COUNT,      '',       '',               NONE
          （）,               COUNT,      件,       cases,            NONE
          单位,               COUNT,      件,       cases,            NONE
          单位：,             COUNT,      件,       cases,            NONE
          起/万人,            COUNT,      起,       cases,            NONE
          人,                 NUMBER,     起/万人,  per 10000,        NONE
          万,                 NUMBER,     起/万人,  per 10000,        NONE
          1000,               COUNT,      件,       cases,            NONE
          上年同期,           COUNT,      件,       cases,            NONE
          万一,               COUNT,      件,       cases,            NONE
          """)
  void isUnderstood(String text, FieldKind kind, String zh, String en, String factor) {
    assertThat(Measure.factor(text, field(kind, zh, en)).map(BigDecimal::toPlainString))
        .isEqualTo(java.util.Optional.ofNullable(factor));
  }

  @ParameterizedTest(name = "× {0} of {1}: {3}, {4}")
  @CsvSource(
      textBlock =
          """
          10000,  人,   persons,       万人, '10,000 persons'
          100,    人,   persons,       百人, 100 persons
          0.0001, 万人, 10000 persons, 人,   persons
          10000,  万元, 10000 yuan,    亿元, '100,000,000 yuan'
          10000,  '',   '',            万,   '10,000'
          0.1,    %,    %,             ‰,    ‰
          10,     ‰,    ‰,             %,    %
          """)
  void isNamed(BigDecimal factor, String zh, String en, String inChinese, String inEnglish) {
    assertThat(Measure.name(factor, field(FieldKind.AMOUNT, zh, en)))
        .isEqualTo(new Text(inChinese, inEnglish));
  }
}
