package dev.millrace.expressions.js;

import org.graalvm.polyglot.Engine;

/**
 * The engine that all contexts share, made when the first needs it: that alone takes most of a second, which a process whose
 * expressions are all native need not spend. Thread-safe.
 */
final class SharedEngine implements AutoCloseable {
    private Engine engine;
    private boolean closed;

    /** @throws IllegalStateException once it is closed */
    synchronized Engine get() {
        if (closed) {
            throw new IllegalStateException("Expected the JavaScript engine to be open, but it was closed");
        }
        if (engine == null) {
            // On a stock JDK the engine interprets, and would say so on every start.
            engine = Engine.newBuilder("js")
                    .option("engine.WarnInterpreterOnly", "false")
                    .build();
        }
        return engine;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (engine != null) {
            engine.close(true);
        }
    }
}
