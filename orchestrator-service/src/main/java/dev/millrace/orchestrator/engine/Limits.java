package dev.millrace.orchestrator.engine;

/**
 * The engine's bounds. Each ends in a named error or in a further turn, never in silence.
 *
 * @param nodesPerAdvance how many nodes run before others get their turn; at 10,000 an advance takes some tens of
 *     milliseconds and its rows fit one statement
 * @param resultBytes size of one node's result or of a step's config as JSON; beyond it the node ends with {@code
 *     payload_too_large}
 * @param loopPasses of one loop; 0 for no bound
 */
public record Limits(int nodesPerAdvance, long resultBytes, int loopPasses) {
    /**
     * A call counts as much as this many nodes: each takes a record of its own with a context, and all records of an advance are
     * in memory at once.
     */
    static final int NODES_PER_CALL = 10;

    public static final Limits DEFAULT = new Limits(10_000, 8L * 1024 * 1024, 0);
}
