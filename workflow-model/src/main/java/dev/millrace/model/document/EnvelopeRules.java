package dev.millrace.model.document;

/** The envelope around every node: retry, timeout, and what a final failure does. */
final class EnvelopeRules {
    private static final int MAX_ATTEMPTS = 100;

    private final NodeGraph graph;
    private final Report report;

    EnvelopeRules(NodeGraph graph, Report report) {
        this.graph = graph;
        this.report = report;
    }

    void check() {
        for (int i = 0; i < graph.nodes().size(); i++) {
            NodeDocument node = graph.nodes().get(i);
            String pointer = "/nodes/" + i;
            if (node.retry() != null) {
                retry(node.retry(), pointer + "/retry");
            }
            if (node.timeout() != null) {
                bound(node.timeout() >= 1, pointer + "/timeout", "timeout to be at least 1 ms", node.timeout());
            }
            errorBranch(node, pointer);
        }
    }

    private void retry(RetryPolicy retry, String pointer) {
        int attempts = retry.maxAttempts();
        bound(
                attempts >= 1 && attempts <= MAX_ATTEMPTS,
                pointer + "/maxAttempts",
                "maxAttempts to be between 1 and " + MAX_ATTEMPTS,
                attempts);
        bound(retry.delay() >= 0, pointer + "/delay", "delay to be at least 0 ms", retry.delay());
        if (retry.maxDelay() != null) {
            bound(
                    retry.maxDelay() >= retry.delay(),
                    pointer + "/maxDelay",
                    "maxDelay to be at least the delay of %d ms".formatted(retry.delay()),
                    retry.maxDelay());
        }
    }

    private void bound(boolean kept, String pointer, String expected, long actual) {
        if (!kept) {
            report.violation(pointer, "out_of_bounds", "Expected %s, but it is %d".formatted(expected, actual));
        }
    }

    private void errorBranch(NodeDocument node, String pointer) {
        boolean wanted = node.onFailure() == OnFailure.BRANCH;
        boolean exists = node.key() != null
                && graph.branchHeads(node.key()).stream()
                        .anyMatch(head -> head.branchIndex().isError());
        if (wanted && !exists) {
            report.violation(
                    pointer + "/onFailure",
                    "missing_error_branch",
                    "Expected a node whose failure takes the error branch to have one, but no node has branchIndex \"error\" there");
        }
        if (exists && !wanted) {
            report.finding(
                    pointer + "/onFailure",
                    "error_branch_unused",
                    "Expected the error branch to be taken on failure, but onFailure is not \"branch\", so it never runs");
        }
    }
}
