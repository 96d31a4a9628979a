package dev.millrace.expressions.mathjs;

import java.util.List;
import java.util.Map;

/** What the parser makes of a source: the whole grammar of math.js, whether it is evaluated here or not. */
sealed interface Node {

    record Constant(Object value) implements Node {}

    record Symbol(String name) implements Node {}

    /**
     * @param text as written
     * @param function that math.js calls for it
     * @param percentage {@code 5%}: added to something it is a share of that
     */
    record Operator(String text, String function, List<Node> arguments, boolean percentage) implements Node {}

    record Conditional(Node condition, Node then, Node otherwise) implements Node {}

    /** {@code a < b <= c} */
    record Chain(List<String> functions, List<Node> operands) implements Node {}

    record Call(Node function, List<Node> arguments, boolean optional) implements Node {}

    /** {@code object.name} and {@code object["name"]} */
    record Property(Node object, String name, boolean optional) implements Node {}

    record Index(Node object, List<Node> indices, boolean optional) implements Node {}

    record Array(List<Node> items) implements Node {}

    record Members(Map<String, Node> properties) implements Node {}

    /** @param step null for one */
    record Range(Node start, Node step, Node end) implements Node {}

    record Parenthesis(Node inner) implements Node {}

    record Block(List<Node> statements) implements Node {}

    /** {@code x = 1} and {@code f(x) = x}: understood, and always left to the original. */
    record Assignment(Node target, Node value) implements Node {}
}
