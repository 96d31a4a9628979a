package dev.millrace.expressions.js;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The contexts of one original, made one after the other as more are needed at once. The last one used is used next. */
final class ContextPool {
    private final SharedEngine engine;
    private final Original original;
    private final Bounds bounds;
    private final Watchdog watchdog;
    private final BlockingDeque<OriginalContext> idle = new LinkedBlockingDeque<>();
    private final AtomicBoolean prepared = new AtomicBoolean();
    private int live;
    private boolean closed;

    ContextPool(SharedEngine engine, Original original, Bounds bounds, Watchdog watchdog) {
        this.engine = engine;
        this.original = original;
        this.bounds = bounds;
        this.watchdog = watchdog;
    }

    void prepare() {
        if (prepared.compareAndSet(false, true)) {
            inBackground(this::load);
        }
    }

    private void inBackground(Runnable work) {
        var thread = new Thread(work, "load-" + original.bundle());
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void load() {
        try {
            giveBack(borrow());
        } catch (RuntimeException e) {
            if (!closed()) {
                throw e;
            }
        }
    }

    private synchronized boolean closed() {
        return closed;
    }

    <T> T use(Function<OriginalContext, T> work) {
        var context = borrow();
        try {
            return work.apply(context);
        } finally {
            giveBack(context);
        }
    }

    private OriginalContext borrow() {
        var context = idle.pollFirst();
        if (context == null) {
            context = create();
        }
        return context == null ? await() : context;
    }

    /** Under the lock, so that many callers that come while the first context is loading do not load one each. */
    private synchronized OriginalContext create() {
        var context = idle.pollFirst();
        if (context != null) {
            return context;
        }
        if (closed) {
            throw new IllegalStateException("Expected the JavaScript originals to be open, but they were closed");
        }
        if (live >= bounds.contexts()) {
            return null;
        }
        context = OriginalContext.load(engine.get(), original, bounds, watchdog);
        live++;
        return context;
    }

    /** Ends: every evaluation that holds a context is bounded in time, and a broken context is replaced. */
    private OriginalContext await() {
        try {
            return idle.takeFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to evaluate an expression, but its thread was interrupted", e);
        }
    }

    private void giveBack(OriginalContext context) {
        if (context.usable()) {
            idle.addFirst(context);
        } else {
            context.close();
            synchronized (this) {
                live--;
            }
            // Whoever waits for a context cannot make one itself, and whoever broke this one shall not wait for
            // another.
            inBackground(this::load);
        }
    }

    synchronized void close() {
        closed = true;
        idle.forEach(OriginalContext::close);
        idle.clear();
    }
}
