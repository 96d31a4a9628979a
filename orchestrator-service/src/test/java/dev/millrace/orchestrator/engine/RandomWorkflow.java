package dev.millrace.orchestrator.engine;

import dev.millrace.model.document.OnFailure;
import dev.millrace.model.document.RetryPolicy;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws a workflow of nested conditions, loops, parallel branches, waits and steps, with envelopes around some of them. */
final class RandomWorkflow {
    private static final int DEEPEST = 3;
    private static final List<String> VALUES =
            List.of("variable", "calculation", "dateCalculation", "json-query", "json-variable-mapping");
    private static final List<String> QUERIES = List.of(
            "'engine':'jmespath','expression':'index || seen'",
            "'engine':'jmespath','expression':'abs(seen)'",
            "'engine':'jsonpathplus','expression':'$..index'",
            "'engine':'jsonata','expression':'[$random(), $now(), index]'");
    private static final List<String> MODES = List.of("all", "any", "race", "allSettled");

    private final RandomGenerator random;
    private final Workflows drawn = Workflows.workflow();
    private int nodes;

    RandomWorkflow(RandomGenerator random) {
        this.random = random;
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
            String config = config(type);
            if (previous != null) {
                drawn.node(key, type, config, previous);
            } else if (upstream == null) {
                drawn.head(key, type, config);
            } else {
                drawn.branch(key, type, config, upstream, branch);
            }
            OnFailure onFailure = envelope();
            branches(key, type, depth);
            if (onFailure == OnFailure.BRANCH) {
                drawn.errorBranch("n" + nodes++, "work", "{}", key);
            }
            previous = key;
        }
    }

    private String type(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 18 : 11)) {
            case 0, 1, 2, 3 -> "work";
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

    private String config(String type) {
        String asks = "{'calculator':'equal','operands':[%d,%d]}".formatted(random.nextInt(2), random.nextInt(2));
        return switch (type) {
            case "condition" -> "{'rejectOnFalse':%s,'calculation':%s}".formatted(random.nextInt(5) == 0, asks);
            case "multi-conditions" ->
                "{'continueOnNoMatch':%s,'conditions':[{'calculation':%s},{'calculation':%s}]}"
                        .formatted(random.nextBoolean(), asks, asks);
            case "loop" ->
                "{'target':%d,'exit':%d,'parallel':%d,'collect':%s,'condition':{'checkpoint':%d,'continueOnFalse':%s,'calculation':%s}}"
                        .formatted(
                                random.nextInt(6),
                                random.nextInt(3),
                                Math.max(1, random.nextInt(7) - 3),
                                random.nextBoolean() ? "null" : "'{{$jobsMapByNodeKey.n1}}'",
                                random.nextInt(2),
                                random.nextBoolean(),
                                random.nextInt(3) == 0 ? asks : "{}");
            case "parallel" -> "{'mode':'" + MODES.get(random.nextInt(MODES.size())) + "'}";
            case "response-message" -> "{'message':'{{$jobsMapByNodeKey.n0}}'}";
            case "subflow" ->
                "{'workflow':'%s','context':{'seen':'{{$jobsMapByNodeKey.n0}}'},'wait':%s}"
                        .formatted(random.nextInt(8) == 0 ? "nobody" : "sub", random.nextInt(4) > 0);
            case "delay" -> "{'duration':%d,'unit':1000,'endStatus':1}".formatted(random.nextInt(20));
            case "end" -> "{'endStatus':" + (random.nextBoolean() ? 1 : -1) + "}";
            case "variable", "output" -> "{'value':'{{$jobsMapByNodeKey.n0}} {{$scopes.n1.index}}'}";
            case "calculation" -> "{'engine':'string','expression':'{{$jobsMapByNodeKey.n0}} at {{$system.now}}'}";
            case "dateCalculation" ->
                "{'input':'%s','steps':[{'function':'add','arguments':{'number':%d,'unit':'month'}},{'function':'format'}]}"
                        .formatted(
                                random.nextInt(4) == 0 ? "{{$jobsMapByNodeKey.n0}}" : "{{$system.now}}",
                                random.nextInt(9));
            case "json-query" ->
                "{'source':{'seen':'{{$jobsMapByNodeKey.n0}}','index':'{{$scopes.n1.index}}'},%s}"
                        .formatted(QUERIES.get(random.nextInt(QUERIES.size())));
            case "json-variable-mapping" ->
                "{'dataSource':%s,'variables':[{'key':'v','paths':['seen']}]}"
                        .formatted(random.nextInt(4) == 0 ? "'text'" : "{'seen':'{{$jobsMapByNodeKey.n0}}'}");
            case "response" -> "{'body':'{{$jobsMapByNodeKey.n0}}'}";
            default -> "{'seen':'{{$jobsMapByNodeKey.n0}}','at':'{{$system.now}}','id':'{{$system.genSnowflakeId}}'}";
        };
    }

    private OnFailure envelope() {
        RetryPolicy retry = random.nextInt(4) > 0
                ? null
                : new RetryPolicy(1 + random.nextInt(3), random.nextInt(3_000), null, null, null);
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
