package dev.millrace.expressions.js;

/** One evaluation under way. It either ends by itself or is ended, never both. */
final class Watched {
    private final long thread;
    private final long since;
    private final long allocated;
    private final Runnable kill;
    private boolean released;
    private String breach;

    Watched(long thread, long since, long allocated, Runnable kill) {
        this.thread = thread;
        this.since = since;
        this.allocated = allocated;
        this.kill = kill;
    }

    long thread() {
        return thread;
    }

    long since() {
        return since;
    }

    long allocated() {
        return allocated;
    }

    void end(String reason) {
        synchronized (this) {
            if (released) {
                return;
            }
            breach = reason;
        }
        kill.run();
    }

    synchronized String release() {
        released = true;
        return breach;
    }
}
