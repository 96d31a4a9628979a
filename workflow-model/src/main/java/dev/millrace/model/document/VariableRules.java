package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.Branches;
import dev.millrace.model.variable.SystemVariables;
import dev.millrace.model.variable.Template;
import dev.millrace.model.variable.TemplateReference;
import dev.millrace.model.variable.VariablePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every variable that a node names can have a value when the node runs. */
final class VariableRules {
    private final NodeGraph graph;
    private final JsonNode contextSchema;
    private final Report report;

    /** @param contextSchema of what the trigger writes, or null where nothing is known of it */
    VariableRules(NodeGraph graph, JsonNode contextSchema, Report report) {
        this.graph = graph;
        this.contextSchema = contextSchema;
        this.report = report;
    }

    void check() {
        for (int i = 0; i < graph.nodes().size(); i++) {
            NodeDocument node = graph.nodes().get(i);
            var at = JsonPointer.compile("/nodes/" + i + "/config");
            List<String> programs = programs(node, at);
            for (TemplateReference reference : Template.compile(node.config()).paths()) {
                String pointer = at + reference.pointer();
                if (reference.inKey() && reference.path().root().equals(VariablePath.ENV)) {
                    report.violation(
                            pointer,
                            "secret_in_key",
                            "Expected {{$env…}} to stand in a value, but it stands in the name of a field");
                }
                problem(node, reference).ifPresent(problem -> say(problem, pointer, programs));
            }
            UnreadableTemplates.report(node.config(), at, programs, report);
        }
    }

    private record Problem(String code, String detail, boolean certain) {}

    /** Braces in a program text may well be the program's own. */
    private void say(Problem problem, String pointer, List<String> programs) {
        boolean inProgram = programs.stream().anyMatch(pointer::startsWith);
        if (problem.certain() && !inProgram) {
            report.violation(pointer, problem.code(), problem.detail());
        } else {
            report.finding(pointer, problem.code(), problem.detail());
        }
    }

    private Optional<Problem> problem(NodeDocument node, TemplateReference reference) {
        VariablePath path = reference.path();
        return switch (path.root()) {
            case VariablePath.CONTEXT ->
                ContextPaths.doubt(contextSchema, path)
                        .map(detail -> new Problem("context_may_be_absent", detail, false));
            case VariablePath.ENV -> secret(reference);
            case VariablePath.SYSTEM -> system(path);
            case VariablePath.JOBS -> result(node, reference);
            case VariablePath.SCOPES -> scope(node, path);
            default ->
                certain(
                        "unknown_variable_root",
                        "Expected a variable below $context, $jobsMapByNodeKey, $scopes, $system or $env, but it is {{%s}}"
                                .formatted(path));
        };
    }

    private static Optional<Problem> secret(TemplateReference reference) {
        if (reference.path().segments().size() == 1) {
            return certain("unknown_secret", "Expected {{$env.NAME}} to name a secret, but it names none");
        }
        return reference.hasDefault()
                ? Optional.of(new Problem(
                        "secret_default_unused",
                        "Expected a secret to be configured, but {{%s}} gives a default, which secrets do not take"
                                .formatted(reference.path()),
                        false))
                : Optional.empty();
    }

    private static Optional<Problem> system(VariablePath path) {
        return SystemVariables.knows(path.after(1))
                ? Optional.empty()
                : certain(
                        "unknown_system_variable",
                        "Expected now, instanceId, epoch, genSnowflakeId or dateRange.<name> below $system, but it is {{%s}}"
                                .formatted(path));
    }

    private Optional<Problem> result(NodeDocument node, TemplateReference reference) {
        VariablePath path = reference.path();
        String key = path.segments().size() > 1 ? path.segments().get(1) : "";
        if (graph.find(key).isEmpty()) {
            return certain(
                    "unknown_node_key",
                    "Expected {{%s}} to name the result of a node, but no node has the key \"%s\""
                            .formatted(path, key));
        }
        return graph.upstreamOf(node).contains(key) || seenFromInside(node, reference, key)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "variable_may_be_absent",
                        "Expected node \"%s\" to have run before, but it does not always: {{%s}} may have no value"
                                .formatted(key, path),
                        false));
    }

    /** A field with {@code x-inside} is looked up at the end of a pass, so it sees what ran in the node's own branches. */
    private boolean seenFromInside(NodeDocument node, TemplateReference reference, String key) {
        String field = JsonPointer.compile(reference.pointer()).getMatchingProperty();
        boolean inside = graph.descriptor(node)
                .map(type -> type.configSchema().path("properties").path(field).path("x-inside"))
                .map(JsonNode::asBoolean)
                .orElse(false);
        return inside && graph.find(key).map(graph::enclosing).orElse(Set.of()).contains(node.key());
    }

    private Optional<Problem> scope(NodeDocument node, VariablePath path) {
        String key = path.segments().size() > 1 ? path.segments().get(1) : "";
        List<String> names = graph.find(key)
                .filter(owner -> key.equals(node.key()) || graph.enclosing(node).contains(key))
                .flatMap(graph::descriptor)
                .map(type -> type.branches())
                .map(Branches::scope)
                .orElse(List.of());
        if (names.isEmpty()) {
            return certain(
                    "unknown_scope",
                    "Expected {{%s}} to stand inside a branch of a node that offers $scopes, but \"%s\" is no such node"
                            .formatted(path, key));
        }
        return path.segments().size() < 3 || names.contains(path.segments().get(2))
                ? Optional.empty()
                : certain(
                        "unknown_scope_variable",
                        "Expected one of %s below $scopes.%s, but it is {{%s}}".formatted(names, key, path));
    }

    private List<String> programs(NodeDocument node, JsonPointer at) {
        JsonNode schema =
                graph.descriptor(node).map(type -> type.configSchema()).orElse(null);
        return schema == null
                ? List.of()
                : ConfigFields.of(schema, node.config(), at).stream()
                        .filter(field -> field.ui().equals("code"))
                        .map(ConfigField::pointer)
                        .toList();
    }

    private static Optional<Problem> certain(String code, String detail) {
        return Optional.of(new Problem(code, detail, true));
    }
}
