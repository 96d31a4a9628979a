package dev.millrace.orchestrator.engine;

/**
 * The engine's bounds. Each ends in a named error that says how to raise it, or in a further turn; never in silence.
 *
 * @param nodesPerAdvance how many nodes run before others get their turn; at 10,000 an advance takes some tens of
 *     milliseconds and its rows fit one statement
 * @param resultBytes size of one node's result or of a step's config as JSON; beyond it the node ends with {@code
 *     payload_too_large}
 * @param loopPasses of one loop; 0 for no bound; beyond it the loop ends with {@code loop_limit_exceeded}
 * @param nodeRuns of one execution; beyond it the execution ends with {@code node_limit_exceeded}
 * @param collected values of one loop, which are written again with every turn of it; a loop that collects and has more
 *     passes ends with {@code collect_limit_exceeded}
 */
public record Limits(int nodesPerAdvance, long resultBytes, int loopPasses, int nodeRuns, int collected) {
    public static final String RESULT_BYTES = "millrace.limits.payload-bytes";
    public static final String LOOP_PASSES = "millrace.orchestrator.limits.loop-passes";
    public static final String NODE_RUNS = "millrace.orchestrator.limits.node-runs";
    public static final String COLLECTED = "millrace.orchestrator.limits.collected";

    private static final int NODE_RUNS_DEFAULT = 10_000_000;
    private static final int COLLECTED_DEFAULT = 10_000;
    /**
     * A call counts as much as this many nodes: each takes a record of its own with a context, and all records of an advance are
     * in memory at once.
     */
    static final int NODES_PER_CALL = 10;

    public static final Limits DEFAULT = new Limits(10_000, 8L * 1024 * 1024, 0);

    public Limits(int nodesPerAdvance, long resultBytes, int loopPasses) {
        this(nodesPerAdvance, resultBytes, loopPasses, NODE_RUNS_DEFAULT, COLLECTED_DEFAULT);
    }
}
