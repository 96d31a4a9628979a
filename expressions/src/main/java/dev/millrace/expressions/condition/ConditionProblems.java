package dev.millrace.expressions.condition;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** Collects while a condition is compiled. */
final class ConditionProblems {
    private final List<ConditionProblem> problems = new ArrayList<>();

    void add(JsonPointer at, String code, String detail) {
        problems.add(new ConditionProblem(at.toString(), code, detail));
    }

    List<ConditionProblem> all() {
        return List.copyOf(problems);
    }
}
