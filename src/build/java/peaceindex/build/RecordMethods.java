package peaceindex.build;

import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ICMPNE;
import static org.objectweb.asm.Opcodes.LCMP;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** {@code equals} and {@code hashCode} of records. */
final class RecordMethods {
  private RecordMethods() {}

  /**
   * Writes out {@code equals} or {@code hashCode} of a record, to the results of {@link
   * java.lang.runtime.ObjectMethods}.
   */
  static void writeOut(ClassNode type, MethodNode method) {
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    if (method.localVariables != null) {
      method.localVariables.clear();
    }
    GeneratorAdapter code = new GeneratorAdapter(method, method.access, method.name, method.desc);
    Type self = Type.getObjectType(type.name);
    List<RecordComponentNode> components =
        type.recordComponents == null ? List.of() : type.recordComponents;
    if (method.name.equals("equals")) {
      writeEquals(method, code, self, components);
    } else {
      writeHashCode(code, self, components);
    }
  }

  private static void writeEquals(
      MethodNode method, GeneratorAdapter code, Type self, List<RecordComponentNode> components) {
    Label differs = new Label();
    code.loadArg(0);
    code.instanceOf(self);
    code.visitJumpInsn(IFEQ, differs);
    for (RecordComponentNode component : components) {
      Type field = Type.getType(component.descriptor);
      code.loadThis();
      code.getField(self, component.name, field);
      code.loadArg(0);
      code.checkCast(self);
      code.getField(self, component.name, field);
      switch (field.getSort()) {
        case Type.DOUBLE, Type.FLOAT -> {
          code.invokeStatic(
              boxed(field), new Method("compare", Type.INT_TYPE, new Type[] {field, field}));
          code.visitJumpInsn(IFNE, differs);
        }
        case Type.LONG -> {
          code.visitInsn(LCMP);
          code.visitJumpInsn(IFNE, differs);
        }
        case Type.ARRAY, Type.OBJECT -> {
          code.invokeStatic(
              Type.getObjectType("java/util/Objects"),
              new Method("equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z"));
          code.visitJumpInsn(IFEQ, differs);
        }
        default -> code.visitJumpInsn(IF_ICMPNE, differs);
      }
    }
    code.push(true);
    code.returnValue();
    code.visitLabel(differs);
    method.visitFrame(F_SAME, 0, null, 0, null);
    code.push(false);
    code.returnValue();
  }

  private static void writeHashCode(
      GeneratorAdapter code, Type self, List<RecordComponentNode> components) {
    code.push(0);
    for (RecordComponentNode component : components) {
      Type field = Type.getType(component.descriptor);
      code.push(31);
      code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
      code.loadThis();
      code.getField(self, component.name, field);
      if (field.getSort() < Type.ARRAY) {
        code.invokeStatic(boxed(field), new Method("hashCode", Type.INT_TYPE, new Type[] {field}));
      } else {
        code.invokeStatic(
            Type.getObjectType("java/util/Objects"),
            new Method("hashCode", "(Ljava/lang/Object;)I"));
      }
      code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
    }
    code.returnValue();
  }

  private static Type boxed(Type primitive) {
    return Type.getObjectType(
        switch (primitive.getSort()) {
          case Type.BOOLEAN -> "java/lang/Boolean";
          case Type.BYTE -> "java/lang/Byte";
          case Type.CHAR -> "java/lang/Character";
          case Type.SHORT -> "java/lang/Short";
          case Type.INT -> "java/lang/Integer";
          case Type.LONG -> "java/lang/Long";
          case Type.FLOAT -> "java/lang/Float";
          default -> "java/lang/Double";
        });
  }
}
