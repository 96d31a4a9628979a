package dev.millrace.orchestrator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.SystemVariables;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import dev.millrace.model.variable.Walk;
import dev.millrace.orchestrator.engine.node.LoopNode;
import dev.millrace.orchestrator.engine.state.Job;
import dev.millrace.orchestrator.engine.state.Path;
import java.util.List;

/**
 * What templates and expressions see from a place in an execution. Passes of a loop run one after the other, and a new value
 * of a variable takes the place of the variable it was declared as; so the newest job of a node is the nearest one too: of
 * the own pass where the node has run in it, else of what surrounds it, else of the pass before. Passes that run side by
 * side see what surrounds them and themselves, but not each other.
 *
 * <p>{@code $env} has no value here: only workers know secrets.
 */
record Scope(Draft draft, Path path, SystemVariables system) implements Variables {

    @Override
    public JsonNode lookup(VariablePath variable) {
        return switch (variable.root()) {
            case VariablePath.CONTEXT -> Walk.along(orMissing(draft.header().context()), variable.after(1));
            case VariablePath.JOBS -> job(variable.segments());
            case VariablePath.SCOPES -> scope(variable.segments());
            case VariablePath.SYSTEM -> system.lookup(variable);
            default -> MissingNode.getInstance();
        };
    }

    private JsonNode job(List<String> segments) {
        if (segments.size() == 1) {
            return allResults();
        }
        Job job = draft.newest(segments.get(1), path);
        return job == null
                ? MissingNode.getInstance()
                : Walk.along(orMissing(job.result()), segments.subList(2, segments.size()));
    }

    private JsonNode allResults() {
        ObjectNode results = Json.object();
        for (String key : draft.newestByNode().keySet()) {
            Job job = draft.newest(key, path);
            if (job != null) {
                results.set(key, job.result());
            }
        }
        return results;
    }

    private JsonNode scope(List<String> segments) {
        if (segments.size() == 1) {
            return MissingNode.getInstance();
        }
        String loop = segments.get(1);
        return path.passes().stream()
                .filter(pass -> pass.loopKey().equals(loop))
                .findFirst()
                .map(pass -> LoopNode.Target.of(draft.newest(loop, path).meta()).scope(pass.index()))
                .map(found -> Walk.along(found, segments.subList(2, segments.size())))
                .orElseGet(MissingNode::getInstance);
    }

    private static JsonNode orMissing(JsonNode value) {
        return value == null ? MissingNode.getInstance() : value;
    }
}
