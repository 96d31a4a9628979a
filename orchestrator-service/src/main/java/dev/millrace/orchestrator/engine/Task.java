package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.millrace.model.json.Json;
import dev.millrace.orchestrator.engine.state.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What an advance still has to do; what is left when its turn is over goes into the header. */
sealed interface Task {
    String nodeKey();

    Path path();

    /** Run a node. */
    record Enter(String nodeKey, Path path) implements Task {}

    /** Call a node again that asked for it. */
    record GoOn(String nodeKey, Path path, int step) implements Task {}

    /** Make the next attempt of a job that is there. */
    record Again(String nodeKey, Path path, int sequence) implements Task {}

    /** @return null for no tasks */
    static JsonNode write(Deque<Task> tasks) {
        if (tasks.isEmpty()) {
            return null;
        }
        ArrayNode written = Json.NODES.arrayNode();
        for (Task task : tasks) {
            var entry = written.addObject()
                    .put("node", task.nodeKey())
                    .put("path", task.path().toString());
            if (task instanceof GoOn goOn) {
                entry.put("step", goOn.step());
            } else if (task instanceof Again again) {
                entry.put("again", again.sequence());
            }
        }
        return written;
    }

    /** The next task comes first. */
    static Deque<Task> read(JsonNode written) {
        var tasks = new ArrayDeque<Task>();
        if (written != null) {
            written.forEach(entry -> tasks.addLast(readOne(entry)));
        }
        return tasks;
    }

    private static Task readOne(JsonNode entry) {
        String node = entry.path("node").textValue();
        Path path = Path.parse(entry.path("path").textValue());
        if (entry.has("again")) {
            return new Again(node, path, entry.path("again").intValue());
        }
        return entry.has("step") ? new GoOn(node, path, entry.path("step").intValue()) : new Enter(node, path);
    }
}
