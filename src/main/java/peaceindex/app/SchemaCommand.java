package peaceindex.app;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import peaceindex.config.Schemas;
import peaceindex.report.CheckJson;
import peaceindex.report.ExplanationJson;
import peaceindex.report.ResultJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code peace-index schema NAME}: prints a JSON Schema, for editors. */
@Command(name = "schema")
final class SchemaCommand implements Callable<Integer> {
  /** The documents that have a schema. */
  enum Document {
    INDEX,
    RETURNS,
    TOWNSHIPS,
    RESULT,
    CHECK,
    EXPLANATION;

    /** As it is typed and completed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Accepted like everywhere; a schema does not depend on the workspace. */
  @SuppressWarnings("unused")
  @Mixin
  private final WorkspaceOptions where = new WorkspaceOptions();

  @Parameters(
      paramLabel = "index|returns|townships|result|check|explanation",
      descriptionKey = "document")
  private Document document = Document.INDEX;

  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String text =
        switch (document) {
          case RESULT -> ResultJson.schema();
          case CHECK -> CheckJson.schema();
          case EXPLANATION -> ExplanationJson.schema();
          case INDEX, RETURNS, TOWNSHIPS -> Schemas.text(document.toString());
        };
    console.json(text.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
