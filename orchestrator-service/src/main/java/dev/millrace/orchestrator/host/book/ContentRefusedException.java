package dev.millrace.orchestrator.host.book;

/** The database refuses what was to be written, and would refuse it again. */
public final class ContentRefusedException extends RuntimeException {
    ContentRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
