package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import java.util.Optional;

/** The trigger's type and config, and whether what the workflow holds fits its way of running. */
final class TriggerRules {
    private final WorkflowDocument document;
    private final TypeCatalogue catalogue;
    private final Report report;

    TriggerRules(WorkflowDocument document, TypeCatalogue catalogue, Report report) {
        this.document = document;
        this.catalogue = catalogue;
        this.report = report;
    }

    void check(ConfigRules configs) {
        if (document.type() == null || document.type().isBlank()) {
            report.violation(
                    "/type", "missing_type", "Expected the workflow to have the type of its trigger, but it has none");
            return;
        }
        Optional<TriggerTypeDescriptor> trigger = catalogue.trigger(document.type());
        if (trigger.isEmpty()) {
            report.violation(
                    "/type",
                    "unknown_trigger_type",
                    "Expected trigger type \"%s\" to be served, but it is not".formatted(document.type()));
            return;
        }
        configs.check(trigger.get().configSchema(), document.config(), JsonPointer.compile("/config"));
        sync(trigger.get());
    }

    private void sync(TriggerTypeDescriptor trigger) {
        if (document.sync() && Boolean.FALSE.equals(trigger.sync())) {
            report.finding(
                    "/sync",
                    "sync_unavailable",
                    "Expected trigger type \"%s\" to run asynchronously, but the workflow asks for sync; nobody will wait for it, use an action trigger where somebody must"
                            .formatted(trigger.type()));
        }
        if (trigger.sync() == null ? document.sync() : trigger.sync()) {
            for (int i = 0; i < document.nodes().size(); i++) {
                syncNode(document.nodes().get(i), "/nodes/" + i);
            }
        }
    }

    private void syncNode(NodeDocument node, String pointer) {
        Optional.ofNullable(node.type())
                .flatMap(catalogue::node)
                .filter(type -> !type.syncCapable())
                .ifPresent(type -> report.finding(
                        pointer + "/type",
                        "not_sync_capable",
                        "Expected a synchronous workflow to answer while its caller waits, but node type \"%s\" may take longer"
                                .formatted(type.type())));
    }
}
