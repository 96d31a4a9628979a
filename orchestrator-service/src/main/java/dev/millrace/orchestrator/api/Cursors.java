package dev.millrace.orchestrator.api;

import dev.millrace.rest.ProblemException;
import java.util.UUID;

/** Where a page begins: behind the last execution of the page before. */
final class Cursors {
    private Cursors() {}

    /** @return null for the first page */
    static UUID parse(String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("cursor", "Expected the nextCursor of a page before, but was " + cursor);
        }
    }
}
