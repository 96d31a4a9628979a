package dev.millrace.expressions.condition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A yes-or-no question as nodes hold it: {@code {engine, calculation, expression}}. Compiled once, immutable, thread-safe.
 *
 * <p>Engine {@code basic} (the default) asks {@code calculation}; any other is the name of an expression language and asks
 * {@code expression}. What a language answers counts as JavaScript counts it: false, 0, NaN, the empty text, null and
 * undefined are no, everything else is yes. A missing calculation is yes.
 */
public final class Condition {
    static final String BASIC = "basic";

    private final Question question;
    private final List<ConditionProblem> problems;
    private final Set<VariablePath> variables;

    private Condition(Question question, ConditionProblems problems) {
        this.question = question;
        this.problems = problems.all();
        var named = new LinkedHashSet<VariablePath>();
        question.collectVariables(named);
        this.variables = Set.copyOf(named);
    }

    /**
     * Never throws: whatever is wrong with the config is told by {@link #problems()}, and evaluation then fails with the first of
     * them.
     *
     * @param languages by name
     */
    public static Condition compile(JsonNode config, Map<String, ExpressionLanguage> languages) {
        var problems = new ConditionProblems();
        return new Condition(question(config, languages, problems), problems);
    }

    /** {@link Evaluation.Value} with a boolean, or why there is no answer. */
    public Evaluation evaluate(Variables values) {
        if (!problems.isEmpty()) {
            ConditionProblem first = problems.get(0);
            return new Evaluation.Failure(first.code(), first.code() + ": " + first.detail());
        }
        return question.ask(values);
    }

    /** Everything that is wrong with the config, each with a JSON pointer into it. */
    public List<ConditionProblem> problems() {
        return problems;
    }

    public Set<VariablePath> variables() {
        return variables;
    }

    private static Question question(
            JsonNode config, Map<String, ExpressionLanguage> languages, ConditionProblems problems) {
        String engine = config.path("engine").asText(BASIC);
        if (config.path("engine").isNull() || engine.equals(BASIC)) {
            return new BasicCompiler(problems)
                    .compile(config.path("calculation"), JsonPointer.empty().appendProperty("calculation"));
        }
        ExpressionLanguage language = languages.get(engine);
        if (language == null) {
            problems.add(
                    JsonPointer.empty().appendProperty("engine"),
                    "unknown_engine",
                    "Expected the engine to be basic or one of %s, but it is %s"
                            .formatted(languages.keySet().stream().sorted().toList(), engine));
            return Question.YES;
        }
        return ofLanguage(language, config.path("expression").asText(""), problems);
    }

    private static Question ofLanguage(ExpressionLanguage language, String source, ConditionProblems problems) {
        if (source.isBlank()) {
            // An expression that says nothing has no value, and no value is no.
            return new Question.Constant(Json.NODES.nullNode());
        }
        var expression = language.compile(source);
        expression
                .syntaxError()
                .ifPresent(
                        error -> problems.add(JsonPointer.empty().appendProperty("expression"), "syntax_error", error));
        return new Question.OfLanguage(expression);
    }
}
