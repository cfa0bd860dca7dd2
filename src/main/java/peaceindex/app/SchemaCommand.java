package peaceindex.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import peaceindex.config.Schemas;
import peaceindex.report.CheckJson;
import peaceindex.report.ExplanationJson;
import peaceindex.report.ResultJson;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code peace-index schema NAME}: prints a JSON Schema, for editors. */
final class SchemaCommand implements Command {
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

  private final PositionalParamSpec document =
      Command.parameter(0, "index|returns|townships|result|check|explanation", "document")
          .type(Document.class)
          .required(true)
          .build();

  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public List<ArgSpec> arguments() {
    // The workspace is accepted like everywhere; a schema does not depend on it.
    List<ArgSpec> arguments = new ArrayList<>(new WorkspaceOptions().arguments());
    arguments.add(document);
    return arguments;
  }

  @Override
  public Integer call() {
    Document document = this.document.getValue();
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
