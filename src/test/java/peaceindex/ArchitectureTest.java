package peaceindex;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The floors of the house: problem ← panel ← formula ← sheet ← returns ← index ← ranking ← report ←
 * config ← app. A package uses only those before it.
 */
class ArchitectureTest {
  private static final List<String> FLOORS =
      List.of(
          "problem", "panel", "formula", "sheet", "returns", "index", "ranking", "report", "config",
          "app");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("peaceindex");

  @Test
  void aPackageUsesOnlyThoseBeforeIt() {
    var floors = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String floor : FLOORS) {
      floors = floors.layer(floor).definedBy("peaceindex." + floor + "..");
    }
    for (int i = 0; i < FLOORS.size(); i++) {
      String[] above = FLOORS.subList(i + 1, FLOORS.size()).toArray(String[]::new);
      floors =
          above.length == 0
              ? floors.whereLayer(FLOORS.get(i)).mayNotBeAccessedByAnyLayer()
              : floors.whereLayer(FLOORS.get(i)).mayOnlyBeAccessedByLayers(above);
    }
    floors.ensureAllClassesAreContainedInArchitectureIgnoring("peaceindex").check(CLASSES);
  }

  @Test
  void librariesStayInTheirRooms() {
    keep("org.apache.poi..", "sheet", "report");
    keep("org.jsoup..", "sheet");
    keep("org.apache.commons.compress..", "sheet");
    keep("org.jfree..", "report");
    keep("org.apache.batik..", "report");
    keep("java.awt..", "report");
    keep("org.snakeyaml..", "config");
    keep("com.networknt..", "config");
    keep("picocli..", "app");
  }

  @Test
  void onlyTheAppPrintsAndEndsTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackage("peaceindex.app..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void timeLocaleAndChanceArePassedIn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("peaceindex.app..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.util.Locale.class, "getDefault")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }

  private static void keep(String library, String... rooms) {
    String[] packages = new String[rooms.length];
    for (int i = 0; i < rooms.length; i++) {
      packages[i] = "peaceindex." + rooms[i] + "..";
    }
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
