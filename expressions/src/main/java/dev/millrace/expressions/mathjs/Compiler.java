package dev.millrace.expressions.mathjs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Makes code of nodes, once per expression. Throws {@link HandOver} at the first part that only the original knows. */
final class Compiler {
    /** Functions that decide themselves whether their right side is evaluated. */
    private static final Map<String, BinaryOperator<Code>> LAZY = Map.of(
            "and", LogicalFunctions::and,
            "or", LogicalFunctions::or,
            "nullish", LogicalFunctions::nullish,
            "bitAnd", BitwiseFunctions::and,
            "bitOr", BitwiseFunctions::or);

    private final List<String> variables;

    /** @param variables in the order in which their values are passed */
    Compiler(List<String> variables) {
        this.variables = variables;
    }

    Code compile(Node node) {
        if (node instanceof Node.Constant constant) {
            return values -> constant.value();
        } else if (node instanceof Node.Symbol symbol) {
            return symbol(symbol.name());
        } else if (node instanceof Node.Parenthesis parenthesis) {
            return compile(parenthesis.inner());
        } else if (node instanceof Node.Operator operator) {
            return call(operator.function(), operator.arguments());
        } else if (node instanceof Node.Call call
                && call.function() instanceof Node.Symbol function
                && !call.optional()) {
            return function(function.name(), call.arguments());
        } else if (node instanceof Node.Conditional conditional) {
            return conditional(conditional);
        } else if (node instanceof Node.Chain chain) {
            return chain(chain);
        } else if (node instanceof Node.Block block) {
            return block(compile(block.statements()));
        }
        return structure(node);
    }

    private Code structure(Node node) {
        if (node instanceof Node.Array array) {
            return array(compile(array.items()));
        } else if (node instanceof Node.Members members) {
            return members(members);
        } else if (node instanceof Node.Property property) {
            return property(property);
        } else if (node instanceof Node.Index index && !index.optional()) {
            return index(index);
        } else if (node instanceof Node.Range range) {
            return range(range);
        }
        throw HandOver.toOriginal();
    }

    /** A loop, as streams would use up five times the stack of it in every level of a deep expression. */
    private Code[] compile(List<Node> nodes) {
        var codes = new Code[nodes.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = compile(nodes.get(i));
        }
        return codes;
    }

    private Code symbol(String name) {
        int place = variables.indexOf(name);
        if (place >= 0) {
            return values -> values[place];
        }
        var constant = Functions.constant(name);
        return values -> constant;
    }

    private Code function(String name, List<Node> arguments) {
        if (variables.contains(name)) {
            throw HandOver.toOriginal();
        }
        return call(name, arguments);
    }

    private Code call(String name, List<Node> nodes) {
        var arguments = compile(nodes);
        var lazy = arguments.length == 2 ? LAZY.get(name) : null;
        if (lazy != null) {
            return lazy.apply(arguments[0], arguments[1]);
        }
        var function = Functions.find(name, arguments.length);
        return values -> function.call(run(arguments, values));
    }

    private static Object[] run(Code[] codes, Object[] values) {
        var results = new Object[codes.length];
        for (int i = 0; i < codes.length; i++) {
            results[i] = codes[i].run(values);
        }
        return results;
    }

    private Code conditional(Node.Conditional node) {
        var condition = compile(node.condition());
        var then = compile(node.then());
        var otherwise = compile(node.otherwise());
        return values -> (test(condition.run(values)) ? then : otherwise).run(values);
    }

    private static boolean test(Object condition) {
        if (condition instanceof Boolean truth) {
            return truth;
        }
        if (condition instanceof Double number) {
            return Values.truthy(number);
        }
        if (condition instanceof String text) {
            return !text.isEmpty();
        }
        if (Values.nullish(condition)) {
            return false;
        }
        throw MathFailure.typeError("Unsupported type of condition \"" + Values.typeOf(condition) + "\"");
    }

    private Code chain(Node.Chain node) {
        var operands = compile(node.operands());
        var relations =
                node.functions().stream().map(name -> Functions.find(name, 2)).toArray(MathFunction[]::new);
        return values -> {
            var left = operands[0].run(values);
            for (int i = 0; i < relations.length; i++) {
                var right = operands[i + 1].run(values);
                if (!(boolean) relations[i].call(new Object[] {left, right})) {
                    return false;
                }
                left = right;
            }
            return true;
        };
    }

    private static Code block(Code[] statements) {
        return values -> run(statements, values)[statements.length - 1];
    }

    /** Of rows of the same length, or of no rows at all: what else may be a matrix is the original's. */
    private static Code array(Code[] items) {
        return values -> {
            var results = List.of(sameShape(run(items, values)));
            return Sequence.matrix(new ArrayList<>(results));
        };
    }

    private static Object[] sameShape(Object[] items) {
        int size = size(items.length == 0 ? null : items[0]);
        for (var item : items) {
            if (item == null || size(item) != size || item instanceof Sequence row && !row.flat()) {
                throw HandOver.toOriginal();
            }
        }
        return items;
    }

    private static int size(Object item) {
        return item instanceof Sequence row ? row.items().size() : -1;
    }

    private Code members(Node.Members node) {
        var names = new ArrayList<String>();
        var codes = new ArrayList<Code>();
        node.properties().forEach((name, value) -> {
            names.add(Access.safe(name));
            codes.add(compile(value));
        });
        return values -> {
            Map<String, Object> members = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                members.put(names.get(i), codes.get(i).run(values));
            }
            return members;
        };
    }

    private Code property(Node.Property node) {
        if (node.object() instanceof Node.Property before && before.optional()) {
            throw HandOver.toOriginal();
        }
        var object = compile(node.object());
        var name = Access.safe(node.name());
        return values -> {
            var value = object.run(values);
            return node.optional() && Values.nullish(value) ? Values.UNDEFINED : Access.property(value, name);
        };
    }

    private Code index(Node.Index node) {
        if (node.indices().size() != 1) {
            throw HandOver.toOriginal();
        }
        var object = compile(node.object());
        var index = compile(node.indices().get(0));
        return values -> Access.element(object.run(values), index.run(values));
    }

    private Code range(Node.Range node) {
        var start = compile(node.start());
        var end = compile(node.end());
        var step = node.step() == null ? null : compile(node.step());
        var range = Functions.find("range", 3);
        return values -> range.call(
                new Object[] {start.run(values), end.run(values), step == null ? (Double) 1.0 : step.run(values)});
    }
}
