package dev.millrace.benchmarks.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds a workflow document node by node; each node follows the one before unless it heads a branch. */
public final class WorkflowDocument {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode document = MAPPER.createObjectNode();
    private final ArrayNode nodes = MAPPER.createArrayNode();
    private String previous;

    private WorkflowDocument(String key, String type, boolean sync) {
        document.put("key", key)
                .put("title", key)
                .put("description", "Measured by the bench")
                .put("type", type)
                .put("sync", sync)
                .put("enabled", true);
        document.putObject("config");
        document.putObject("options");
        document.putArray("categories");
        document.set("nodes", nodes);
    }

    /** Started by {@code POST /webhooks/<key>}; with {@code sync} the answer comes when it has ended. */
    public static WorkflowDocument webhook(String key, boolean sync) {
        return new WorkflowDocument(key, "webhook", sync);
    }

    /** Started by each row that is inserted into the collection. */
    public static WorkflowDocument onInsert(String key, String collection) {
        var created = new WorkflowDocument(key, "collection", false);
        created.document.putObject("config").put("collection", collection).put("mode", 1);
        return created;
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public String key() {
        return document.path("key").textValue();
    }

    public ObjectNode json() {
        return document;
    }

    public WorkflowDocument calculation(String key, String expression) {
        return node(key, "calculation", object().put("engine", "math.js").put("expression", expression));
    }

    /** Goes on whatever the outcome. */
    public WorkflowDocument condition(String key, String calculator, String left, int right) {
        var config = object().put("rejectOnFalse", false).put("engine", "basic");
        var group = config.putObject("calculation").putObject("group").put("type", "and");
        var operands = group.putArray("calculations")
                .addObject()
                .put("calculator", calculator)
                .putArray("operands");
        operands.add(left).add(right);
        return node(key, "condition", config);
    }

    public WorkflowDocument node(String key, String type, ObjectNode config) {
        place(key, type, config, previous).putNull("branchIndex");
        previous = key;
        return this;
    }

    /** Heads the only branch of the node before; what is added next still follows that node. */
    public WorkflowDocument inBranch(String key, String type, ObjectNode config) {
        place(key, type, config, previous).put("branchIndex", 0);
        return this;
    }

    private ObjectNode place(String key, String type, ObjectNode config, String upstream) {
        var node = nodes.addObject().put("key", key).put("type", type).put("title", key);
        node.set("config", config);
        return node.put("upstreamKey", upstream);
    }
}
