package dev.millrace.model.message;

/**
 * Headers of a record on topic {@code dead-letters}: the record is the original key and value, the headers say where it
 * came from and why it could not be served.
 */
public final class DeadLetter {
    public static final String TOPIC_HEADER = "dead-letter-topic";
    public static final String PARTITION_HEADER = "dead-letter-partition";
    public static final String OFFSET_HEADER = "dead-letter-offset";
    /** One sentence, {@code Expected to ..., but ...}. */
    public static final String REASON_HEADER = "dead-letter-reason";
    /** The consumer that gave up. */
    public static final String CONSUMER_HEADER = "dead-letter-consumer";
    /** On a record that was sent again to its own topic: the letter it was, {@code <partition>-<offset>} on {@code dead-letters}. */
    public static final String REPLAY_HEADER = "replayed-dead-letter";

    private DeadLetter() {}
}
