package dev.millrace.orchestrator.engine;

import dev.millrace.model.document.OnFailure;
import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.document.RetryPolicy.Backoff;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws a workflow of every control node and of steps, nested, with envelopes around some of them. */
final class RandomWorkflow {
    private static final int DEEPEST = 3;
    private static final List<String> VALUES = List.of(
            "variable",
            "calculation",
            "dateCalculation",
            "json-query",
            "json-variable-mapping",
            "variable",
            "calculation");

    private final RandomGenerator random;
    private final Workflows drawn = Workflows.workflow();
    private final List<String> keys = new ArrayList<>();
    private final List<String> declared = new ArrayList<>();
    private final RandomConfig configs;
    private int nodes;

    RandomWorkflow(RandomGenerator random) {
        this.random = random;
        this.configs = new RandomConfig(random, keys, declared);
    }

    Workflows draw() {
        list(null, -1, 0);
        if (random.nextInt(4) == 0) {
            drawn.options("{'timeout':" + (1 + random.nextInt(60)) * 1_000 + "}");
        }
        return drawn;
    }

    /** @param branch of the upstream node, or -1 for the main list */
    private void list(String upstream, int branch, int depth) {
        int length = 1 + random.nextInt(depth == 0 ? 4 : 3);
        String previous = null;
        for (int i = 0; i < length; i++) {
            String key = "n" + nodes++;
            String type = type(depth);
            String config = configs.of(type);
            if (previous != null) {
                drawn.node(key, type, config, previous);
            } else if (upstream == null) {
                drawn.head(key, type, config);
            } else {
                drawn.branch(key, type, config, upstream, branch);
            }
            note(key, type, config);
            OnFailure onFailure = envelope();
            branches(key, type, depth);
            if (onFailure == OnFailure.BRANCH) {
                drawn.errorBranch("n" + nodes++, "work", "{}", key);
            }
            previous = key;
        }
    }

    private void note(String key, String type, String config) {
        keys.add(key);
        if (type.equals("variable") && configs.declares(config)) {
            declared.add(key);
        }
    }

    private String type(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 18 : 11)) {
            case 0, 1, 2 -> "work";
            case 3 -> VALUES.get(random.nextInt(VALUES.size()));
            case 4 -> "manual";
            case 5 -> "delay";
            case 6 -> random.nextInt(6) == 0 ? "end" : VALUES.get(random.nextInt(VALUES.size()));
            case 7 -> random.nextInt(6) == 0 ? "response" : "output";
            case 8 -> "response-message";
            case 9, 10 -> "subflow";
            case 11, 12 -> "condition";
            case 13, 14 -> "loop";
            case 15, 16 -> "parallel";
            default -> "multi-conditions";
        };
    }

    private OnFailure envelope() {
        RetryPolicy retry = random.nextInt(4) > 0
                ? null
                : new RetryPolicy(
                        1 + random.nextInt(3),
                        random.nextInt(3_000),
                        Backoff.values()[random.nextInt(2)],
                        random.nextBoolean() ? null : Long.valueOf(2_000),
                        random.nextInt(3) > 0 ? null : List.of("code", "timeout"));
        Long timeout = random.nextInt(5) > 0 ? null : Long.valueOf(1 + random.nextInt(10_000));
        OnFailure onFailure = random.nextInt(3) > 0 ? null : OnFailure.values()[random.nextInt(3)];
        drawn.envelope(retry, timeout, onFailure);
        return onFailure;
    }

    private void branches(String key, String type, int depth) {
        if (depth >= DEEPEST) {
            return;
        }
        switch (type) {
            case "condition" -> some(key, 0, 2, depth);
            case "multi-conditions" -> some(key, 0, 3, depth);
            case "loop" -> some(key, 0, 1, depth);
            case "parallel" -> some(key, 1, 1 + random.nextInt(4), depth);
            default -> {
                // no branches
            }
        }
    }

    private void some(String key, int from, int to, int depth) {
        for (int branch = from; branch < to; branch++) {
            if (random.nextInt(8) > 0) {
                list(key, branch, depth + 1);
            }
        }
    }
}
