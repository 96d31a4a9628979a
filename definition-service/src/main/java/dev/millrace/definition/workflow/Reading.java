package dev.millrace.definition.workflow;

import dev.millrace.definition.catalogue.DocumentCheck;
import dev.millrace.model.document.Violation;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.rest.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Versions as they are answered. */
@ApplicationScoped
class Reading {
    private final VersionStore store;
    private final DocumentCheck check;

    Reading(VersionStore store, DocumentCheck check) {
        this.store = store;
        this.check = check;
    }

    /** A version and its ETag. */
    record Found(WorkflowView view, String etag) {}

    /** With what a check says of it now: a saved version may have lost a collection or a type since. */
    Found get(String id) {
        var version = store.get(id);
        var validation = check.validate(version.document());
        var findings = new ArrayList<>(validation.violations());
        findings.addAll(validation.findings());
        return found(version, findings);
    }

    Found get(String id, List<Violation> findings) {
        return found(store.get(id), findings);
    }

    /** As {@code POST /api/workflows/import} takes it. */
    WorkflowDocument export(String id) {
        return store.get(id).document();
    }

    Page<WorkflowSummary> list(VersionFilter filter) {
        var found = store.list(filter);
        boolean more = found.size() > filter.limit();
        var page = more ? found.subList(0, filter.limit()) : found;
        return new Page<>(
                page.stream().map(WorkflowSummary::of).toList(),
                more ? page.get(page.size() - 1).id() : null);
    }

    private Found found(Version version, List<Violation> findings) {
        var view = WorkflowView.of(version, findings, store.siblings(version.key()));
        return new Found(view, "\"" + version.sequence() + "\"");
    }
}
