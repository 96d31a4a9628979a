package dev.millrace.benchmarks;

/** A figure cannot be had: the product refused, failed or did not answer. The sentence says what was expected. */
public final class BenchFailure extends RuntimeException {
    public BenchFailure(String message) {
        super(message);
    }

    public BenchFailure(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
