package dev.millrace.testing;

/** A server that can go, and come back with the same address and data. */
interface TestServer {
    int port();

    /** Returns once it can be used. */
    void start();

    /** A broker stops in good order, a database is killed: what was committed outlives both. */
    void goAway();

    /** For good, with its data. */
    void remove();
}
