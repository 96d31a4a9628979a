package dev.millrace.expressions.formulajs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the parser builds expressions of. */
final class Nodes {
    private Nodes() {}

    record Literal(Object value) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return value;
        }
    }

    record Variable(int slot) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return frame.variable(slot);
        }
    }

    record Local(int slot) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return frame.local(slot);
        }
    }

    /** A template literal, or a text in quotes with variables in it; those show nothing where they have no value. */
    record Text(List<Node> parts, boolean quoted) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object text = "";
            for (Node part : parts) {
                Object value = part.evaluate(frame);
                text = Operators.add(text, quoted && isNothing(value) ? "" : Coercion.text(value));
            }
            return text;
        }

        private static boolean isNothing(Object value) {
            boolean notFinite = value instanceof Double number && (number.isNaN() || number.isInfinite());
            return notFinite || Undefined.isNullish(value);
        }
    }

    record ArrayLiteral(List<Node> elements) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            var list = new ArrayList<>(elements.size());
            for (Node element : elements) {
                list.add(element.evaluate(frame));
            }
            return list;
        }
    }

    record ObjectLiteral(Map<String, Node> fields) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Map<String, Object> map = new LinkedHashMap<>();
            fields.forEach((name, value) -> map.put(name, value.evaluate(frame)));
            return map;
        }
    }

    record And(Node left, Node right) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object value = left.evaluate(frame);
            return Coercion.truthy(value) ? right.evaluate(frame) : value;
        }
    }

    record Or(Node left, Node right) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object value = left.evaluate(frame);
            return Coercion.truthy(value) ? value : right.evaluate(frame);
        }
    }

    record Coalesce(Node left, Node right) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object value = left.evaluate(frame);
            return Undefined.isNullish(value) ? right.evaluate(frame) : value;
        }
    }

    record Conditional(Node test, Node yes, Node no) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return Coercion.truthy(test.evaluate(frame)) ? yes.evaluate(frame) : no.evaluate(frame);
        }
    }

    record Call(FormulaFunction function, List<Node> arguments) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return function.call(evaluateAll(arguments, frame));
        }
    }

    record MethodCall(Node receiver, String name, List<Node> arguments) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object target = receiver.evaluate(frame);
            if (Undefined.isNullish(target)) {
                throw JavaScriptException.noProperties(target, name);
            }
            return Methods.call(target, name, evaluateAll(arguments, frame));
        }
    }

    record Arrow(int firstSlot, int parameters, Node body) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            return new Callback(firstSlot, parameters, body, frame);
        }
    }

    record Member(Node object, Node key) implements Node {
        @Override
        public Object evaluate(Frame frame) {
            Object target = object.evaluate(frame);
            return Properties.read(target, key.evaluate(frame));
        }
    }

    private static Arguments evaluateAll(List<Node> nodes, Frame frame) {
        var values = new Object[nodes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = nodes.get(i).evaluate(frame);
        }
        return new Arguments(values, frame);
    }
}
