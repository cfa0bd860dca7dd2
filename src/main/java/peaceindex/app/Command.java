package peaceindex.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command and what it takes, described without annotations: to read these takes longer than all
 * else that happens before a command begins. What stands on the command line is asked of the
 * options and parameters themselves.
 */
interface Command extends Callable<Integer> {

  /** Makes what picocli needs; its own, behind this one, first looks for Groovy. */
  IFactory FACTORY =
      new IFactory() {
        @Override
        public <K> K create(Class<K> type) throws Exception {
          return CommandLine.defaultFactory().create(type);
        }
      };

  /** Its options and parameters, besides those that every command takes. */
  List<ArgSpec> arguments();

  /** The command as picocli knows it. */
  default CommandSpec specification() {
    CommandSpec specification = CommandSpec.wrapWithoutInspection(this, FACTORY);
    arguments().forEach(specification::add);
    return specification;
  }

  /** An option without a value. */
  static OptionSpec flag(String name, String descriptionKey) {
    return OptionSpec.builder(name).type(boolean.class).descriptionKey(descriptionKey).build();
  }

  /** Whether a {@link #flag} was given. */
  static boolean isGiven(OptionSpec flag) {
    return Boolean.TRUE.equals(flag.getValue());
  }

  /** An option with a value; {@code null} where it is not given. */
  static OptionSpec option(String name, Class<?> type, String label, String descriptionKey) {
    return OptionSpec.builder(name)
        .type(type)
        .paramLabel(label)
        .descriptionKey(descriptionKey)
        .build();
  }

  /** An option with several values; {@code null} where it is not given. */
  static OptionSpec.Builder list(String name, String label, String descriptionKey) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .descriptionKey(descriptionKey);
  }

  /** A parameter, the first at place 0; {@code null} where it is not given. */
  static PositionalParamSpec.Builder parameter(int place, String label, String descriptionKey) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(place))
        .paramLabel(label)
        .descriptionKey(descriptionKey);
  }
}
