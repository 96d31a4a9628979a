package dev.millrace.definition.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.definition.catalogue.Catalogue;
import dev.millrace.definition.catalogue.DocumentCheck;
import dev.millrace.definition.web.InvalidDocument;
import dev.millrace.model.document.Validation;
import dev.millrace.model.document.Violation;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.exchange.ImportOutcome;
import dev.millrace.model.exchange.Imported;
import dev.millrace.model.exchange.Refused;
import dev.millrace.model.exchange.WorkflowImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes in documents from elsewhere: what can be kept is kept, and what is doubtful is told. */
@ApplicationScoped
class Importing {
    /** A worker may bring these types later, so the workflow is kept, disabled. */
    private static final Set<String> UNKNOWN_TYPES = Set.of("unknown_node_type", "unknown_trigger_type");

    private final VersionStore store;
    private final VersionChanges changes;
    private final DocumentCheck check;
    private final WorkflowImport reader;

    Importing(VersionStore store, VersionChanges changes, DocumentCheck check, Catalogue catalogue) {
        this.store = store;
        this.changes = changes;
        this.check = check;
        this.reader = new WorkflowImport(catalogue);
    }

    record Done(String id, List<Violation> findings) {}

    Done take(JsonNode json, String actor) {
        check.catchUp();
        ImportOutcome outcome = reader.read(json);
        if (outcome instanceof Refused refused) {
            throw InvalidDocument.refused(refused.violations());
        }
        return save((Imported) outcome, actor);
    }

    private Done save(Imported imported, String actor) {
        var document = imported.document();
        Validation validation = check.validate(document);
        refuseWhatCannotBeKept(validation);
        var findings = new ArrayList<>(imported.findings());
        validation.violations().stream().filter(one -> !says(findings, one)).forEach(findings::add);
        validation.findings().stream().filter(one -> !says(findings, one)).forEach(findings::add);
        boolean taken = document.key() != null && store.isTaken(document.key());
        boolean keep = document.key() != null && !taken && Editing.isKey(document.key());
        if (document.enabled() && (taken || !validation.isValid())) {
            findings.add(disabledBecause(taken));
            document = Documents.disabled(document);
        }
        return new Done(create(keep, document, actor), List.copyOf(findings));
    }

    private String create(boolean keepKey, WorkflowDocument document, String actor) {
        return changes.create(keepKey ? document.key() : changes.newId(), document, actor);
    }

    private static void refuseWhatCannotBeKept(Validation validation) {
        var fatal = validation.violations().stream()
                .filter(one -> !UNKNOWN_TYPES.contains(one.code()))
                .toList();
        if (!fatal.isEmpty()) {
            throw InvalidDocument.refused(validation.violations());
        }
    }

    private static boolean says(List<Violation> findings, Violation one) {
        return findings.stream()
                .anyMatch(other ->
                        other.pointer().equals(one.pointer()) && other.code().equals(one.code()));
    }

    private static Violation disabledBecause(boolean taken) {
        return new Violation(
                "/enabled",
                "saved_disabled",
                taken
                        ? "Expected the key to be free, but a workflow has it; this copy is disabled, so that the two do not fire together"
                        : "Expected all types to be served, but some are not; the workflow is disabled until they are");
    }
}
