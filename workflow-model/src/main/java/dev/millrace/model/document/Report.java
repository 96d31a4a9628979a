package dev.millrace.model.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects while a document is looked at; what two rules say alike is said once. */
final class Report {
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final Set<Violation> findings = new LinkedHashSet<>();

    void violation(String pointer, String code, String detail) {
        violations.add(new Violation(pointer, code, detail));
    }

    void violations(List<Violation> all) {
        violations.addAll(all);
    }

    void finding(String pointer, String code, String detail) {
        findings.add(new Violation(pointer, code, detail));
    }

    Validation validation() {
        return new Validation(List.copyOf(violations), List.copyOf(findings));
    }
}
