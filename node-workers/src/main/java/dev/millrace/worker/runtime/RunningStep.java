package dev.millrace.worker.runtime;

import dev.millrace.worker.sdk.StopSignal;
import java.util.ArrayList;
import java.util.List;

/** The stop signal of one step under way. Thread-safe. */
final class RunningStep implements StopSignal {
    private final int attempt;
    private final List<Runnable> works = new ArrayList<>();
    private boolean stopped;

    RunningStep(int attempt) {
        this.attempt = attempt;
    }

    int attempt() {
        return attempt;
    }

    @Override
    public void whenStopped(Runnable work) {
        if (!later(work)) {
            work.run();
        }
    }

    private synchronized boolean later(Runnable work) {
        return !stopped && works.add(work);
    }

    void stop() {
        take().forEach(Runnable::run);
    }

    private synchronized List<Runnable> take() {
        stopped = true;
        var taken = List.copyOf(works);
        works.clear();
        return taken;
    }
}
