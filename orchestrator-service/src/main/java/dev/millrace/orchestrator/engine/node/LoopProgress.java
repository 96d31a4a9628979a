package dev.millrace.orchestrator.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;

/**
 * How far a loop has come. While it runs, all of it stands in the result of the loop's job.
 *
 * @param looped passes begun or skipped
 * @param done passes done
 * @param running passes under way; counted only where several may be
 * @param filling whether a task to begin the next pass is on the way
 * @param leaving why no further pass begins, or null
 * @param kept values collected so far, in chunks so that one more costs the same at the end as at the start; null for none
 * @param keptBytes about how long they are as JSON
 */
record LoopProgress(
        int looped, int done, int running, boolean filling, Leaving leaving, ArrayNode kept, long keptBytes) {
    static final LoopProgress START = new LoopProgress(0, 0, 0, false, null, null, 0);

    private static final int CHUNK = 128;
    private static final String KEPT = "kept";
    private static final String RESULTS = "results";
    private static final String KEPT_BYTES = "keptBytes";

    enum Leaving {
        BROKEN("broken"),
        EXCEEDED("exceeded");

        private final String field;

        Leaving(String field) {
            this.field = field;
        }
    }

    static LoopProgress of(JsonNode result) {
        return new LoopProgress(
                result.path("looped").intValue(),
                result.path("done").intValue(),
                result.path("running").intValue(),
                result.path("filling").booleanValue(),
                leaving(result),
                result.get(KEPT) instanceof ArrayNode chunks ? chunks : null,
                result.path(KEPT_BYTES).longValue());
    }

    private static Leaving leaving(JsonNode result) {
        for (Leaving one : Leaving.values()) {
            if (result.path(one.field).booleanValue()) {
                return one;
            }
        }
        return null;
    }

    LoopProgress begun() {
        return new LoopProgress(looped + 1, done, running + 1, filling, leaving, kept, keptBytes);
    }

    LoopProgress skipped() {
        return new LoopProgress(looped + 1, done, running, filling, leaving, kept, keptBytes);
    }

    /** @param counts whether the pass counts as done */
    LoopProgress ended(boolean counts) {
        return new LoopProgress(
                looped, done + (counts ? 1 : 0), Math.max(0, running - 1), filling, leaving, kept, keptBytes);
    }

    LoopProgress leaving(Leaving why) {
        return leaving != null ? this : new LoopProgress(looped, done, running, filling, why, kept, keptBytes);
    }

    LoopProgress filling(boolean on) {
        return new LoopProgress(looped, done, running, on, leaving, kept, keptBytes);
    }

    /**
     * As if a pass had just begun, and none beside it. Passes that were skipped cannot be told from done ones any more: the
     * count of done passes is an upper bound.
     */
    static LoopProgress rewound(JsonNode result, int pass) {
        var before = of(result);
        var rewound = new LoopProgress(pass + 1, Math.min(before.done, pass), 1, false, null, null, 0);
        for (int i = 0; i < pass; i++) {
            JsonNode value = before.value(i);
            JsonNode told = value.isMissingNode() ? result.path(RESULTS).path(i) : value;
            rewound = told.isMissingNode() ? rewound : rewound.keeping(i, told);
        }
        return rewound;
    }

    private JsonNode value(int index) {
        return kept == null
                ? MissingNode.getInstance()
                : kept.path(index / CHUNK).path(index % CHUNK);
    }

    /** Keeps the value of a pass; the old progress stays as it is. */
    LoopProgress keeping(int index, JsonNode value) {
        int place = index / CHUNK;
        ArrayNode chunks = Json.NODES.arrayNode();
        if (kept != null) {
            chunks.addAll(kept);
        }
        while (chunks.size() <= place) {
            chunks.add(Json.NODES.arrayNode());
        }
        ArrayNode chunk = Json.NODES.arrayNode(CHUNK).addAll((ArrayNode) chunks.get(place));
        while (chunk.size() <= index % CHUNK) {
            chunk.addNull();
        }
        chunk.set(index % CHUNK, value);
        chunks.set(place, chunk);
        return new LoopProgress(
                looped,
                done,
                running,
                filling,
                leaving,
                chunks,
                keptBytes + Json.text(value).length());
    }

    /** What the job of a loop under way tells. */
    ObjectNode told(boolean sideBySide) {
        ObjectNode told = counts();
        if (sideBySide) {
            told.put("running", running).put("filling", filling);
        }
        if (kept != null) {
            told.put(KEPT_BYTES, keptBytes).set(KEPT, kept);
        }
        return told;
    }

    /** {@code looped}, {@code done}, and why the loop was left. */
    ObjectNode counts() {
        ObjectNode counts = Json.object().put("looped", looped).put("done", done);
        if (leaving != null) {
            counts.put(leaving.field, true);
        }
        return counts;
    }

    /** The result of a loop that is over. */
    ObjectNode outcome(boolean collects) {
        ObjectNode outcome = counts();
        return collects ? outcome.set(RESULTS, collected()) : outcome;
    }

    private ArrayNode collected() {
        ArrayNode results = Json.NODES.arrayNode(looped);
        for (int i = 0; i < looped; i++) {
            JsonNode value = value(i);
            results.add(value.isMissingNode() ? Json.NODES.nullNode() : value);
        }
        return results;
    }
}
