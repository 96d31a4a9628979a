package dev.millrace.orchestrator.host.book;

/** The book cannot be reached or could not finish in time: what was asked may be asked again. */
public final class DatabaseUnavailableException extends RuntimeException {
    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
