package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.ExpressionLanguage;
import dev.millrace.expressions.formulajs.FormulaJsLanguage;
import dev.millrace.expressions.js.JavaScriptOriginals;
import dev.millrace.expressions.mathjs.MathJsLanguage;
import dev.millrace.expressions.text.StringLanguage;
import dev.millrace.model.document.BranchIndex;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.OnFailure;
import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.WorkflowVersion;
import dev.millrace.orchestrator.engine.graph.WorkflowGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws workflows for tests. JSON is written with single quotes. */
public final class Workflows {
    public static final String KEY = "flow";

    /** The expressions of these tests are all native: the originals are never asked. */
    public static final Map<String, ExpressionLanguage> LANGUAGES = languages(new JavaScriptOriginals());

    /** Holds for nobody. */
    public static final String NEVER = "{'calculator':'equal','operands':[0,1]}";

    /** Cannot be asked: nobody knows how. */
    public static final String BREAKS = "{'calculator':'foo','operands':[1,1]}";

    private final List<NodeDocument> nodes = new ArrayList<>();
    private String options = "{}";

    private static Map<String, ExpressionLanguage> languages(JavaScriptOriginals originals) {
        return Map.of(
                "string",
                new StringLanguage(),
                "math.js",
                new MathJsLanguage(originals),
                "formula.js",
                new FormulaJsLanguage(originals));
    }

    public static Workflows workflow() {
        return new Workflows();
    }

    /** A head, or the successor of the last node that was added on the same list. */
    public Workflows node(String key, String type, String config, String upstream) {
        return add(key, type, config, upstream, null);
    }

    public Workflows head(String key, String type, String config) {
        return add(key, type, config, null, null);
    }

    public Workflows branch(String key, String type, String config, String upstream, int index) {
        return add(key, type, config, upstream, BranchIndex.of(index));
    }

    public Workflows errorBranch(String key, String type, String config, String upstream) {
        return add(key, type, config, upstream, BranchIndex.ERROR);
    }

    private Workflows add(String key, String type, String config, String upstream, BranchIndex index) {
        nodes.add(new NodeDocument(key, type, key, json(config), upstream, index, null, null, null));
        return this;
    }

    /** Sets the envelope of the node that was added last. */
    public Workflows envelope(RetryPolicy retry, Long timeout, OnFailure onFailure) {
        NodeDocument last = nodes.remove(nodes.size() - 1);
        nodes.add(new NodeDocument(
                last.key(),
                last.type(),
                last.title(),
                last.config(),
                last.upstreamKey(),
                last.branchIndex(),
                retry,
                timeout,
                onFailure));
        return this;
    }

    public Workflows retry(int attempts, long delay) {
        return envelope(new RetryPolicy(attempts, delay, null, null, null), null, null);
    }

    public Workflows timeout(long millis) {
        return envelope(null, millis, null);
    }

    public Workflows onFailure(OnFailure onFailure) {
        return envelope(null, null, onFailure);
    }

    public Workflows options(String json) {
        options = json;
        return this;
    }

    public WorkflowGraph graph() {
        return WorkflowGraph.of(version("v1", KEY), LANGUAGES);
    }

    /** As the current version of a workflow with this key. */
    public WorkflowVersion version(String id, String key) {
        var document = new WorkflowDocument(key, "Test", null, "manual", false, true, null, json(options), null, nodes);
        return new WorkflowVersion(id, key, 1, true, true, false, document);
    }

    public static JsonNode json(String singleQuoted) {
        return Json.parse(singleQuoted.replace('\'', '"'));
    }
}
