package dev.millrace.expressions.text;

import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Text with holes. */
final class StringExpression implements Expression {
    private final List<String> literals = new ArrayList<>();
    private final List<VariablePath> holes = new ArrayList<>();

    StringExpression(String source) {
        int position = 0;
        Optional<VariableReference> next = VariableReference.find(source, 0);
        while (next.isPresent()) {
            literals.add(source.substring(position, next.get().start()));
            holes.add(next.get().path());
            position = next.get().end();
            next = VariableReference.find(source, position);
        }
        literals.add(source.substring(position));
    }

    @Override
    public Evaluation evaluate(Variables variables) {
        if (holes.isEmpty()) {
            return new Evaluation.Value(Json.NODES.textNode(literals.get(0)));
        }
        var out = new StringBuilder();
        for (int i = 0; i < holes.size(); i++) {
            out.append(literals.get(i));
            PlainText.append(variables.lookup(holes.get(i)), out);
        }
        return new Evaluation.Value(
                Json.NODES.textNode(out.append(literals.get(holes.size())).toString()));
    }

    @Override
    public Set<VariablePath> variables() {
        return new LinkedHashSet<>(holes);
    }

    @Override
    public Optional<String> syntaxError() {
        return Optional.empty();
    }
}
