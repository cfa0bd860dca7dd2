package peaceindex.panel;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Characters that look like Chinese characters and are none, and what they stand for.
 *
 * <p>Text out of PDF files comes with radicals (U+2E80 to U+2EFF) in place of characters, which
 * NFKC leaves alone, unlike the Kangxi radicals; the pairs are those of Unicode's
 * EquivalentUnifiedIdeograph. Files in GBK by older systems hold rare characters in the private use
 * area; the pairs are those that GB 18030-2005 and its successors map to characters. Kangxi
 * radicals that NFKC makes traditional characters of are taken for the simplified ones.
 */
final class LookAlikes {
  /** One after the other: the look-alike, then the character. */
  private static final String RADICALS =
      "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小"
          + "⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌"
          + "⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬"
          + "⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒"
          + "⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹"
          + "⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷"
          + "⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝"
          + "⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马"
          + "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿"
          + "⻯竜⻰龙⻱龜⻲亀";

  private static final String PRIVATE_USE =
      "\uE816𠂇\uE817𠂉\uE818𠃌\uE81A㑳\uE81B㑇\uE81E龴\uE81F㖞\uE820㘚\uE821㘎\uE824㥮\uE825㤘\uE826龵"
          + "\uE827㧏\uE828㧟\uE829㩳\uE82A㧐\uE82B龶\uE82C龷\uE82D㭎\uE82E㱮\uE82F㳠\uE831𡗗\uE832龸\uE834䁖"
          + "\uE835䅟\uE837䌷\uE83A䎱\uE83B𢦏\uE83C䎬\uE83F䏝\uE840䓖\uE841䙡\uE842䙌\uE843龹\uE844䜣\uE845䜩"
          + "\uE846䝼\uE847䞍\uE849䥇\uE84A䥺\uE84B䥽\uE84C䦂\uE84D䦃\uE84E䦅\uE84F䦆\uE850䦟\uE851䦛\uE852䦷"
          + "\uE853䦶\uE854龺\uE855𤇾\uE856䲣\uE857䲟\uE858䲠\uE859䲡\uE85A䱷\uE85B䲢\uE85C䴓\uE85D䴔\uE85E䴕"
          + "\uE85F䴖\uE860䴗\uE861䴘\uE862䴙\uE863䶮\uE864龻";

  /** Kangxi radicals are the traditional forms of characters that names hold in simplified form. */
  private static final String TRADITIONAL = "見见貝贝車车長长門门韋韦頁页風风飛飞馬马魚鱼鳥鸟鹵卤麥麦黃黄黽黾齊齐齒齿龍龙龜龟";

  private static final int FIRST = 0x2E80;

  private static final Map<Integer, Integer> CHARACTERS = new HashMap<>();

  /** The look-alikes, to be told apart at once: this is asked of every character of every label. */
  private static final BitSet ALL = new BitSet();

  static {
    String pairs = RADICALS + PRIVATE_USE + TRADITIONAL;
    int next = 0;
    while (next < pairs.length()) {
      int lookAlike = pairs.codePointAt(next);
      next += Character.charCount(lookAlike);
      int character = pairs.codePointAt(next);
      next += Character.charCount(character);
      CHARACTERS.put(lookAlike, character);
      ALL.set(lookAlike);
    }
  }

  private LookAlikes() {}

  /** The character that a code point stands for: mostly itself. */
  static int character(int codePoint) {
    return isOne(codePoint) ? CHARACTERS.getOrDefault(codePoint, codePoint) : codePoint;
  }

  /** Whether a code point stands for another one; this is asked of every character of a label. */
  static boolean isOne(int codePoint) {
    return codePoint >= FIRST && ALL.get(codePoint);
  }
}
