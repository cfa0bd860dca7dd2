package peaceindex.build;

import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.V1_6;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites the compiled classes of a folder so that Java starts quicker with them, and does the
 * same otherwise.
 *
 * <ul>
 *   <li>A lambda or method reference becomes a class of its own, as the compiler made them before
 *       Java 8. Java links each one at its first use, in every run anew; a class comes ready from
 *       the archive of classes.
 *   <li>{@code equals} and {@code hashCode} of a record are written out, to the same results. Java
 *       makes their code when it first calls them.
 *   <li>A class made for a Java before 6 gets the stack maps of a later one. Java archives no class
 *       without.
 * </ul>
 *
 * What cannot be rewritten stays as it was: lambdas that are serializable or have several
 * interfaces, and {@code toString} of records. Classes that are already rewritten are left alone.
 */
public final class PlainCalls {

  private static final int OLDEST_ARCHIVED = V1_6;

  /** What stands between the names of a class and the numbers of the lambdas in it. */
  private static final String SUFFIX = "$$";

  private final Path folder;
  private final Map<String, ClassNode> types = new TreeMap<>();
  private final Set<String> changed = new TreeSet<>();
  private final Map<String, byte[]> made = new TreeMap<>();

  private PlainCalls(Path folder) {
    this.folder = folder;
  }

  /** Rewrites the classes of a folder, on whose class path all they refer to is found. */
  public static void main(String[] folder) throws IOException {
    new PlainCalls(Path.of(folder[0])).rewrite();
  }

  private void rewrite() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : files) {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      if ((reader.readShort(6) & 0xFFFF) < OLDEST_ARCHIVED) {
        Files.write(file, StackMaps.added(reader));
      } else {
        ClassNode type = new ClassNode();
        reader.accept(type, 0);
        types.put(type.name, type);
      }
    }
    types.values().forEach(this::rewrite);
    for (String name : changed) {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      types.get(name).accept(writer);
      made.put(name, writer.toByteArray());
    }
    for (Map.Entry<String, byte[]> each : made.entrySet()) {
      Files.write(folder.resolve(each.getKey() + ".class"), each.getValue());
    }
  }

  private void rewrite(ClassNode type) {
    int lambdas = 0;
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode each : method.instructions.toArray()) {
        if (!(each instanceof InvokeDynamicInsnNode call)) {
          continue;
        }
        String maker = call.bsm.getOwner() + '.' + call.bsm.getName();
        if (maker.equals("java/lang/invoke/LambdaMetafactory.metafactory")) {
          LambdaClass lambda = new LambdaClass(type.name + SUFFIX + ++lambdas, call);
          method.instructions.set(call, plain(lambda, type));
          changed.add(type.name);
        } else if (maker.equals("java/lang/runtime/ObjectMethods.bootstrap")
            && !method.name.equals("toString")) {
          RecordMethods.writeOut(type, method);
          changed.add(type.name);
        }
      }
    }
  }

  /**
   * Puts the class of a lambda into the nest of the one where it is written; the code of the lambda
   * becomes a method like any other.
   */
  private AbstractInsnNode plain(LambdaClass lambda, ClassNode type) {
    String host = type.nestHostClass == null ? type.name : type.nestHostClass;
    types.get(host).visitNestMember(lambda.name());
    changed.add(host);
    made.put(lambda.name(), lambda.bytes(host));
    for (MethodNode method : type.methods) {
      if (lambda.isCode(type, method)) {
        method.name = LambdaClass.plainName(method.name);
        method.access &= ~ACC_SYNTHETIC;
      }
    }
    return lambda.call();
  }
}
