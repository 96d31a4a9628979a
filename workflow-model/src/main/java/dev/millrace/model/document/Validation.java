package dev.millrace.model.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a validator has to say of a document.
 *
 * @param violations what can never work; a document with any is refused
 * @param findings what may not be meant; never blocks saving
 */
public record Validation(
        @JsonProperty("violations") List<Violation> violations,
        @JsonProperty("findings") List<Violation> findings) {

    public Validation {
        violations = List.copyOf(violations);
        findings = List.copyOf(findings);
    }

    public boolean isValid() {
        return violations.isEmpty();
    }
}
