package dev.millrace.definition.workflow;

import dev.millrace.model.document.WorkflowDocument;

/** Documents made from others. */
final class Documents {
    private Documents() {}

    /** For a workflow of its own: it must not fire beside its source before somebody says so. */
    static WorkflowDocument copy(WorkflowDocument of) {
        String title = (of.title() == null ? "" : of.title()) + " copy";
        return with(of, title.strip(), false);
    }

    static WorkflowDocument disabled(WorkflowDocument of) {
        return with(of, of.title(), false);
    }

    private static WorkflowDocument with(WorkflowDocument of, String title, boolean enabled) {
        return new WorkflowDocument(
                of.key(),
                title,
                of.description(),
                of.type(),
                of.sync(),
                enabled,
                of.config(),
                of.options(),
                of.categories(),
                of.nodes());
    }
}
