package dev.millrace.expressions.formulajs;

import dev.millrace.model.variable.VariablePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where variables and arrow functions' parameters will stand in the frame. */
final class Slots {
    private final List<VariablePath> variables = new ArrayList<>();
    private final List<String> locals = new ArrayList<>();
    private final List<Integer> localSlots = new ArrayList<>();
    private int used;

    Node variable(VariablePath path) {
        int known = variables.indexOf(path);
        if (known < 0) {
            variables.add(path);
        }
        return new Nodes.Variable(known < 0 ? variables.size() - 1 : known);
    }

    Optional<Node> local(String name) {
        int found = locals.lastIndexOf(name);
        return found < 0 ? Optional.empty() : Optional.of(new Nodes.Local(localSlots.get(found)));
    }

    /** Every arrow function has slots of its own, so that nested calls of another cannot overwrite them. */
    int open(List<String> parameters) {
        int first = used;
        for (String parameter : parameters) {
            locals.add(parameter);
            localSlots.add(used++);
        }
        return first;
    }

    void close(List<String> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            locals.remove(locals.size() - 1);
            localSlots.remove(localSlots.size() - 1);
        }
    }

    List<VariablePath> variables() {
        return List.copyOf(variables);
    }

    int locals() {
        return used;
    }
}
