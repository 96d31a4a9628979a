package dev.millrace.expressions.formulajs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What one evaluation sees and has used up. Lives for one evaluation on one thread. */
final class Frame {
    private static final VariablePath NOW = VariablePath.parse("$system.now");
    private static final Object UNREAD = new Object();

    private final Variables variables;
    private final List<VariablePath> paths;
    private final Object[] bound;
    private final Object[] locals;
    private final ZoneId zone;
    private int steps;

    Frame(Variables variables, List<VariablePath> paths, int localSlots, ZoneId zone) {
        this.variables = variables;
        this.paths = paths;
        this.bound = paths.isEmpty() ? null : new Object[paths.size()];
        this.locals = localSlots == 0 ? null : new Object[localSlots];
        this.zone = zone;
        for (int i = 0; i < paths.size(); i++) {
            bound[i] = UNREAD;
        }
    }

    /** Read once per evaluation: two uses of a variable are the same value. */
    Object variable(int slot) {
        Object value = bound[slot];
        if (value == UNREAD) {
            value = JsonValues.read(variables.lookup(paths.get(slot)));
            bound[slot] = value;
        }
        return value;
    }

    Object local(int slot) {
        return locals[slot];
    }

    void local(int slot, Object value) {
        locals[slot] = value;
    }

    void step() {
        if (++steps > Limits.MAX_STEPS) {
            throw JavaScriptException.limit(
                    "Expected to end within " + Limits.MAX_STEPS + " steps, but the data needs more");
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** The variables' time where they carry one, so that an evaluation that is repeated gives the same result. */
    Instant now() {
        JsonNode given = variables.lookup(NOW);
        try {
            return given.isTextual() ? Instant.parse(given.textValue()) : Instant.now();
        } catch (DateTimeParseException notAnInstant) {
            return Instant.now();
        }
    }
}
