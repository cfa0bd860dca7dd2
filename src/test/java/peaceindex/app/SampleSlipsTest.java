package peaceindex.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The slips of the sample: forms of one township, a table of all, a register, all in two years. */
class SampleSlipsTest {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("chengguan", "城关"),
          Map.entry("donghu", "东湖"),
          Map.entry("xiping", "西屏"),
          Map.entry("nanpu", "南浦"),
          Map.entry("beiyuan", "北苑"),
          Map.entry("qingshi", "青石"),
          Map.entry("yunxi", "云溪"),
          Map.entry("longtan", "龙潭"),
          Map.entry("shiqiao", "石桥"),
          Map.entry("baima", "白马"),
          Map.entry("dahe", "大河"),
          Map.entry("shuangxi", "双溪"),
          Map.entry("anping", "安平"),
          Map.entry("gaoling", "高岭"),
          Map.entry("zhushan", "竹山"));

  @TempDir Path folder;

  private Cli score(String period, String lang) {
    return Cli.run(
        "score",
        period,
        "--no-charts",
        "--workspace",
        folder.toString(),
        "--input",
        Path.of("input").toAbsolutePath().toString(),
        "--config",
        folder.resolve("config").toString(),
        "--lang",
        lang);
  }

  private void copyConfig(String slips) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    for (String name : new String[] {"index.yaml", "returns.yaml", "townships.yaml"}) {
      String text = Files.readString(Path.of("config", name));
      Files.writeString(config.resolve(name), text.replace("slips: workbooks", "slips: " + slips));
    }
  }

  private Map<String, byte[]> files(String period) throws IOException {
    return new Workspace(folder).files("output/" + period);
  }

  @Test
  void aSlipNamesNoOtherTownship() throws IOException {
    copyConfig("workbooks");
    for (String[] run : new String[][] {{"2025-12", "zh"}, {"2025-12", "en"}, {"2024-06", "zh"}}) {
      Cli cli = score(run[0], run[1]);
      assertThat(cli.out())
          .contains("/slips/  ")
          .contains(run[1].equals("zh") ? "（15 个文件）" : "(15 files)");
      Map<String, byte[]> files = files(run[0]);
      for (String id : UNITS.keySet()) {
        parts(files.get("slips/" + id + ".xlsx"))
            .forEach(
                (part, text) ->
                    UNITS.forEach(
                        (other, name) -> {
                          if (!other.equals(id)) {
                            assertThat(text.toLowerCase(Locale.ROOT))
                                .as(id + " " + part)
                                .doesNotContain(name)
                                .doesNotContain(other);
                          }
                        }));
      }
    }
  }

  @Test
  void whatTheSettingNoLongerAsksForGoesAway() throws IOException {
    copyConfig("workbooks");
    score("2025-12", "zh");
    assertThat(files("2025-12")).containsKey("slips/dahe.xlsx").doesNotContainKey("slips.xlsx");
    copyConfig("sheets");
    assertThat(score("2025-12", "zh").out()).contains("2025-12/slips.xlsx  各单位通报单");
    assertThat(files("2025-12").keySet())
        .containsExactly("history.xlsx", "result.json", "scored.xlsx", "slips.xlsx");
    copyConfig("none");
    score("2025-12", "zh");
    assertThat(files("2025-12").keySet())
        .containsExactly("history.xlsx", "result.json", "scored.xlsx");
    copyConfig("workbooks");
    score("2025-12", "zh");
    Path townships = folder.resolve("config/townships.yaml");
    String all = Files.readString(townships);
    Files.writeString(
        townships,
        Stream.of(all.split("\n"))
            .map(
                line ->
                    line.contains("id: zhushan")
                        ? line.replace("group:", "until: 2025-11, group:")
                        : line)
            .reduce("", (a, b) -> a + b + "\n"));
    score("2025-12", "zh");
    assertThat(files("2025-12"))
        .containsKey("slips/dahe.xlsx")
        .doesNotContainKey("slips/zhushan.xlsx");
  }

  @Test
  void whereLossesDoNotAddUpTheSlipSaysSo() throws IOException {
    Workspace workspace = Workspace.in(folder);
    Path index = folder.resolve("config/index.yaml");
    String text = Files.readString(index);
    workspace.write("input/2025-12/x.csv", "单位名称,受理数,化解数\n青石镇,10,8\n白马镇,10,7\n");
    for (String method : new String[] {"arithmetic", "geometric"}) {
      Files.writeString(index, text + "aggregate: " + method + "\npage: {slips: workbooks}\n");
      workspace.run("score", "--no-charts");
      String texts = parts(files("2025-12").get("slips/qs.xlsx")).get("xl/sharedStrings.xml");
      assertThat(texts.contains("各项失分不能相加")).isEqualTo(method.equals("geometric"));
      assertThat(texts.contains("计入指数")).isEqualTo(method.equals("arithmetic"));
    }
  }

  private static Map<String, String> parts(byte[] zip) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        parts.put(part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
