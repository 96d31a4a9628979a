package dev.millrace.definition.workflow;

import dev.millrace.model.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A pinned result, as it is stored. */
@Entity
@Table(name = "sample", schema = "definition")
@IdClass(SampleEntity.Key.class)
class SampleEntity {
    @Id
    @Column(name = "workflow_key")
    private String workflowKey;

    @Id
    @Column(name = "node_key")
    private String nodeKey;

    private String result;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected SampleEntity() {}

    record Key(String workflowKey, String nodeKey) implements Serializable {}

    SampleView view() {
        return new SampleView(nodeKey, Json.parse(result), updatedAt, updatedBy);
    }
}
