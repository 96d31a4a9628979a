package dev.millrace.definition.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.document.NodeDocument;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.WorkflowVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** One version of a workflow, as it is stored. JSON stays text: nobody queries into it. */
@Entity
@Table(name = "workflow", schema = "definition")
class VersionEntity {
    @Id
    private String id;

    @Column(name = "workflow_key")
    private String key;

    private int version;
    private String title;
    private String description;
    private String type;
    private boolean sync;
    private boolean enabled;

    @Column(name = "is_current")
    private boolean current;

    private boolean executed;
    private String config;
    private String options;
    private String categories;
    private String nodes;

    @Column(name = "cancel_running_before")
    private Instant cancelRunningBefore;

    @Column(name = "cancel_running_by")
    private String cancelRunningBy;

    @Column(name = "change_sequence")
    private long sequence;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected VersionEntity() {}

    /** Neither current nor enabled. */
    static VersionEntity of(String id, String key, int version, WorkflowDocument document) {
        var entity = new VersionEntity();
        entity.id = id;
        entity.key = key;
        entity.version = version;
        entity.take(document);
        return entity;
    }

    String id() {
        return id;
    }

    int version() {
        return version;
    }

    boolean isCurrent() {
        return current;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isExecuted() {
        return executed;
    }

    long sequence() {
        return sequence;
    }

    /** Takes over all of the document but its key and whether it is enabled. */
    final void take(WorkflowDocument document) {
        title = document.title();
        description = document.description();
        type = document.type();
        sync = document.sync();
        config = Json.text(document.config());
        options = Json.text(document.options());
        categories = Json.text(document.categories());
        nodes = Json.text(document.nodes());
    }

    void makeCurrent() {
        current = true;
    }

    void enable() {
        enabled = true;
        current = true;
    }

    void disable() {
        enabled = false;
    }

    /** Another version of the key takes this one's place. */
    void retire() {
        enabled = false;
        current = false;
    }

    void cancelRunning(Instant before, String by) {
        cancelRunningBefore = before;
        cancelRunningBy = by;
    }

    void changed(long newSequence, Instant at, String by) {
        sequence = newSequence;
        updatedAt = at;
        updatedBy = by;
        if (createdAt == null) {
            createdAt = at;
            createdBy = by;
        }
    }

    Version toVersion() {
        var audit = new Version.Audit(createdAt, createdBy, updatedAt, updatedBy);
        var cancelRunning = cancelRunningBefore == null
                ? null
                : new WorkflowVersion.CancelRunning(cancelRunningBy, cancelRunningBefore);
        return new Version(id, key, version, sequence, current, executed, document(), cancelRunning, audit);
    }

    private WorkflowDocument document() {
        return new WorkflowDocument(
                key,
                title,
                description,
                type,
                sync,
                enabled,
                Json.parse(config),
                Json.parse(options),
                list(categories, String.class),
                list(nodes, NodeDocument.class));
    }

    private static <T> List<T> list(String text, Class<T> of) {
        JsonNode json = Json.parse(text);
        var listOf = Json.mapper().getTypeFactory().constructCollectionType(List.class, of);
        return Json.mapper().convertValue(json, listOf);
    }
}
