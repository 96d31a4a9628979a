package dev.millrace.orchestrator.engine;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws configs of nodes: sensible ones, and now and then one that fails when it runs. */
final class RandomConfig {
    private static final List<String> QUERIES = List.of(
            "'engine':'jmespath','expression':'index || seen'",
            "'engine':'jmespath','expression':'abs(seen)'",
            "'engine':'jsonpathplus','expression':'$..index'",
            "'engine':'jsonata','expression':'[$random(), $now(), index]'");
    private static final List<String> MODES = List.of("all", "any", "race", "allSettled");
    /** All native: what the originals answer is for the tables of module expressions. */
    private static final List<String> EXPRESSIONS = List.of(
            "'engine':'string','expression':'{{$jobsMapByNodeKey.%s}} at {{$system.now}}'",
            "'engine':'string','expression':'{{$scopes.%s.index}}'",
            "'engine':'math.js','expression':'max({{$context.data.n}}, 2) ^ 2 > 3 ? 1 : 0'",
            "'engine':'math.js','expression':'{{$context.data.n}} + '",
            "'engine':'formula.js','expression':'SUM({{$context.data.n}}, 1) / 2'",
            "'engine':'formula.js','expression':'1 / 0'",
            "'engine':'foo','expression':'1'");

    private final RandomGenerator random;
    private final List<String> drawn;
    private final List<String> declared;

    /**
     * @param drawn keys of nodes that may be looked at; grows while others draw
     * @param declared keys of nodes that declare a variable; grows likewise
     */
    RandomConfig(RandomGenerator random, List<String> drawn, List<String> declared) {
        this.random = random;
        this.drawn = drawn;
        this.declared = declared;
    }

    String of(String type) {
        return switch (type) {
            case "condition" -> "{'rejectOnFalse':%s,%s}".formatted(oneIn(5), asks());
            case "multi-conditions" ->
                "{'continueOnNoMatch':%s,'conditions':[{%s},{%s}]}".formatted(random.nextBoolean(), asks(), asks());
            case "loop" -> loop();
            case "parallel" -> "{'mode':'" + oneOf(MODES) + "'}";
            case "response-message" -> "{'message':'{{$jobsMapByNodeKey.%s}}'}".formatted(seen());
            case "subflow" ->
                "{'workflow':'%s','context':{'seen':'{{$jobsMapByNodeKey.%s}}'},'wait':%s}"
                        .formatted(oneIn(8) ? "nobody" : "sub", seen(), random.nextInt(4) > 0);
            case "delay" ->
                "{'duration':%d,'unit':1000,'endStatus':%d%s}"
                        .formatted(
                                random.nextInt(20),
                                oneIn(5) ? -1 : 1,
                                oneIn(3) ? ",'correlation':'{{$system.now}}'" : "");
            case "end" -> "{'endStatus':" + (random.nextBoolean() ? 1 : -1) + "}";
            case "output" -> "{'value':'{{$jobsMapByNodeKey.%s}} {{$scopes.%s.index}}'}".formatted(seen(), seen());
            case "variable" -> "{'target':%s,'value':'{{$jobsMapByNodeKey.%s}}'}".formatted(target(), seen());
            case "calculation" -> "{" + oneOf(EXPRESSIONS).formatted(seen()) + "}";
            case "dateCalculation" -> dates();
            case "json-query" ->
                "{'source':{'seen':'{{$jobsMapByNodeKey.%s}}','index':'{{$scopes.%s.index}}'},%s}"
                        .formatted(seen(), seen(), oneOf(QUERIES));
            case "json-variable-mapping" ->
                "{'dataSource':%s,'variables':[{'key':'v','paths':['seen']}]}"
                        .formatted(oneIn(4) ? "'text'" : "{'seen':'{{$jobsMapByNodeKey." + seen() + "}}'}");
            case "response" ->
                "{'statusCode':%d,'body':'{{$jobsMapByNodeKey.%s}}'}".formatted(oneIn(9) ? 42 : 201, seen());
            default ->
                "{'seen':'{{$jobsMapByNodeKey.%s}}','at':'{{$system.now}}','id':'{{$system.genSnowflakeId}}'}"
                        .formatted(seen());
        };
    }

    boolean declares(String config) {
        return config.startsWith("{'target':null");
    }

    private String loop() {
        var target = random.nextInt(6) == 0 ? "['x',null,{'y':[1]}]" : String.valueOf(random.nextInt(7) - 1);
        return "{'target':%s,'exit':%d,'parallel':%d,'collect':%s,'condition':{'checkpoint':%d,'continueOnFalse':%s,%s}}"
                .formatted(
                        target,
                        random.nextInt(3),
                        Math.max(1, random.nextInt(7) - 3),
                        random.nextBoolean() ? "null" : "'{{$jobsMapByNodeKey." + seen() + "}}'",
                        random.nextInt(2),
                        random.nextBoolean(),
                        oneIn(3) ? asks() : "'calculation':{}");
    }

    private String asks() {
        if (oneIn(4)) {
            var engine = random.nextBoolean() ? "math.js" : "formula.js";
            return "'engine':'%s','expression':'{{$context.data.n}} > %d'".formatted(engine, random.nextInt(7));
        }
        return "'calculation':{'calculator':'%s','operands':[%d,%d]}"
                .formatted(oneIn(20) ? "foo" : "equal", random.nextInt(2), random.nextInt(2));
    }

    private String dates() {
        return "{'input':'%s','steps':[{'function':'add','arguments':{'number':%d,'unit':'month'}},{'function':'format'}]}"
                .formatted(oneIn(4) ? "{{$jobsMapByNodeKey." + seen() + "}}" : "{{$system.now}}", random.nextInt(9));
    }

    private String target() {
        return declared.isEmpty() || random.nextBoolean() ? "null" : "'" + oneOf(declared) + "'";
    }

    /** A node to look at; seldom one that is not there. */
    private String seen() {
        return drawn.isEmpty() || oneIn(10) ? "n" + random.nextInt(20) : oneOf(drawn);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
