package dev.millrace.definition.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.definition.catalogue.DocumentCheck;
import dev.millrace.definition.web.InvalidDocument;
import dev.millrace.model.document.DocumentReader;
import dev.millrace.model.document.Violation;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What designers do to workflows: every document is checked before it is saved. */
@ApplicationScoped
class Editing {
    private static final Set<String> CHANGEABLE =
            Set.of("title", "description", "type", "sync", "enabled", "config", "options", "categories", "nodes");

    /** Keys stand in URLs. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final int ATTEMPTS = 5;

    private final VersionStore store;
    private final VersionChanges changes;
    private final DocumentCheck check;

    Editing(VersionStore store, VersionChanges changes, DocumentCheck check) {
        this.store = store;
        this.changes = changes;
        this.check = check;
    }

    String create(JsonNode json, String actor) {
        var document = read(json);
        check.demandValid(document);
        if (document.key() != null && !isKey(document.key())) {
            throw InvalidDocument.refused(List.of(new Violation(
                    "/key",
                    "bad_key",
                    "Expected a key of at most 64 letters, digits, - and _, but it is \"%s\""
                            .formatted(document.key()))));
        }
        return changes.create(document.key() == null ? changes.newId() : document.key(), document, actor);
    }

    /** @param patch the fields to change; a field that is null is emptied */
    void patch(String id, JsonNode patch, String ifMatch, String actor) {
        patch(id, patch, ifMatch, Running.FINISH, actor);
    }

    private void patch(String id, JsonNode patch, String ifMatch, Running running, String actor) {
        if (!patch.isObject()) {
            throw InvalidDocument.refused(List.of(
                    new Violation("", "malformed", "Expected the fields to change as a JSON object, but it is none")));
        }
        edit(id, ifMatch, running, actor, before -> {
            ObjectNode merged = Json.mapper().valueToTree(before);
            patch.properties().stream()
                    .filter(field -> CHANGEABLE.contains(field.getKey()))
                    .forEach(field -> merged.set(field.getKey(), field.getValue()));
            return read(merged);
        });
    }

    void graph(String id, JsonNode graph, String ifMatch, String actor) {
        JsonNode nodes = graph.isArray() ? graph : graph.path("nodes");
        if (!nodes.isArray()) {
            throw InvalidDocument.refused(
                    List.of(new Violation("/nodes", "malformed", "Expected all nodes as a list, but there is none")));
        }
        patch(id, Json.object().set("nodes", nodes), ifMatch, actor);
    }

    void enable(String id, String ifMatch, String actor) {
        patch(id, Json.object().put("enabled", true), ifMatch, actor);
    }

    void disable(String id, String ifMatch, Running running, String actor) {
        patch(id, Json.object().put("enabled", false), ifMatch, running, actor);
    }

    String revise(String id, String actor) {
        return changes.revise(id, actor);
    }

    String duplicate(String id, String actor) {
        var source = store.get(id).document();
        return changes.create(changes.newId(), Documents.copy(source), actor);
    }

    void delete(String id, String ifMatch, Running running, String actor) {
        changes.delete(id, Precondition.expected(ifMatch), running, actor);
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    private void edit(
            String id, String ifMatch, Running running, String actor, UnaryOperator<WorkflowDocument> change) {
        Long expected = Precondition.expected(ifMatch);
        for (int i = 0; i < ATTEMPTS; i++) {
            var before = store.get(id);
            if (expected != null && before.sequence() != expected) {
                throw Precondition.failed();
            }
            var after = change.apply(before.document());
            if (before.executed()) {
                Executed.refuseChange(before.document(), after);
            }
            if (needsCheck(before.document(), after)) {
                check.demandValid(after);
            }
            if (changes.replace(id, before.sequence(), after, running, actor)) {
                return;
            }
        }
        throw Precondition.failed();
    }

    /** A disabled import of types that nobody serves may still be renamed or switched off. */
    private static boolean needsCheck(WorkflowDocument before, WorkflowDocument after) {
        boolean same = Objects.equals(before.type(), after.type())
                && before.sync() == after.sync()
                && before.config().equals(after.config())
                && before.options().equals(after.options())
                && before.nodes().equals(after.nodes());
        return !same || (after.enabled() && !before.enabled());
    }

    private static WorkflowDocument read(JsonNode json) {
        var read = DocumentReader.read(json);
        return read.document().orElseThrow(() -> InvalidDocument.refused(read.violations()));
    }
}
