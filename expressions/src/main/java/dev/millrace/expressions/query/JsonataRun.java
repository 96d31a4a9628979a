package dev.millrace.expressions.query;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What the functions of one evaluation share; they are called without a way to hand it to them. */
final class JsonataRun {
    private static final ThreadLocal<JsonataRun> CURRENT = new ThreadLocal<>();

    private final Moment moment;
    private final SplittableRandom random;

    private JsonataRun(Moment moment) {
        this.moment = moment;
        this.random = new SplittableRandom(moment.seed());
    }

    static <T> T with(Moment moment, Supplier<T> work) {
        CURRENT.set(new JsonataRun(moment));
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    static long millis() {
        return CURRENT.get().moment.now().toEpochMilli();
    }

    static SplittableRandom random() {
        return CURRENT.get().random;
    }
}
