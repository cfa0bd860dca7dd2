package peaceindex.build;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.V17;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class of a lambda or method reference: it keeps what the lambda has captured and implements
 * the method of the interface.
 */
final class LambdaClass {
  private static final String ONLY = "ONLY";

  /** The beginning of the names that the compiler gives to the code in lambdas. */
  private static final String LAMBDA = "lambda$";

  private final Type self;
  private final InvokeDynamicInsnNode dynamic;
  private final Type[] captured;

  LambdaClass(String name, InvokeDynamicInsnNode dynamic) {
    self = Type.getObjectType(name);
    this.dynamic = dynamic;
    captured = Type.getArgumentTypes(dynamic.desc);
  }

  /** The name of the code in a lambda without what tells that it is some. */
  static String plainName(String name) {
    return name.startsWith(LAMBDA) ? name.substring(LAMBDA.length()) : name;
  }

  /** Whether a method is what the compiler made of the code in this lambda. */
  boolean isCode(ClassNode type, MethodNode method) {
    return method.name.startsWith(LAMBDA)
        && goal().getOwner().equals(type.name)
        && goal().getName().equals(method.name)
        && goal().getDesc().equals(method.desc);
  }

  private Handle goal() {
    return (Handle) dynamic.bsmArgs[1];
  }

  String name() {
    return self.getInternalName();
  }

  /** What takes the place of the dynamic call: the only object, or one made of what is captured. */
  AbstractInsnNode call() {
    return captured.length == 0
        ? new FieldInsnNode(GETSTATIC, name(), ONLY, self.getDescriptor())
        : new MethodInsnNode(INVOKESTATIC, name(), "of", dynamic.desc, false);
  }

  /**
   * The class file.
   *
   * @param host of the nest, whose private code the lambda calls
   */
  byte[] bytes(String host) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        V17,
        ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
        name(),
        null,
        "java/lang/Object",
        new String[] {Type.getReturnType(dynamic.desc).getInternalName()});
    writer.visitNestHost(host);
    Method constructor = constructor(writer);
    if (captured.length == 0) {
      writer.visitField(ACC_STATIC | ACC_FINAL, ONLY, self.getDescriptor(), null, null);
      GeneratorAdapter code =
          new GeneratorAdapter(ACC_STATIC, new Method("<clinit>", "()V"), null, null, writer);
      code.newInstance(self);
      code.dup();
      code.invokeConstructor(self, constructor);
      code.putStatic(self, ONLY, self);
      code.returnValue();
      code.endMethod();
    } else {
      GeneratorAdapter code =
          new GeneratorAdapter(ACC_STATIC, new Method("of", dynamic.desc), null, null, writer);
      code.newInstance(self);
      code.dup();
      code.loadArgs();
      code.invokeConstructor(self, constructor);
      code.returnValue();
      code.endMethod();
    }
    body(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private Method constructor(ClassWriter writer) {
    Method constructor = new Method("<init>", Type.VOID_TYPE, captured);
    GeneratorAdapter code = new GeneratorAdapter(ACC_PRIVATE, constructor, null, null, writer);
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), new Method("<init>", "()V"));
    for (int i = 0; i < captured.length; i++) {
      writer.visitField(ACC_PRIVATE | ACC_FINAL, "a" + i, captured[i].getDescriptor(), null, null);
      code.loadThis();
      code.loadArg(i);
      code.putField(self, "a" + i, captured[i]);
    }
    code.returnValue();
    code.endMethod();
    return constructor;
  }

  /** The interface's method: calls what the lambda stands for, and converts as Java would. */
  private void body(ClassWriter writer) {
    Method declared = new Method(dynamic.name, ((Type) dynamic.bsmArgs[0]).getDescriptor());
    Handle goal = goal();
    Type actual = (Type) dynamic.bsmArgs[2];
    Type owner = Type.getObjectType(goal.getOwner());
    Method called = new Method(plainName(goal.getName()), goal.getDesc());
    List<Type> wanted = new ArrayList<>(List.of(called.getArgumentTypes()));
    boolean makes = goal.getTag() == H_NEWINVOKESPECIAL;
    if (!makes && goal.getTag() != H_INVOKESTATIC) {
      wanted.add(0, owner);
    }

    GeneratorAdapter code = new GeneratorAdapter(ACC_PUBLIC, declared, null, null, writer);
    if (makes) {
      code.newInstance(owner);
      code.dup();
    }
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(self, "a" + i, captured[i]);
      convert(code, captured[i], wanted.get(i));
    }
    Type[] given = declared.getArgumentTypes();
    Type[] narrowed = actual.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      convert(code, given[i], narrowed[i]);
      convert(code, narrowed[i], wanted.get(captured.length + i));
    }
    int opcode =
        switch (goal.getTag()) {
          case H_INVOKESTATIC -> INVOKESTATIC;
          case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
          default -> goal.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
        };
    code.visitMethodInsn(
        opcode, goal.getOwner(), called.getName(), goal.getDesc(), goal.isInterface());
    Type result = makes ? owner : called.getReturnType();
    if (declared.getReturnType().equals(Type.VOID_TYPE)) {
      if (result.getSize() == 2) {
        code.pop2();
      } else if (result.getSize() == 1) {
        code.pop();
      }
    } else {
      convert(code, result, actual.getReturnType());
      convert(code, actual.getReturnType(), declared.getReturnType());
    }
    code.returnValue();
    code.endMethod();
  }

  private static void convert(GeneratorAdapter code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    boolean fromPrimitive = from.getSort() < Type.ARRAY;
    boolean toPrimitive = to.getSort() < Type.ARRAY;
    if (fromPrimitive && toPrimitive) {
      code.cast(from, to);
    } else if (fromPrimitive) {
      code.valueOf(from);
    } else if (toPrimitive) {
      Type held = unboxed(from);
      code.unbox(held == null ? to : held);
      if (held != null && !held.equals(to)) {
        code.cast(held, to);
      }
    } else if (!to.getInternalName().equals("java/lang/Object")) {
      code.checkCast(to);
    }
  }

  private static Type unboxed(Type wrapper) {
    return switch (wrapper.getInternalName()) {
      case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
      case "java/lang/Byte" -> Type.BYTE_TYPE;
      case "java/lang/Character" -> Type.CHAR_TYPE;
      case "java/lang/Short" -> Type.SHORT_TYPE;
      case "java/lang/Integer" -> Type.INT_TYPE;
      case "java/lang/Long" -> Type.LONG_TYPE;
      case "java/lang/Float" -> Type.FLOAT_TYPE;
      case "java/lang/Double" -> Type.DOUBLE_TYPE;
      default -> null;
    };
  }
}
