package dev.millrace.expressions;

import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.Optional;
import java.util.Set;

/** A compiled expression. Thread-safe; evaluation has no side effects and is bounded in time and size. */
public interface Expression {
    Evaluation evaluate(Variables variables);

    /** The variables that the expression names. */
    Set<VariablePath> variables();

    /** Why the source is no expression of its language, as one sentence. */
    Optional<String> syntaxError();
}
