package dev.millrace.definition.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A definition on its way to Kafka. */
@Entity
@Table(name = "outbox", schema = "definition")
class OutboxEntity {
    @Id
    private Long sequence;

    @Column(name = "record_key")
    private String recordKey;

    @Column(columnDefinition = "text")
    private String payload;

    protected OutboxEntity() {}

    OutboxEntity(long sequence, String recordKey, String payload) {
        this.sequence = sequence;
        this.recordKey = recordKey;
        this.payload = payload;
    }
}
