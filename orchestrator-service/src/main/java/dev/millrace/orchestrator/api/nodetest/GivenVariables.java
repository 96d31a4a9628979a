package dev.millrace.orchestrator.api.nodetest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.variable.SystemVariables;
import dev.millrace.model.variable.VariablePath;
import dev.millrace.model.variable.Variables;
import dev.millrace.model.variable.Walk;

/**
 * Variables as whoever tests a node has made them up. Those of the system are the real ones, unless they are given too.
 *
 * @param roots by name: {@code $context}, {@code $jobsMapByNodeKey}, {@code $scopes}, {@code $system}
 */
record GivenVariables(JsonNode roots, SystemVariables system) implements Variables {
    @Override
    public JsonNode lookup(VariablePath path) {
        JsonNode root = roots.path(path.root());
        if (!root.isMissingNode()) {
            return Walk.along(root, path.after(1));
        }
        return path.root().equals(VariablePath.SYSTEM) ? system.lookup(path) : MissingNode.getInstance();
    }
}
