package dev.millrace.standalone.cluster;

import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.WorkflowVersion;
import java.util.List;
import java.util.Map;

/** The workflows of the kill test: waiting, trying again, loops, branches, calls, races, all with steps that have side effects. */
final class Mix {
    /** Jobs of one execution, by workflow key. */
    static final Map<String, Integer> JOBS =
            Map.of("delayed", 3, "retried", 3, "looped", 10, "branched", 6, "calling", 2, "called", 2, "raced", 5);

    /** Those that are started; {@code called} is started by {@code calling}. */
    static final List<String> STARTED = List.of("delayed", "retried", "looped", "branched", "calling", "raced");

    private static final String CALCULATION = "{'engine':'math.js','expression':'1 + 1'}";

    private final String act;
    private final String refuseOnce;
    private final String hold;

    Mix(SideEffects effects) {
        this.act = request(effects.url("/do"));
        this.refuseOnce = request(effects.url("/refuse-once"));
        this.hold = request(effects.url("/hold"));
    }

    private static String request(String url) {
        return "{'method':'POST','url':'" + url + "','timeout':120000,'onlyData':true}";
    }

    List<WorkflowVersion> versions() {
        return List.of(delayed(), retried(), looped(), branched(), calling(), called(), raced(), held());
    }

    private WorkflowVersion delayed() {
        return version(
                "delayed",
                node("a", "request", act, null, null),
                node("wait", "delay", "{'unit':1000,'duration':'{{$context.seconds}}','endStatus':1}", "a", null),
                node("b", "request", act, "wait", null));
    }

    private WorkflowVersion retried() {
        var patient = node("a", "request", refuseOnce, null, null)
                .replaceFirst("}$", ",'retry':{'maxAttempts':3,'delay':200,'backoff':'constant'}}");
        return version(
                "retried",
                patient,
                node("c", "calculation", CALCULATION, "a", null),
                node("b", "request", act, "c", null));
    }

    private WorkflowVersion looped() {
        return version(
                "looped",
                node("each", "loop", "{'target':4,'parallel':2}", null, null),
                node("a", "request", act, "each", "0"),
                node("c", "calculation", CALCULATION, "a", null),
                node("b", "request", act, "each", null));
    }

    private WorkflowVersion branched() {
        return version(
                "branched",
                node("fork", "parallel", "{'mode':'all'}", null, null),
                node("a", "request", act, "fork", "0"),
                node("wait", "delay", "{'unit':1000,'duration':'{{$context.seconds}}','endStatus':1}", "fork", "1"),
                node("b", "request", act, "wait", null),
                node("c", "calculation", CALCULATION, "fork", "2"),
                node("d", "request", act, "fork", null));
    }

    private WorkflowVersion calling() {
        return version(
                "calling",
                node("call", "subflow", "{'workflow':'called','context':{}}", null, null),
                node("a", "request", act, "call", null));
    }

    private WorkflowVersion called() {
        return version(
                "called",
                node("a", "request", act, null, null),
                node("o", "output", "{'value':'{{$jobsMapByNodeKey.a}}'}", "a", null));
    }

    private WorkflowVersion raced() {
        return version(
                "raced",
                node("fork", "parallel", "{'mode':'race'}", null, null),
                node("a", "request", act, "fork", "0"),
                node("c", "calculation", CALCULATION, "a", null),
                node("late", "delay", "{'unit':3600000,'duration':1,'endStatus':-1}", "fork", "1"),
                node("b", "request", act, "fork", null));
    }

    private WorkflowVersion held() {
        return version("held", node("a", "request", hold, null, null));
    }

    private static String node(String key, String type, String config, String upstream, String branch) {
        return "{'key':'%s','type':'%s','title':'%s','config':%s,'upstreamKey':%s,'branchIndex':%s}"
                .formatted(key, type, key, config, upstream == null ? null : "'" + upstream + "'", branch);
    }

    private static WorkflowVersion version(String key, String... nodes) {
        var json = "{'key':'%s','title':'%s','type':'manual','enabled':true,'nodes':[%s]}"
                .formatted(key, key, String.join(",", nodes));
        var document = Json.read(Json.bytes(Json.parse(json.replace('\'', '"'))), WorkflowDocument.class);
        return new WorkflowVersion("v-" + key, key, 1, true, true, false, document);
    }
}
