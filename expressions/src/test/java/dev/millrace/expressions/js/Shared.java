package dev.millrace.expressions.js;

import java.time.Duration;

/** One set of originals per test JVM: loading them takes seconds, and evaluations do not see each other. */
public final class Shared {
    public static final JavaScriptOriginals ORIGINALS = new JavaScriptOriginals();

    /** For what is beyond all bounds: it is soon over, and the contexts that it breaks are missed by nobody else. */
    public static final JavaScriptOriginals TIGHT =
            new JavaScriptOriginals(new Bounds(Duration.ofSeconds(1), 64L << 20, 10_000, 1));

    private Shared() {}
}
