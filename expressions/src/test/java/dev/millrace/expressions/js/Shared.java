package dev.millrace.expressions.js;

/** One set of originals per test JVM: loading them takes seconds, and evaluations do not see each other. */
public final class Shared {
    public static final JavaScriptOriginals ORIGINALS = new JavaScriptOriginals();

    private Shared() {}
}
