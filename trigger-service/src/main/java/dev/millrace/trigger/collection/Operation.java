package dev.millrace.trigger.collection;

import java.util.Optional;

/** What happened to a row; the bits are those of a trigger's mode. */
enum Operation {
    CREATE(1),
    UPDATE(2),
    DELETE(4);

    private final int bit;

    Operation(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }

    /** As Debezium writes it; empty for what is no change of a row (snapshot, truncation, message). */
    static Optional<Operation> ofCode(String code) {
        return switch (code) {
            case "c" -> Optional.of(CREATE);
            case "u" -> Optional.of(UPDATE);
            case "d" -> Optional.of(DELETE);
            default -> Optional.empty();
        };
    }
}
