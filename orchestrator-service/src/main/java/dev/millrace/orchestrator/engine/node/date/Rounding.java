package dev.millrace.orchestrator.engine.node.date;

import com.fasterxml.jackson.databind.JsonNode;

/** What becomes of a fraction. */
enum Rounding {
    NONE,
    NEAREST,
    UP,
    DOWN;

    /** 0 the nearest, 1 up, -1 down; anything else, as {@code false}, leaves the fraction. */
    static Rounding of(JsonNode value) {
        if (value.isBoolean()) {
            return NONE;
        }
        return switch (value.asText("")) {
            case "0" -> NEAREST;
            case "1" -> UP;
            case "-1" -> DOWN;
            default -> NONE;
        };
    }

    double of(double value) {
        double rounded =
                switch (this) {
                    case NONE -> value;
                    // As JavaScript: a half goes up, also below zero.
                    case NEAREST -> Math.floor(value + 0.5);
                    case UP -> Math.ceil(value);
                    case DOWN -> Math.floor(value);
                };
        return rounded == 0 ? 0 : rounded;
    }
}
