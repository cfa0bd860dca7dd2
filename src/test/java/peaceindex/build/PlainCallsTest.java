package peaceindex.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.runtime.ObjectMethods;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import peaceindex.app.Main;

/** The classes of the build: rewritten to start quickly, they do what they did before. */
class PlainCallsTest {

  /** Values for the components of a record: several, so that records differ in each of them. */
  private static final int VARIANTS = 4;

  @TestFactory
  Stream<DynamicTest> recordsAreEqualAndHashedAsJavaDefinesIt() throws IOException {
    List<Class<?>> testable =
        classes().stream()
            .filter(type -> type.isRecord() && !isWrittenByHand(type) && make(type, 0) != null)
            .toList();
    assertThat(testable).hasSizeGreaterThan(100);
    return testable.stream()
        .map(type -> DynamicTest.dynamicTest(type.getName(), () -> comparesAsDefined(type)));
  }

  /** The compiler makes the methods of a record final, nobody else here does. */
  private static boolean isWrittenByHand(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .anyMatch(
            method ->
                List.of("equals", "hashCode").contains(method.getName())
                    && !Modifier.isFinal(method.getModifiers()));
  }

  private static void comparesAsDefined(Class<?> type) throws Throwable {
    MethodHandle equals = defined(type, "equals", boolean.class, Object.class);
    MethodHandle hashCode = defined(type, "hashCode", int.class);
    List<Object> some = new ArrayList<>();
    for (int variant = 0; variant < VARIANTS; variant++) {
      some.add(make(type, variant));
      some.add(make(type, variant));
    }
    some.removeIf(each -> each == null);
    for (Object one : some) {
      assertThat(one.hashCode()).as("hash of %s", one).isEqualTo((int) hashCode.invoke(one));
      for (Object other : some) {
        assertThat(one.equals(other))
            .as("%s equals %s", one, other)
            .isEqualTo((boolean) equals.invoke(one, other));
      }
      assertThat(one.equals("another class")).isFalse();
    }
  }

  /** The method as the record's own class file would have Java make it. */
  private static MethodHandle defined(Class<?> type, String name, Class<?> result, Class<?>... more)
      throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    RecordComponent[] components = type.getRecordComponents();
    MethodHandle[] getters = new MethodHandle[components.length];
    for (int i = 0; i < getters.length; i++) {
      getters[i] = lookup.findGetter(type, components[i].getName(), components[i].getType());
    }
    String names =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(";"));
    MethodType shape = MethodType.methodType(result, type).appendParameterTypes(more);
    return ((CallSite) ObjectMethods.bootstrap(lookup, name, shape, type, names, getters))
        .dynamicInvoker();
  }

  /** A record; {@code null} if it does not take just any values. */
  private static Object make(Class<?> type, int variant) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(types[i], variant - i);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(Class<?> type, int variant) {
    int odd = Math.floorMod(variant, 3);
    if (type == boolean.class) {
      return odd == 1;
    } else if (type == int.class) {
      return new int[] {0, -7, Integer.MAX_VALUE}[odd];
    } else if (type == long.class) {
      return new long[] {0, -7, Long.MAX_VALUE}[odd];
    } else if (type == double.class) {
      return new double[] {0.0, -0.0, Double.NaN}[odd];
    } else if (type == char.class) {
      return "a平0".charAt(odd);
    } else if (type == byte.class) {
      return (byte) odd;
    } else if (type == String.class) {
      return List.of("平安", "", "a").get(odd);
    } else if (type == List.class) {
      return List.of(List.of(), List.of("a"), List.of("a", "b")).get(odd);
    } else if (type.isEnum()) {
      Object[] all = type.getEnumConstants();
      return all[Math.floorMod(variant, all.length)];
    }
    return null;
  }

  @Test
  void noneOfOurClassesNeedsLambdasMadeAtRunTime() throws IOException {
    for (Class<?> type : classes()) {
      try (InputStream in =
          type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
        String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(type.getName()).doesNotContain("LambdaMetafactory");
      }
    }
  }

  private static List<Class<?>> classes() throws IOException {
    Path folder = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (Stream<Path> files = Files.walk(folder.resolve("peaceindex"))) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .sorted()
          .<Class<?>>map(PlainCallsTest::load)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, PlainCallsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
