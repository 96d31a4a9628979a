package dev.millrace.model.exchange;

import dev.millrace.model.document.Violation;
import java.util.ArrayList;
import java.util.List;

/** Collects while a document is imported. */
final class Findings {
    private final List<Violation> all = new ArrayList<>();

    void add(String pointer, String code, String detail) {
        all.add(new Violation(pointer, code, detail));
    }

    List<Violation> all() {
        return List.copyOf(all);
    }
}
