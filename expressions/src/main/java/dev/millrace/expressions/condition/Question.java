package dev.millrace.expressions.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Expression;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.TemplateReference;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.util.List;
import java.util.Set;

/** One part of a compiled condition. */
sealed interface Question {
    Question YES = new Constant(BooleanNode.TRUE);

    Evaluation ask(Variables variables);

    void collectVariables(Set<VariablePath> variables);

    static Evaluation answer(boolean answer) {
        return new Evaluation.Value(BooleanNode.valueOf(answer));
    }

    static boolean isNo(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Value value && !value.value().booleanValue();
    }

    record Constant(JsonNode value) implements Question {
        @Override
        public Evaluation ask(Variables variables) {
            return answer(Coercion.toBoolean(value));
        }

        @Override
        public void collectVariables(Set<VariablePath> variables) {
            // A constant names none.
        }
    }

    record OfLanguage(Expression expression) implements Question {
        @Override
        public Evaluation ask(Variables variables) {
            Evaluation evaluation = expression.evaluate(variables);
            return evaluation instanceof Evaluation.Value value
                    ? answer(Coercion.toBoolean(value.value()))
                    : evaluation;
        }

        @Override
        public void collectVariables(Set<VariablePath> variables) {
            variables.addAll(expression.variables());
        }
    }

    /** Asks in order and stops at the first no, or at the first failure. */
    record All(List<Question> questions) implements Question {
        @Override
        public Evaluation ask(Variables variables) {
            for (Question question : questions) {
                Evaluation evaluation = question.ask(variables);
                if (isNo(evaluation) || evaluation instanceof Evaluation.Failure) {
                    return evaluation;
                }
            }
            return answer(true);
        }

        @Override
        public void collectVariables(Set<VariablePath> variables) {
            questions.forEach(question -> question.collectVariables(variables));
        }
    }

    /** Asks in order and stops at the first yes, or at the first failure. */
    record Any(List<Question> questions) implements Question {
        @Override
        public Evaluation ask(Variables variables) {
            for (Question question : questions) {
                Evaluation evaluation = question.ask(variables);
                if (!isNo(evaluation)) {
                    return evaluation;
                }
            }
            return answer(false);
        }

        @Override
        public void collectVariables(Set<VariablePath> variables) {
            questions.forEach(question -> question.collectVariables(variables));
        }
    }

    /** The operands are apart rather than a list, because in a list undefined would turn into null. */
    record Comparison(Calculator calculator, Template left, Template right) implements Question {
        @Override
        public Evaluation ask(Variables variables) {
            return answer(calculator.test(
                    left.resolve(variables).value(), right.resolve(variables).value()));
        }

        @Override
        public void collectVariables(Set<VariablePath> variables) {
            left.paths().stream().map(TemplateReference::path).forEach(variables::add);
            right.paths().stream().map(TemplateReference::path).forEach(variables::add);
        }
    }

    record Matches(BoundedPattern pattern, Template text) implements Question {
        @Override
        public Evaluation ask(Variables variables) {
            return pattern.find(text.resolve(variables).value());
        }

        @Override
        public void collectVariables(Set<VariablePath> variables) {
            text.paths().stream().map(TemplateReference::path).forEach(variables::add);
        }
    }
}
