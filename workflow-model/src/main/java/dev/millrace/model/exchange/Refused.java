package dev.millrace.model.exchange;

import dev.millrace.model.document.Violation;
import java.util.List;

/** What was read is no workflow. */
public record Refused(List<Violation> violations) implements ImportOutcome {
    public Refused {
        violations = List.copyOf(violations);
    }

    static Refused because(String code, String detail) {
        return new Refused(List.of(new Violation("", code, detail)));
    }
}
