package dev.millrace.model.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is often found at the triggers of foreign workflows and means something else here. */
final class TriggerHabits {
    private final ObjectNode document;
    private final Findings findings;

    TriggerHabits(ObjectNode document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    void translate() {
        switch (document.path("type").asText()) {
            case "collection" -> asynchronousCollection();
            case "schedule" -> cronField();
            default -> {
                // Other triggers mean here what they mean there.
            }
        }
    }

    private void asynchronousCollection() {
        if (document.path("sync").asBoolean()) {
            document.put("sync", false);
            findings.add(
                    "/sync",
                    "sync_collection",
                    "Expected a collection workflow to run after the change is committed, but this one ran within it; to veto or answer, use the triggers action or request-interception");
        }
    }

    private void cronField() {
        if (document.path("config") instanceof ObjectNode config && config.hasNonNull("cron")) {
            if (!config.hasNonNull("repeat")) {
                config.set("repeat", config.get("cron"));
            }
            config.remove("cron");
            findings.add(
                    "/config/repeat",
                    "cron_field",
                    "Expected the cron expression under repeat, but it was under cron, where it never had an effect");
        }
    }
}
