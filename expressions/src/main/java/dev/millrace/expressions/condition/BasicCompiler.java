package dev.millrace.expressions.condition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.TemplateReference;
import dev.millrace.model.variable.VariablePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compiles the calculations of engine {@code basic}: groups {@code {group: {type: and|or, calculations}}} of comparisons
 * {@code {calculator, operands}}. As in the reference an empty condition is yes, so is a comparison without calculator or
 * operands, an empty and-group is yes and an empty or-group is no; a group's {@code not} means nothing.
 */
final class BasicCompiler {
    private static final String MATCHES = "matches";

    private final ConditionProblems problems;

    BasicCompiler(ConditionProblems problems) {
        this.problems = problems;
    }

    Question compile(JsonNode calculation, JsonPointer at) {
        if (calculation.isMissingNode() || calculation.isNull() || (calculation.isObject() && calculation.isEmpty())) {
            return Question.YES;
        }
        if (calculation.hasNonNull("group")) {
            return group(calculation.get("group"), at.appendProperty("group"));
        }
        return calculation.has("calculator") || calculation.has("operands")
                ? comparison(calculation, at)
                : problem(
                        at,
                        "bad_condition",
                        "Expected a condition to have a group, or a calculator and operands, but it has neither");
    }

    private Question group(JsonNode group, JsonPointer at) {
        var questions = new ArrayList<Question>();
        JsonNode calculations = group.path("calculations");
        for (int i = 0; i < calculations.size(); i++) {
            questions.add(compile(
                    calculations.path(i), at.appendProperty("calculations").appendIndex(i)));
        }
        return switch (group.path("type").asText()) {
            case "and" -> new Question.All(List.copyOf(questions));
            case "or" -> new Question.Any(List.copyOf(questions));
            default ->
                problem(
                        at.appendProperty("type"),
                        "unknown_group_type",
                        "Expected a group to be of type and or or, but its type is "
                                + group.path("type").asText("missing"));
        };
    }

    private Question comparison(JsonNode item, JsonPointer at) {
        String name = item.path("calculator").asText("");
        JsonNode operands = item.path("operands");
        if (name.isEmpty() || operands.isMissingNode() || operands.isNull()) {
            return Question.YES;
        }
        JsonPointer operandsAt = at.appendProperty("operands");
        if (!operands.isArray()) {
            return problem(operandsAt, "bad_operands", "Expected operands to be a list, but they are " + operands);
        }
        if (Template.compile(operands).paths().stream()
                .map(TemplateReference::path)
                .anyMatch(BasicCompiler::isSecret)) {
            return problem(
                    operandsAt,
                    "secret_in_condition",
                    "Expected a condition to use no {{$env…}}, but it does: secrets are known to workers only");
        }
        if (name.equals(MATCHES)) {
            return matches(operands, operandsAt);
        }
        Optional<Calculator> calculator = Calculator.named(name);
        return calculator.isPresent()
                ? new Question.Comparison(
                        calculator.get(), Template.compile(operands.path(0)), Template.compile(operands.path(1)))
                : problem(
                        at.appendProperty("calculator"),
                        "unknown_calculator",
                        "Expected calculator to be one of %s, but it is %s".formatted(Calculator.names(), name));
    }

    /**
     * The pattern must be literal: it is compiled once, and what is wrong with it is told when the workflow is saved.
     */
    private Question matches(JsonNode operands, JsonPointer at) {
        JsonNode pattern = operands.path(1);
        JsonPointer patternAt = at.appendIndex(1);
        if (!pattern.isTextual() || !Template.compile(pattern).isConstant()) {
            return problem(
                    patternAt,
                    "bad_pattern",
                    "Expected the pattern to be a text without variables, but it is " + pattern);
        }
        try {
            return new Question.Matches(
                    BoundedPattern.compile(pattern.textValue()), Template.compile(operands.path(0)));
        } catch (PatternSyntaxException e) {
            return problem(
                    patternAt,
                    "bad_pattern",
                    "Expected the pattern to be a regular expression of RE2 (which has no look-around and no back-references), but %s: %s"
                            .formatted(e.getDescription(), e.getPattern()));
        }
    }

    private Question problem(JsonPointer at, String code, String detail) {
        problems.add(at, code, detail);
        return Question.YES;
    }

    private static boolean isSecret(VariablePath path) {
        return path.root().equals(VariablePath.ENV);
    }
}
