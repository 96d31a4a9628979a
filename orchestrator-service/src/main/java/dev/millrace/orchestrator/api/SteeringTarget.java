package dev.millrace.orchestrator.api;

import dev.millrace.model.json.Json;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.orchestrator.engine.state.Steering;
import dev.millrace.orchestrator.host.book.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What must be known of an execution to steer it. */
record SteeringTarget(
        String id,
        String workflowId,
        String workflowKey,
        ExecutionStatus status,
        long advance,
        List<String> stack,
        Steering steering) {
    static final String COLUMNS =
            "select e.id, e.workflowId, e.workflowKey, e.status, e.advance, e.stack, e.steering from OrchestratorExecution e";

    static SteeringTarget of(Object[] row) {
        return new SteeringTarget(
                ((UUID) row[0]).toString(),
                (String) row[1],
                (String) row[2],
                ExecutionStatus.valueOf((String) row[3]),
                (Long) row[4],
                stack((String) row[5]),
                steering((String) row[6]));
    }

    static Steering steering(String column) {
        return column == null ? Steering.NONE : Json.mapper().convertValue(Json.parse(column), Steering.class);
    }

    private static List<String> stack(String column) {
        var keys = new ArrayList<String>();
        Columns.json(column).forEach(key -> keys.add(key.textValue()));
        return List.copyOf(keys);
    }

    boolean paused() {
        return steering.pause() != null;
    }
}
