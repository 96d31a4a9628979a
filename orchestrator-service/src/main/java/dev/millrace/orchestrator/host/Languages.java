package dev.millrace.orchestrator.host;

import dev.millrace.expressions.ExpressionLanguage;
import java.util.Map;

/** The languages that calculations and conditions may be written in, by name. */
record Languages(Map<String, ExpressionLanguage> byName) {
    static Languages all() {
        return new Languages(Map.of());
    }
}
