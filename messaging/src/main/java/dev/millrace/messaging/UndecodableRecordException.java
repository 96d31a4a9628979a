package dev.millrace.messaging;

/** A record that no retry can make readable: it goes to the dead letters, with this message as the reason. */
public final class UndecodableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UndecodableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
